package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.host.Host;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views do not go through a large graph path by path: the limits are wide, since a machine may be slow, and walking all paths never ends. */
@Tag("slow")
final class ViewSpeedTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final SourceText NOWHERE = new SourceText("test", "");

    /** A million nodes between an input and a result, with more paths than can be counted one by one. */
    private static Tape large() {
        Tape tape = new Tape();
        int x = tape.input(0.5);
        int y = x;
        while (tape.size() < 1_000_000) {
            y = tape.add(y, tape.multiply(tape.apply(Operation.SIN, y), x));
        }
        tape.backward(y);
        return tape;
    }

    private static void boundedTime(Runnable view) {
        long start = THREADS.getCurrentThreadCpuTime();
        view.run();
        assertThat(THREADS.getCurrentThreadCpuTime() - start).isLessThan(30_000_000_000L);
    }

    @Test
    void aMillionNodesAreTracedFolded() {
        Tape tape = large();
        boundedTime(() -> assertThat(Trace.of(tape, new NodeNames(tape, List.of(), Set.of())))
                .hasSizeLessThanOrEqualTo(Trace.MOST_ROWS + 1));
    }

    @Test
    void thePathsThroughAMillionNodesAreCounted() {
        Tape tape = large();
        boundedTime(() -> {
            NodeNames names = new NodeNames(tape, List.of(), Set.of());
            DerivativeResult.Explained explained =
                    new Explanation(tape, names, "y").of("x", 0, new Span(NOWHERE, 0, 0));
            assertThat(explained.pathCount().precision() - explained.pathCount().scale())
                    .isGreaterThan(10_000);
            assertThat(explained.paths()).isNotEmpty();
        });
    }

    @Test
    void aGuessAboutAMillionNodesIsJudged() {
        Tape tape = large();
        boundedTime(() -> assertThat(new Judge(tape, new NodeNames(tape, List.of(), Set.of()), "y")
                        .of(0, new Answer(1234.5, 0))
                        .right())
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace L",
                "explain L wrt a",
                "derive L wrt a",
                "check L",
                "compare L wrt a",
                "guess grad(L, a) = 4",
                "nudge a by 0.1",
                "graph L",
                "step L"
            })
    void aFormulaOfTwentyOperationsIsShownAtOnce(String statement) {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        session.run(new SourceText("formula", """
            let a = 1.1, b = 0.7, c = 0.3
            L = sigmoid(a*b + c)*exp(-a^2/2) + sin(a*b*c)/(1 + b^2) - log(1 + exp(c*a)) + sqrt(a^2 + b^2)
            """));
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            results.clear();
            long start = System.nanoTime();
            session.run(new SourceText("view", statement));
            results.forEach(printer::text);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(2_000_000_000L);
        assertThat(results).isNotEmpty();
    }
}
