package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What undoes a function: where sin(u) is 1/2, u is π/6 + 2π·n or 5π/6 + 2π·n. */
final class Inverses {
    private static final int FINEST_ANGLE = 12;

    private final Term.Letter whole;

    /** @param taken the letters that stand in the equation already */
    Inverses(Term.Letter letter, Set<Term.Letter> taken) {
        this.whole = Stream.of("n", "k", "m", "j", "n_0")
                .map(Term::letter)
                .filter(candidate -> !candidate.equals(letter) && !taken.contains(candidate))
                .findFirst()
                .orElseThrow(Unsolved::new);
    }

    /** What stands inside of a function, and what it is worth there; a base that is no single function stands for itself. */
    record Step(Term inside, Solution value) {}

    /** What a base's inside is worth where the base has this value. */
    List<Step> of(Term base, Solution value, Predicate<Term> contains) {
        return switch (base) {
            case Term.Apply(Operation operation, List<Term> operands)
            when operands.size() == 1 -> {
                Term inside = operands.getFirst();
                yield ofFunction(operation, value).stream()
                        .map(inner -> new Step(inside, inner))
                        .toList();
            }
            case Term.Power(Term under, Term exponent)
            when !contains.test(under) -> ofExponential(under, exponent, value);
            case Term.Power(Term under, Term exponent)
            when !contains.test(exponent) && Numbers.in(exponent).isEmpty() ->
                List.of(new Step(under, value.with(Term.power(value.value(), Term.quotient(Term.ONE, exponent)))));
            case Term.Sum _, Term.Product _, Term.Quotient _, Term.Negative _ -> List.of(new Step(base, value));
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> throw new Unsolved();
        };
    }

    private static boolean isNumber(Term value) {
        return Letters.in(value).isEmpty();
    }

    private static boolean isBelow(Solution value, double bound) {
        return isNumber(value.value()) && Values.of(value.value()) < bound;
    }

    private static boolean isBeyond(Solution value, double bound) {
        return isNumber(value.value()) && Math.abs(Values.of(value.value())) > bound;
    }

    private static List<Step> ofExponential(Term under, Term exponent, Solution value) {
        if (value.value().is(0) || (isNumber(value.value()) && Values.of(value.value()) <= 0)) {
            return List.of();
        }
        Term log = Term.apply(Operation.LOG, value.value());
        return List.of(new Step(
                exponent,
                value.with(under.equals(Term.e()) ? log : Term.quotient(log, Term.apply(Operation.LOG, under)))));
    }

    /** The values whose power {@code unit} is this one. */
    List<Solution> ofPower(Solution value, Rational unit) {
        Term of = value.value();
        if (unit.above().bitLength() >= Integer.SIZE) {
            throw new Unsolved();
        }
        int degree = unit.above().intValueExact();
        if (!unit.isWhole()) {
            if (isBelow(value, 0) && unit.below().testBit(0) == false) {
                return List.of();
            }
            of = Term.power(of, Term.number(Rational.of(unit.below())));
        }
        if (degree == 1) {
            return List.of(value.with(of));
        }
        boolean negative = isNumber(of) && Values.of(of) < 0 && !of.is(0);
        if (degree % 2 == 0) {
            Term root = root(of, degree);
            return negative
                    ? List.of()
                    : of.is(0)
                            ? List.of(value.with(Term.ZERO))
                            : List.of(value.with(Term.negative(root)), value.with(root));
        }
        if (negative) {
            return List.of(value.with(Term.negative(root(Term.negative(of), degree))));
        }
        if (!isNumber(of) && degree != 3) {
            throw new Unsolved();
        }
        return List.of(value.with(isNumber(of) ? root(of, degree) : Term.apply(Operation.CBRT, of)));
    }

    private static Term root(Term of, int degree) {
        return degree == 2
                ? Term.apply(Operation.SQRT, of)
                : Term.power(of, Term.quotient(Term.ONE, Term.number(degree)));
    }

