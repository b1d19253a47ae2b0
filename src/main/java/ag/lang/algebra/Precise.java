package ag.lang.algebra;

import ag.engine.Elementary;
import ag.engine.Operation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates formulas to 50 digits, so that two that agree do not do so by rounding. Knows the elementary functions; for others, and
 * where a formula has no value, there is no answer.
 */
public final class Precise {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal TINY = new BigDecimal("1e-62");
    private static final BigDecimal LARGEST_EXPONENT = new BigDecimal("5000");
    private static final BigDecimal PI = sixth().multiply(BigDecimal.valueOf(6), DIGITS);
    private static final BigDecimal E = exp(ONE);

    private final Map<Term.Letter, BigDecimal> values;

    private Precise(Map<Term.Letter, BigDecimal> values) {
        this.values = values;
    }

    /** Thrown where there is no value. */
    private static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoValue() {
            super(null, null, false, false);
        }
    }

    /** The value of a formula where its letters have these values. */
    public static Optional<BigDecimal> of(Term term, Map<Term.Letter, BigDecimal> values) {
        try {
            return Optional.of(new Precise(values).value(term));
        } catch (NoValue | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private BigDecimal value(Term term) {
        return switch (term) {
            case Term.Num(Rational number, boolean _) -> value(number);
            case Term.Constant constant ->
                switch (constant.name()) {
                    case PI -> PI;
                    case E -> E;
                    case INFINITY, UNDEFINED -> throw new NoValue();
                };
            case Term.Letter letter -> Optional.ofNullable(values.get(letter)).orElseThrow(NoValue::new);
            case Term.Sum(List<Term> terms) ->
                terms.stream().map(this::value).reduce(BigDecimal.ZERO, (a, b) -> a.add(b, DIGITS));
            case Term.Product(List<Term> factors) ->
                factors.stream().map(this::value).reduce(ONE, (a, b) -> a.multiply(b, DIGITS));
            case Term.Quotient(Term above, Term below) -> value(above).divide(value(below), DIGITS);
            case Term.Negative(Term of) -> value(of).negate();
            case Term.Power(Term base, Term exponent) -> power(value(base), value(exponent));
            case Term.Apply(Operation operation, List<Term> operands) ->
                function(operation, operands.stream().map(this::value).toList());
            case Term.Choice choice -> value(holds(choice.condition()) ? choice.then() : choice.otherwise());
            case Term.Derivative _, Term.Integral _ -> throw new NoValue();
        };
    }

    private static BigDecimal value(Rational number) {
        return new BigDecimal(number.above()).divide(new BigDecimal(number.below()), DIGITS);
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Truth truth -> truth.holds();
            case Condition.Not not -> !holds(not.of());
            case Condition.Both both -> holds(both.left()) && holds(both.right());
            case Condition.Either either -> holds(either.left()) || holds(either.right());
            case Condition.Comparison comparison ->
                Truths.holds(comparison.operator(), value(comparison.left()).compareTo(value(comparison.right())));
        };
    }

    private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = exponent.stripTrailingZeros().scale() <= 0;
        if (whole && exponent.abs().compareTo(LARGEST_EXPONENT) <= 0) {
            BigDecimal power = base.pow(exponent.abs().intValueExact(), DIGITS);
            return exponent.signum() < 0 ? ONE.divide(power, DIGITS) : power;
        }
        if (base.signum() == 0 && exponent.signum() > 0) {
            return BigDecimal.ZERO;
        }
        return exp(exponent.multiply(ln(base), DIGITS));
    }

    private static BigDecimal function(Operation operation, List<BigDecimal> operands) {
        BigDecimal x = operands.getFirst();
        return switch (operation) {
            case LINEAR -> x;
            case EXP -> exp(x);
            case EXPM1 -> exp(x).subtract(ONE);
            case LOG -> ln(x);
            case LOG1P -> ln(x.add(ONE));
            case LOG2 -> ln(x).divide(ln(TWO), DIGITS);
            case LOG10 -> ln(x).divide(ln(BigDecimal.TEN), DIGITS);
            case SQRT -> x.sqrt(DIGITS);
            case CBRT ->
                x.signum() == 0
                        ? x
                        : power(x.abs(), ONE.divide(BigDecimal.valueOf(3), DIGITS))
                                .multiply(BigDecimal.valueOf(x.signum()));
            case ABS -> x.abs();
            case SIGN -> BigDecimal.valueOf(x.signum());
            case SIN -> sin(x);
            case COS -> cos(x);
            case TAN -> sin(x).divide(cos(x), DIGITS);
            case ATAN -> atan(x);
            case ASIN -> asin(x);
            case ACOS -> PI.divide(TWO, DIGITS).subtract(asin(x));
            case SINH -> exp(x).subtract(exp(x.negate())).divide(TWO, DIGITS);
            case COSH -> exp(x).add(exp(x.negate())).divide(TWO, DIGITS);
            case TANH -> {
                BigDecimal square = exp(x.multiply(TWO));
                yield square.subtract(ONE).divide(square.add(ONE), DIGITS);
            }
            case ASINH -> ln(x.add(x.multiply(x).add(ONE).sqrt(DIGITS), DIGITS));
            case ACOSH -> ln(x.add(x.multiply(x).subtract(ONE).sqrt(DIGITS), DIGITS));
            case ATANH -> ln(ONE.add(x).divide(ONE.subtract(x), DIGITS)).divide(TWO, DIGITS);
            case SIGMOID -> ONE.divide(ONE.add(exp(x.negate())), DIGITS);
            case SOFTPLUS -> ln(ONE.add(exp(x)));
            case RELU -> x.max(BigDecimal.ZERO);
            case MAX -> x.max(operands.get(1));
            case MIN -> x.min(operands.get(1));
            case HYPOT ->
                x.multiply(x).add(operands.get(1).multiply(operands.get(1))).sqrt(DIGITS);
            default -> throw new NoValue();
        };
    }

    /** By halving until the series is short, and squaring back. */
    private static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
            throw new NoValue();
        }
        MathContext more = new MathContext(DIGITS.getPrecision() + 20);
        int halvings = 16 + Math.max(0, x.precision() - x.scale()) * 4;
        BigDecimal small = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), more);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int n = 1; term.abs().compareTo(new BigDecimal("1e-80")) > 0; n++) {
            term = term.multiply(small, more).divide(BigDecimal.valueOf(n), more);
            sum = sum.add(term, more);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, more);
        }
        return sum.round(DIGITS);
    }

    /** Newton's steps on exp, begun at the double. */
    private static BigDecimal ln(BigDecimal x) {
        if (x.signum() <= 0) {
            throw new NoValue();
        }
        int tens = x.precision() - x.scale();
        BigDecimal scaled = x.scaleByPowerOfTen(-tens);
        BigDecimal y = BigDecimal.valueOf(Elementary.log(scaled.doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal e = exp(y);
            y = y.add(TWO.multiply(scaled.subtract(e)).divide(scaled.add(e), DIGITS), DIGITS);
        }
        return tens == 0 ? y : y.add(BigDecimal.valueOf(tens).multiply(lnTen(), DIGITS), DIGITS);
    }

    private static BigDecimal lnTen() {
        return ln(new BigDecimal("0.1")).negate();
    }

    private static BigDecimal turned(BigDecimal x) {
        BigDecimal turn = PI.multiply(TWO);
        return x.subtract(turn.multiply(x.divideToIntegralValue(turn)), DIGITS);
    }

    private static BigDecimal sin(BigDecimal x) {
        BigDecimal angle = turned(x);
        BigDecimal square = angle.multiply(angle, DIGITS).negate();
        BigDecimal sum = angle;
        BigDecimal term = angle;
        for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(2L * n * (2L * n + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static BigDecimal cos(BigDecimal x) {
        return sin(x.add(PI.divide(TWO, DIGITS)));
    }

    /** By halving the angle until the series is short. */
    private static BigDecimal atan(BigDecimal x) {
        BigDecimal small = x;
        int halvings = 0;
        while (small.abs().compareTo(new BigDecimal("0.05")) > 0) {
            small = small.divide(ONE.add(ONE.add(small.multiply(small)).sqrt(DIGITS)), DIGITS);
            halvings++;
        }
        BigDecimal square = small.multiply(small, DIGITS).negate();
        BigDecimal sum = small;
        BigDecimal power = small;
        for (int n = 1; power.abs().compareTo(TINY) > 0; n++) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
        }
        return sum.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), DIGITS);
    }

    private static BigDecimal asin(BigDecimal x) {
        if (x.abs().compareTo(ONE) >= 0) {
            throw new NoValue();
        }
        return atan(x.divide(ONE.subtract(x.multiply(x)).sqrt(DIGITS), DIGITS));
    }

    /** A sixth of π is the angle whose tangent is 1/√3. */
    private static BigDecimal sixth() {
        return atan(ONE.divide(BigDecimal.valueOf(3).sqrt(DIGITS), DIGITS));
    }
}
