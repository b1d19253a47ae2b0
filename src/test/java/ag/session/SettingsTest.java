package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A line of a block takes what it is documented to take: not one thing less, not one more, no number beyond its bounds. */
final class SettingsTest {
    private static final String START = """
        data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 1 }
        data c { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 2 }
        mlp net { input 2; layer 1; seed 3 }
        mlp three { input 2; layer 3; seed 3 }
        let w = [1, 2]
        own(p, t) = (p - t)^2
        """;

    /** What stands around a line, for the words of each block. */
    private static final Map<String, String> BLOCKS = Map.ofEntries(
            Map.entry("mlp", "mlp m { %s; layer 1 }"),
            Map.entry("init", "mlp m { input 2; layer 1; %s }"),
            Map.entry("train", "train net on d { %s; optimizer sgd(lr = 0.1); epochs 1 }"),
            Map.entry("optimizer", "train net on d { %s; epochs 1 }"),
            Map.entry("epochs", "train net on d { %s; optimizer sgd(lr = 0.1) }"),
            Map.entry("classes", "train three on c { %s; optimizer sgd(lr = 0.1); epochs 1 }"),
            Map.entry("minimize", "minimize sum(w^2) over w { %s; steps 1 }"),
            Map.entry("descent", "minimize sum(w^2) over w { %s; optimizer sgd(lr = 0.1); steps 1 }"),
            Map.entry("steps", "minimize sum(w^2) over w { %s }"),
            Map.entry("fit", "fit [2, 4, 7] ~ w[0]*[1, 2, 3] + w[1] over w { %s }"));

    private static final Map<String, List<String>> LINES = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("mlp", List.of("input 2")),
            Map.entry("init", List.of("init normal(0.1)", "init uniform(-1, 1)", "init xavier", "seed 7")),
            Map.entry("epochs", List.of("epochs 2")),
            Map.entry(
                    "train",
                    List.of(
                            "loss mse",
                            "loss own",
                            "loss bce_logits(pos_weight = 2)",
                            "batch 2",
                            "reduce sum",
                            "regularize l2(0.1)",
                            "regularize l1(0.1)",
                            "stop after step 3",
                            "stop when loss < 0.1",
                            "clip norm 1",
                            "clip value 0.5",
                            "log every 10",
                            "threads 2",
                            "seed 7")),
            Map.entry("optimizer", List.of("optimizer sgd(lr = 0.1)", "optimizer adam(0.1)")),
            Map.entry("classes", List.of("loss cross_entropy(weight = [1, 2, 3])", "loss cross_entropy")),
            Map.entry("minimize", List.of("optimizer sgd(lr = 0.1)", "optimizer lbfgs()", "log every 2")),
            Map.entry("descent", List.of("clip norm 1", "clip value 2", "stop when loss < 0.1", "stop after step 2")),
            Map.entry("steps", List.of("steps 3")),
            Map.entry(
                    "fit",
                    List.of(
                            "weights [1, 2, 3]",
                            "sigma 0.1",
                            "robust huber(0.5)",
                            "robust soft_l1(0.5)",
                            "steps 20"))));

    private static final Set<String> REPEATABLE = Set.of("stop", "clip", "regularize");

    static Stream<Arguments> lines() {
        return LINES.entrySet().stream()
                .flatMap(block ->
                        block.getValue().stream().map(line -> Arguments.of(BLOCKS.get(block.getKey()), line)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void takesWhatItIsMadeForAndNothingBeside(String block, String line) {
        assertThat(mistake(block, line)).as(line).isFalse();
        for (String wrong : wrong(line)) {
            assertThat(mistake(block, wrong)).as(wrong).isTrue();
        }
    }

    private static List<String> wrong(String line) {
        String word = line.substring(0, line.indexOf(' '));
        List<String> wrong = new ArrayList<>(List.of(
                word,
                line + ", 3",
                line + " 3",
                line + "\n" + word,
                word + "x" + line.substring(word.length()),
                word + " nobody"));
        if (!REPEATABLE.contains(word)) {
            wrong.add(line + "; " + line);
        }
        if (line.endsWith(")")) {
            String open = line.substring(0, line.length() - 1);
            boolean empty = open.endsWith("(");
            wrong.add(open + (empty ? "" : ", ") + "nothing = 1)");
            wrong.add(open + (empty ? "" : ", ") + "1, 1, 1, 1, 1, 1, 1, 1)");
            if (!empty) {
                wrong.add(open + ", 3)");
                wrong.add(line.substring(0, line.indexOf('(')) + "()");
            }
        }
        // An optimizer has further arguments, which need no name.
        wrong.remove("optimizer sgd(lr = 0.1, 3)");
        wrong.remove("optimizer adam(0.1, 3)");
        return wrong;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        epochs   | epochs 1                    | epochs 0
        epochs   | epochs 2                    | epochs 2.5
        train    | batch 1                     | batch 0
        train    | batch 3                     | batch 1.5
        train    | threads 1                   | threads 0
        train    | seed 0                      | seed -1
        train    | seed 4294967295             | seed 4294967296
        train    | log every 1                 | log every 0
        train    | stop after step 1           | stop after step 0
        train    | clip norm 1e-9              | clip norm 0
        train    | clip value 1e-9             | clip value 0
        optimizer | optimizer sgd(lr = 0.1, momentum = 0) | optimizer sgd(lr = 0.1, momentum = -0.1)
        optimizer | optimizer adam(0.1, beta1 = 0) | optimizer adam(0.1, beta1 = 1)
        optimizer | optimizer adam(0.1, beta2 = 0.5) | optimizer adam(0.1, beta2 = 1)
        optimizer | optimizer sgd(0.1, momentum = 0.5) | optimizer sgd(0.1, lr = 0.2)
        optimizer | optimizer sgd(lr = 0.1) | optimizer sgd(lr = 0.1, lr = 0.1)
        optimizer | optimizer adam(0.1, weight_decay = 0) | optimizer adam(0.1, weight_decay = -1)
        mlp      | input 1; layer 1 tanh       | input 0
        mlp      | input 2; layer 1            | input 2; layer 0
        mlp      | input 2; layer 2            | input 2; layer 1.5
        init     | init normal(0.1)            | init normal(-0.1)
        init     | init uniform(-1, 1)         | init uniform(1, -1)
        steps    | steps 1                     | steps 0
        steps    | steps 2                     | steps 2.5
        fit      | steps 10                    | steps 0
        fit      | sigma 0.1                   | sigma 0
        fit      | sigma [1, 2, 3]             | sigma [1, 2]
        fit      | weights [1, 2, 3]           | weights [1, 2, 3, 4]
        fit      | weights [1, 2, 1e-9]        | weights [1, 2, -1e-9]
        fit      | robust huber(1e-9)          | robust huber(0)
        classes  | loss cross_entropy(weight = [1, 2, 3]) | loss cross_entropy(weight = [1, 2])
        classes  | loss cross_entropy(weight = [1, 2, 1e-9]) | loss cross_entropy(weight = [1, 2, 0])
        """)
    void reachesSoFarAndNoFarther(String block, String last, String beyond) {
        String around = Objects.requireNonNull(BLOCKS.get(block));
        assertThat(mistake(around, last)).as(last).isFalse();
        assertThat(mistake(around, beyond)).as(beyond).isTrue();
    }

    private static boolean mistake(String block, String line) {
        return Answers.after(START).mistake(block.formatted(line)).isPresent();
    }
}
