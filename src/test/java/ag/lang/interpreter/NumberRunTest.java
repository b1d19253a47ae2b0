package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Tape;
import ag.host.Host;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Stop;
import ag.lang.values.Workspace;
import ag.result.Format;
import ag.result.print.JsonPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop that {@link NumberRun} runs leaves the same nodes, numbers, places and remarks as the same loop run object by object. */
final class NumberRunTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // The running value, with and without a history.
                "let a = 0.9, b = 0.1; x = 0.5; s = 0; repeat 300 { x = tanh(a*x + b); s = s + x*exp(-x) }; grad s wrt"
                        + " a; [x, s]",
                "let a = 2; y = a; h = 0.5; repeat 40 { h = h/2 + 1; y = 0.5y + a*h - 3 }; [y, h]; grad(y, a)",
                "x = 1; t = 0; repeat 50 { x = x/2 + 1/x; t += x }; [x, t]",
                "let a = 3; y = a; z = 0; repeat 20 { z = y; y = z }; y + z",
                "let a = 3; y = 1; repeat 20 { z = y*a; y = z^0.5 .^ 1 }; y",
                "let a = 3; y = a; repeat 20 { y = -(y × a) · 0.1 }; y",
                "let a = 1; y = a; repeat 100 { y = y + 1 }; set a = 5; y",
                // A count, and the elements of vectors.
                "let a = 1.5; s = 0; for i in 1..50 { s = s + a^i/i }; s; grad(s, a)",
                "let v = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]; s = 0; for x in v { s += x^2 }; grad(s, v)",
                "v = linspace(1, 30, 30); let w = ones(30); s = 0; for i in 0..<30 { s = s + v[i]*w[i] }; grad(s, w)",
                "s = 0; for x in [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5] { s = s + sin(x) }; s",
                // Indices that are none, from the end, and not whole.
                "let w = ones(30); s = 0; for i in 0..40 { s = s + 2w[i] }",
                "let w = ones(30); s = 0; for i in 0..40 { s = s + w[i - 20] }",
                "let w = ones(30); s = 0; for i in 0..20 { k = i/2; s = s + w[k] }",
                "M = ones(30, 30); s = 0; for i in 0..20 { s = s + sum(M[i]) }; s",
                // Calls, and names that mean something else meanwhile.
                "f(x) = x^2 + 1; g(x) = f(x)/2 - sin x; let a = 0.3; y = a; repeat 30 { y = g(y)*a }; y; grad(y, a)",
                "let a = 2; k = 3; f(x) = k x; y = a; repeat 30 { k = k/2; y = y + f(a) }; [y, k]",
                "f(x) = x + 1; let a = 2; y = a; for i in 1..20 { f = 2y; y = f(3) }; y",
                "sqrt = 3; let a = 2; y = a; repeat 20 { y = sqrt(a) + y }; y",
                "let a = 2; y = a; x = 5; g(x) = { x + 1 }; repeat 20 { y = y + g(x) }; y",
                "let a = 2; y = a; repeat 20 { y = y + p }",
                "y = if 1 > 0 then 3 else 4; let a = 1; b = if a > 0 then a else 2a; repeat 20 { y = y + b }; set a ="
                        + " -1; y",
                // Functions of two numbers, and blocks in functions.
                "let a = 2, b = 0.3; f(x, y) = x*y + sin(x); s = a; repeat 30 { s = f(s, b)/2 }; s; grad(s, b)",
                "let a = 0.4; f(x, k) = { y = x*k; z = y + a; z/2 }; x = a; repeat 30 { x = f(x, 0.9) }; x; grad(x, a)",
                "let a = 0.4; f(x) = { y = x; x = y*a; y + x }; x = 1; repeat 20 { x = f(x)/2 }; x; grad(x, a)",
                "let a = 3; s = 0; for i in 1..30 { s = s + max(a, i)/hypot(s, 2) + mod(i, 4)^2 }; s; grad(s, a)",
                "f(x, k = 2) = k*x; let a = 2; s = 0; repeat 20 { s = s + f(a) + f(s, 0.1) + f(k = 3, x = a) }; s",
                "f(x) = { if x > 2 { x = 1 }; x + 1 }; let a = 2; s = a; repeat 20 { s = f(s) }; s; grad(s, a)",
                "f(x) = { return x + 1 }; let a = 2; s = a; repeat 20 { s = f(s) }; s; grad(s, a)",
                "f(x) = { y = k*x; y }; k = 3; let a = 2; s = a; repeat 20 { k = k/2; s = s + f(a) }; [s, k]; grad(s,"
                        + " a)",
                "f(x) = { a = x + 1; a*2 }; let a = 1; s = a; repeat 20 { s = s*a/2 + f(s)/9 }; [s, a]; grad(s, a)",
                "f(x, y) = { z = g(y, x); z - x }; g(x, y) = { z = x/y; z }; let a = 2; s = a; repeat 20 { s = f(s +"
                        + " 3, a) }; s; grad(s, a)",
                "f(x) = { y }; let a = 2; s = a; repeat 20 { s = f(s) }; s",
                // In functions.
                "f(a) = { x = a; s = 0; repeat 60 { x = cos(a*x); s = s + x }; s }; let a = 0.7; f(a); grad(f(a), a);"
                        + " f(2)",
                "f(a) = { s = 0; for i in 1..20 { s = s + a/i }; s }; let a = 2; L = f(a) + f(3); set a = 5; L",
                "f(a) = { s = 0; if a > 1 { s = a }; repeat 20 { s = s + a }; s }; let a = 2; L = f(a); set a = 0.5; L",
                "f(n) = { t = 0; repeat 20 { t = t + n; n = n/2 }; t }; g(n) = { u = 0; repeat 12 { u = u + f(n)*f(1)"
                        + " }; u }; let n = 2; g(n)",
                // Comprehensions.
                "let a = 0.4; sum(a^i/i for i in 1..40); [sin(k*a) for k in 0..20]; grad(sum(a^i for i in 1..30), a)",
                "f(x) = x^3 - x; [f(x) for x in linspace(0, 1, 25)]; let v = linspace(1, 25, 25); sum(f(x) for x in v)",
                "let v = linspace(1, 25, 25); w = linspace(0, 2, 25); sum(v[i]*w[i] for i in 0..<25); [v[i]*w[j] for i"
                        + " in 0..2 for j in 0..20]",
                "v = linspace(1, 10, 10); [v[i] for i in 0..20]",
                // Numbers that are not finite, and remarks about them.
                "let a = 1; y = a; repeat 2000 { y = 10y }; y",
                "let a = 1; s = 0; for i in 0..20 { s = s + a/(i - 10) }; s",
                "x = 1; repeat 30 { x = log(x) }; x",
                "let x = 2; repeat 20 { x = x*x }; x",
                "let a = 3, y = 2; repeat 20 { y = |y|^2/4 }; y; let n = [3, 4]; z = 0; repeat 10 { z = norm(n)^2 + z"
                        + " }; z",
            })
    void itIsTheSameAsObjectByObject(String program) {
        for (int tidyStep : new int[] {Machine.TIDY_STEP, 20}) {
            List<Object> objects = outcome(program, tidyStep, false);
            assertThat(outcome(program, tidyStep, true)).isEqualTo(objects);
        }
    }

    /** What a program says, and all that it leaves on the tape. */
    private static List<Object> outcome(String program, int tidyStep, boolean numbers) {
        List<Object> outcome = new ArrayList<>();
        JsonPrinter json = new JsonPrinter(true);
        Format format = new Format(15);
        Workspace workspace = new Workspace(result -> outcome.add(json.line(result)), Host.PLAIN, Stop.NEVER);
        Interpreter interpreter = new Interpreter(workspace, new StandardLanguage());
        interpreter.machine().tidyStep = tidyStep;
        interpreter.machine().runsNumbers = numbers;
        SourceText source = new SourceText("loop.ag", program);
        try {
            interpreter.run(source);
        } catch (AgException problem) {
            outcome.add(problem.diagnostic().toString().replaceAll("@\\w+", ""));
        }
        Tape tape = workspace.tape();
        for (int node = 0; node < tape.size(); node++) {
            outcome.add(List.of(
                    tape.operation(node),
                    tape.isLeaf(node) ? List.of() : java.util.Arrays.toString(tape.operands(node)),
                    tape.value(node),
                    workspace.placeOf(node).start(),
                    workspace.placeOf(node).end()));
        }
        interpreter
                .definitions()
                .forEach(defined -> outcome.add(List.of(
                        defined.name(),
                        defined.role(),
                        format.text(defined.value()),
                        defined.span().start())));
        return outcome;
    }
}
