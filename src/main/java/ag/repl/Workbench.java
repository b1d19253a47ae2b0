package ag.repl;

import ag.files.TextFile;
import ag.lang.resolve.Effects;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Dialogue;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The session of a conversation together with the statements that worked, so that the last can be taken back. */
final class Workbench {
    /** The name under which the last value can be used. */
    static final String ANSWER = "ans";

    private final FileAccess files;
    private final @Nullable Long seed;
    private final Interruption interruption = Interruption.none();
    private final List<Statement> worked = new ArrayList<>();
    private Consumer<Result> results = result -> {};
    private Consumer<Statement> recorder = statement -> {};
    private Format format = new Format(Format.STANDARD_DIGITS);
    private @Nullable Dialogue dialogue;
    private Session session;
    /** Where the statements are kept; null where they are not. */
    private @Nullable SessionLog log;

    /** @param seed where the random numbers start; null for the standard place */
    Workbench(FileAccess files, @Nullable Long seed) {
        this.files = files;
        this.seed = seed;
        this.session = fresh();
    }

    private Session fresh() {
        Session created = new Session(result -> results.accept(result), ThisMachine.host(files), interruption);
        created.interpreter().keepAnswer(ANSWER);
        created.interpreter().format(format);
        created.interpreter().onFinished(statement -> recorder.accept(statement));
        if (seed != null) {
            created.seed(seed);
        }
        return created;
    }

    /** Runs a program; its results, and what its statements define, go to the consumer. */
    Optional<Diagnostic> run(SourceText source, Consumer<Result> shown) {
        interruption.clear();
        results = shown;
        recorder = statement -> {
            worked.add(statement);
            if (log != null) {
                log.add(worked);
            }
            for (String name : named(statement)) {
                session.interpreter().definition(name).ifPresent(shown);
            }
        };
        if (dialogue != null) {
            session.answersFrom(dialogue);
        }
        return session.run(source);
    }

    /** The names that a statement gives a meaning or changes itself, and not in a block of its own. */
    private static Set<String> named(Statement statement) {
        return switch (statement) {
            case Statement.SetInputs set -> Effects.of(set).changes();
            case Statement.Let _,
                    Statement.Definition _,
                    Statement.Unpacking _,
                    Statement.FunctionDefinition _,
                    Statement.DataDefinition _,
                    Statement.DataRows _,
                    Statement.Mlp _ -> Effects.of(statement).defines();
            default -> Set.of();
        };
    }

    /** The text of a file; interrupting ends the reading. */
    String read(Path file) throws IOException {
        interruption.clear();
        Span nowhere = new Span(new SourceText(file.toString(), ""), 0, 0);
        return TextFile.read(file, () -> interruption.check(nowhere, 0));
    }

    /** Has programs ask somebody; a statement that runs again asks nobody. */
    void answersFrom(Dialogue somebody) {
        dialogue = somebody;
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
        Session before = session;
        List<Statement> others = List.copyOf(worked.subList(0, worked.size() - 1));
        interruption.clear();
        results = result -> {};
        recorder = statement -> {};
        session = fresh();
        if (session.rerun(others).isPresent()) {
            session = before;
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
        session = fresh();
    }

    /** The names that are defined, with what they stand for, oldest first. A formula may have to be evaluated anew for that. */
    List<Result.Defined> definitions() {
        interruption.clear();
        return session.definitions();
    }

    /** What a name stands for now; empty where it is not defined. */
    Optional<Result.Defined> definition(String name) {
        interruption.clear();
        return session.definition(name);
    }

    /** Ends what is running, soon; the session stays. */
    void interrupt() {
        interruption.request();
    }

    /** How numbers are written into texts from now on. */
    void format(Format chosen) {
        format = chosen;
        session.interpreter().format(chosen);
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
        return session;
    }
}
