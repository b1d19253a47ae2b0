package ag.session;

import ag.data.RandomSource;
import ag.host.Host;
import ag.host.Stack;
import ag.lang.interpreter.Interpreter;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.statements.StandardLanguage;
import ag.lang.syntax.Parser;
import ag.lang.syntax.SourceLayout;
import ag.lang.syntax.Statement;
import ag.lang.values.Dialogue;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The names, inputs and graph of one session. Results go to the consumer as they come about, so that a long program shows its
 * first lines before it ends.
 *
 * <pre>{@code
 * Session session = new Session(System.out::println, Host.PLAIN, Interruption.none());
 * session.run(new SourceText("example", "let a = 2; L = a^3; grad L"));
 * }</pre>
 *
 * <p>Sessions don't see each other; one is for one thread at a time, except for its {@link Interruption}.
 */
public final class Session {
    private final Workspace workspace;
    private final Interpreter interpreter;
    private final Consumer<Result> results;
    private final Stack stack;

    public Session(Consumer<Result> results, Host host, Interruption interruption) {
        this.results = results;
        this.stack = host.stack();
        this.workspace = new Workspace(results, host, interruption);
        this.interpreter = new Interpreter(workspace, new StandardLanguage());
    }

    /** Whether the text is a program that has not ended: one with an open bracket, or an operator at its end. */
    public static boolean isUnfinished(String text) {
        try {
            return Parser.isUnfinished(new SourceText("", text));
        } catch (StackOverflowError deep) {
            return false;
        }
    }

    /** The mistakes in a program that show before anything runs. */
    public static List<Diagnostic> check(SourceText source, Host host) {
        return host.stack().call(() -> {
            try {
                return ProgramCheck.of(source, host, Interruption.none());
            } catch (StackOverflowError deep) {
                return List.of(tooDeep(new Span(source, 0, 0)));
            }
        });
    }

    /** The statements of a program, and those that are none. */
    public static Parser.Reading parse(SourceText source) {
        return read(source, () -> Parser.read(source));
    }

    /** The same of whole lines of a program, as if there were no others. */
    public static Parser.Reading parse(Span lines) {
        return read(lines.source(), () -> Parser.read(lines));
    }

    /**
     * The program in its one layout.
     *
     * @throws AgException where the text is no program
     */
    public static String layout(SourceText source) {
        return read(source, () -> SourceLayout.of(source));
    }

    private static <T> T read(SourceText source, Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError deep) {
            throw new AgException(tooDeep(new Span(source, 0, 0)));
        }
    }

    private static Diagnostic tooDeep(Span span) {
        return new Diagnostic(
                ErrorCode.TOO_DEEP, "this is nested too deeply to be read", span, "build it up in several statements");
    }

    /** Seeds the random numbers, as the statement {@code seed} does. */
    public void seed(long seed) {
        workspace.random(new RandomSource(seed));
    }

    /** Sets whom programs can ask, as the statement {@code practice} does. Without it, nothing is asked. */
    public void answersFrom(Dialogue dialogue) {
        workspace.answersFrom(dialogue);
    }

    /**
     * Runs a program. A mistake ends it and is among the results; what was done before stays.
     *
     * @return the mistake, if there was one
     */
    public Optional<Diagnostic> run(SourceText source) {
        return run(new Span(source, 0, 0), () -> interpreter.run(source));
    }

    /** Runs statements again that have worked before, in another session perhaps. */
    public Optional<Diagnostic> rerun(List<Statement> statements) {
        return statements.isEmpty()
                ? Optional.empty()
                : run(statements.getFirst().span(), () -> statements.forEach(interpreter::run));
    }

    private Optional<Diagnostic> run(Span beginning, Runnable work) {
        return stack.call(() -> {
            try {
                work.run();
                return Optional.empty();
            } catch (AgException problem) {
                return failed(problem.diagnostic());
            } catch (StackOverflowError deep) {
                return failed(tooDeep(beginning));
            } catch (OutOfMemoryError full) {
                release();
                return failed(Interruption.outOfMemory(statementOf(beginning)));
            } catch (RuntimeException ours) {
                return failed(new Diagnostic(
                        ErrorCode.INTERNAL,
                        "ag itself has failed here, and not your program: " + ours,
                        statementOf(beginning),
                        "please report it, with the program"));
            }
        });
    }

    private void release() {
        try {
            interpreter.release();
        } catch (OutOfMemoryError needed) {
            // All that is held has a name; the program can let go of one.
        }
    }

    private Optional<Diagnostic> failed(Diagnostic problem) {
        results.accept(new Result.Failed(problem, problem.span()));
        return Optional.of(problem);
    }

    /** The statement that runs, or the program's beginning where none of it has begun. */
    private Span statementOf(Span beginning) {
        Span statement = workspace.statement();
        return statement.source() == beginning.source() ? statement : beginning;
    }

    /** The names the program has defined, with what they stand for, oldest first. */
    public List<Result.Defined> definitions() {
        return stack.call(interpreter::definitions);
    }

    /** What a name of the program stands for now; empty where the program has not defined it. */
    public Optional<Result.Defined> definition(String name) {
        return stack.call(() -> interpreter.definition(name));
    }

    /** The language behind the session: its names, its library, how it writes numbers. */
    public Interpreter interpreter() {
        return interpreter;
    }
}
