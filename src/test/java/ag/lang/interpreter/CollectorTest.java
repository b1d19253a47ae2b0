package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropping what nothing leads to changes nothing that is said, wherever a program keeps its values. */
final class CollectorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // A name, an input, the elements of a vector and of a list.
                "let a = 2; y = a; repeat 200 { y = sin(y)*a }; grad y; set a = 3; y",
                "let v = [1, 2, 3]; w = v; repeat 200 { w = 0.5w*v + 1 }; grad(sum(w), v); w",
                "let a = 2; l = [a, [a^2, a]]; repeat 200 { l = [l[0]/2 + a, [l[1][0], l[0]]] }; grad(l[1][1], a); l",
                // A formula that looks, and the names that it was written with.
                "let a = 2; k = a; L = if a > 1 then k*a else a; repeat 200 { k = k + a }; set a = 0.5; L; k; grad(L,"
                        + " a)",
                "let a = 2; h = -a; k = a^2; L = if a > 1 then k else a; k = 0; h = 0; repeat 50 { g=-a }; set a=3; L",
                // A function's names, and functions that keep those of a call.
                "let a = 2; f(x) = { s = a; repeat 100 { s = s*x/2 + a }; s }; y = f(0.3); z = f(0.4); grad(y*z, a)",
                "let a = 2; make(k) = { b = k*a; x -> b*x }; f = make(3); repeat 200 { y = f(a)/a }; grad(y, a); f(2)",
                "let a = 2; f(x) = a*x^2; g = f'; s = 0; repeat 200 { s = s/2 + g(a) }; grad(s, a)",
                // Descent, whose inputs change while their nodes move.
                "let w = 5; L = (w - 3)^2; repeat 200 { set w = w - 0.1*grad(L, w) }; [w, L]; grad L",
                // Gradients that are added up.
                "let a = 2; repeat 50 { backward a^2 }; a.grad",
            })
    void aProgramSaysTheSame(String program) {
        assertThat(Outcome.of(program, 10).lines())
                .isEqualTo(Outcome.of(program, Integer.MAX_VALUE).lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y = sin(a)*a", "y = f(a)", "y = if a > 0 then a/2 else a", "l = [y, [a^2]]; y = l[1][0]"})
    void aLoopTakesNoMoreRoomTheLongerItRuns(String step) {
        String start = "let a = 2; f(x) = { b = x*a; b/2 }; y = a; ";
        int shorter = Outcome.of(start + "repeat 300 { " + step + " }", 50).nodes();
        int longer = Outcome.of(start + "repeat 3000 { " + step + " }", 50).nodes();
        assertThat(longer).isLessThan(shorter + 100);
    }
}
