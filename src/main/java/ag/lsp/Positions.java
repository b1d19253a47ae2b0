package ag.lsp;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places as the protocol counts them: lines from 0, and UTF-16 units from a line's beginning. */
final class Positions {
    private Positions() {}

    static Position of(SourceText source, int offset) {
        int line = source.line(offset);
        return new Position(line - 1, offset - source.lineStart(line));
    }

    static Range of(SourceText source, int start, int end) {
        return new Range(of(source, start), of(source, end));
    }

    static Range of(Span span) {
        return of(span.source(), span.start(), span.end());
    }

    /** The whole text. */
    static Range all(SourceText source) {
        return of(source, 0, source.text().length());
    }

    /** The offset of a position; one beyond a line's end or the last line is taken for that end. */
    static int offset(SourceText source, Position position) {
        int lines = source.line(source.text().length());
        if (position.getLine() >= lines) {
            return source.text().length();
        }
        int line = Math.max(position.getLine(), 0) + 1;
        int start = source.lineStart(line);
        return Math.min(
                start + Math.max(position.getCharacter(), 0),
                start + source.lineText(line).length());
    }
}