    private List<Solution> ofFunction(Operation operation, Solution value) {
        Term c = value.value();
        return switch (operation) {
            case EXP -> one(value, Term.apply(Operation.LOG, c), !isBelow(value, Double.MIN_VALUE));
            case EXPM1 -> one(value, Term.apply(Operation.LOG, Term.sum(c, Term.ONE)), !isBelow(value, -1));
            case LOG -> one(value, Term.power(Term.e(), c), true);
            case LOG1P -> one(value, Term.minus(Term.power(Term.e(), c), Term.ONE), true);
            case LOG2 -> one(value, Term.power(Term.number(2), c), true);
            case LOG10 -> one(value, Term.power(Term.number(10), c), true);
            case SQRT -> one(value, Term.power(c, 2), !isBelow(value, 0));
            case CBRT -> one(value, Term.power(c, 3), true);
            case ABS -> isBelow(value, 0) ? List.of() : signed(value, c);
            case SIN -> isBeyond(value, 1) ? List.of() : sine(value);
            case COS -> isBeyond(value, 1) ? List.of() : cosine(value);
            case TAN -> List.of(turned(value, angle(Operation.ATAN, c), Term.pi()));
            case ASIN -> one(value, Term.apply(Operation.SIN, c), !isBeyond(value, Math.PI / 2));
            case ACOS -> one(value, Term.apply(Operation.COS, c), !isBelow(value, 0));
            case ATAN -> one(value, Term.apply(Operation.TAN, c), !isBeyond(value, Math.PI / 2));
            case SINH -> one(value, Term.apply(Operation.ASINH, c), true);
            case COSH -> isBelow(value, 1) ? List.of() : signed(value, Term.apply(Operation.ACOSH, c));
            case TANH -> one(value, Term.apply(Operation.ATANH, c), !isBeyond(value, 1));
            case SIGMOID -> {
                boolean inside = !isBelow(value, Double.MIN_VALUE) && !isBeyond(value, Math.nextDown(1.0));
                yield one(value, Term.apply(Operation.LOG, Term.quotient(c, Term.minus(Term.ONE, c))), inside);
            }
            default -> throw new Unsolved();
        };
    }

    private static List<Solution> one(Solution value, Term inverse, boolean exists) {
        return exists ? List.of(value.with(inverse)) : List.of();
    }

    private static List<Solution> signed(Solution value, Term inverse) {
        return inverse.is(0)
                ? List.of(value.with(inverse))
                : List.of(value.with(Term.negative(inverse)), value.with(inverse));
    }

    private List<Solution> sine(Solution value) {
        Term angle = angle(Operation.ASIN, value.value());
        if (value.value().is(0)) {
            return List.of(turned(value, Term.ZERO, Term.pi()));
        }
        List<Solution> angles = new ArrayList<>();
        angles.add(turned(value, angle, turn()));
        if (!isNumber(value.value()) || Math.abs(Values.of(value.value())) != 1) {
            angles.add(turned(value, Term.minus(Term.pi(), angle), turn()));
        }
        return angles;
    }

    private List<Solution> cosine(Solution value) {
        Term angle = angle(Operation.ACOS, value.value());
        if (value.value().is(0)) {
            return List.of(turned(value, angle, Term.pi()));
        }
        List<Solution> angles = new ArrayList<>();
        angles.add(turned(value, angle, turn()));
        if (!isNumber(value.value()) || Math.abs(Values.of(value.value())) != 1) {
            angles.add(turned(value, Term.negative(angle), turn()));
        }
        return angles;
    }

    private static Term turn() {
        return Term.product(Term.number(2), Term.pi());
    }

    private Solution turned(Solution value, Term angle, Term period) {
        if (value.whole() != null) {
            throw new Unsolved();
        }
        return new Solution(Term.sum(angle, Term.product(period, whole)), value.exact(), whole);
    }

    /** The angle, as a multiple of π where it is one. */
    static Term angle(Operation inverse, Term value) {
        if (isNumber(value)) {
            double twelfths = PointEvaluation.of(Term.apply(inverse, value), Map.of()) / Math.PI * FINEST_ANGLE;
            long near = Math.round(twelfths);
            if (Math.abs(twelfths - near) < 1e-9) {
                Term angle = Simplifier.simplify(Term.product(Term.number(Rational.of(near, FINEST_ANGLE)), Term.pi()));
                if (Simplifier.simplify(Term.minus(Term.apply(forward(inverse), angle), value))
                        .is(0)) {
                    return angle;
                }
                Optional<Term> tangent = tangent(inverse, near, value);
                if (tangent.isPresent()) {
                    return angle;
                }
            }
        }
        return Term.apply(inverse, value);
    }

    /** The tangent as sine over cosine, whose values are known. */
    private static Optional<Term> tangent(Operation inverse, long twelfths, Term value) {
        Term angle = Term.product(Term.number(Rational.of(twelfths, FINEST_ANGLE)), Term.pi());
        Term quotient = Term.quotient(Term.apply(Operation.SIN, angle), Term.apply(Operation.COS, angle));
        return inverse == Operation.ATAN
                        && Simplifier.simplify(Term.minus(quotient, value)).is(0)
                ? Optional.of(angle)
                : Optional.empty();
    }

    private static Operation forward(Operation inverse) {
        return switch (inverse) {
            case ASIN -> Operation.SIN;
            case ACOS -> Operation.COS;
            default -> Operation.TAN;
        };
    }
}
