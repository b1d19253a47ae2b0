package ag.lsp;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What each line gave when the program ran, shown behind it. */
final class InlayHints {
    private InlayHints() {}

    static List<InlayHint> of(Watched watched, Range range) {
        SourceText source = watched.analysis().source();
        int start = watched.analysis().offset(range.getStart());
        int end = watched.analysis().offset(range.getEnd());
        return watched.run().said().stream()
                .filter(said -> isThere(said.statement(), source)
                        && start <= said.statement().end()
                        && said.statement().start() <= end)
                .map(said -> hint(source, said))
                .toList();
    }

    /** Whether a statement that ran stands in the text as it is now, at its place. */
    private static boolean isThere(Span statement, SourceText source) {
        return statement.end() <= source.text().length()
                && source.text().startsWith(statement.text(), statement.start());
    }

    private static InlayHint hint(SourceText source, BoundedRun.Said said) {
        Position behind = Positions.of(source, said.statement().end());
        InlayHint hint = new InlayHint(behind, Either.forLeft("# -> " + said.text()));
        hint.setPaddingLeft(true);
        return hint;
    }
}
