package ag.web.missing;

/** What TeaVM's Java does in another way than the Java language says, to the last digit. */
public final class StrictNumbers {
    private static final double TWO_TO_52 = 0x1p52;
    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_31 = 0x1p31;
    private static final int BIAS = 1023;
    private static final int DIGITS = 52;
    private static final double ROUNDER = 0x1.8p52;
    private static final double[] POWERS = powers();

    private StrictNumbers() {}

    /** The distance to the next larger size. */
    public static double ulp(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return Math.abs(x);
        }
        int exponent = (int) (Double.doubleToRawLongBits(x) >>> DIGITS & 0x7ff) - BIAS;
        int last = Math.max(exponent, 1 - BIAS) - DIGITS;
        return last >= 1 - BIAS ? power(last) : Double.longBitsToDouble(1L << (last + BIAS - 1 + DIGITS));
    }

    private static double power(int exponent) {
        return Double.longBitsToDouble((long) (exponent + BIAS) << DIGITS);
    }

    /** The number times a power of two, rounded once: only the last steps can leave the range, and they lose nothing or all. */
    public static double scalb(double x, int exponent) {
        int left = Math.clamp(exponent, -3000, 3000);
        int first = left % 512;
        double scaled = x * power(first);
        for (int steps = (left - first) / 512; steps > 0; steps--) {
            scaled *= 0x1p512;
        }
        for (int steps = (left - first) / 512; steps < 0; steps++) {
            scaled *= 0x1p-512;
        }
        return scaled;
    }

    /** The size of one number with the sign of another, without the integers of 64 bits that JavaScript is slow at. */
    public static double copySign(double size, double sign) {
        return Math.abs(size) * (sign < 0 || (sign == 0 && 1 / sign < 0) ? -1 : 1);
    }

    /** The nearest whole number; a half goes to the even one. */
    public static double rint(double x) {
        double size = Math.abs(x);
        return size < TWO_TO_52 ? Math.copySign(TWO_TO_52 + size - TWO_TO_52, x) : x;
    }

    /** The nearest whole number; a half goes up. */
    public static long round(double x) {
        if (Math.abs(x) >= TWO_TO_52 || Double.isNaN(x)) {
            return toLong(x);
        }
        double below = Math.floor(x);
        return (long) (x - below >= 0.5 ? below + 1 : below);
    }

    /** A cast: what is too large becomes the largest, and NaN zero. */
    public static long toLong(double x) {
        if (Double.isNaN(x)) {
            return 0;
        }
        return x >= TWO_TO_63 ? Long.MAX_VALUE : x <= -TWO_TO_63 ? Long.MIN_VALUE : (long) x;
    }

    /** A cast: what is too large becomes the largest, and NaN zero. */
    public static int toInt(double x) {
        if (Double.isNaN(x)) {
            return 0;
        }
        return x >= TWO_TO_31 ? Integer.MAX_VALUE : x <= -TWO_TO_31 ? Integer.MIN_VALUE : (int) x;
    }

    /** 2^n, given n + 1.5·2^52, as the engine computes it by integers of 64 bits, which JavaScript is slow at. */
    public static double powerOfTwo(double rounded) {
        return POWERS[(int) (rounded - ROUNDER) + BIAS];
    }

    private static double[] powers() {
        double[] powers = new double[2 * (BIAS + 1)];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.longBitsToDouble((long) i << DIGITS);
        }
        return powers;
    }

    /** The shortest digits that mean the number, in Java's form. */
    public static String toString(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "Infinity" : "-Infinity";
        }
        String sign = 1 / x < 0 || x < 0 ? "-" : "";
        double size = Math.abs(x);
        if (size == 0) {
            return sign + "0.0";
        }
        String text = BrowserMath.scientific(size);
        if (!text.contains(".")) {
            // Java writes two digits at least, and those nearest to the number.
            String two = BrowserMath.twoDigits(size);
            text = BrowserMath.number(two) == size ? two : text;
        }
        int e = text.indexOf('e');
        String digits = text.substring(0, e).replace(".", "");
        int exponent = Integer.parseInt(text.substring(text.charAt(e + 1) == '+' ? e + 2 : e + 1));
        while (digits.length() > 1 && digits.endsWith("0")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        return sign + javaForm(digits, exponent);
    }

    public static StringBuilder append(StringBuilder text, double x) {
        return text.append(toString(x));
    }

    /** The number that a text in Java's form means. */
    public static double parseDouble(String text) {
        String trimmed = text.trim();
        if (!BrowserMath.isNumber(trimmed)) {
            throw new NumberFormatException(text);
        }
        char last = trimmed.charAt(trimmed.length() - 1);
        boolean isTyped = "fFdD".indexOf(last) >= 0;
        return BrowserMath.number(isTyped ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
    }

    private static String javaForm(String digits, int exponent) {
        if (exponent < -3 || exponent >= 7) {
            String rest = digits.length() > 1 ? digits.substring(1) : "0";
            return digits.charAt(0) + "." + rest + "E" + exponent;
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        if (digits.length() <= exponent + 1) {
            return digits + "0".repeat(exponent + 1 - digits.length()) + ".0";
        }
        return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }
}
