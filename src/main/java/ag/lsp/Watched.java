package ag.lsp;

import ag.lang.source.Diagnostic;
import ag.session.Interruption;
import java.util.List;

/**
 * An open document with what is known of it so far: the analysis of its text at once, mistakes and values a moment later.
 *
 * @param analysis of the text as it stands
 * @param checked the mistakes of that text; those of the text before where it has not been checked yet
 * @param run what the text gave when it ran, or the text before it
 * @param running the way to end a run that goes on
 */
record Watched(
        OpenDocument document, Analysis analysis, List<Diagnostic> checked, BoundedRun run, Interruption running) {
    Watched {
        checked = List.copyOf(checked);
    }

    static Watched of(OpenDocument document) {
        return new Watched(document, analysis(document), List.of(), BoundedRun.nothing(), Interruption.none());
    }

    private static Analysis analysis(OpenDocument document) {
        return new Analysis(document.uri(), document.version(), document.source());
    }

    /** The document with another text; what is known of the old one serves until more is known. */
    Watched changed(OpenDocument newDocument) {
        running.request();
        return new Watched(newDocument, analysis(newDocument), checked, run, Interruption.none());
    }

    Watched checked(List<Diagnostic> problems) {
        return new Watched(document, analysis, problems, run, running);
    }

    Watched running(Interruption limits) {
        return new Watched(document, analysis, checked, run, limits);
    }

    Watched ran(BoundedRun newRun) {
        return new Watched(document, analysis, checked, newRun, running);
    }

    /** Whether this is still the text that was looked at. */
    boolean isOf(Analysis other) {
        return analysis.version() == other.version();
    }
}
