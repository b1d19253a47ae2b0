package ag.result.print;

import ag.document.Phrase;

/** How text looks on the way out: with colours or plain, in Unicode or in ASCII. */
public record Style(boolean colour, boolean unicode) {
    public static final Style PLAIN = new Style(false, true);

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

    public String good(String text) {
        return paint("32", text);
    }

    /** Words with the colour of their tone. */
    String painted(Phrase phrase) {
        String text = written(Visible.of(phrase.text()));
        return switch (phrase.tone()) {
            case PLAIN -> text;
            case ERROR -> error(text);
            case NOTE -> note(text);
            case DIM -> dim(text);
            case GOOD -> good(text);
        };
    }

    /** A text in the characters that can be shown, so that its width is known. */
    String written(String text) {
        return unicode ? text : Ascii.of(text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
