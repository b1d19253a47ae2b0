package ag.lang.algebra;

import ag.engine.Operation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of functions that are known exactly: ln(1), sin(π/6), max(2, 3). */
final class ExactValues {
    private static final Rational TWELFTH = Rational.of(1, 12);

    /** 20! is the last that is a long. */
    private static final Rational LARGEST_FACTORIAL = Rational.of(20);

    /** The sine of this many twelfths of π. */
    private static final Map<Integer, Term> SINES = Map.of(
            0, Term.ZERO,
            2, Term.number(Rational.HALF),
            3, Term.quotient(root(2), Term.number(2)),
            4, Term.quotient(root(3), Term.number(2)),
            6, Term.ONE);

    private static final Set<String> ONE_AT_ZERO = Set.of("cos", "cosh", "sec", "sech");

    private ExactValues() {}

    private static Term root(int of) {
        return Term.apply(Operation.SQRT, Term.number(of));
    }

    static Optional<Term> of(Operation operation, List<Term> operands, Normal normal) {
        Optional<Rational> first = Numbers.in(operands.getFirst());
        if (operands.size() == 2) {
            return first.flatMap(a -> Numbers.in(operands.get(1)).flatMap(b -> ofTwo(operation, a, b)));
        }
        if (first.isPresent()) {
            return ofOne(operation, first.get());
        }
        return ofAngle(operation, normal.of(operands.getFirst()));
    }

    private static Optional<Term> ofOne(Operation operation, Rational x) {
        if (x.isZero() && Signs.isZeroAtZero(operation)) {
            return Optional.of(Term.ZERO);
        }
        if (x.isZero() && ONE_AT_ZERO.contains(operation.symbol())) {
            return Optional.of(Term.ONE);
        }
        return switch (operation) {
            case LOG, LOG2, LOG10 -> x.isOne() ? Optional.of(Term.ZERO) : exponent(operation, x);
            case ABS -> Optional.of(Term.number(x.abs()));
            case SIGN -> Optional.of(Term.number(x.sign()));
            case RELU -> Optional.of(Term.number(x.sign() > 0 ? x : Rational.ZERO));
            case FLOOR -> Optional.of(Term.number(x.floor()));
            case CBRT -> cubeRoot(x);
            case ASIN -> angle(x, 0);
            case ACOS -> angle(x.negated(), 3);
            case ATAN ->
                x.abs().isOne()
                        ? Optional.of(Term.product(Term.number(Rational.of(x.sign(), 4)), Term.pi()))
                        : Optional.empty();
            case FACTORIAL -> factorial(x);
            case CEIL -> Optional.of(Term.number(x.negated().floor().negated()));
            default -> Optional.empty();
        };
    }

    private static Optional<Term> cubeRoot(Rational x) {
        Rational root = x.abs().rootIn(3);
        return root.times(root).times(root).equals(x.abs())
                ? Optional.of(Term.number(x.sign() < 0 ? root.negated() : root))
                : Optional.empty();
    }

    /** asin(1/2) is π/6, asin(1) is π/2, and so with the other sign; acos(x) is asin(-x) + π/2, of which {@code more} are the sixths. */
    private static Optional<Term> angle(Rational x, int more) {
        Rational doubled = x.times(Rational.TWO);
        if (!doubled.isWhole() || doubled.abs().compareTo(Rational.TWO) > 0) {
            return Optional.empty();
        }
        int sixths = (doubled.abs().equals(Rational.TWO) ? 3 : doubled.isZero() ? 0 : 1) * doubled.sign() + more;
        Term size = Term.product(Term.number(Rational.of(Math.abs(sixths), 6)), Term.pi());
        return Optional.of(sixths < 0 ? Term.negative(size) : sixths == 0 ? Term.ZERO : size);
    }

    private static Optional<Term> factorial(Rational n) {
        if (!n.isWhole() || n.sign() < 0 || n.compareTo(LARGEST_FACTORIAL) > 0) {
            return Optional.empty();
        }
        long product = 1;
        for (long k = 2; k <= n.above().longValue(); k++) {
            product *= k;
        }
        return Optional.of(Term.number(product));
    }

    /** log10(1000) is 3, log2(8) is 3. */
    private static Optional<Term> exponent(Operation operation, Rational x) {
        long base = operation == Operation.LOG2 ? 2 : operation == Operation.LOG10 ? 10 : 0;
        if (base == 0 || x.sign() <= 0) {
            return Optional.empty();
        }
        boolean inverse = x.above().equals(BigInteger.ONE);
        if (!x.isWhole() && !inverse) {
            return Optional.empty();
        }
        BigInteger rest = inverse ? x.below() : x.above();
        int count = 0;
        while (rest.mod(BigInteger.valueOf(base)).signum() == 0) {
            rest = rest.divide(BigInteger.valueOf(base));
            count++;
        }
        return rest.equals(BigInteger.ONE) ? Optional.of(Term.number(inverse ? -count : count)) : Optional.empty();
    }

    private static Optional<Term> ofTwo(Operation operation, Rational a, Rational b) {
        return switch (operation) {
            case MIN, CLAMP_MAX -> Optional.of(Term.number(a.compareTo(b) <= 0 ? a : b));
            case MAX, CLAMP_MIN -> Optional.of(Term.number(a.compareTo(b) >= 0 ? a : b));
            default -> Optional.empty();
        };
    }

    /** Sine and cosine of multiples of π/6 and π/4. */
    private static Optional<Term> ofAngle(Operation operation, Polynomial angle) {
        boolean sine = operation == Operation.SIN;
        if ((!sine && operation != Operation.COS)
                || !angle.isSingle()
                || !angle.single().powers().equals(Map.of(Term.pi(), Rational.ONE))) {
            return Optional.empty();
        }
        Rational twelfths = angle.single().coefficient().over(TWELFTH);
        if (!twelfths.isWhole()) {
            return Optional.empty();
        }
        int turned = twelfths.above().mod(BigInteger.valueOf(24)).intValue() + (sine ? 0 : 6);
        int place = turned % 24;
        int half = place % 12;
        Term value = SINES.get(half > 6 ? 12 - half : half);
        return Optional.ofNullable(value).map(found -> place >= 12 ? Term.negative(found) : found);
    }
}
