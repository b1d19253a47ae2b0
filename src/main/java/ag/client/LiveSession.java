package ag.client;

import ag.assist.FileSuggestions;
import ag.assist.Inspector;
import ag.assist.ProgramSuggestions;
import ag.assist.Suggestion;
import ag.assist.WordAtCursor;
import ag.help.Help;
import ag.lang.resolve.Effects;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.PictureStatement;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.SolutionStatement;
import ag.lang.syntax.Statement;
import ag.lang.values.Dialogue;
import ag.machine.DeepThread;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session to work with: it runs one program after the other, can be interrupted, completes and explains what is being
 * written.
 *
 * <pre>{@code
 * LiveSession session = new LiveSession(FileAccess.ALL, null);
 * session.evaluate(new SourceText("cell 1", "let a = 2; L = a^3; grad L"), System.out::println);
 * session.complete("gra", 3).suggestions();
 * session.inspect("tanh", 4);
 * }</pre>
 *
 * <p>One thread at a time uses it; {@link #interrupt} alone may be called from any other.
 */
public final class LiveSession {
    private final FileAccess files;
    private final @Nullable Long seed;
    private final Interruption interruption = Interruption.none();
    private final FileSuggestions fileSuggestions;
    private final ProgramSuggestions programSuggestions;
    private final Inspector inspector;
    private final Session session;
    private Consumer<Result> results = result -> {};
    private Format format = new Format(Format.STANDARD_DIGITS);
    /** Null until it is asked for: a start should not wait for it. */
    private @Nullable Help help;

    /**
     * A session without names.
     *
     * @param files which files its programs may touch
     * @param seed where the random numbers start; null for the standard place
     */
    public LiveSession(FileAccess files, @Nullable Long seed) {
        this.files = files;
        this.seed = seed;
        this.session = new Session(result -> results.accept(result), ThisMachine.host(files), interruption);
        this.fileSuggestions = new FileSuggestions(files);
        this.programSuggestions = new ProgramSuggestions(session::interpreter, this::help);
        this.inspector = new Inspector(this::help);
        if (seed != null) {
            session.seed(seed);
        }
    }

    /** Another session like it that knows no names yet. */
    public LiveSession fresh() {
        LiveSession fresh = new LiveSession(files, seed);
        fresh.format(format);
        return fresh;
    }

    /**
     * Runs a program. Its results go to the consumer as they come about, how far a training is ({@link NetworkResult.Progress}) and the mistake
     * that ends it ({@link Result.Failed}) among them. What was done before a mistake stays.
     *
     * @return the mistake, if there was one
     */
    public Optional<Diagnostic> evaluate(SourceText source, Consumer<Result> shown) {
        interruption.clear();
        results = result -> {
            if (result instanceof Result.DigitsSet set) {
                // Also for the programs behind this one.
                format(new Format(set.digits()));
            }
            shown.accept(result);
        };
        return session.run(source);
    }

    /** Runs statements that have been read before; nothing of theirs is shown. */
    public Optional<Diagnostic> repeat(List<Statement> statements) {
        interruption.clear();
        results = result -> {};
        return session.rerun(statements);
    }

    /** Ends the program that runs, at its next turn of a loop, call or step; the session stays. Any thread may call it. */
    public void interrupt() {
        interruption.request();
    }

    /** The limits and requests that end programs. */
    public Interruption interruption() {
        return interruption;
    }

    /** What can stand at the cursor, a place in the text in units of UTF-16. */
    public Completion complete(String text, int cursor) {
        int end = Math.min(Math.max(cursor, 0), text.length());
        return new DeepThread().call(() -> {
            WordAtCursor word = WordAtCursor.of(text.substring(0, end));
            List<Suggestion> all = word.quoted() ? fileSuggestions.of(word.text()) : programSuggestions.of(word);
            List<Suggestion> fitting = all.stream()
                    .filter(suggestion -> suggestion.text().startsWith(word.text()))
                    .toList();
            String lack = fitting.isEmpty() && !word.quoted() ? programSuggestions.lack(word) : "";
            return new Completion(end - word.text().length(), end, fitting, lack);
        });
    }

    /** What the name at the cursor means, in lines of text; empty where there is none, or nothing is known of it. */
    public Optional<String> inspect(String text, int cursor) {
        String name = Inspector.nameAt(text, cursor);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        interruption.clear();
        return inspector.about(name, session.interpreter(), session.definition(name), format);
    }

    /** Whether a text can run as it is. */
    public static Completeness completeness(String text) {
        return new DeepThread().call(() -> {
            if (Session.isUnfinished(text)) {
                return Completeness.INCOMPLETE;
            }
            try {
                return Session.parse(new SourceText("", text)).problems().isEmpty()
                        ? Completeness.COMPLETE
                        : Completeness.INVALID;
            } catch (AgException deep) {
                return Completeness.INVALID;
            }
        });
    }

    /**
     * The program in its one layout.
     *
     * @throws AgException where the text is no program
     */
    public static String layout(SourceText source) {
        return new DeepThread().call(() -> Session.layout(source));
    }

    /** The mistakes in a program that show before anything runs. */
    public List<Diagnostic> check(SourceText source) {
        return Session.check(source, ThisMachine.host(files));
    }

    /** The names that are defined, with what they stand for, oldest first. A formula may have to be evaluated for that. */
    public List<Result.Defined> definitions() {
        interruption.clear();
        return session.definitions();
    }

    /** What a name stands for now; empty where the program has not defined it. */
    public Optional<Result.Defined> definition(String name) {
        interruption.clear();
        return session.definition(name);
    }

    /** Sets whom programs can ask, as the statement {@code practice} does. */
    public void answersFrom(Dialogue dialogue) {
        session.answersFrom(dialogue);
    }

    /** How numbers are written into texts from now on. */
    public void format(Format chosen) {
        format = chosen;
        session.interpreter().format(chosen);
    }

    /** How numbers are written into texts. */
    public Format format() {
        return format;
    }

    /** Has each statement told that has worked. */
    public void onFinished(Consumer<Statement> listener) {
        session.interpreter().onFinished(listener);
    }

    /** What the names stand for that a statement which has just worked has given a value, functions with their formulas. For use while a program runs. */
    public List<Result.Defined> definedBy(Statement statement) {
        return named(statement).stream()
                .flatMap(name -> session.interpreter().written(name).stream())
                .toList();
    }

    /** The names that a statement gives a meaning or changes itself, and not in a block of its own. */
    private static Set<String> named(Statement statement) {
        return switch (statement) {
            case Statement.SetInputs set -> Effects.of(set).changes();
            case Statement.Let _, Statement.Definition _, Statement.Unpacking _, Statement.FunctionDefinition _ ->
                Effects.of(statement).defines();
            case LearningStatement.DataDefinition _, LearningStatement.DataRows _, LearningStatement.Mlp _ ->
                Effects.of(statement).defines();
            case Statement.PartDefinition _, Statement.SetDigits _, Statement.Import _, Statement.Seed _ -> Set.of();
            case Statement.Evaluate _, Statement.Print _, Statement.Assert _ -> Set.of();
            case ControlStatement _, DerivativeStatement _, PracticeStatement _ -> Set.of();
            case SolutionStatement _, PictureStatement _, LearningStatement _ -> Set.of();
        };
    }

    /** The session that does the work. */
    public Session session() {
        return session;
    }

    /** All that can be explained. */
    public Help help() {
        if (help == null) {
            help = Help.standard();
        }
        return help;
    }
}
