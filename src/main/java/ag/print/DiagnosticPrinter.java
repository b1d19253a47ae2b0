package ag.print;

import ag.lang.source.Diagnostic;
import ag.lang.source.Span;

/** Draws a message with the line it is about, the place underlined, and the way out. */
public final class DiagnosticPrinter {
    private static final int WIDEST = 160;

    private final Style style;

    public DiagnosticPrinter(Style style) {
        this.style = style;
    }

    /** Several lines, without an end after the last. */
    public String print(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        headline(text, diagnostic);
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
        headline(text, diagnostic);
        rest(text, diagnostic);
        return text.toString();
    }

    private void headline(StringBuilder text, Diagnostic diagnostic) {
        text.append(style.error("error: ")).append(style.strong(Visible.of(diagnostic.message())));
    }

    private void rest(StringBuilder text, Diagnostic diagnostic) {
        for (Diagnostic.Label label : diagnostic.labels()) {
            snippet(text, label.span(), label.text());
        }
        if (!diagnostic.hint().isEmpty()) {
            text.append('\n').append(style.dim("  = ")).append(Visible.of(diagnostic.hint()));
        }
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
        int cut = Math.max(0, Width.of(lineText.substring(0, from)) > WIDEST / 2 ? from - WIDEST / 4 : 0);
        String before = Visible.of(lineText.substring(cut, from));
        String marked = Visible.of(lineText.substring(from, Math.min(to, from + WIDEST)));
        String rest = Visible.of(lineText.substring(to));
        String shown = (cut > 0 ? "…" : "")
                + before
                + marked
                + (rest.length() > WIDEST ? rest.substring(0, WIDEST) + "…" : rest);
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
