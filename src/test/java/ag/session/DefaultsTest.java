package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.optimize.Optimizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out means what the documentation says: the same program with everything written gives the same digits. */
final class DefaultsTest {
    /** Gradients of all sizes, so that no eps and no decay goes unseen. */
    private static final String START =
            "let w = [1, -2, 3, 0.5]; L = sum([1, 1e-4, 1e-8, 1e-10]*(w - [0.3, 4, 1, 2])^2); ";

    private static final String NETWORK = """
        data d { 0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0; 2, 1 -> 1 }
        mlp net { input 2; layer 3 tanh; layer 1; seed 3 }
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sgd(lr = 0.1)       | sgd(lr = 0.1, momentum = 0, dampening = 0, nesterov = false, weight_decay = 0)
        sgd(0.1)            | sgd(lr = 0.1)
        sgd(0.1, 0.9)       | sgd(lr = 0.1, momentum = 0.9, dampening = 0, nesterov = false, weight_decay = 0)
        adam(lr = 0.01)     | adam(lr = 0.01, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 0)
        adamw(lr = 0.01)    | adamw(lr = 0.01, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 0.01)
        rmsprop(lr = 0.01)  | rmsprop(lr = 0.01, alpha = 0.99, eps = 1e-8, momentum = 0, weight_decay = 0)
        adagrad(lr = 0.1)   | adagrad(lr = 0.1, lr_decay = 0, eps = 1e-10, weight_decay = 0)
        """)
    void optimizers(String left, String written) {
        for (String rest : List.of("steps 7", "steps 1")) {
            assertThat(minimized(left, rest)).isEqualTo(minimized(written, rest));
        }
        assertThat(trained("loss mse; epochs 5; optimizer " + left))
                .isEqualTo(trained("loss mse; epochs 5; optimizer " + written));
    }

    /** The table of optimizers in the language's description: what it says of an argument left out is what happens. */
    @ParameterizedTest
    @MethodSource("optimizersOfThePage")
    void optimizersAreAsThePageSays(String name, String written) {
        String left = Optimizers.find(name).orElseThrow().example();
        String whole = name + "(" + written.replaceFirst("^lr,", "lr = 0.01,") + ")";
        assertThat(minimized(left, "steps 7")).isEqualTo(minimized(whole, "steps 7"));
        if (Optimizers.find(name).orElseThrow().needs().isForTraining()) {
            assertThat(trained("loss mse; epochs 5; optimizer " + left))
                    .isEqualTo(trained("loss mse; epochs 5; optimizer " + whole));
        }
    }

    static Stream<Arguments> optimizersOfThePage() throws IOException {
        List<Arguments> rows = Pattern.compile(
                        "^\\| `(" + String.join("|", Optimizers.names()) + ")` \\| (`.*) \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs", "language.md")))
                .results()
                .map(row -> Arguments.of(row.group(1), row.group(2).replace("`", "")))
                .toList();
        assertThat(rows.stream().map(row -> List.of(row.get())))
                .containsExactlyElementsOf(Optimizers.ROWS.stream()
                        .map(rule -> List.<Object>of(rule.name(), String.join(", ", rule.signature())))
                        .toList());
        return rows.stream();
    }

    /** The table of a training's lines: the last column says what holds without a line, here with what to write for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        loss       | mse                           | loss mse
        epochs     | 100                           | epochs 100
        batch      | all samples                   |
        reduce     | mean                          | batch 2; reduce mean
        regularize | nothing                       | regularize l2(0)
        stop when  | all epochs                    | stop when false
        stop after | all epochs                    | stop after step 1000000
        log        | prints none                   |
        checkpoint | none                          |
        resume     | from the start                |
        seed       | the session's random numbers  |
        threads    | one for each core, at most 8  | threads 1
        """)
    void trainingsAreAsThePageSays(String line, String without, @Nullable String written) throws IOException {
        assertThat(Files.readString(Path.of("docs", "language.md")).lines())
                .anyMatch(row -> row.startsWith("| `" + line)
                        && (row.endsWith(" | `" + without + "` |") || row.endsWith(" | " + without + " |")));
        if (written != null) {
            String batch = written.startsWith("batch 2") ? "; batch 2" : "";
            assertThat(trained("optimizer sgd(lr = 0.1)" + batch))
                    .isEqualTo(trained("optimizer sgd(lr = 0.1); " + written));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        loss mse; optimizer sgd(lr = 0.1)             | loss mse; optimizer sgd(lr = 0.1); epochs 100
        loss mse; optimizer sgd(lr = 0.1); epochs 3   | loss mse; optimizer sgd(lr = 0.1); epochs 3; reduce mean; threads 1
        loss bce_logits; optimizer sgd(0.1); epochs 3; batch 2; seed 9 | loss bce_logits; optimizer sgd(0.1); epochs 3; batch 2; seed 9; reduce mean; threads 2
        """)
    void trainings(String left, String written) {
        assertThat(trained(left)).isEqualTo(trained(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        minimize L over w { optimizer sgd(lr = 0.1) } | minimize L over w { optimizer sgd(lr = 0.1); steps 100 }
        seed 0; set w = [random(), 1, 1, 1]           | set w = [random(), 1, 1, 1]
        seed 4; mlp net { input 4; layer 2; layer 1 }; set w = net.parameters[0..3] | mlp net { input 4; layer 2; layer 1; seed 4 }; set w = net.parameters[0..3]
        seed 4; mlp net { input 4; layer 2; layer 1 }; set w = net.parameters[0..3] | seed 4; mlp net { input 4; layer 2 linear; layer 1 linear }; set w = net.parameters[0..3]
        """)
    void statements(String left, String written) {
        assertThat(Answers.after(START + left).value("[w, L]"))
                .isEqualTo(Answers.after(START + written).value("[w, L]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        elu(-0.7)               | elu(-0.7, 1)
        leaky_relu(-0.7)        | leaky_relu(-0.7, 0.01)
        join(["a", "b"])        | join(["a", "b"], "")
        zeros(3)                | 0*[1, 2, 3]
        len(make_moons())       | 100
        len(make_circles())     | 100
        len(make_blobs())       | 100
        len(make_spirals())     | 100
        len(xor())              | 4
        """)
    void functions(String left, String written) {
        assertThat(new Answers().value(left)).isEqualTo(new Answers().value(written));
    }

    /** A generator whose signature says {@code noise = 0} makes what it makes when told so. */
    @ParameterizedTest
    @MethodSource("generators")
    void generatorsMakeWhatTheirSignatureSays(String name, String written) {
        Answers answers = new Answers();
        answers.run("seed 3; d = " + name + "()");
        answers.run("seed 3; e = " + name + "(" + written + ")");
        assertThat(answers.value("d.inputs == e.inputs and d.targets == e.targets"))
                .isEqualTo("true");
        for (String part : written.split(", ", -1)) {
            answers.run("seed 3; e = " + name + "(" + part + ")");
            assertThat(answers.value("d.inputs == e.inputs")).as(part).isEqualTo("true");
        }
    }

    static Stream<Arguments> generators() {
        return new Answers()
                .library().stream()
                        .filter(row -> row.name().startsWith("make_"))
                        .map(row -> Arguments.of(
                                row.name(),
                                row.parameters().stream()
                                        .filter(parameter -> parameter.contains("="))
                                        .collect(Collectors.joining(", "))));
    }

    private static String minimized(String optimizer, String settings) {
        return Answers.after(START + "minimize L over w { optimizer " + optimizer + "; " + settings + " }")
                .value("w");
    }

    private static String trained(String settings) {
        return Answers.after(NETWORK + "train net on d { " + settings + " }").value("[net.parameters, net.losses]");
    }
}
