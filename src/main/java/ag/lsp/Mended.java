package ag.lsp;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Reads a program past brackets and texts that are not closed, which would take the lines below with them. */
final class Mended {
    private static final int MOST = 4;

    private Mended() {}

    /** The statements of a program, with those on the lines below such a mistake, and all that is wrong with it. */
    static Parser.Reading read(SourceText source) {
        Parser.Reading all = Session.parse(source);
        List<Statement> statements = new ArrayList<>(all.statements());
        Deque<Parser.Broken> open = new ArrayDeque<>(all.broken());
        for (int tried = 0; tried < MOST && !open.isEmpty(); ) {
            Span below = below(open.remove());
            if (below.length() > 0) {
                Parser.Reading found = Session.parse(below);
                statements.addAll(found.statements());
                open.addAll(found.broken());
                tried++;
            }
        }
        statements.sort(Comparator.comparingInt(statement -> statement.span().start()));
        return new Parser.Reading(statements, all.broken());
    }

    /** The lines that a mistake has taken, below the one it begins on. */
    private static Span below(Parser.Broken mistake) {
        Span whole = mistake.whole();
        SourceText source = whole.source();
        int line =
                source.lineStart(whole.line()) + source.lineText(whole.line()).length() + 1;
        return new Span(source, Math.min(line, whole.end()), whole.end());
    }
}
