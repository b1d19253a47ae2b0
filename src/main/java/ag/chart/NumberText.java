package ag.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them, the same in every locale. */
public final class NumberText {
    private static final MathContext DIGITS = new MathContext(4);

    private NumberText() {}

    /** Rounded to four significant digits: 0.3333, 31.85, 1.2e-7, 1e12. */
    public static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return digits.toPlainString();
        }
        return digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
