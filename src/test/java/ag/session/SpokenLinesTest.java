package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines in the words of a textbook about a name, which may be that of a function or of a formula: what is told to type instead works for
 * both, and is about what was asked.
 */
final class SpokenLinesTest {
    private static final String NUMBERS = "\np(x) = x^3 - 3x\ny = x^3 - 3x\nr(u, v) = u^2 v\n";

    /** A line about *, and how what is told to type begins. */
    private static final List<List<String>> LINES = List.of(
            List.of("derivative of *", "derive *"),
            List.of("the second derivative of *", "*''"),
            List.of("the derivative of * at 2", "*'(2)"),
            List.of("second derivative of * at x = 2", "*''(2)"),
            List.of("differentiate *", "derive *"),
            List.of("derivative of * with respect to x", "d/dx (*)"),
            List.of("slope of * at 2", "*'(2)"),
            List.of("tangent line to * at 2", "tangent * at 2"),
            List.of("tangent of * at x = 2", "tangent * at x = 2"),
            List.of("the tangent to the graph of * at 2", "tangent * at 2"),
            List.of("normal to * at 2", "y = (* at 2)"),
            List.of("taylor series of *", "taylor * at 0"),
            List.of("taylor series of * at 1", "taylor * at 1"),
            List.of("taylor polynomial of * around 1 of order 2", "taylor * at 1 order 2"),
            List.of("taylor * about 1", "taylor * at 1"),
            List.of("taylor * around 1 to order 3", "taylor * at 1 order 3"),
            List.of("extrema * over -2..2", "extrema * on -2..2"),
            List.of("extrema * from -2 to 2", "extrema * on -2..2"),
            List.of("critical points of * between 0 and 3", "critical * on 0..3"),
            List.of("maximum of *", "extrema *"),
            List.of("find the minimum of * on [0, 2]", "extrema * on 0..2"),
            List.of("max *", "extrema *"),
            List.of("inflection points of *", "solve *''"),
            List.of("zeros of *", "solve *"),
            List.of("roots of * between 0 and 3", "solve *"),
            List.of("where is * increasing", "solve *'"),
            List.of("where is * concave down?", "solve *''"),
            List.of("limit of * as x approaches 2", "limit * as x -> 2"),
            List.of("evaluate * at 3", "* at 3"),
            List.of("value of * for x = 3", "* at x = 3"),
            List.of("trace * 3", "trace * at 3"),
            List.of("explain * for x = 3", "explain * at x = 3"),
            List.of("nudge * at 3 0.1", "nudge * at 3 by 0.1"),
            List.of("plot * over 0..2", "plot * for x in 0..2"),
            List.of("plot * from 0 to 2", "plot * for x in 0..2"),
            List.of("plot * between 0 and 2", "plot * for x in 0..2"),
            List.of("plot * x in 0..2", "plot * for x in 0..2"),
            List.of("check *' = 3x^2 - 3", "guess *' = 3x^2 - 3"),
            List.of("is *'(x) = 3x^2 - 3?", "guess *'(x) = 3x^2 - 3"));

    /** Lines that ask about functions alone, and others. */
    private static final List<List<String>> OTHERS = List.of(
            List.of("integral of p from 0 to 1", "integral(p, 0, 1)"),
            List.of("integrate p from 0 to 1", "integral(p, 0, 1)"),
            List.of("area under p from 0 to 1", "integral(p, 0, 1)"),
            List.of("average value of p on [0, 2]", "integral(p, 0, 2)/(2 - 0)"),
            List.of("root of p near 1.5", "root(p, 1.5)"),
            List.of("solve p(x) = 0 on [0, 3]", "solve p(x) = 0 for x in 0..3"),
            List.of("solve p(x) = 0 for x between 0 and 3", "solve p(x) = 0 for x in 0..3"),
            List.of("hessian of r at (1, 2)", "hessian(r, [1, 2])"),
            List.of("jacobian r at u = 1, v = 2", "jacobian(r, [1, 2])"),
            List.of("let k be 3", "let k = 3"),
            List.of("k is 3", "k = 3"),
            List.of("quiz me", "practice chain rule"));

    static Stream<Arguments> lines() {
        Stream<Arguments> named = LINES.stream()
                .flatMap(line -> Stream.of("p", "y")
                        .map(name -> Arguments.of(
                                line.getFirst().replace("*", name),
                                line.getLast().replace("*", name))));
        return Stream.concat(named, OTHERS.stream().map(line -> Arguments.of(line.getFirst(), line.getLast())));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatIsToldToTypeWorks(String line, String begins) {
        String hint = mistake(line).map(Diagnostic::hint).orElse("none: it was read");
        assertThat(hint).startsWith("write: ");
        String instead = hint.substring("write: ".length());
        assertThat(instead).startsWith(begins);
        assertThat(mistake(instead)).as("the mistake in '%s'", instead).isEmpty();
    }

    private static Optional<Diagnostic> mistake(String line) {
        List<Result> results = new ArrayList<>();
        return new Session(results::add, Host.PLAIN, Interruption.none())
                .run(new SourceText("line", NUMBERS.strip() + "\n" + line));
    }
}
