package ag.lang.algebra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes sums of powers as formulas, in the order and the forms of a textbook. */
final class Writing {
    /** Longer decimals are written as fractions. */
    private static final int MOST_DIGITS = 6;

    private final boolean decimals;
    private final Normal normal;

    /** @param decimals whether what is a short decimal may be written as one, for the text had some too */
    Writing(boolean decimals, Normal normal) {
        this.decimals = decimals;
        this.normal = normal;
    }

    /** The addend that a sum begins with, were there no signs. */
    Addend leading(Polynomial polynomial) {
        return Order.sorted(polynomial.addends()).getFirst();
    }

    Term sum(Polynomial polynomial) {
        List<Term> terms = new ArrayList<>();
        for (Addend addend : ordered(polynomial)) {
            terms.add(addend(addend));
        }
        return Term.sum(terms);
    }

    /** In order, but with something added in front where there is something added. */
    private static List<Addend> ordered(Polynomial polynomial) {
        List<Addend> addends = new ArrayList<>(Order.sorted(polynomial.addends()));
        if (addends.size() > 1 && addends.getFirst().coefficient().sign() < 0) {
            for (int i = 1; i < addends.size(); i++) {
                if (addends.get(i).coefficient().sign() > 0) {
                    addends.addFirst(addends.remove(i));
                    break;
                }
            }
        }
        return addends;
    }

    Term addend(Addend addend) {
        return new WrittenFactors(addend, normal).written(this);
    }

    /** A product of a number with what is above and below the line. */
    Term fraction(Rational number, @Nullable Term above, @Nullable Term below) {
        Optional<BigDecimal> decimal =
                number.isWhole() || !decimals ? Optional.empty() : number.abs().decimal();
        boolean short_ = decimal.filter(digits -> digits.precision() <= MOST_DIGITS && digits.scale() <= MOST_DIGITS)
                .isPresent();
        Rational top = short_ ? number.abs() : Rational.of(number.above().abs());
        Rational bottom = short_ ? Rational.ONE : Rational.of(number.below());
        Term numerator = top.isOne() && above != null ? above : times(new Term.Num(top, true), above);
        Term denominator = bottom.isOne() ? below : times(new Term.Num(bottom, true), below);
        Term unsigned = denominator == null ? numerator : Term.quotient(numerator, denominator);
        return number.sign() < 0 ? Term.negative(unsigned) : unsigned;
    }

    private static Term times(Term number, @Nullable Term factor) {
        return factor == null ? number : Term.product(number, factor);
    }
}
