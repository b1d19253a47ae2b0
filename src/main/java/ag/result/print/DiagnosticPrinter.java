package ag.result.print;

import ag.lang.source.Diagnostic;
import ag.lang.source.Span;

/** Draws a message with the line it is about, the place underlined, and the way out. */
public final class DiagnosticPrinter {
    private static final int WIDEST = 160;
    private static final String ERROR = "error: ";
    private static final String WAY_OUT = "  = ";

    private final Style style;
    private final int width;

    public DiagnosticPrinter(Style style) {
        this(style, Integer.MAX_VALUE);
    }

    /** @param width how many columns there are for what is said; the program's own lines stay whole */
    public DiagnosticPrinter(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /** A message that is about no place in a program; the hint may be empty. */
    public String print(String message, String hint) {
        StringBuilder text = new StringBuilder();
        headline(text, message);
        hint(text, hint);
        return text.toString();
    }

    /** Several lines, without an end after the last. */
    public String print(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        headline(text, diagnostic.message());
        if (!diagnostic.span().source().text().isEmpty()) {
            snippet(text, diagnostic.span(), "");
        }
        rest(text, diagnostic);
        return text.toString();
    }

    /**
     * As {@link #print}, where the program is one line that stands on the screen just above: the place is marked right there.
     *
     * @param indent how many columns of the screen come before the program
     */
    public String printBelow(Diagnostic diagnostic, int indent) {
        Span span = diagnostic.span();
        String line = span.source().text();
        int marked = Math.max(1, Width.of(line.substring(span.start(), span.end())));
        StringBuilder text = new StringBuilder(" ".repeat(indent + Width.of(line.substring(0, span.start()))));
        text.append(style.error("^".repeat(marked))).append('\n');
        headline(text, diagnostic.message());
        rest(text, diagnostic);
        return text.toString();
    }

    private void headline(StringBuilder text, String message) {
        text.append(style.error(ERROR)).append(style.strong(wrapped(message, ERROR)));
    }

    private void hint(StringBuilder text, String hint) {
        if (!hint.isEmpty()) {
            text.append('\n').append(style.dim(WAY_OUT)).append(wrapped(hint, WAY_OUT));
        }
    }

    /** What stands behind the first words of a line, where need be on several. */
    private String wrapped(String said, String behind) {
        String visible = Visible.of(said);
        return behind.length() + Width.of(visible) <= width
                ? visible
                : Wrapped.text(visible, " ".repeat(behind.length()), width).strip();
    }

    private void rest(StringBuilder text, Diagnostic diagnostic) {
        for (Diagnostic.Label label : diagnostic.labels()) {
            snippet(text, label.span(), label.text());
        }
        hint(text, diagnostic.hint());
    }

    /** The place itself, or the one before where it lies inside of a character. */
    private static int whole(String text, int at) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }

    private String shown(String text) {
        return style.written(Visible.of(text));
    }

    private void snippet(StringBuilder text, Span span, String label) {
        int line = span.line();
        String number = Integer.toString(line);
        String margin = " ".repeat(number.length());
        text.append('\n')
                .append(style.dim(
                        margin + "--> " + Visible.of(span.source().name()) + ":" + line + ":" + span.column()));
        String lineText = span.source().lineText(line);
        int lineStart = span.source().lineStart(line);
        int from = Math.max(Math.min(span.start() - lineStart, lineText.length()), 0);
        int to = Math.max(Math.min(span.end() - lineStart, lineText.length()), from);
        boolean far = Width.of(Visible.of(lineText.substring(0, from))) > WIDEST / 2;
        int cut = far ? whole(lineText, Math.max(0, from - WIDEST / 4)) : 0;
        String before = shown(lineText.substring(cut, from));
        String marked = shown(lineText.substring(from, whole(lineText, Math.min(to, from + WIDEST))));
        int end = whole(lineText, Math.min(lineText.length(), to + WIDEST));
        String rest = shown(lineText.substring(to, end));
        String shown = (cut > 0 ? "…" : "") + before + marked + rest + (end < lineText.length() ? "…" : "");
        int indent = Width.of(before) + (cut > 0 ? 1 : 0);
        text.append('\n').append(style.dim(margin + " |"));
        text.append('\n').append(style.dim(number + " | ")).append(shown);
        String carets = "^".repeat(Math.max(1, Width.of(marked)));
        text.append('\n')
                .append(style.dim(margin + " | "))
                .append(" ".repeat(indent))
                .append(style.error(carets));
        if (!label.isEmpty()) {
            text.append(' ').append(style.dim(label));
        }
    }
}
