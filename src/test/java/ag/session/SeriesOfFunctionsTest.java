package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.result.FormulaResult.Formulated;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Taylor polynomial has the function's value and derivatives at its place, also of a function within a function. */
final class SeriesOfFunctionsTest {
    static Stream<String> functions() {
        return Operation.functions().stream()
                .map(Operation::symbol)
                .distinct()
                .filter(name -> Operation.function(name, 1).isPresent());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agreeWithTheDerivatives(String name) {
        assertAgrees(name + "(t)", "1");
        assertAgrees(name + "(t + t^2)", "0");
    }

    private static void assertAgrees(String formula, String place) {
        Answers answers = Answers.after("f(t) = " + formula);
        if (answers.mistake("taylor f at %s order 3".formatted(place)).isPresent()) {
            return;
        }
        String polynomial = ((Formulated) answers.results().getLast()).formula();
        answers.run("p(t) = %s; p(%s); p'(%<s); p''(%<s); p'''(%<s)".formatted(polynomial, place));
        List<Double> expanded = numbers(answers);
        answers.run("f(%s); f'(%<s); f''(%<s); f'''(%<s)".formatted(place));
        assertThat(expanded)
                .as("%s at %s: %s", formula, place, polynomial)
                .usingElementComparator((a, b) -> Programs.agree(a, b, 1e-6) ? 0 : Double.compare(a, b))
                .isEqualTo(numbers(answers));
    }

    private static List<Double> numbers(Answers answers) {
        return answers.values().stream().map(Double::valueOf).toList();
    }
}
