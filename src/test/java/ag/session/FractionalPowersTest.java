package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.result.SolutionResult.Solved;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equations in powers that are no whole numbers: below zero such a power has no value, so no solution lies there. */
final class FractionalPowersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"1/2", "3/2", "5/2", "1/3", "2/3", "4/3", "5/3", "-1/2", "-2/3", "3/4", "-3/4", "0.5", "1.5"})
    void aPowerAloneHasOneRoot(String power) {
        double exponent = Programs.number(power);
        String one = "x^(%s)".formatted(power);
        for (String equation : List.of("%s = 8", "2*%s - 16 = 0", "(%s)^2 = 64", "(%s)^2 - 7*%s = 8", "8/%s = 1")) {
            String written = equation.replace("%s", one);
            assertThat(roots(written))
                    .as(written)
                    .singleElement()
                    .satisfies(solution ->
                            assertThat(solution.getFirst()).isCloseTo(Math.pow(8, 1 / exponent), within(1e-9)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "x - x^(1/2) = 2 : 4",
                "x + x^(1/2) = 2 : 1",
                "x^(1/2) = x : 0; 1",
                "x^(1/2) = x^(1/3) : 0; 1",
                "x^(3/2) = 4*x^(1/2) : 0; 4",
                "x^(5/2) - 5*x^(3/2) + 4*x^(1/2) = 0 : 0; 1; 4",
                "x^(1/2) + x^(1/4) = 6 : 16",
                "x^2 = x^(1/2) : 0; 1",
                "(2x + 1)^(3/2) = 27 : 4",
                "(x^2)^(1/2) = 3 : -3; 3",
                "x^(-1/2) - x^(-1) = 0.25 : 4",
                "x^(1/2) = -1 : ''",
                "x^(3/2) = -8 : ''",
                "x*y^(1/2) = 6, x = 3 : 3 4",
                "x^(1/2)*y = 6, y^2 = 4 : 9 2",
                "x^(1/2)*y^(1/2) = 6, x/y = 4 : 12 3",
                "x^(3/2) + y = 9, y = 1 : 4 1",
                "x^(3/2) = 8, x*y = 8 : 4 2",
                "x^(1/2) + y = 5, x - y = 1 : 4 3",
                "x^2 + y^(1/2) = 7, x + y^(1/2) = 5 : -1 36; 2 9"
            })
    void sumsAndSystemsHaveTheRootsThatHold(String equations, String solutions) {
        List<List<Double>> expected = Pattern.compile("; ")
                .splitAsStream(solutions)
                .filter(solution -> !solution.isEmpty())
                .map(solution -> Pattern.compile(" ")
                        .splitAsStream(solution)
                        .map(Double::valueOf)
                        .toList())
                .toList();
        assertThat(roots(equations)).isEqualTo(expected);
    }

    private static List<List<Double>> roots(String equations) {
        Solved solved = (Solved) Answers.after("solve " + equations).results().getLast();
        return solved.solutions().stream()
                .map(solution -> solution.stream()
                        .map(root -> Objects.requireNonNull(root.value()))
                        .toList())
                .toList();
    }
}
