package ag.web.missing;

import org.teavm.jso.JSBody;

/** What the browser does itself: numbers and their texts, and angles beyond a million turns. */
public final class BrowserMath {
    private BrowserMath() {}

    static double sin(double x) {
        return Native.sin(x);
    }

    static double cos(double x) {
        return Native.cos(x);
    }

    static double tan(double x) {
        return Native.tan(x);
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
        @JSBody(params = "x", script = "return Math.sin(x);")
        static native double sin(double x);

        @JSBody(params = "x", script = "return Math.cos(x);")
        static native double cos(double x);

        @JSBody(params = "x", script = "return Math.tan(x);")
        static native double tan(double x);

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
