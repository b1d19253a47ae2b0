package ag.result.print;

import ag.result.Notation;

/**
 * How text looks on the way out: with colours or plain, in Unicode or in ASCII.
 *
 * @param cells whether the cells of tables are told apart by separators of ASCII, for {@link HtmlPrinter}, and not laid out in columns
 */
public record Style(boolean colour, boolean unicode, boolean cells) {
    public static final Style PLAIN = new Style(false, true);

    static final Style CELLS = new Style(false, true, true);

    public Style(boolean colour, boolean unicode) {
        this(colour, unicode, false);
    }

    public String error(String text) {
        return paint("1;31", text);
    }

    public String note(String text) {
        return paint("33", text);
    }

    public String strong(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String number(String text) {
        return paint("36", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    /** How a derivative is written: {@code ∂L/∂a}. */
    String derivative(String of, String input) {
        String written = Visible.of(Notation.derivative(of, input));
        return unicode ? written : written.replace('∂', 'd');
    }

    /** A text in the characters that can be shown, so that its width is known. */
    String written(String text) {
        return unicode ? text : Ascii.of(text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
