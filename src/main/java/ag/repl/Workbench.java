package ag.repl;

import ag.client.LiveSession;
import ag.files.TextFile;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Dialogue;
import ag.machine.FileAccess;
import ag.result.Format;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The session of a conversation together with the statements that worked, so that the last can be taken back. */
final class Workbench {
    /** The name under which the last value can be used. */
    static final String ANSWER = "ans";

    private final FileAccess files;
    private final @Nullable Long seed;
    private final List<Statement> worked = new ArrayList<>();
    private @Nullable Dialogue dialogue;
    private volatile LiveSession live;
    /** Where the statements are kept; null where they are not. */
    private @Nullable SessionLog log;

    /** @param seed where the random numbers start; null for the standard place */
    Workbench(FileAccess files, @Nullable Long seed) {
        this.files = files;
        this.seed = seed;
        this.live = prepared(new LiveSession(files, seed));
    }

    private static LiveSession prepared(LiveSession created) {
        created.session().interpreter().keepAnswer(ANSWER);
        return created;
    }

    /** Runs a program; its results, and what its statements define, go to the consumer. */
    Optional<Diagnostic> run(SourceText source, Consumer<Result> shown) {
        LiveSession running = live;
        running.onFinished(statement -> {
            worked.add(statement);
            if (log != null) {
                log.add(worked);
            }
            running.definedBy(statement).forEach(shown);
        });
        if (dialogue != null) {
            running.answersFrom(dialogue);
        }
        return running.evaluate(source, shown);
    }

    /** The text of a file; interrupting ends the reading. */
    String read(Path file) throws IOException {
        Interruption interruption = live.interruption();
        interruption.clear();
        Span nowhere = new Span(new SourceText(file.toString(), ""), 0, 0);
        return TextFile.read(file, () -> interruption.check(nowhere, 0));
    }

    /** Sets whom programs can ask; a statement that runs again asks no questions. */
    void answersFrom(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /**
     * Takes the last statement back: all others run again in a new session.
     *
     * @return the statement; empty where there was none, or where running the others again was interrupted
     */
    Optional<Statement> undo() {
        if (worked.isEmpty()) {
            return Optional.empty();
        }
        LiveSession before = live;
        List<Statement> others = List.copyOf(worked.subList(0, worked.size() - 1));
        live = prepared(before.fresh());
        if (live.repeat(others).isPresent()) {
            live = before;
            return Optional.empty();
        }
        Statement last = worked.removeLast();
        rewriteLog();
        return Optional.of(last);
    }

    /** Keeps the statements that work from now on in a file. */
    void keep(SessionLog kept) {
        log = kept;
    }

    /** The statements of the session before this one. */
    Optional<SessionLog.Earlier> earlier() {
        return Optional.ofNullable(log).flatMap(SessionLog::last);
    }

    /** The session is over, as it should be. */
    void leave() {
        if (log != null) {
            log.leave();
        }
    }

    private void rewriteLog() {
        if (log != null) {
            log.rewrite(worked);
        }
    }

    /** Forgets everything. */
    void reset() {
        worked.clear();
        rewriteLog();
        live = prepared(live.fresh());
    }

    /** The names that are defined, with what they stand for, oldest first. A formula may have to be evaluated for that. */
    List<Result.Defined> definitions() {
        return live.definitions();
    }

    /** What a name stands for now; empty where it is not defined. */
    Optional<Result.Defined> definition(String name) {
        return live.definition(name);
    }

    /** Ends what is running, soon; the session stays. */
    void interrupt() {
        live.interrupt();
    }

    /** How numbers are written into texts from now on. */
    void format(Format chosen) {
        live.format(chosen);
    }

    /** The statements that worked, oldest first. */
    List<Statement> worked() {
        return List.copyOf(worked);
    }

    /** How the statements are written as a program. */
    Transcript transcript() {
        return new Transcript(seed);
    }

    /** The files it may touch. */
    FileAccess files() {
        return files;
    }

    Session session() {
        return live.session();
    }
}
