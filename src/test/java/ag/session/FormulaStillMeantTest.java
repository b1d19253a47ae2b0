package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.result.FormulaResult.Derived;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A view of a name tells what the name is, not what its text would mean by now. */
final class FormulaStillMeantTest {
    private static final String GIVEN = """
        a = 2
        b = 3
        inner(u) = a*u^2
        outer(u) = inner(u) + u
        deep(u, k = b) = outer(k*u)
        let x = 3
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "a*x^2 : a = 7",
                "inner(x) : a = 7",
                "inner(x) : inner(u) = u",
                "outer(x) : a = 7",
                "outer(x) : inner(u) = u",
                "outer(x) : outer(u) = u^3",
                "deep(x) : a = 7",
                "deep(x) : b = 7",
                "deep(x) : inner(u) = u",
                "deep(x) : outer(u) = u",
                "sin(x) : sin(u) = u^2",
                "inner(outer(x)) : inner(u) = sin(u)"
            })
    void afterItsPartsMeanSomethingElse(String formula, String change) {
        Answers answers = Answers.after(GIVEN + "y = " + formula);
        double before = derived(answers);
        answers.run(change);
        double slope = Double.parseDouble(answers.value("grad(y, x)"));
        assertThat(before).isCloseTo(slope, within(1e-9));
        assertThat(derived(answers)).isCloseTo(slope, within(1e-9));
    }

    private static double derived(Answers answers) {
        answers.run("derive y");
        List<Derived> all = answers.results().stream()
                .filter(Derived.class::isInstance)
                .map(Derived.class::cast)
                .toList();
        return Objects.requireNonNull(all.getLast().value());
    }
}
