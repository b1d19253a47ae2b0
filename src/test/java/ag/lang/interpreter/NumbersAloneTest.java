package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Stop;
import ag.lang.values.Workspace;
import ag.result.print.JsonPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the numbers alone count, as in {@code set} and {@code detach}, they are those of the same steps written in another way. */
final class NumbersAloneTest {
    private static final String START = "let w = [1, 2, 3], b = 0.5; ps = [w, b]; h = 0.01; v = [[0, 0, 0], 0]; L ="
            + " sum((w - 3)^2) + sum(exp(w*b/9)); f(p) = grad(sum(p^3), p); repeat 7 { %s }; print \"{w[0]:.12g}"
            + " {w[1]:.12g} {w[2]:.12g} {b:.12g} {L:.12g}\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Lists that are gone through together.
                "set ps = [p - h*g for (p, g) in zip(ps, grad(L, ps))] | backward L; set w -= h*w.grad, b -= h*b.grad;"
                        + " zero",
                "set ps = [r[0] - h*r[1] for (i, r) in enumerate(zip(ps, grad(L, ps)))] |"
                        + " set ps = [p - h*g for (p, g) in zip(ps, grad(L, ps))]",
                "set w = [w[i] - h*g for (i, g) in enumerate(grad(L, w))] | set w -= h*grad(L, w)",
                "set w = [x - h*sqrt(abs(g))*sign(g) for (x, g) in zip(w, grad(L, w)) if g != 0] |"
                        + " set w -= h*sqrt(abs(grad(L, w)))*sign(grad(L, w))",
                "set ps = [p - h*g/max(1, norm(g)) for (p, g) in zip(ps, grad(L, ps))] | g = detach(grad(L, w)); k ="
                        + " detach(grad(L, b)); set w -= h*g/max(1, norm(g)), b -= h*k/max(1, abs(k))",
                "set ps = reverse([p - h*g for (p, g) in zip(reverse(ps), reverse(grad(L, ps)))]) |"
                        + " set ps = [p - h*g for (p, g) in zip(ps, grad(L, ps))]",
                "v = [0.9m - h*g for (m, g) in zip(v, detach(grad(L, ps)))]; set ps = [p + m for (p, m) in zip(ps, v)]"
                        + " | v = detach([0.9m - h*g for (m, g) in zip(v, grad(L, ps))]); set ps = [p + m for (p, m) in"
                        + " zip(ps, v)]",
                // What needs a history has one: functions that differentiate what they are given, names that mean
                // something else.
                "set ps = [p - h*f(p) for p in ps] | set w -= h*3w^2, b -= h*3b^2",
                "set ps = [p - h*grad(L, p) for p in ps] | set ps = [p - h*g for (p, g) in zip(ps, grad(L, ps))]",
                "abs(x) = grad(sum(x^3), x); set ps = [p - h*abs(p) for p in ps] | set w -= h*3w^2, b -= h*3b^2",
                "zip(x, y) = grad(sum(x^3), x); set w -= h*zip(w, 1) | set w -=" + " h*3w^2",
                "detach(x) = x; q = detach(w*w); set w -= h*grad(sum(q), w) | set w -= h*2w",
                "r = detach(grad(sum(f(w)), w)); set w -= h*r | set w -= h*6w",
                "set w = w - h*[grad(x*x*x, x) for x in w] | set w -= h*3w^2",
                "set w = w - h*[sum([grad(x*x*x, x) for x in [y]]) for y in w] | set w -= h*3w^2",
            })
    void theNumbersAreThose(String steps, String otherSteps) {
        assertThat(run(START.formatted(steps)))
                .isEqualTo(run(START.formatted(otherSteps)))
                .hasSize(1)
                .allMatch(line -> line.contains("print"));
    }

    private static List<String> run(String program) {
        List<String> lines = new ArrayList<>();
        JsonPrinter json = new JsonPrinter(true);
        Workspace workspace = new Workspace(
                result -> lines.add(json.line(result).replaceAll("\"(line|column|end_column)\":\\d+", "")),
                Host.PLAIN,
                Stop.NEVER);
        try {
            new Interpreter(workspace, new StandardLanguage()).run(new SourceText("set.ag", program));
        } catch (AgException problem) {
            lines.add("error: " + problem.diagnostic().message());
        }
        return lines.stream()
                .filter(line -> line.contains("print") || line.contains("error"))
                .toList();
    }
}
