package ag.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.DerivativeResult;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs in which a value must have followed, or must have stayed, each with the number that is right by hand. */
final class FollowingCasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what functions read, wherever they stand, is what it was when the formula was written
                "let a = 1; k = 2; f(x) = if x > 0 then k*x else 0; L = f(a); k = 5; set a = 3; L | 6",
                "let a = 1; k = 2; f(x) = if x > 0 then k*x^2 else 0; d = f'; L = d(a); k = 5; set a = 3; L | 12",
                "let a = 1; k = 2; f(x) = if x > 0 then k*x else 0; l = [f, 1]; L = l[0](a); k = 5; set a = 3; L | 6",
                "let a = 1; k = 2; f(x) = if x > 0 then k*x else 0; g(x) = f(x); h(x) = g(x); L = h(a); k = 5; set a ="
                        + " 3; L | 6",
                "let a = 1; k = 2; F(j) = { g(x) = if x > 0 then k*x else 0; g }; g = F(0); L = g(a); k = 5; set a ="
                        + " 3; L | 6",
                "let a = 1; k = 2; f(x) = if x > 0 then k*x else 0; L = f(a); f(x) = 0; set a = 3; L | 6",
                "let a = 1; k = 2; g = if a < 2 then sin else cos; L = g(0) + k; k = 5; set a = 3; L | 3",
                // and the names themselves are as they are
                "let a = 1; k = 2; f(x) = if x > 0 then k*x else 0; L = f(a); k = 5; set a = 3; L; k | 5",
                "let a = 1; k = 2; f(x) = if x > 0 then k*x else 0; L = f(a); k = 5; set a = 3; L; f(1) | 5",
                // a set within a function is no choice of what the function gives
                "let a = 1, b = 1; f() = { set a = if b > 0 then 2 else 3; 7 }; L = f(); set a = 9; set b = -1; L; a |"
                        + " 9",
                "let a = 1, b = 5; f() = { set a = sort([b, 2])[0]; b }; L = f(); set a = 9, b = 8; L + a | 17",
                // what is drawn in the steps of a function is drawn again
                "let a = 1; seed 1; f(x) = { r = random(); s = random(); if x > 0 then r - s else s - r }"
                        + "; L = f(a); M = detach(L); set a = -1; L + M | 0",
                "seed 1; let a = 1; f(x) = { r = random(); s = random(); if x > 0 then r else s }; L = f(a); u ="
                        + " random(); seed 1; r = random(); s = random(); w = random(); set a = -1; L - s + u - w | 0",
                "seed 1; let a = 1; L = if a > 0 then random() else 2random(); u = random(); set a = -1; L; w ="
                        + " random(); seed 1; r = random(); x = random(); y = random(); L - 2r + u - x + w - y | 0",
                // what has ended following stays
                "let a = 1; L = a^2; m = detach(grad(L, a)); set a = 3; m | 2",
                "let q = [1, 2]; lp = -(q[0]^2 + 2*q[1]^2)/2; g = detach(grad(lp, q)); set q = [5, 5]; g[0] + g[1] |"
                        + " -5",
                "let a = 2; k = detach(sort([a, 1])) + [a, 0]; set a = 5; k[0] | 6",
                "let x = 1; p = 0; for i in 1..3 { p = p + detach(x); set x = x + 1 }; p | 6",
                "let x = 1; p = 0; for i in 1..3 { p = p + x; set x = x + 1 }; p | 12",
                // a loop's counter is settled when the loop begins
                "let n = 3, a = 1; s = 0; for k in 1..n { s = s + k*a }; set n = 1, a = 2; s | 12",
                "let v = [3, 1, 2]; s = 0; for x in sort(v) { s = 2s + x }; set v = [1, 5, 4]; s | 17",
                // data sets
                "let n = 2; data d = make_moons(n = 2n, seed = 1); set n = 3; len(d) | 6",
                "let a = 1; data d { (if a > 0 then 1 else 2) -> 1 }; set a = -1; d.inputs[0, 0] | 2",
            })
    void theValueIsRight(String program, double wanted) {
        Plain last = Values.of(program).getLast();
        assertThat(last).isInstanceOf(Plain.Real.class);
        assertThat(((Plain.Real) last).value()).as(program).isEqualTo(wanted);
    }

    private static Result.Failed failure(String program) {
        return (Result.Failed) Programs.results(program).getLast();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let a = 1; data d = dataset([[a, 1]], [1])           | detach([[a, 1]])",
                "let a = 1; d = make_moons(noise = a^2)               | detach(a^2)",
                "let a = 1; data d { a, 2 -> 1 }                      | detach(a)",
            })
    void whatKeepsNoHistoryRefusesItAndSaysHowToEndIt(String program, String way) {
        assertThat(failure(program).diagnostic().code()).isEqualTo("has-history");
        assertThat(failure(program).diagnostic().hint()).contains(way);
    }

    @Test
    void aNumberChosenByAnInputHasTheGradientOfWhatWasChosen() {
        String formula = "let x = 1, z = 5; L = if x == 1 then 1 else x; ";
        for (String asked : new String[] {"grad L", "check L", "backward L", "trace L", "explain L", "graph L"}) {
            assertThat(Programs.results(formula + asked))
                    .as(asked)
                    .noneMatch(Result.Failed.class::isInstance)
                    .anyMatch(result ->
                            result instanceof Result.Note note && note.text().contains("constant where it was chosen"));
        }
        DerivativeResult.Gradient one =
                (DerivativeResult.Gradient) Programs.results(formula + "grad L").getLast();
        assertThat(one.slopes()).singleElement().satisfies(slope -> {
            assertThat(slope.input()).isEqualTo("x");
            assertThat(slope.gradient()).isEqualTo(new Plain.Real(0));
        });
        assertThat(Programs.results(formula + "explain L"))
                .filteredOn(DerivativeResult.Explained.class::isInstance)
                .singleElement()
                .satisfies(result -> {
                    assertThat(((DerivativeResult.Explained) result).input()).isEqualTo("x");
                    assertThat(((DerivativeResult.Explained) result).total()).isZero();
                });
        DerivativeResult.Gradient two = (DerivativeResult.Gradient)
                Programs.results(formula + "set x = 2; grad L").getLast();
        assertThat(two.slopes())
                .singleElement()
                .satisfies(slope -> assertThat(slope.gradient()).isEqualTo(new Plain.Real(1)));
    }

    @Test
    void aLeapfrogLoopIsThatOfBackward() {
        String start = "let q = [1, 0.5]; lp = -(q[0]^2 + 2*q[1]^2)/2 - 0.1*q[0]^4; p = [0.3, -0.2]; h = 0.1; ";
        Plain detached = Values.of(start + "repeat 40 { p = p + h*detach(grad(lp, q)); set q = q + h*p }; q")
                .getLast();
        Plain backward = Values.of(start + "repeat 40 { zero; backward lp; p = p + h*q.grad; set q = q + h*p }; q")
                .getLast();
        assertThat(Values.same(detached, backward)).isTrue();
    }

    @Test
    void detachedStepsLeaveNothingOnTheTape() {
        // As many steps as would take minutes if each were evaluated again with all before it.
        String program = "let q = 1; lp = -q^4 + q^2; p = 0; h = 0.001;"
                + " repeat 20000 { p = p + h*detach(grad(lp, q)); set q = q + h*p }; q; p";
        assertThat(Values.of(program)).hasSize(2);
    }

    @Test
    void whatIsHeldSurvivesTidying() {
        String function = "f(x) = { s = sort([x, 1]); r = 0; for i in 1..40000 { r = r + s[0]*i/40000 }; r + s[1] }; ";
        String program = "let a = 2; " + function + "L = f(a); L; set a = 0.5; L";
        String fresh = "let a = 0.5; " + function + "f(a)";
        assertThat(Values.same(Values.of(program).getLast(), Values.of(fresh).getLast()))
                .isTrue();
    }

    @Test
    void aLossThatDetachesWhatDiffersFromSampleToSampleIsRefused() {
        String program = "data d { 0 -> 0; 1 -> 1 }; mlp net { input 1; layer 1; seed 3 }; f(p, t) = (p - t)*detach(p);"
                + " train net on d { loss f; optimizer sgd(0.1); epochs 1 }";
        assertThat(failure(program).diagnostic().code()).isEqualTo("decided");
    }
}
