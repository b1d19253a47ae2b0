package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of three chapters of calculus is read as a textbook means it, or refused with its readings. */
final class TextbookTest {
    private static final double NEAR = 1e-9;
    private static final List<String> LINES = lines();
    private static final List<String> POINT =
            List.of(LINES.getFirst().substring("at ".length()).split(", "));

    /** An example, and what it is worth. */
    record Example(String typed, String worth) {}

    static Stream<Example> examples() {
        return LINES.stream().skip(1).map(line -> {
            int bar = line.lastIndexOf(" | ");
            return new Example(line.substring(0, bar), line.substring(bar + 3));
        });
    }

    @Test
    void thereAreManyExamples() {
        assertThat(examples()).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadAsATextbookMeansIt(Example example) {
        List<Result> results = new ArrayList<>();
        switch (example.worth()) {
            case "refused" ->
                assertThat(run(example.typed(), results))
                        .hasValueSatisfying(
                                mistake -> assertThat(mistake.hint()).containsAnyOf("write", "what comes near"));
            case "equation", "formula" -> {
                assertThat(run(example.typed(), results)).isEmpty();
                assertThat(last(results))
                        .isInstanceOfSatisfying(
                                Plain.Described.class,
                                described -> assertThat(described.type()).isEqualTo(example.worth()));
            }
            default -> {
                assertThat(run(atPoint(example.typed()), results)).isEmpty();
                double[] expected = Arrays.stream(example.worth().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double[] actual = numbers(last(results));
                assertThat(actual).hasSameSizeAs(expected);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(Math.abs(actual[i] - expected[i]))
                            .as("%s gives %s, and is %s", example.typed(), actual[i], expected[i])
                            .isLessThan(NEAR * Math.max(1, Math.abs(expected[i])));
                }
            }
        }
    }

    /** The example at the point of the first line; what it has given a name itself keeps that. */
    private static String atPoint(String typed) {
        List<String> statements = List.of(typed.split("; "));
        if (typed.contains(" at ")) {
            return typed;
        }
        List<String> named = statements.subList(0, statements.size() - 1).stream()
                .map(statement -> statement.substring(0, statement.indexOf(' ')))
                .toList();
        return typed
                + POINT.stream()
                        .filter(letter -> !named.contains(letter.substring(0, letter.indexOf(' '))))
                        .collect(Collectors.joining(", ", " at ", ""));
    }

    private static Optional<Diagnostic> run(String program, List<Result> results) {
        return new Session(results::add, Host.PLAIN, Interruption.none()).run(new SourceText("example", program));
    }

    private static Plain last(List<Result> results) {
        return results.stream()
                .filter(Result.Value.class::isInstance)
                .map(result -> ((Result.Value) result).value())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no value"));
    }

    private static double[] numbers(Plain value) {
        return switch (value) {
            case Plain.Real(double number) -> new double[] {number};
            case Plain.Vector(double[] numbers) -> numbers;
            default -> throw new AssertionError("no numbers: " + value);
        };
    }

    private static List<String> lines() {
        try {
            return java.nio.file.Files.readAllLines(Path.of("src/test/resources/textbook.txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
