package ag.lsp;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.machine.FileAccess;
import ag.session.Interruption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The open documents. A moment after each change a document is checked, and run within limits; what comes out is told to the editor. */
final class DocumentWatch {
    private static final long PAUSE = 120;

    private final Map<String, Watched> documents = new ConcurrentHashMap<>();
    private final Answers answers;
    private volatile EditorPreferences preferences = EditorPreferences.of(null);
    private volatile @Nullable LanguageClient client;

    DocumentWatch(Answers answers) {
        this.answers = answers;
    }

    void connect(LanguageClient newClient, EditorPreferences newPreferences) {
        client = newClient;
        preferences = newPreferences;
    }

    EditorPreferences preferences() {
        return preferences;
    }

    Optional<Watched> find(String uri) {
        return Optional.ofNullable(documents.get(uri));
    }

    void open(OpenDocument document) {
        documents.put(document.uri(), Watched.of(document));
        look(document.uri(), 0);
    }

    void change(String uri, UnaryOperator<OpenDocument> edit) {
        documents.computeIfPresent(uri, (_, before) -> before.changed(edit.apply(before.document())));
        look(uri, PAUSE);
    }

    void close(String uri) {
        Watched closed = documents.remove(uri);
        LanguageClient told = client;
        if (closed != null && told != null) {
            closed.running().request();
            told.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
        }
    }

    /** The folder that the files lie in which a document names. */
    static FileAccess beside(String uri) {
        Optional<Path> folder = OpenDocument.file(uri).map(Path::getParent);
        return (path, span) -> {
            Path named = FileAccess.ALL.path(path, span);
            return folder.map(parent -> parent.resolve(named)).orElse(named);
        };
    }

    private void look(String uri, long milliseconds) {
        find(uri).ifPresent(watched -> {
            Analysis analysis = watched.analysis();
            answers.now().execute(() -> read(analysis));
            answers.later(milliseconds, () -> {
                if (isCurrent(analysis)) {
                    check(analysis);
                    run(analysis);
                }
            });
        });
    }

    /** Reads a text before the first question about it comes. */
    private static void read(Analysis analysis) {
        try {
            var _ = analysis.names();
        } catch (AgException deep) {
            // Each question finds out by itself.
        }
    }

    private boolean isCurrent(Analysis analysis) {
        return find(analysis.uri()).filter(watched -> watched.isOf(analysis)).isPresent();
    }

    private void update(Analysis analysis, UnaryOperator<Watched> change) {
        documents.computeIfPresent(
                analysis.uri(), (_, watched) -> watched.isOf(analysis) ? change.apply(watched) : watched);
    }

    private void check(Analysis analysis) {
        List<Diagnostic> problems = Mistakes.of(analysis.source(), beside(analysis.uri()));
        update(analysis, watched -> watched.checked(problems));
        publish(analysis);
    }

    private void run(Analysis analysis) {
        LanguageClient told = client;
        if (!preferences.hints() || told == null) {
            return;
        }
        Interruption limits = BoundedRun.limits();
        update(analysis, watched -> watched.running(limits));
        FileAccess files = preferences.files() ? beside(analysis.uri()) : FileAccess.NONE;
        try {
            BoundedRun run = BoundedRun.of(analysis, files, limits);
            update(analysis, watched -> watched.ran(run));
        } catch (AgException deep) {
            return;
        }
        if (isCurrent(analysis)) {
            publish(analysis);
            var _ = told.refreshInlayHints();
        }
    }

    /** The mistakes that show before a program runs; where there are none, the one that ended its run. */
    static List<Diagnostic> mistakes(Watched watched) {
        List<Diagnostic> all = new ArrayList<>(watched.checked());
        if (all.isEmpty()) {
            watched.run()
                    .mistake()
                    .filter(problem -> isIn(problem.span(), watched))
                    .ifPresent(all::add);
        }
        return all;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isIn(Span span, Watched watched) {
        return span.source() == watched.analysis().source();
    }

    private void publish(Analysis analysis) {
        LanguageClient told = client;
        find(analysis.uri()).filter(watched -> watched.isOf(analysis)).ifPresent(watched -> {
            if (told != null) {
                told.publishDiagnostics(new PublishDiagnosticsParams(
                        analysis.uri(),
                        mistakes(watched).stream()
                                .map(problem -> Mistakes.shown(problem, analysis.uri()))
                                .toList(),
                        analysis.version()));
            }
        });
    }
}
