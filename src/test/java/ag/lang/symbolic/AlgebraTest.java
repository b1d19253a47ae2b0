package ag.lang.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ag.lang.source.SourceText;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlgebraTest {
    private static final int EXPRESSIONS = 2_000;
    private static final Expr X = Build.name("x");
    private static final Map<Expr, Double> POINT = Map.of(X, 0.83, Build.name("a"), 1.27, Build.name("b"), -0.61);

    private static Expr parse(String source) {
        Statement statement = Parser.parse(new SourceText("test", source)).getFirst();
        return withoutPlaces(((Statement.Evaluate) statement).expression());
    }

    private static Expr withoutPlaces(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral number -> new Expr.NumberLiteral(number.value(), Build.NOWHERE);
            case Expr.Name name -> Build.name(name.name());
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), withoutPlaces(unary.operand()), Build.NOWHERE);
            case Expr.Binary binary ->
                Build.binary(binary.operator(), withoutPlaces(binary.left()), withoutPlaces(binary.right()));
            case Expr.Conditional c ->
                Build.choice(withoutPlaces(c.condition()), withoutPlaces(c.then()), withoutPlaces(c.otherwise()));
            case Expr.Call call ->
                Build.call(
                        ((Expr.Name) call.callee()).name(),
                        call.arguments().stream()
                                .map(argument -> withoutPlaces(argument.value()))
                                .toList());
            case Expr.Index index ->
                new Expr.Index(
                        withoutPlaces(index.target()),
                        index.indices().stream().map(AlgebraTest::withoutPlaces).toList(),
                        Build.NOWHERE);
            case Expr.Vector vector ->
                Build.vector(vector.elements().stream()
                        .map(AlgebraTest::withoutPlaces)
                        .toList());
            default -> throw new IllegalArgumentException("not in these tests: " + expression);
        };
    }

    private static boolean agree(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    @Test
    void whatIsPrintedIsReadAsTheSameTree() {
        RandomExpression random = new RandomExpression(1);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expr expression = random.any(1 + i % 4);
            String printed = ExpressionPrinter.print(expression);
            assertThat(parse(printed)).as(printed).isEqualTo(expression);
        }
    }

    @Test
    void simplifyingNeverChangesAValue() {
        RandomExpression random = new RandomExpression(2);
        int compared = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expr expression = random.next(1 + i % 5);
            double before = Evaluation.of(expression, POINT, X);
            double after = Evaluation.of(Simplifier.simplify(expression), POINT, X);
            if (Double.isFinite(before) && Double.isFinite(after) && Math.abs(before) < 1e6) {
                assertThat(agree(before, after))
                        .as(ExpressionPrinter.print(expression) + ": " + before + " became " + after)
                        .isTrue();
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(EXPRESSIONS / 2);
    }

    @Test
    void everyStepOfADerivationIsWorthTheGradient() {
        RandomExpression random = new RandomExpression(3);
        int compared = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            Derivation derivation = Derivation.of(random.next(1 + i % 4), X, false, () -> {});
            double gradient = Evaluation.of(derivation.start(), POINT, X);
            for (Derivation.Step step : derivation.steps()) {
                double value = Evaluation.of(step.expression(), POINT, X);
                if (Double.isFinite(gradient) && Double.isFinite(value) && Math.abs(gradient) < 1e6) {
                    assertThat(agree(value, gradient))
                            .as(ExpressionPrinter.print(derivation.start()) + " is " + gradient + ", but "
                                    + ExpressionPrinter.print(step.expression()) + " is " + value)
                            .isTrue();
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(EXPRESSIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "x^3 - 2x, 3x^2 - 2",
        "5 + x + x^2, 2x + 1",
        "(x + 1)*(x - 1), 2x",
        "x*sin(x), sin(x) + x*cos(x)",
        "exp(-x^2), -2x*exp(-x^2)",
        "tanh(x), 1 - tanh(x)^2",
        "1/x, -1/x^2",
        "sqrt(x), 1/(2*sqrt(x))",
        "x/3, 1/3",
        "0.1x + 0.2x, 0.3",
        "2^x, 2^x*log(2)",
        "a*x^2 + b*x, 2a*x + b",
        "log(x), 1/x",
        "(2x)^3, 24x^2",
        "7, 0",
        "x, 1",
        "sqrt(4x), 1/sqrt(x)",
        "1/sqrt(4x), -1/(4x*sqrt(x))",
        "asin(x/2), 1/sqrt(4 - x^2)",
        "acos(2x/3), -2/sqrt(9 - 4x^2)",
        "atan(x/2), 2/(x^2 + 4)",
        "sqrt(9x^2 + 9), 3x/sqrt(x^2 + 1)",
        "sqrt(8x + 2), 4/sqrt(8x + 2)",
        "sqrt(0.25x), 0.25/(2*sqrt(0.25x))"
    })
    void theDerivativeIsWrittenAsATextbookWould(String expression, String derivative) {
        Derivation derivation = Derivation.of(parse(expression), X, false, () -> {});
        assertThat(ExpressionPrinter.print(derivation.formula())).isEqualTo(derivative);
    }

    @ParameterizedTest
    @CsvSource({
        "x + 0*a, x",
        "x*x*x, x^3",
        "x/x, 1",
        "2(x + 1), 2*(x + 1)",
        "a - (b - x), a - b + x",
        "sqrt(x)^2, x",
        "2*3*x, 6x",
        "2e, 2*e",
        "log(1) + x, x",
        "-(-x), x",
        "x^(-2), 1/x^2",
        "--x^2, x^2"
    })
    void aSimplerFormIsFound(String expression, String simple) {
        assertThat(ExpressionPrinter.print(Simplifier.simplify(parse(expression))))
                .isEqualTo(simple);
    }

    @Test
    void aRootOfASquareStaysWhatItIs() {
        // sqrt(x^2) is the distance from 0, not x.
        assertThat(ExpressionPrinter.print(Simplifier.simplify(parse("sqrt(x^2)"))))
                .isEqualTo("sqrt(x^2)");
        assertThat(ExpressionPrinter.print(Simplifier.simplify(parse("(x^2)^0.5"))))
                .isEqualTo("(x^2)^0.5");
    }

    @Test
    void aLongDerivationCanBeEndedOnTheWay() {
        String nested = "sin(".repeat(30) + "x" + ")".repeat(30);
        AtomicInteger pauses = new AtomicInteger();
        Derivation.of(parse(nested), X, false, pauses::incrementAndGet);
        assertThat(pauses.get()).isGreaterThan(100);

        int half = pauses.getAndSet(0) / 2;
        Runnable ending = () -> {
            if (pauses.incrementAndGet() == half) {
                throw new IllegalStateException("enough");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> Derivation.of(parse(nested), X, false, ending))
                .withMessage("enough");
    }

    @Test
    void theRulesAreNamed() {
        assertThat(Derivation.of(parse("x^3 - 2x"), X, false, () -> {}).steps())
                .extracting(Derivation.Step::rule)
                .containsExactly("difference rule", "power rule", "constant multiple rule", "simplify");
    }
}
