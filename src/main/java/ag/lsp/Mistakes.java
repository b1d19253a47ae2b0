package ag.lsp;

import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;

/** The mistakes of a document, as the protocol shows them. */
final class Mistakes {
    private Mistakes() {}

    /** The mistakes that show before a program runs, in its own text. */
    static List<ag.lang.source.Diagnostic> of(SourceText source, FileAccess imports) {
        return Session.check(source, ThisMachine.host(imports)).stream()
                .filter(problem -> problem.error() != ErrorCode.NO_FILES)
                .toList();
    }

    /** A message with its hint, at the same place as in a terminal. */
    static Diagnostic shown(ag.lang.source.Diagnostic problem, String uri) {
        String hint = problem.hint().isEmpty() ? "" : "\n" + problem.hint();
        Diagnostic shown = new Diagnostic(
                Positions.of(visible(problem.span())), problem.message() + hint, DiagnosticSeverity.Error, "ag");
        shown.setCode(problem.code());
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        for (ag.lang.source.Diagnostic.Label label : problem.labels()) {
            related.add(new DiagnosticRelatedInformation(new Location(uri, Positions.of(label.span())), label.text()));
        }
        shown.setRelatedInformation(related);
        return shown;
    }

    /** A place without a length is marked together with the character before it. */
    private static Span visible(Span span) {
        return span.length() > 0 || span.start() == 0 ? span : new Span(span.source(), span.start() - 1, span.end());
    }
}
