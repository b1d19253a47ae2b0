package ag.web.missing;

import org.teavm.jso.JSBody;

/** Functions of the browser's own, which Chromium, Node and Firefox compute as Java's {@link StrictMath} does, by fdlibm. */
public final class BrowserMath {
    private BrowserMath() {}

    public static double expm1(double x) {
        return Native.expm1(x);
    }

    public static double sinh(double x) {
        return Native.sinh(x);
    }

    public static double cosh(double x) {
        return Native.cosh(x);
    }

    public static double cbrt(double x) {
        return Native.cbrt(x);
    }

    public static double log10(double x) {
        return Native.log10(x);
    }

    public static double atan2(double a, double b) {
        return Native.atan2(a, b);
    }

    static String scientific(double x) {
        return Native.scientific(x);
    }

    static String twoDigits(double x) {
        return Native.twoDigits(x);
    }

    static double number(String text) {
        return Native.number(text);
    }

    /** Whether Java reads the text as a decimal number. */
    static boolean isNumber(String text) {
        return Native.isNumber(text);
    }

    /** Apart, since what is added to Java's classes can call no JavaScript itself. */
    private static final class Native {
        @JSBody(params = "x", script = "return Math.expm1(x);")
        static native double expm1(double x);

        @JSBody(params = "x", script = "return Math.sinh(x);")
        static native double sinh(double x);

        @JSBody(params = "x", script = "return Math.cosh(x);")
        static native double cosh(double x);

        @JSBody(params = "x", script = "return Math.cbrt(x);")
        static native double cbrt(double x);

        @JSBody(params = "x", script = "return Math.log10(x);")
        static native double log10(double x);

        @JSBody(
                params = {"a", "b"},
                script = "return Math.atan2(a, b);")
        static native double atan2(double a, double b);

        @JSBody(params = "x", script = "return x.toExponential();")
        static native String scientific(double x);

        @JSBody(params = "x", script = "return x.toExponential(1);")
        static native String twoDigits(double x);

        @JSBody(params = "text", script = "return Number(text);")
        static native double number(String text);

        @JSBody(
                params = "text",
                script = "return"
                        + " /^[-+]?(NaN|Infinity|([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[fFdD]?)$/.test(text);")
        static native boolean isNumber(String text);
    }
}
