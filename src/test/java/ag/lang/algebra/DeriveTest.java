package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.FormulaResult.Derived;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statement {@code derive}, as a program sees it. */
final class DeriveTest {
    private static List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        Optional<Diagnostic> failure = session.run(new SourceText("test", program));
        assertThat(failure).as(program).isEmpty();
        return results;
    }

    private static Derived derive(String program) {
        return (Derived) run(program).getLast();
    }

    @Test
    void aFormulaIsDerivedByOneOfItsInputs() {
        Derived derived = derive("let a = 2, b = 3, c = 4, d = 5; L = ((a*b)+c)*(a+d); derive L wrt a");

        assertThat(derived.formula()).isEqualTo("2a·b + b·d + c");
        assertThat(derived.value()).isEqualTo(31);
    }

    @Test
    void aFunctionIsDerivedByItsParameter() {
        Derived derived = derive("f(x) = x^3 - 2x; derive f");

        assertThat(derived.formula()).isEqualTo("3x² - 2");
        assertThat(derived.value()).isNull();
    }

    @Test
    void aLoopIsUnrolledAsItRan() {
        assertThat(derive("f(x) = { s = 0; for k in 1..3 { s = s + x^k / k }; s }; derive f")
                        .formula())
                .isEqualTo("x² + x + 1");
    }

    @Test
    void bothWaysOfAChoiceAreDerived() {
        assertThat(derive("f(x) = if x > 0 then x^2 else -x; derive f").formula())
                .isEqualTo("if x > 0 then 2x else -1");
    }

    @Test
    void numbersAreWhatTheTextSays() {
        assertThat(derive("k = 1/3; f(x) = k*x^3; derive f").formula()).isEqualTo("x²");
        assertThat(derive("let a = 2; L = 2π*a + e^3*a; derive L wrt a").formula())
                .isEqualTo("e³ + 2π");
        assertThat(derive("g(t) = 0.5*9.81*t^2; derive g").formula()).isEqualTo("9.81t");
    }

    @Test
    void aNameThatMeansSomethingElseByNowIsNotPutIn() {
        Derived derived = derive("let a = 2, b = 3; k = a*b; L = k^2; k = 7; derive L wrt a");

        assertThat(derived.value()).isEqualTo(36);
        assertThat(derived.formula()).isEqualTo("2a·b²");
    }

    @Test
    void allWaysEndInTheSameFormula() {
        List<Derived> ways = run("f(x) = x^2*(x + 1); derive f all").stream()
                .map(result -> (Derived) result)
                .toList();

        assertThat(ways)
                .extracting(Derived::way)
                .containsExactly("by the rules", "multiplied out first", "by the logarithm");
        assertThat(ways).extracting(Derived::formula).containsOnly("3x² + 2x");
    }

    @Test
    void whatIsCancelledIsNoted() {
        assertThat(run("derive (x^2 - 4)/(x - 2) wrt x"))
                .anySatisfy(result -> assertThat(result.toString()).contains("this holds where x ≠ 2"));
    }

    @Test
    void aDerivativeIsDerivedOnceMore() {
        assertThat(derive("f(x) = x^4; derive f'").formula()).isEqualTo("12x²");
    }

    @Test
    void theConventionIsWrittenOutWhereTheTextbookHasNoValue() {
        Derived derived = derive("let q = 0; L = q^q; derive L wrt q");

        assertThat(derived.formula()).contains("if q == 0");
        assertThat(derived.value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigmoid(a*b + 1)^2",
                "exp(-a^2/2)*cos(b*a)",
                "log(1 + exp(a)) + relu(a - 1)*b",
                "sqrt(a^2 + b^2)/(a + b)",
                "max(a, b)^3 + atan2(a, b)",
                "norm([a, b, a*b]) + logsumexp([a, 2a, b])",
                "gelu(a) + erf(a*b) + hypot(a, b)",
                "(a + b)^(a - b)"
            })
    void theFormulaIsSourceThatIsWorthTheGradient(String formula) {
        assertWorthTheGradient("let a = 1.3, b = 0.7; L = " + formula + "\n", "a");
    }

    /** A textbook's form is right in whole regions, whatever points it was tried at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clamp(max([x, 0.5, x]), -1, 1)",
                "max([x, abs(x), 0.2])",
                "min([x, 2, x, x])^3",
                "x*relu(max([x, relu(x), -1]))",
                "max([sqrt(x^2), x, 0.1])",
            })
    void elementsThatAreEqualInWholeRegionsCountOnce(String formula) {
        String derived = derive("L = " + formula + "; derive L wrt x").formula();
        for (double x : List.of(-1.7, -0.4, 0.3, 0.7, 0.9, 1.8)) {
            assertThat(last("x = " + x + "; " + derived))
                    .as("%s at %s", derived, x)
                    .isCloseTo(last("let x = " + x + "; grad(" + formula + ", x)"), within(1e-12));
        }
    }

    private static double last(String program) {
        return ((Plain.Real) ((Result.Value) run(program).getLast()).value()).value();
    }

    private static void assertWorthTheGradient(String program, String input) {
        Derived derived = derive(program + "derive L wrt " + input);
        Result.Value value = (Result.Value) run(program + derived.formula()).getLast();

        assertThat(((Plain.Real) value.value()).value())
                .as(derived.formula())
                .isCloseTo(derived.value(), withinPercentage(1e-9));
    }

    /** Each form that is tried for a part tries the forms of what is in it; were nothing remembered, 40 levels would take years. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sin(X)",
                "exp(X - 1)",
                "exp(-X)",
                "sqrt(1 + X)",
                "1 + x*(X)",
                "1/(1 + X)",
                "(1 + X)^2/9",
                "1/(1 + exp(-(X)))"
            })
    @Timeout(60)
    void whatIsNestedDeepIsDerived(String level) {
        String nested = "x";
        for (int i = 0; i < 40; i++) {
            nested = level.replace("X", nested);
        }
        assertWorthTheGradient("let x = 0.3; L = " + nested + "\n", "x");
    }

    @Test
    void aFunctionWhoseCourseDependsOnItsArgumentIsRefused() {
        Session session = new Session(result -> {}, Host.PLAIN, Interruption.none());
        Optional<Diagnostic> failure =
                session.run(new SourceText("test", "w(x) = { s = x; while s < 10 { s = s*2 }; s }; derive w"));

        assertThat(failure.orElseThrow().message())
                .contains("w(x) has no one formula: at 's < 10' in line 1, its course depends on its argument");
    }

    @Test
    void jsonHoldsWhatTheReferencePromises() {
        String line = new JsonPrinter(true).line(derive("let a = 2; L = a^3; derive L wrt a"));

        assertThat(line)
                .contains(
                        "\"kind\":\"derive\"",
                        "\"of\":\"L\",\"input\":\"a\",\"formula\":\"3a²\",\"latex\":\"3 \\\\, a^{2}\",\"value\":12.0");
    }
}
