package ag.files;

import ag.data.RandomSource;
import ag.nn.training.TrainingState;
import java.nio.file.Path;

/**
 * Checkpoints: where a training stands between two epochs, as JSON. Training that goes on from one gives bit for bit the
 * numbers of training that was never stopped.
 */
public final class CheckpointFile {
    static final String FORMAT = "ag checkpoint";
    /** Version 1 had two vectors of the optimizer, called first and second. */
    static final int VERSION = 2;

    private CheckpointFile() {}

    /**
     * Writes a checkpoint, whole or not at all.
     *
     * @throws StoreException if that fails; the file is then as it was before
     */
    public static void write(Path file, TrainingState state) {
        RandomSource.State shuffling = state.shuffling();
        JsonOutput.write(file, FORMAT, VERSION, json -> {
            json.vector("losses", losses(state));
            json.vector("parameters", state.parameters());
            json.beginObject("optimizer");
            json.text("rule", state.optimizer().rule());
            json.whole("steps", state.optimizer().steps());
            json.vectors("vectors", state.optimizer().vectors());
            json.vector("numbers", state.optimizer().numbers());
            json.endObject();
            json.beginObject("shuffling");
            json.words("words", shuffling.words());
            json.whole("position", shuffling.position());
            json.truth("has_spare_normal", shuffling.hasSpareNormal());
            json.number("spare_normal", shuffling.spareNormal());
            json.endObject();
            json.text("checksum", checksum(state, VERSION));
        });
    }

    /**
     * Reads a checkpoint: all of it, bit for bit as it was saved, or none of it.
     *
     * @param parameters how many parameters the network has that is to be trained on
     * @param rule the name of the optimizer it is to be trained on with
     * @param pause run between two blocks; what it throws ends the reading
     * @throws StoreException if the file cannot be read, is damaged, comes from a newer version, or belongs to a network with
     *     another number of parameters or to another optimizer
     */
    public static TrainingState read(Path file, int parameters, String rule, Runnable pause) {
        TrainingState state = read(file, pause);
        int saved = state.parameters().length;
        if (saved != parameters) {
            throw StoreException.of(
                    file,
                    "the checkpoint is of a network with %d parameters, and this one has %d"
                            .formatted(saved, parameters),
                    "declare the network as it was, or name another file");
        }
        String trainedBy = state.optimizer().rule();
        if (!trainedBy.isEmpty() && !trainedBy.equals(rule)) {
            throw StoreException.of(
                    file,
                    "the checkpoint is of a training with %s, and this one uses %s".formatted(trainedBy, rule),
                    "go on with %s, or start again without 'resume'".formatted(trainedBy));
        }
        return state;
    }

    /** As {@link #read(Path, int, String, Runnable)}, for any network and optimizer. */
    public static TrainingState read(Path file) {
        return read(file, () -> {});
    }

    private static TrainingState read(Path file, Runnable pause) {
        return JsonInput.read(file, pause, json -> new CheckpointReader(json).read());
    }

    private static double[] losses(TrainingState state) {
        return state.losses().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Checksum over everything in the state, as this version of the format has it. */
    static String checksum(TrainingState state, int version) {
        RandomSource.State shuffling = state.shuffling();
        Checksum checksum = new Checksum()
                .add(losses(state))
                .add(state.parameters())
                .add(state.optimizer().rule())
                .add(state.optimizer().steps());
        state.optimizer().vectors().forEach(checksum::add);
        if (version > 1) {
            checksum.add(state.optimizer().numbers());
        }
        for (int word : shuffling.words()) {
            checksum.add(word);
        }
        return checksum.add(shuffling.position())
                .add(shuffling.hasSpareNormal() ? 1 : 0)
                .add(Double.doubleToLongBits(shuffling.spareNormal()))
                .text();
    }
}
