package ag.lang.source;

/**
 * A piece of a program's text, from {@code start} up to but without {@code end}.
 */
public record Span(SourceText source, int start, int end) {
    public int length() {
        return end - start;
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
    }

    public String text() {
        return source.text().substring(start, end);
    }

    public int line() {
        return source.line(start);
    }

    public int column() {
        return source.column(start);
    }

    /** The column just after the last character, on the line where the span starts. */
    public int endColumn() {
        if (end > start && source.line(end - 1) == line()) {
            return source.column(end - 1) + 1;
        }
        String lineText = source.lineText(line());
        return end <= start ? column() + 1 : lineText.codePointCount(0, lineText.length()) + 1;
    }
}
