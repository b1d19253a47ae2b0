package ag.lang.algebra;

import ag.lang.syntax.Expr;
import java.math.BigDecimal;

/** A number of the text as an exact fraction. */
final class TypedNumber {
    private static final int LONGEST_NUMBER = 300;

    private TypedNumber() {}

    /** The digits as they stand in the text, where they do. */
    static Term of(Expr.NumberLiteral literal) {
        if (!Double.isFinite(literal.value())) {
            throw new NoFormula();
        }
        BigDecimal decimal = typed(literal);
        if (Math.abs(decimal.scale()) > LONGEST_NUMBER || decimal.precision() > LONGEST_NUMBER) {
            throw new NoFormula();
        }
        Term.Num number = new Term.Num(Rational.of(decimal.abs()), true);
        return decimal.signum() < 0 ? Term.negative(number) : number;
    }

    private static BigDecimal typed(Expr.NumberLiteral literal) {
        try {
            BigDecimal typed = new BigDecimal(literal.span().text().replace("_", ""));
            if (typed.doubleValue() == literal.value()) {
                return typed;
            }
        } catch (NumberFormatException _) {
            // This number was not typed, or in another way.
        }
        return new BigDecimal(Double.toString(literal.value()));
    }
}
