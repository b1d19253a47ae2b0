package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Identities between functions of one formula: sin² + cos² = 1 and its kin. */
final class Identities {
    private Identities() {}

    /**
     * Two functions whose squares are told by each other: sin² = 1 - cos², cosh² = 1 + sinh², sinh² = -1 + cosh².
     *
     * @param constant the number in it
     * @param sign what stands before second²
     * @param name the identity as it is known
     * @param doubled the one for the double of the angle
     */
    private record Squares(Operation first, Operation second, int constant, int sign, String name, String doubled) {}

    private static final List<Squares> SQUARES = List.of(
            new Squares(Operation.SIN, Operation.COS, 1, -1, "sin² + cos² = 1", ""),
            new Squares(Operation.COS, Operation.SIN, 1, -1, "sin² + cos² = 1", "cos² u - sin² u = cos(2u)"),
            new Squares(Operation.COSH, Operation.SINH, 1, 1, "cosh² - sinh² = 1", "cosh² u + sinh² u = cosh(2u)"),
            new Squares(Operation.SINH, Operation.COSH, -1, 1, "cosh² - sinh² = 1", ""));

    /** The sum with fewer addends where one of the identities gives that, otherwise as it is. */
    static Polynomial applied(Polynomial polynomial, Normal normal) {
        Polynomial now = polynomial;
        for (Squares squares : SQUARES) {
            for (Term base : polynomial.bases()) {
                if (base instanceof Term.Apply(Operation operation, List<Term> operands)
                        && operation == squares.first) {
                    Polynomial other = replaced(now, base, squares, operands);
                    if (other.count() < now.count()) {
                        normal.use(squares.name);
                        now = other;
                    }
                }
            }
        }
        return doubled(now, normal);
    }

    /** With what it is by second² in the place of first². */
    private static Polynomial replaced(Polynomial polynomial, Term first, Squares squares, List<Term> operands) {
        if (polynomial.addends().stream().noneMatch(addend -> isSquared(addend.exponent(first)))) {
            return polynomial;
        }
        Term second = new Term.Apply(squares.second, operands);
        Polynomial square = Polynomial.of(Rational.of(squares.constant))
                .plus(Polynomial.of(Addend.of(second, Rational.TWO).scaled(Rational.of(squares.sign))));
        List<Addend> sum = new ArrayList<>();
        for (Addend addend : polynomial.addends()) {
            Rational exponent = addend.exponent(first);
            if (!isSquared(exponent)) {
                sum.add(addend);
                continue;
            }
            Rational pairs = exponent.over(Rational.TWO).floor();
            Polynomial product = Polynomial.of(addend.with(first, exponent.minus(pairs.times(Rational.TWO))));
            for (int i = 0; i < pairs.above().intValue(); i++) {
                product = product.times(square);
            }
            sum.addAll(product.addends());
        }
        return Polynomial.of(sum);
    }

    private static boolean isSquared(Rational exponent) {
        return exponent.compareTo(Rational.TWO) >= 0 && Normal.isExpandable(exponent);
    }

    /** cos² - sin² is the cosine of the double, cosh² + sinh² likewise. */
    private static Polynomial doubled(Polynomial polynomial, Normal normal) {
        for (Addend addend : polynomial.addends()) {
            for (Term base : addend.powers().keySet()) {
                if (addend.exponent(base).equals(Rational.TWO)
                        && base instanceof Term.Apply(Operation operation, List<Term> operands)) {
                    Optional<Squares> squares = SQUARES.stream()
                            .filter(pair -> pair.first == operation && !pair.doubled.isEmpty())
                            .findFirst();
                    if (squares.isEmpty()) {
                        continue;
                    }
                    Term other = new Term.Apply(squares.get().second, operands);
                    Addend rest = addend.with(base, Rational.ZERO);
                    Addend partner = rest.times(Addend.of(other, Rational.TWO));
                    Rational wanted = addend.coefficient().times(Rational.of(squares.get().sign));
                    if (polynomial.coefficient(partner.powers()).equals(wanted)) {
                        normal.use(squares.get().doubled);
                        Term angle = normal.shortest(Term.product(Term.number(2), operands.getFirst()));
                        List<Addend> sum = new ArrayList<>(polynomial.addends());
                        sum.add(addend.scaled(Rational.ONE.negated()));
                        sum.add(partner.primitive().scaled(wanted.negated()));
                        sum.add(rest.times(Addend.of(new Term.Apply(operation, List.of(angle)))));
                        return doubled(Polynomial.of(sum), normal);
                    }
                }
            }
        }
        return polynomial;
    }
}
