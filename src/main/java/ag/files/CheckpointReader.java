package ag.files;

import ag.data.RandomSource;
import ag.nn.training.OptimizerState;
import ag.nn.training.TrainingState;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Puts the state of a training together from its JSON, whatever the order of the fields, and checks that its parts fit. */
final class CheckpointReader {
    /** The state of the random numbers that order samples: the words of a Mersenne Twister. */
    private static final int WORDS = 624;

    private final JsonInput json;

    private final NumberList losses = new NumberList();
    private final NumberList parameters = new NumberList();
    private String rule = "";
    private long steps;
    private final NumberList first = new NumberList();
    private final NumberList second = new NumberList();
    private int optimizerLine;
    private int[] words = {};
    private int position;
    private boolean hasSpareNormal;
    private double spareNormal;
    private JsonInput.Seal seal = new JsonInput.Seal("", 0);

    CheckpointReader(JsonInput json) {
        this.json = json;
    }

    TrainingState read() throws IOException {
        json.object(
                List.of("format", "version", "losses", "parameters", "optimizer", "shuffling", "checksum"),
                this::field);
        requireMemoryOfEach(first);
        requireMemoryOfEach(second);
        TrainingState state = new TrainingState(
                Arrays.stream(losses.toArray()).boxed().toList(),
                parameters.toArray(),
                new OptimizerState(rule, steps, first.toArray(), second.toArray()),
                new RandomSource.State(words, position, hasSpareNormal, spareNormal));
        json.verify(seal, CheckpointFile.checksum(state), JsonInput.DAMAGED);
        return state;
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "format" -> json.format(CheckpointFile.FORMAT);
            case "version" -> json.version(CheckpointFile.VERSION);
            case "losses" -> json.numbers(losses);
            case "parameters" -> json.numbers(parameters);
            case "optimizer" -> {
                optimizerLine = json.line();
                json.object(List.of("rule", "steps", "first", "second"), this::optimizer);
            }
            case "shuffling" ->
                json.object(List.of("words", "position", "has_spare_normal", "spare_normal"), this::shuffling);
            case "checksum" -> seal = json.seal();
            default -> throw json.unknown(field);
        }
    }

    private void optimizer(String field) throws IOException {
        switch (field) {
            case "rule" -> rule = json.text();
            case "steps" -> steps = json.whole(Long.MAX_VALUE);
            case "first" -> json.numbers(first);
            case "second" -> json.numbers(second);
            default -> throw json.unknown(field);
        }
    }

    private void shuffling(String field) throws IOException {
        switch (field) {
            case "words" -> words = json.words(WORDS);
            case "position" -> position = json.whole(WORDS);
            case "has_spare_normal" -> hasSpareNormal = json.truth();
            case "spare_normal" -> spareNormal = json.number();
            default -> throw json.unknown(field);
        }
    }

    /** An optimizer remembers a number for each parameter, or none. */
    private void requireMemoryOfEach(NumberList memory) {
        if (memory.size() != 0 && memory.size() != parameters.size()) {
            throw json.wrong(
                    optimizerLine,
                    "the optimizer remembers %d numbers of %d parameters".formatted(memory.size(), parameters.size()));
        }
    }
}
