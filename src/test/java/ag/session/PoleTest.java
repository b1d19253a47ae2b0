package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.result.Result;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The number nearest to a multiple of pi gets some huge value of tan and its kin where there is none: that is told, once. */
final class PoleTest {
    private static Stream<String> functions() {
        return Stream.of(Operation.values())
                .filter(operation -> operation.domain().poles())
                .map(Operation::symbol);
    }

    private static List<String> notes(String program) {
        List<Result> results = Programs.results(program);
        assertThat(results).noneMatch(Result.Failed.class::isInstance);
        return results.stream()
                .filter(Result.Note.class::isInstance)
                .map(result -> ((Result.Note) result).text())
                .toList();
    }

    /** Poles lie where the reciprocal is 0, which high precision tells: tan and sec have them at odd multiples of pi/2, cot and csc at even ones. */
    private static List<Integer> poles(String function) {
        return IntStream.rangeClosed(-9, 9)
                .filter(quarter -> quarter != 0)
                .filter(quarter -> (quarter % 2 == 0) == List.of("cot", "csc").contains(function))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void atAPoleThereIsNoValue(String function) {
        assertThat(poles(function)).isNotEmpty();
        for (int quarter : poles(function)) {
            String place = "(" + quarter + "*pi/2)";
            for (String program : List.of(
                    function + place,
                    "let x = " + place + "; y = " + function + "(x); y",
                    "let x = 1; y = " + function + "(x); set x = " + place + "; y")) {
                assertThat(notes(program))
                        .as(program)
                        .singleElement()
                        .asString()
                        .contains(function + " takes any number but");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void besideAPoleThereIsOne(String function) {
        for (int quarter : poles(function)) {
            String place = "(" + quarter + "*pi/2 + 1e-9)";
            assertThat(notes(function + place)).as(place).isEmpty();
            assertThat(notes("let x = " + place + "; y = " + function + "(x); y"))
                    .isEmpty();
        }
        assertThat(notes(function + "(1e-10)")).isEmpty();
    }
}
