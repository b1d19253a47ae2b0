package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.result.Result;
import ag.result.Result.NoDerivative;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is no derivative, a direct question is told so with the slopes on both sides; where there is one, it is not. */
final class NoDerivativeTest {
    private static final BigDecimal PI = new BigDecimal("3.14159265358979323846264338327950288419716939937510");

    private static List<NoDerivative> told(String program) {
        return notes(program).flatMap(note -> note.noDerivative().stream()).toList();
    }

    private static Stream<Result.Note> notes(String program) {
        List<Result> results = Programs.results(program);
        assertThat(results).noneMatch(Result.Failed.class::isInstance);
        return results.stream().filter(Result.Note.class::isInstance).map(Result.Note.class::cast);
    }

    /** Beside the largest numbers few steps are left to look at a sum from. */
    @Test
    void aSumThatIsNoNumberHasAGradientStill() {
        assertThat(notes("let v = [709.782712893384, 710.4]; grad(sum(cosh(v)), v)"))
                .isNotEmpty();
    }

    /** The slopes are those of the one-sided limits, from closed forms; an empty one does not exist. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // every row of the operation table that has a corner, at it
                "abs(x)                            | 0    | -1     | 1",
                "sign(x)                           | 0    |        |",
                "relu(x)                           | 0    | 0      | 1",
                "leaky_relu(x, 0.1)                | 0    | 0.1    | 1",
                "elu(x, 2)                         | 0    | 2      | 1",
                "sqrt(x)                           | 0    |        | Infinity",
                "cbrt(x)                           | 0    | Infinity | Infinity",
                "log(x)                            | 0    |        |",
                "log2(x)                           | 0    |        |",
                "log10(x)                          | 0    |        |",
                "log1p(x)                          | -1   |        |",
                "asin(x)                           | 1    | Infinity |",
                "asin(x)                           | -1   |        | Infinity",
                "acos(x)                           | 1    | -Infinity |",
                "atanh(x)                          | 1    |        |",
                "acosh(x)                          | 1    |        | Infinity",
                "tan(x)                            | 1.5707963267948966 | |",
                "tan(x)                            | -1.5707963267948966 | |",
                "tan(x)                            | 4.71238898038469 | |",
                "floor(x)                          | 2    |        | 0",
                "ceil(x)                           | 2    | 0      |",
                "round(x)                          | 2.5  | 0      |",
                "round(x)                          | 3.5  |        | 0",
                "mod(x, 3)                         | 6    |        | 1",
                "mod(7, x)                         | 3.5  | -2     |",
                "trunc(x)                          | 2    |        | 0",
                "trunc(x)                          | -2   | 0      |",
                "sec(x)                            | 1.5707963267948966 | |",
                "csc(x)                            | 0    |        |",
                "csc(x)                            | 3.141592653589793 | |",
                "cot(x)                            | 0    |        |",
                "cot(x)                            | 6.283185307179586 | |",
                "asec(x)                           | 1    |        | Infinity",
                "acsc(x)                           | 1    |        | -Infinity",
                "acot(x)                           | 0    |        | -1",
                "csch(x)                           | 0    |        |",
                "coth(x)                           | 0    |        |",
                "asech(x)                          | 1    | -Infinity |",
                "asech(x)                          | 0    |        |",
                "acsch(x)                          | 0    |        |",
                "acoth(x)                          | 1    |        |",
                "normal_quantile(x)                | 0    |        |",
                "normal_quantile(x)                | 1    |        |",
                "gamma(x)                          | -1   |        |",
                "lgamma(x)                         | 0    |        |",
                "digamma(x)                        | -2   |        |",
                "polygamma(1, x)                   | 0    |        |",
                "beta(x, 2)                        | 0    |        |",
                "lbeta(2, x)                       | 0    |        |",
                "min(x, 1)                         | 1    | 1      | 0",
                "max(x, 1)                         | 1    | 0      | 1",
                "clamp(x, 0, 3)                    | 3    | 1      | 0",
                "clamp(x, 0, 3)                    | 0    | 0      | 1",
                "1/x                               | 0    |        |",
                "1/x^2                             | 0    |        |",
                "x^1.5                             | 0    |        | 0",
                "x^0.5                             | 0    |        | Infinity",
                "(-2)^x                            | 2    |        |",
                "atan2(x, -1)                      | 0    |        | -1",
                "hypot(x, 0)                       | 0    | -1     | 1",
                "hinge(x, 2)                       | 0.5  | -2     | 0",
                "max([x, 1, 0])                    | 1    | 0      | 1",
                "min([x, 1, 3])                    | 1    | 1      | 0",
                "norm([x, 2x])                     | 0    | -2.23606797749979 | 2.23606797749979",
                // what is built on them
                "sqrt(x^2)                         | 0    | -1     | 1",
                "sqrt(abs(x))                      | 0    | -Infinity | Infinity",
                "abs(x) + 1e7*x                    | 0    | 9999999 | 10000001",
                "3*abs(x - 2) + x^2                | 2    | 1      | 7",
                "abs(abs(x) - 1)                   | 1    | -1     | 1",
                "exp(abs(x))                       | 0    | -1     | 1",
                "abs(sin(x))                       | 0    | -1     | 1",
                "max(x, x^3)                       | 1    | 1      | 3",
                "abs(x)*1e-200                     | 0    | -1e-200 | 1e-200",
                "1/norm([x, 0])^12                 | 0    |        |",
                "log(-x^2 - 1)                     | 1    |        |",
                // a course that compares equal numbers
                "if x < 1 then x^2 else 2x         | 1    |        | 2",
                "if x < 1 then x else 3x - 2       | 1    | 1      | 3",
                "if x <= 1 then x else 3x - 2      | 1    | 1      | 3",
                "if x == 1 then 5x else x          | 1    |        |",
                // a course that chooses elements
                "sort([x, 1])[0]                   | 1    | 1      | 0",
                "sort([x, 1, 5])[1]                | 1    | 0      | 1",
                "[x, 2 - x][argmax([x, 1])]        | 1    | -1     | 1",
                "[x, 3x - 2][argmin([x, 1])]       | 1    | 1      | 3",
                "x + [0, 5][floor(x)]              | 1    |        | 1",
                "x*len(unique([x, 1]))             | 1    |        |",
                "x + index_of([3, 1], x)           | 1    |        |",
            })
    void aPointWithoutADerivativeIsTold(String formula, double x, Double left, Double right) {
        for (String program : List.of(
                "f(x) = " + formula + "; f'(" + x + ")",
                "let x = " + x + "; L = " + formula + "; grad L",
                "let x = " + x + "; L = " + formula + "; grad(L, x)",
                "let x = " + x + "; y = " + formula + "; print dy/dx",
                "f(x) = " + formula + "; print d/dx f(x) at x = " + x,
                "f(x) = " + formula + "; y = f(x); print dy/dx at x = " + x,
                "f(x) = " + formula + "; print gradient(f, " + x + ")")) {
            List<NoDerivative> told = told(program);
            assertThat(told).as(program).hasSize(1);
            same(program, told.getFirst().left(), left);
            same(program, told.getFirst().right(), right);
            assertThat(told.getFirst().at()).isEqualTo(x);
        }
    }

    private static void same(String program, @Nullable Double told, @Nullable Double slope) {
        if (slope == null || slope.isInfinite()) {
            assertThat(told).as(program).isEqualTo(slope);
        } else {
            assertThat(told).as(program).isCloseTo(slope, within(1e-6 * Math.abs(slope) + 1e-300));
        }
    }

    /** The whole is smooth although a part stands at a corner, or it stands beside one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x)^2                          | 0",
                "x*abs(x)                          | 0",
                "relu(x)^2                         | 0",
                "norm([x, 2x])^2                   | 0",
                "exp(-norm([x, 0])^2)              | 0",
                "abs(x)^2.5                        | 0",
                "abs(x)^1.5 + 7                    | 0",
                "x*relu(x) + 1e6                   | 0",
                "max(x, x)                         | 1",
                "max(x^2, 2x - 1)                  | 1",
                "min([x, x, 3])                    | 1",
                "elu(x)                            | 0",
                "x^2                               | 0",
                "x^3                               | -2",
                "x^0                               | 0",
                "2^x                               | 0",
                "0*floor(x) + 3x                   | 2",
                "sin(x*abs(x)) + 1/(x + 1)         | 0",
                "if x < 1 then x^2 else 2x - 1     | 1",
                "if x > 1 then 2x - 1 else x^2     | 1",
                "if x < 2 then x^2 else 7          | 1",
                "abs(x)                            | 1e-300",
                "floor(x)                          | 1.5",
                "tan(x)                            | 1.57",
                "atan2(x, 1)                       | 0",
                "atan2(x, 0)                       | 1",
                "mod(x, 3)                         | 1",
                "sqrt(x)                           | 1e-12",
            })
    void aPointWithADerivativeIsNot(String formula, double x) {
        for (String program : List.of(
                "f(x) = " + formula + "; f'(" + x + ")",
                "let x = " + x + "; L = " + formula + "; grad L",
                "let x = " + x + "; L = " + formula + "; print grad(L, x)")) {
            assertThat(told(program)).as(program).isEmpty();
        }
    }

    /** Where conventions add up to another number than the slope, the slope is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relu(x) - relu(-x)                | 0 | 1",
                "if x == 1 then 1 else x           | 1 | 1",
                "max(x, 0) + min(x, 0) + abs(x)*x + 3*(relu(x) - relu(-x)) | 0 | 4",
            })
    void aGradientThatIsNotTheSlopeIsTold(String formula, double x, double slope) {
        List<NoDerivative> told = told("f(x) = " + formula + "; f'(" + x + ")");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().left()).isCloseTo(slope, within(1e-9));
        assertThat(told.getFirst().right()).isCloseTo(slope, within(1e-9));
    }

    @Test
    void aSecondDerivativeIsAskedForByItself() {
        assertThat(told("f(x) = x*abs(x); f''(0)").getFirst().left()).isCloseTo(-2, within(1e-6));
        assertThat(told("f(x) = x^2*abs(x); f''(0)")).isEmpty();
        assertThat(told("hessian(hypot, [0, 0])")).isNotEmpty();
        assertThat(told("hessian(hypot, [3, 4])")).isEmpty();
    }

    /** Beside a kink, a leap or a pole all derivatives may be as smooth as can be; at it there is none of any higher order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abs(x)",
                "floor(x)",
                "sign(x)",
                "relu(x)",
                "mod(x, 2)",
                "min(x, x^2)",
                "sort([x, 0])[0]",
                "if x < 0 then 1 else 2",
                "if x < 0 then x else x^2",
                "sqrt(x)",
                "atan2(x, -1)",
            })
    void noHigherDerivativeOutlivesALowerOne(String formula) {
        String f = "f(x) = " + formula + "; ";
        String g = "L = " + formula + "; ";
        assertThat(List.of(
                        f + "f'(0)",
                        f + "f''(0)",
                        f + "f'''(0)",
                        f + "f''''(0)",
                        f + "hessian(f, 0)",
                        f + "d²/dx² f(x) at x = 0",
                        g + "dL/dx at x = 0",
                        g + "d²L/dx² at x = 0",
                        g + "d³L/dx³ at x = 0",
                        "let x = 0; " + g + "grad(grad(L, x), x)",
                        "let x = 0; " + g + "gradient(L, x)",
                        "let x = 0; " + g + "hessian(L, [x])",
                        "let x = 0; " + g + "jacobian([L, x], x)",
                        "let x = 0; " + g + "jvp(L, x, 1)",
                        "let x = 0; " + g + "vjp(L, x, 1)",
                        "let x = 0; " + g + "vjp([L, L], x, [1, 1])",
                        "let x = 0; " + g + "dL/dx"))
                .allSatisfy(program -> assertThat(told(program)).as(program).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs(x)^2", "x^3", "if x < 1 then x^2 else x^2 + 0*x", "sort([x, 5])[0]", "norm([x, 1])"})
    void aHigherDerivativeThatExistsIsNotSpokenOf(String formula) {
        for (String program : List.of(
                "f(x) = " + formula + "; f''(0); f'''(0); hessian(f, 0)",
                "L = " + formula + "; d²L/dx² at x = 0",
                "let x = 0; L = " + formula + "; hessian(L, [x]); gradient(L, x); dL/dx")) {
            assertThat(told(program)).as(program).isEmpty();
        }
    }

    /** Right beside the point cosh(x) rounds to 1, so what is seen there is the tie itself: only wider steps tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(1, cosh(x))            | 1",
                "max([1, 0.5, cosh(x)])     | 1",
                "min(cos(x), 1)             | -1",
                "max(1, 1 + x^2)            | 2",
                "abs(cosh(x) - 1)           | 1",
                "relu(1 - cos(x))           | 1",
                "if 1 + x^2 > 1 then x^2 else 0 | 2",
                "cbrt(max([norm([1, 0]), 0.5, cosh(x)])) | 0.3333333333333333",
            })
    void aSecondDerivativeThatTheTieHidesIsTold(String formula, double second) {
        for (String program : List.of(
                "f(x) = " + formula + "; f''(0)",
                "f(x) = " + formula + "; hessian(f, 0)",
                "let x = 0; L = " + formula + "; hessian(L, [x])",
                "let x = 0; L = " + formula + "; grad(grad(L, x), x)",
                "L = " + formula + "; d²L/dx² at x = 0")) {
            assertThat(told(program))
                    .as(program)
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(note.left()).isCloseTo(second, within(1e-6)));
        }
    }

    /** Each number of a vector is asked about by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"if t < 0 then t else t^2", "if t < 0 then 1 else 2", "abs(t)", "sort([t, 0])[0]"})
    void anElementOfACurveIsToldAsTheNumberAlone(String formula) {
        List<NoDerivative> alone = told("d/dt (" + formula + ") at t = 0");
        assertThat(alone).hasSize(1);
        assertThat(told("d/dt [" + formula + ", t] at t = 0")).isEqualTo(alone);
        assertThat(told("r(t) = [t, " + formula + "]; r'(0)")).isEqualTo(alone);
    }

    /** An {@code if} may compare unequal numbers of which one leaps right here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if floor(x) < 1.5 then x else 2x     | 2",
                "if sign(x) > 0.5 then x else 2x      | 0",
                "if 2*mod(x, 2) + 1 > 2 then x else 2x | 2",
                "if round(x)^2 > 2 then x else 2x     | 1.5",
            })
    void aChoiceByAValueThatLeapsIsTold(String formula, double x) {
        assertThat(told("f(x) = " + formula + "; f'(" + x + ")")).hasSize(1);
        assertThat(told("let x = " + x + "; L = " + formula + "; grad(L, x)")).hasSize(1);
        assertThat(told("f(x) = " + formula + "; f'(" + (x + 0.25) + ")")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grad L",
                "grad L wrt a",
                "grad(L, a)",
                "print grad(L, a)",
                "k = grad(L, a)",
                "derive L wrt a",
                "explain L",
                "trace L",
                "compare L wrt a",
                "nudge a by 0.1",
                "step L",
                "graph L",
                "guess grad(L, a) = 0",
                "gradient(relu, 0)",
                "jacobian(relu, [0, 1])",
                "relu'(0)",
                "relu'([1, 0, -1])",
                "if true { grad L }",
            })
    void everyDirectQuestionIsAnsweredSo(String question) {
        assertThat(told("let a = 0; L = relu(a); " + question)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backward L",
                "for i in 1..3 { grad L }",
                "for i in 1..3 { print grad(L, a) }",
                "repeat 2 { k = relu'(0) }",
                "set a = a - 0.1*grad(L, a)",
                "minimize L over a { optimizer sgd(lr = 0.1); steps 3 }",
                "f(x) = relu'(x) + 1; f(0)",
                "plot relu'",
                "check L",
                "mlp net { input 1; layer 1 relu; init zeros }; data d { 0 -> 1 }; train net on d { optimizer sgd(lr ="
                        + " 0.1); epochs 2 }",
            })
    void whatIsOnItsWayStaysSilent(String statement) {
        assertThat(told("let a = 0; L = relu(a); " + statement)).isEmpty();
    }

    @Test
    void aRemarkInALoopIsShownOnceAndCounted() {
        assertThat(notes("let a = 2; L = a^2; for i in 1..4 { backward L }").map(Result.Note::text))
                .containsExactly(
                        "added to what was there: a.grad now holds the sum of all backward passes since the last zero",
                        "3 times in all: added to what was there: a.grad now holds the sum of all backward passes since"
                                + " the last zero");
        assertThat(notes("for i in 1..4 { print 1/(i - 2) }").map(Result.Note::text))
                .containsExactly("1 / 0 is inf");
    }

    @Test
    void anInfiniteDerivativeNamesTheFunction() {
        assertThat(notes("for i in 1..2 { print sqrt'(0) }").map(Result.Note::text))
                .containsExactly(
                        "going backward, the derivative of sqrt at 0 is inf",
                        "2 times in all: going backward, the derivative of sqrt at 0 is inf");
    }

    @Test
    void lookingAtBothSidesDrawsNoRandomNumber() {
        String function = "seed 1; f(x) = if x < 1 then x + 0*normal(0, 1) else 2x + 0*normal(0, 1); g(x) = f'(x); ";
        assertThat(told(function + "f'(1)")).hasSize(1);
        assertThat(Programs.values(function + "g(1); normal(0, 1)").getLast())
                .isEqualTo(((Result.Value) Programs.results(function + "f'(1); normal(0, 1)")
                                .getLast())
                        .value());
    }

    /** The poles of tan and cot are no doubles: the one nearest to each stands for it, its neighbours do not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 22, 355, 710, 1_000_001})
    void onlyTheNumberNearestToAPoleStandsForIt(int quarters) {
        BigDecimal exact = PI.multiply(BigDecimal.valueOf(quarters)).divide(BigDecimal.TWO);
        double pole = exact.doubleValue();
        String function = quarters % 2 == 0 ? "cot x" : "tan x";
        for (int steps : List.of(-2, -1, 1, 2)) {
            assertThat(told("f(x) = %s; f'(%s)".formatted(function, pole + steps * Math.ulp(pole))))
                    .isEmpty();
        }
        for (double at : List.of(pole, -pole)) {
            assertThat(told("f(x) = %s; f'(%s)".formatted(function, at))).hasSize(1);
        }
    }
}
