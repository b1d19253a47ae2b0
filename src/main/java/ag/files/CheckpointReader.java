package ag.files;

import ag.data.RandomSource;
import ag.nn.training.TrainingState;
import ag.optimize.OptimizerState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the state of a training together from its JSON, whatever the order of the fields, and checks that its parts fit. */
final class CheckpointReader {
    /** The state of the random numbers that order samples: the words of a Mersenne Twister. */
    private static final int WORDS = 624;

    private final JsonInput json;

    private final NumberList losses = new NumberList();
    private final NumberList parameters = new NumberList();
    private String rule = "";
    private long steps;
    private int version;
    private final List<double[]> vectors = new ArrayList<>();
    private double[] numbers = {};
    private double[] first = {};
    private double[] second = {};
    /** Which of these the file has. */
    private final Set<String> memory = new HashSet<>();

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
        TrainingState state = new TrainingState(
                Arrays.stream(losses.toArray()).boxed().toList(),
                parameters.toArray(),
                new OptimizerState(rule, steps, vectors(), numbers),
                new RandomSource.State(words, position, hasSpareNormal, spareNormal));
        json.verify(seal, CheckpointFile.checksum(state, version), JsonInput.DAMAGED);
        return state;
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "format" -> json.format(CheckpointFile.FORMAT);
            case "version" -> version = json.version(CheckpointFile.VERSION);
            case "losses" -> json.numbers(losses);
            case "parameters" -> json.numbers(parameters);
            case "optimizer" -> {
                optimizerLine = json.line();
                json.object(List.of("rule", "steps"), this::optimizer);
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
            case "vectors" -> json.list(() -> vectors.add(vector()));
            case "numbers" -> numbers = vector();
            case "first" -> first = vector();
            case "second" -> second = vector();
            default -> throw json.unknown(field);
        }
        memory.add(field);
    }

    private double[] vector() throws IOException {
        NumberList vector = new NumberList();
        json.numbers(vector);
        return vector.toArray();
    }

    /** What the optimizer remembers for each parameter, in whichever way the version of the file has it. */
    private List<double[]> vectors() {
        List<String> fields = version == 1 ? List.of("first", "second") : List.of("vectors", "numbers");
        for (String field : fields) {
            if (!memory.contains(field)) {
                throw json.wrong(optimizerLine, "'" + field + "' is missing from what begins here");
            }
        }
        List<double[]> all = version == 1 ? List.of(first, second) : vectors;
        all.forEach(this::requireMemoryOfEach);
        return all;
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
    private void requireMemoryOfEach(double[] memory) {
        if (memory.length != 0 && memory.length != parameters.size()) {
            throw json.wrong(
                    optimizerLine,
                    "the optimizer remembers %d numbers of %d parameters".formatted(memory.length, parameters.size()));
        }
    }
}
