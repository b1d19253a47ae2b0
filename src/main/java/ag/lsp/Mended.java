package ag.lsp;

import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;

/** Reads a program past brackets and texts that are not closed, which would take the lines below with them. */
final class Mended {
    private static final int MOST = 4;

    private Mended() {}

    /** The statements of a program as if a line on which such a mistake begins were empty, and all that is wrong with it. */
    static Parser.Reading read(SourceText source) {
        Parser.Reading best = Session.parse(source);
        List<Parser.Broken> broken = new ArrayList<>(best.broken());
        SourceText text = source;
        for (Parser.Broken mistake : best.broken().stream().limit(MOST).toList()) {
            SourceText without = without(text, mistake.span().line());
            Parser.Reading next = Session.parse(without);
            if (next.statements().size() > best.statements().size()) {
                best = next;
                text = without;
            }
        }
        return new Parser.Reading(best.statements(), broken);
    }

    private static SourceText without(SourceText source, int line) {
        int start = source.lineStart(line);
        int length = source.lineText(line).length();
        return new SourceText(
                source.name(),
                source.text().substring(0, start)
                        + " ".repeat(length)
                        + source.text().substring(start + length));
    }
}
