package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.DerivativeResult.CompareRow;
import ag.result.DerivativeResult.Compared;
import ag.result.DerivativeResult.Explained;
import ag.result.DerivativeResult.Gradient;
import ag.result.DerivativeResult.PathRow;
import ag.result.DerivativeResult.Traced;
import ag.result.FormulaResult;
import ag.result.FormulaResult.Derived;
import ag.result.Plain;
import ag.result.PracticeResult.Guessed;
import ag.result.Result;
import ag.session.Programs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On programs made by chance every view of a derivative shows the same number. */
@Tag("slow")
final class ViewsAgreeTest {
    private static final double ERROR = 1e-12;

    private static final String INPUTS = "let x = 0.83, a = 1.27, b = 0.61\n";

    static List<String> formulas() {
        RandomTerm random = new RandomTerm(11);
        return IntStream.range(0, 600)
                .mapToObj(i -> TextWriter.text(random.next(2 + i % 4)))
                .filter(formula -> formula.matches(".*\\bx\\b.*") && !formula.equals("x"))
                .filter(ViewsAgreeTest::isTame)
                .limit(200)
                .toList();
    }

    /** Where numbers grow large, 1e-12 is more than doubles hold. */
    private static boolean isTame(String formula) {
        List<Result> results = Programs.results(INPUTS + "L = " + formula + "\ntrace L");
        return results.size() == 1
                && results.getFirst() instanceof Traced traced
                && traced.rows().stream().allMatch(row -> isTame(row.value()) && isTame(row.gradient()));
    }

    private static boolean isTame(Plain plain) {
        return plain instanceof Plain.Real real && Math.abs(real.value()) < 100;
    }

    private static List<Result> views(String formula, String statements) {
        return Programs.results(INPUTS + "L = " + formula + "\n" + statements);
    }

    private static void same(String what, double shown, double gradient) {
        assertThat(Programs.agree(shown, gradient, ERROR))
                .as("%s is %s, the gradient is %s", what, shown, gradient)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void everyViewShowsTheSameDerivative(String formula) {
        double gradient = 0;
        for (Result result :
                views(formula, "grad L wrt x; trace L; explain L wrt x; derive L wrt x; compare L wrt x")) {
            switch (result) {
                case Gradient grad ->
                    gradient = ((Plain.Real) grad.slopes().getFirst().gradient()).value();
                case Traced traced ->
                    same(
                            "trace",
                            traced.rows().stream()
                                    .filter(row -> row.name().equals("x"))
                                    .mapToDouble(row -> ((Plain.Real) row.gradient()).value())
                                    .findFirst()
                                    .orElseThrow(),
                            gradient);
                case Explained explained -> explained(explained, gradient);
                case Derived derived -> derived(formula, derived, gradient);
                case Compared compared -> compared(compared, gradient);
                default -> throw new AssertionError("not a view: " + result);
            }
        }
    }

    private static void explained(Explained explained, double gradient) {
        same("explain", explained.total(), gradient);
        same("the backward pass of explain", explained.backward().getLast().gradient(), gradient);
        if (explained.pathCount().intValueExact() == explained.paths().size()) {
            same(
                    "the sum of the paths",
                    explained.paths().stream().mapToDouble(PathRow::product).sum(),
                    gradient);
        }
    }

    private static void derived(String formula, Derived derived, double gradient) {
        for (FormulaResult.DerivationStep step : derived.steps()) {
            Result.Value value =
                    (Result.Value) views(formula, "(" + step.expression() + ")").getLast();
            double worth = ((Plain.Real) value.value()).value();
            same(derived.start() + " = " + step.expression(), worth, gradient);
        }
    }

    private static void compared(Compared compared, double gradient) {
        for (CompareRow row : compared.rows()) {
            Double derivative = row.derivative();
            double error = row.method().equals("central difference") ? 1e-5 : ERROR;
            assertThat(derivative != null && Programs.agree(derivative, gradient, error))
                    .as("%s: %s, not %s", row.method(), derivative, gradient)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void theRightGuessIsRightAndAnotherIsWrong(String formula) {
        double gradient = Programs.number(INPUTS + "L = " + formula + "\ngrad(L, x)");
        Guessed right =
                (Guessed) views(formula, "guess grad(L, x) = " + gradient).getLast();
        Guessed wrong = (Guessed)
                views(formula, "guess grad(L, x) = " + (gradient + 0.123)).getLast();

        assertThat(right.right()).isTrue();
        assertThat(wrong.right()).isFalse();
    }
}
