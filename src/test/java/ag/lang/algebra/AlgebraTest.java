package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ag.result.print.Ascii;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlgebraTest {
    private static final int FORMULAS = 400;
    private static final Term.Letter X = Term.letter("x");
    private static final Map<Term.Letter, BigDecimal> POINT = Map.of(
            X,
            new BigDecimal("0.8317"),
            Term.letter("a"),
            new BigDecimal("1.2719"),
            Term.letter("b"),
            new BigDecimal("-0.6113"));

    private static Map<Term.Letter, Double> roughPoint() {
        Map<Term.Letter, Double> rough = new HashMap<>();
        POINT.forEach((letter, value) -> rough.put(letter, value.doubleValue()));
        return rough;
    }

    private static boolean agree(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    /** It took over half a minute when each part of a sum was compared and added anew for each other. */
    @Test
    @Timeout(20)
    void aSumOfHundredsOfPartsIsDerivedAtOnce() {
        String sum = IntStream.rangeClosed(1, 150)
                .mapToObj(k -> "sin(%1$d*x)*exp(x/%2$d)".formatted(k, k % 40 + 1))
                .collect(Collectors.joining(" + "));
        Term derivative = Derivation.of(Terms.read(sum), X, false, () -> {}).formula();
        double expected = 0;
        for (int k = 1; k <= 150; k++) {
            double rate = 1.0 / (k % 40 + 1);
            double x = Objects.requireNonNull(roughPoint().get(X));
            expected += Math.exp(x * rate) * (k * Math.cos(k * x) + rate * Math.sin(k * x));
        }
        assertThat(agree(PointEvaluation.of(derivative, roughPoint()), expected))
                .isTrue();
    }

    @Test
    void whatIsPrintedIsReadAsTheSameFormula() {
        RandomTerm random = new RandomTerm(1);
        for (int i = 0; i < 2 * FORMULAS; i++) {
            Term term = random.any(1 + i % 4);
            String text = TextWriter.text(term);
            assertThat(TextWriter.text(Terms.read(text))).isEqualTo(text);
            assertThat(Terms.read(text)).as(text).isEqualTo(term);
            assertThat(Terms.read(TextWriter.ascii(term)))
                    .as(TextWriter.ascii(term))
                    .isEqualTo(term);
            assertThat(Terms.read(Ascii.of(text))).as(Ascii.of(text)).isEqualTo(term);
        }
    }

    @Test
    void whatIsSimplifiedIsReadAsTheSameFormula() {
        RandomTerm random = new RandomTerm(5);
        for (int i = 0; i < FORMULAS; i++) {
            Term simple = Simplifier.simplify(random.next(1 + i % 4));
            String text = TextWriter.text(simple);
            assertThat(Terms.read(text)).as(text).isEqualTo(simple);
        }
    }

    @Test
    void simplifyingNeverChangesAValue() {
        RandomTerm random = new RandomTerm(2);
        int compared = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Term term = random.next(1 + i % 4);
            Term simple = Simplifier.simplify(term);
            Optional<BigDecimal> before = Precise.of(term, POINT);
            Optional<BigDecimal> after = Precise.of(simple, POINT);
            if (before.isPresent() && after.isPresent()) {
                BigDecimal error = before.get().subtract(after.get()).abs();
                BigDecimal scale = before.get().abs().max(BigDecimal.ONE);
                assertThat(error)
                        .as(TextWriter.text(term) + " became " + TextWriter.text(simple))
                        .isLessThan(scale.multiply(new BigDecimal("1e-35")));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS / 2);
    }

    @Test
    void whatIsSimpleStaysAsItIs() {
        RandomTerm random = new RandomTerm(3);
        for (int i = 0; i < FORMULAS; i++) {
            Term term = random.next(1 + i % 4);
            Term simple = Simplifier.simplify(term);
            assertThat(TextWriter.text(Simplifier.simplify(simple)))
                    .as(TextWriter.text(term))
                    .isEqualTo(TextWriter.text(simple));
        }
    }

    @Test
    void simplifyingNeverMakesAFormulaLonger() {
        RandomTerm random = new RandomTerm(4);
        for (int i = 0; i < FORMULAS; i++) {
            Term term = random.next(1 + i % 4);
            Term simple = Simplifier.simplify(term);
            // A root of a product may be written as a product of roots.
            assertThat(simple.size())
                    .as(TextWriter.text(term) + " became " + TextWriter.text(simple))
                    .isLessThanOrEqualTo(term.size() + 4);
        }
    }

    @Test
    void everyStepOfADerivationIsWorthTheGradient() {
        RandomTerm random = new RandomTerm(3);
        int compared = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Derivation derivation = Derivation.of(random.next(1 + i % 4), X, false, () -> {});
            double gradient = PointEvaluation.of(derivation.start(), roughPoint());
            for (Derivation.Step step : derivation.steps()) {
                double value = PointEvaluation.of(step.term(), roughPoint());
                if (Double.isFinite(gradient) && Double.isFinite(value) && Math.abs(gradient) < 1e5) {
                    assertThat(agree(value, gradient))
                            .as(TextWriter.text(derivation.start()) + " is " + gradient + ", but "
                                    + TextWriter.text(step.term()) + " is " + value)
                            .isTrue();
                    compared++;
                }
            }
            if (!derivation.steps().isEmpty()) {
                assertThat(derivation.steps().getLast().term()).isEqualTo(derivation.formula());
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^3 - 2x | 3x² - 2",
                "5 + x + x^2 | 2x + 1",
                "(x + 1)*(x - 1) | 2x",
                "x*sin(x) | x·cos(x) + sin(x)",
                "exp(-x^2) | -2x·e^(-x²)",
                "exp(-x^2/2)/sqrt(2*pi) | -x·e^(-x²/2)/√(2π)",
                "4/3*π*x^3 | 4π·x²",
                "0.5*9.81*x^2 | 9.81x",
                "(5/2)*x^2 | 5x",
                "tanh(x) | 1 - tanh(x)²",
                "1/x | -1/x²",
                "sqrt(x) | 1/(2√x)",
                "x/3 | 1/3",
                "0.1x + 0.2x | 0.3",
                "2^x | 2^x·ln(2)",
                "2^x/ln(2) | 2^x",
                "a*x^2 + b*x | 2a·x + b",
                "log(x) | 1/x",
                "ln(abs(x)) | 1/x",
                "x*abs(x) | '2|x|'",
                "x*ln(x) - x | ln(x)",
                "(2x)^3 | 24x²",
                "7 | 0",
                "x | 1",
                "sqrt(4x) | 1/√x",
                "1/sqrt(4x) | -1/(4x·√x)",
                "asin(x/2) | 1/√(4 - x²)",
                "acos(2x/3) | -2/√(9 - 4x²)",
                "atan(x/2) | 2/(x² + 4)",
                "atanh(x) | 1/(1 - x²)",
                "sqrt(9x^2 + 9) | 3x/√(x² + 1)",
                "sqrt(8x + 2) | 4/√(8x + 2)",
                "ln(x + sqrt(x^2 + 1)) | 1/√(x² + 1)",
                "x^2*(3x + 1)^(1/2) | x·(15x + 4)/(2√(3x + 1))",
                "x^2*e^x | x·(x + 2)·e^x",
                "((x + 1)/(x + 2))^3 | 3(x + 1)²/(x + 2)⁴",
                "(3x + 1)^50 | 150(3x + 1)⁴⁹",
                "(x^2 - 4)/(x - 2) | 1",
                "sin(x)/cos(x) | 1/cos(x)²",
                "sin(x)^2 + cos(x)^2 | 0",
                "sin(x)^2 | sin(2x)",
                "cos(3x)^2 | -3·sin(6x)",
                "sinh(x)^2 | sinh(2x)",
                "ln(tan(x/2)) | 1/sin(x)",
                "sin(x)^2*cos(x) | (3·cos(x)² - 1)·sin(x)",
                "tan(x)/(1 + tan(x)^2) | cos(2x)",
                "x/2 - sin(2x)/4 | sin(x)²",
                "sin(x)^x | (x·cot(x) + ln(sin(x)))·sin(x)^x",
                "(1 + 1/x)^x | (ln((x + 1)/x) - 1/(x + 1))·(1 + 1/x)^x",
                "x*sqrt(1 - x^2) + asin(x) | 2√(1 - x²)",
                "ln(1 + sin(x)) - ln(1 - sin(x)) | 2/cos(x)",
                "x^2/factorial(5) | x/60",
                "x^n/factorial(n) | n·x^(n - 1)/n!",
                "factorial(x) | x!·digamma(x + 1)",
                "factorial(x - 1)^2 | 2·((x - 1)!)²·digamma(x)",
                "sinh(x)*cosh(x) | cosh(2x)",
                "x^x | x^x·(ln(x) + 1)",
                "x^n | n·x^(n - 1)",
                "e^(a*x)*sin(b*x) | (a·sin(b·x) + b·cos(b·x))·e^(a·x)",
                "(a*x + b)/(c*x + d) | (a·d - b·c)/(c·x + d)²"
            })
    void theDerivativeIsWrittenAsATextbookWould(String formula, String derivative) {
        Derivation derivation = Derivation.of(Terms.read(formula), X, false, () -> {});
        assertThat(TextWriter.text(derivation.formula())).isEqualTo(derivative);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + 0*a | x",
                "x*x*x | x³",
                "x/x | 1",
                "2(x + 1) | 2x + 2",
                "a - (b - x) | x + a - b",
                "sqrt(x)^2 | x",
                "2*3*x | 6x",
                "2e | 2·e",
                "log(1) + x | x",
                "-(-x) | x",
                "x^(-2) | 1/x²",
                "--x^2 | x²",
                "sqrt(12) | 2√3",
                "sqrt(x^2) | '|x|'",
                "(x^2)^0.5 | '|x|'",
                "(x^2 - 4)/(x - 2) | x + 2",
                "(x^2 - y^2)/(x - y) | x + y",
                "ln(e^x) | x",
                "e^(2*ln(x)) | x²",
                "ln(x^2) | ln(x²)",
                "sin(π/6) | 1/2",
                "cos(3π/4) | -√2/2",
                "sin(-x) | -sin(x)",
                "1/3 + 1/6 | 1/2",
                "0.1 + 0.2 | 0.3",
                "x/3 + x/6 | x/2",
                "(a + b)^2 - a^2 - 2a*b - b^2 | 0",
                "1/(x - 1) - 1/(x + 1) | 2/(x² - 1)",
                "log10(1000) | 3",
                "max(2, 3) | 3"
            })
    void aSimplerFormIsFound(String formula, String simple) {
        assertThat(TextWriter.text(Simplifier.simplify(Terms.read(formula)))).isEqualTo(simple);
    }

    @Test
    void whatCancelledIsTold() {
        Derivation derivation = Derivation.of(Terms.read("(x^2 - 4)/(x - 2)"), X, false, () -> {});

        assertThat(derivation.cancelled().stream().map(Simplifier::notZero)).containsExactly("x ≠ 2");
    }

    @Test
    void aLongDerivationCanBeEndedOnTheWay() {
        Term nested = Terms.read("sin(".repeat(30) + "x" + ")".repeat(30));
        AtomicInteger pauses = new AtomicInteger();
        Derivation.of(nested, X, false, pauses::incrementAndGet);
        assertThat(pauses.get()).isGreaterThan(50);

        int half = pauses.getAndSet(0) / 2;
        Runnable ending = () -> {
            if (pauses.incrementAndGet() == half) {
                throw new IllegalStateException("enough");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> Derivation.of(nested, X, false, ending))
                .withMessage("enough");
    }

    @Test
    void theRulesAreNamed() {
        assertThat(Derivation.of(Terms.read("x^3 - 5x + 7"), X, false, () -> {}).steps())
                .extracting(Derivation.Step::rule)
                .containsExactly("sum and difference rule", "power rule", "constant multiple rule", "constant rule");
        assertThat(Derivation.of(Terms.read("sin(x^2)"), X, false, () -> {}).steps())
                .extracting(Derivation.Step::rule)
                .startsWith("derivative of sin, chain rule with u = x²");
    }

    @Test
    void anotherRuleCanBeTakenAtOnePlace() {
        DerivativeRule forgetful = new DerivativeRule(
                DerivativeRule.POWER,
                "power rule without its factor",
                null,
                (of, by, inner) -> Term.power(((Term.Power) of).base(), 4));
        Term wrong = Differentiator.derivative(
                Terms.read("x^5 + sin(x)"), X, (part, right) -> right.code().equals("power") ? forgetful : right);

        assertThat(TextWriter.text(wrong)).isEqualTo("x⁴ + cos(x)");
    }

    @Test
    void formulasAreComparedByFormAndAtPoints() {
        assertThat(Equality.compare(Terms.read("(x + 1)^2"), Terms.read("x^2 + 2x + 1")))
                .isEqualTo(Equality.Answer.PROVEN);
        assertThat(Equality.compare(Terms.read("sin(2x)"), Terms.read("2*sin(x)*cos(x)")))
                .isEqualTo(Equality.Answer.PROVEN);
        assertThat(Equality.compare(Terms.read("sin(3x)"), Terms.read("3*sin(x) - 4*sin(x)^3")))
                .isEqualTo(Equality.Answer.AGREE);
        assertThat(Equality.compare(Terms.read("sin(x)"), Terms.read("sin(x) + 1e-20")))
                .isEqualTo(Equality.Answer.DIFFER);
        assertThat(Equality.compare(Terms.read("ln(-1 - x^2)"), Terms.read("x")))
                .isEqualTo(Equality.Answer.UNKNOWN);
    }

    @Test
    void lettersAreFoundAndReplaced() {
        Term term = Terms.read("a*x^2 + sin(b)");

        assertThat(Letters.in(term)).isEqualTo(Set.of(X, Term.letter("a"), Term.letter("b")));
        assertThat(TextWriter.text(Letters.replaced(term, Map.of(X, Terms.read("x + 1")))))
                .isEqualTo("a·(x + 1)² + sin(b)");
    }

    @ParameterizedTest
    @CsvSource({"x, 2x", "w1, 2w1", "ab, 2ab", "side, 2·side", "e, 2·e", "p.mass, 2p.mass", "pq[10], 2pq[10]"})
    void aNumberStandsBesideAShortLetterWithoutASign(String letter, String text) {
        assertThat(TextWriter.text(Term.product(Term.number(2), Term.letter(letter))))
                .isEqualTo(text);
    }

    @Test
    void elementaryFunctionsAreKnownToFiftyDigits() {
        // mpmath, mp.dps = 55
        List<String> known = List.of(
                "exp(1)", "2.7182818284590452353602874713526624977572470936999",
                "ln(2)", "0.69314718055994530941723212145817656807550013436026",
                "sin(1)", "0.84147098480789650665250232163029899962256306079837",
                "atan(2)", "1.1071487177940905030170654601785370400700476454014",
                "asin(0.3)", "0.30469265401539750797200296122752916695456003170678",
                "tanh(0.7)", "0.60436777711716349630868718310382647501556664741686",
                "3^0.2", "1.2457309396155173259666803366403050809393099930688");
        for (int i = 0; i < known.size(); i += 2) {
            BigDecimal value = Precise.of(Terms.read(known.get(i)), Map.of()).orElseThrow();
            assertThat(value.subtract(new BigDecimal(known.get(i + 1))).abs())
                    .as(known.get(i))
                    .isLessThan(new BigDecimal("1e-48"));
        }
    }
}
