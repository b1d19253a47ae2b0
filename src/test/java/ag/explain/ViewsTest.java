package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.result.DerivativeResult;
import ag.result.DerivativeResult.Explained;
import ag.result.DerivativeResult.PathRow;
import ag.result.DerivativeResult.TraceRow;
import ag.result.DerivativeResult.Traced;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ViewsTest {
    private static final String REGULARIZED = """
        let w1 = 0.2, w2 = 0.4, x1 = -0.4, x2 = 0.5
        z = w1*x1 + w2*x2; G = sigmoid(z); u = w1^2 + w2^2; R = 0.5u
        f = G + R
        """;
    private static final String PRODUCT = "let a = 2, b = 3, c = 4, d = 5; L = ((a*b)+c)*(a+d)\n";

    private static List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        assertThat(session.run(new SourceText("test", program))).isEmpty();
        return results;
    }

    private static Traced trace(String program) {
        return (Traced) run(program).getLast();
    }

    private static Explained explain(String program) {
        return (Explained) run(program).getLast();
    }

    private static double number(Plain plain) {
        return ((Plain.Real) plain).value();
    }

    private static void shows(Traced traced, String name, double value, double gradient) {
        TraceRow row = traced.rows().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(number(row.value())).as("value of " + name).isCloseTo(value, within(5e-5));
        assertThat(number(row.gradient())).as("gradient of " + name).isCloseTo(gradient, within(5e-5));
    }

    @Test
    void traceShowsTheTextbookNumbersOfALossWithAPenalty() {
        Traced traced = trace(REGULARIZED + "trace f");

        shows(traced, "z", 0.1200, 0.2491);
        shows(traced, "u", 0.2000, 0.5000);
        shows(traced, "G", 0.5300, 1);
        shows(traced, "f", 0.6300, 1);
        shows(traced, "w1", 0.2, 0.1004);
        shows(traced, "w2", 0.4, 0.5246);
        shows(traced, "x1", -0.4, 0.0498);
        shows(traced, "x2", 0.5, 0.0996);
    }

    @Test
    void traceWritesEachStepWithTheNamesOfItsOperands() {
        assertThat(trace(PRODUCT + "trace L").rows())
                .extracting(TraceRow::name, TraceRow::expression)
                .extracting(Object::toString)
                .contains(
                        "(\"a·b\", \"a·b\")",
                        "(\"a·b + c\", \"a·b + c\")",
                        "(\"a + d\", \"a + d\")",
                        "(\"L\", \"(a·b + c)·(a + d)\")");
    }

    @Test
    void traceFollowsTheOrderInWhichStepsAreComputed() {
        List<String> names = trace(REGULARIZED + "trace f").rows().stream()
                .map(TraceRow::name)
                .toList();
        assertThat(names).containsSubsequence("w1", "z", "G", "f").containsSubsequence("w2", "u", "R", "f");
    }

    @Test
    void aStepIsNeverGivenANameOfTheUsers() {
        assertThat(trace("let t1 = 2, b = 3; L = tanh(tanh(t1 + b))*b; trace L").rows())
                .extracting(TraceRow::name)
                .containsExactly("t1", "b", "t1 + b", "tanh(t1 + b)", "t2", "L");
    }

    @Test
    void traceAsksForVectorsByTheirElements() {
        assertThat(trace("let v = [3, 4]; n = norm(v); trace n").rows())
                .extracting(TraceRow::name, TraceRow::expression)
                .extracting(Object::toString)
                .containsExactly("(\"v[0]\", \"input\")", "(\"v[1]\", \"input\")", "(\"n\", \"norm(v)\")");
    }

    @Test
    void anInputThatLostItsNameIsToldFromTheOneThatHasItNow() {
        assertThat(trace("let a = 2; p = a^2; let a = 5; L = p*a; trace L").rows())
                .extracting(TraceRow::name)
                .containsExactlyInAnyOrder("a_1", "p", "a", "L");
    }

    @Test
    void traceFoldsANetworkByLayer() {
        Traced traced =
                trace("mlp net { input 2; layer 40 tanh; layer 1; seed 1 }\nL = (net([0.5, 1]) - 1)^2; trace L");

        assertThat(traced.rows())
                .extracting(TraceRow::name, TraceRow::count)
                .containsExactly(
                        tuple("net.parameters[0..<120]", 120),
                        tuple("net.parameters[120..<161]", 41),
                        tuple("t1 … t120", 120),
                        tuple("t121 … t123", 3),
                        tuple("t124", 1),
                        tuple("L", 1));
    }

    @Test
    void anActivationOfOnesOwnBelongsToItsLayer() {
        Traced traced =
                trace("bend(x) = x^3 - x\nmlp net { input 2; layer 3 bend; layer 1; seed 1 }\ntrace net([0.5, 1])");

        assertThat(traced.rows())
                .extracting(TraceRow::expression)
                .anyMatch(text -> text.startsWith("layer 1 of net, "));
        assertThat(traced.rows()).hasSize(4);
    }

    @Test
    void anElementOfAMatrixIsCalledByItsRowAndColumn() {
        String program = "let A = [[1, 2], [3, 4]]; L = sum(A^2)\n";

        assertThat(((DerivativeResult.Checked) run(program + "check L").getLast()).rows())
                .extracting(DerivativeResult.CheckRow::input)
                .containsExactly("A[0, 0]", "A[0, 1]", "A[1, 0]", "A[1, 1]");
        assertThat(explain(program + "explain L wrt A").input()).isEqualTo("A[1, 1]");
    }

    @Test
    void traceCountsWhatItLeavesOut() {
        Traced traced = trace("let b = 0.5; q = b; for i in 0..<1000 { q = sin(q)*b }; trace q");

        assertThat(traced.rows()).hasSize(Trace.MOST_ROWS + 1);
        assertThat(traced.rows().stream().mapToInt(TraceRow::count).sum()).isEqualTo(2001);
    }

    @Test
    void explainListsEveryPathWithItsFactors() {
        Explained explained = explain(PRODUCT + "explain L wrt a");

        assertThat(explained.total()).isEqualTo(31);
        assertThat(explained.pathCount()).isEqualTo(BigDecimal.valueOf(2));
        assertThat(explained.paths())
                .containsExactly(
                        new PathRow(List.of("a", "a·b", "a·b + c", "L"), List.of(3.0, 1.0, 7.0), 21),
                        new PathRow(List.of("a", "a + d", "L"), List.of(1.0, 10.0), 10));
    }

    @Test
    void aValueUsedTwiceHasTwoEdges() {
        Explained explained = explain("let a = 3; L = a*a; explain L wrt a");

        assertThat(explained.paths())
                .containsExactly(
                        new PathRow(List.of("a", "L"), List.of(3.0), 3),
                        new PathRow(List.of("a", "L"), List.of(3.0), 3));
    }

    @Test
    void theBackwardPassNeedsFewerMultiplicationsWhereEdgesAreShared() {
        // s doubles twice: 4 paths of 3 edges from a, 1 of them shared; path by path 4·2, backward 2 (t1 to t2 twice) +
        // 1.
        Explained explained = explain("let a = 3; p = sin(a); q = p + p; L = q + q; explain L wrt a");

        assertThat(explained.pathMultiplications()).isEqualTo(BigDecimal.valueOf(8));
        assertThat(explained.backwardMultiplications()).isEqualTo(3);
    }

    @Test
    void soManyPathsThatNobodyCouldWalkThemAreCountedExactly() {
        // Each s + s*a doubles the paths and adds one that starts at a: 2^101 - 1 in all.
        Explained explained = explain("let a = 1.01; s = a; for i in 0..<100 { s = s + s*a }; explain s wrt a");

        assertThat(explained.pathCount().toBigIntegerExact())
                .isEqualTo(BigDecimal.TWO.pow(101).subtract(BigDecimal.ONE).toBigIntegerExact());
        assertThat(explained.paths()).hasSize(10);
        assertThat(explained.paths()).isSortedAccordingTo((p, q) -> Double.compare(q.product(), p.product()));
    }

    @Test
    void theLargestPathsAreAmongAllOfThem() {
        String program = "let a = 0.7, b = -1.3; s = a; for i in 0..<%d { s = sin(s)*b + a*s }; explain s wrt a";
        List<PathRow> all = explain(program.formatted(4)).paths();

        assertThat(all).isSortedAccordingTo((p, q) -> Double.compare(Math.abs(q.product()), Math.abs(p.product())));
        assertThat(all.stream().mapToDouble(PathRow::product).sum())
                .isCloseTo(explain(program.formatted(4)).total(), within(1e-12));
    }

    @Test
    void explainGoesThroughAllInputsWhereNoneIsNamed() {
        assertThat(run(PRODUCT + "explain L").stream().map(result -> ((Explained) result).input()))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatTheResultDoesNotDependOnHasNoPath() {
        Explained explained = explain("let a = 1, b = 2; L = a^2; explain L wrt b");

        assertThat(explained.pathCount()).isEqualTo(BigDecimal.ZERO);
        assertThat(explained.total()).isZero();
    }

    @Test
    void jsonHoldsWhatTheReferencePromises() {
        String line = new JsonPrinter(true).line(explain(PRODUCT + "explain L wrt a"));

        assertThat(line)
                .contains(
                        "\"kind\":\"explain\"",
                        "\"of\":\"L\",\"input\":\"a\",\"total\":31.0,\"path_count\":2,\"paths\":[")
                .contains("{\"nodes\":[\"a\",\"a·b\",\"a·b + c\",\"L\"],\"factors\":[3.0,1.0,7.0],\"product\":21.0}");
        assertThat(new JsonPrinter(true).line(trace(PRODUCT + "trace L")))
                .contains("{\"name\":\"a·b\",\"expression\":\"a·b\",\"value\":6.0,\"grad\":7.0,");
    }

    @Test
    void theWordsOfTheViewsStayFreeForNames() {
        run("trace = 3; explain = trace + 1; x = explain*trace");
    }
}
