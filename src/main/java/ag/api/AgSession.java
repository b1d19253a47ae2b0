package ag.api;

import ag.client.LiveSession;
import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Statement;
import ag.machine.FileAccess;
import ag.result.DerivativeResult;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session: it runs one program after the other and remembers what they defined.
 *
 * <pre>{@code
 * AgSession session = AgSession.of("let a = 2, b = 3; L = a^2*b");
 * session.value("L").number();             // 12.0
 * session.gradient("L").of("a").number();  // 12.0
 * session.set("a", 3);
 * session.value("L").number();             // 27.0
 * }</pre>
 *
 * <p>Sessions don't see each other. One is for one thread at a time; {@link #interrupt} alone may be called from any other.
 */
public final class AgSession {
    private final LiveSession session;

    private AgSession(FileAccess files) {
        this.session = new LiveSession(files, null);
    }

    /** A session whose programs can touch no files. */
    public AgSession() {
        this(FileAccess.NONE);
    }

    /** A session whose programs can read and write files; paths count from the folder that Java was started in. */
    public static AgSession withFiles() {
        return new AgSession(FileAccess.ALL);
    }

    /**
     * A session that has run a program. Its programs can touch no files.
     *
     * @throws ProgramException where there is a mistake in it
     */
    public static AgSession of(String program) {
        AgSession session = new AgSession();
        session.run(program);
        return session;
    }

    /**
     * Runs a program.
     *
     * @return what it has shown
     * @throws ProgramException where there is a mistake in it; what was done before the mistake stays
     */
    public Output run(String program) {
        return run("program", program);
    }

    /**
     * Runs a program that has a name, such as that of its file, which its messages tell.
     *
     * @throws ProgramException where there is a mistake in it; what was done before the mistake stays
     */
    public Output run(String name, String program) {
        return output(results(name, program));
    }

    /**
     * The value of an expression.
     *
     * @throws ProgramException where there is a mistake in it
     * @throws IllegalArgumentException where the text is something other than one expression
     */
    public Value value(String expression) {
        requireExpression(expression);
        return run("expression", expression)
                .value()
                .orElseThrow(() -> new IllegalArgumentException("'" + expression + "' has no value"));
    }

    /**
     * A number and its exact derivatives with respect to all inputs that it depends on.
     *
     * @throws ProgramException where there is a mistake in the expression, or it gives something other than a number
     * @throws IllegalArgumentException where the text is something other than one expression
     */
    public Gradient gradient(String expression) {
        requireExpression(expression);
        return run("expression", "grad (" + expression + ")")
                .gradient()
                .orElseThrow(() -> new IllegalArgumentException("'" + expression + "' has no gradient"));
    }

    /**
     * A function of a session's programs, by its name.
     *
     * @throws IllegalArgumentException where there is no function of this name
     */
    public RealFunction function(String name) {
        Optional<Result.Defined> defined = session.definition(name);
        if (defined.filter(each -> each.role().equals("function")).isEmpty()) {
            throw new IllegalArgumentException("no program of this session has defined a function '" + name + "'");
        }
        return new RealFunction(this, name);
    }

    /**
     * Gives an input another value, and makes the input where there is none of this name. All formulas follow.
     *
     * @param value a number, an array or a list of numbers, or a list of such lists; a text and a truth value make a constant
     * @throws ProgramException where the input has another shape
     * @throws IllegalArgumentException where the name is none, or the value is something else
     */
    public void set(String name, Object value) {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name that a program can use");
        }
        boolean input = session.definition(name)
                .filter(each -> each.role().equals("input"))
                .isPresent();
        String word = value instanceof String || value instanceof Boolean ? "" : input ? "set " : "let ";
        run("set", word + name + " = " + Literal.of(value));
    }

    /** Whether a text is a name such as a program can give. */
    public static boolean isName(String text) {
        List<Lexeme> words = Lexeme.of(new SourceText("", text));
        return words.size() == 1
                && words.getFirst().text().equals(text)
                && switch (words.getFirst().kind()) {
                    case NAME, TENTATIVE, DEFINED -> true;
                    default -> false;
                };
    }

    /** The names that programs have defined, oldest first, with what they stand for now. */
    public Map<String, Value> names() {
        Map<String, Value> names = new LinkedHashMap<>();
        session.definitions().forEach(each -> names.put(each.name(), Value.of(each.value())));
        return Collections.unmodifiableMap(names);
    }

    /** Has random numbers start at a place of their own, as the statement {@code seed} does. */
    public void seed(long seed) {
        session.session().seed(seed);
    }

    /** Ends the program that runs, at its next turn of a loop, call or step: it throws a {@link ProgramException}. The session stays. */
    public void interrupt() {
        session.interrupt();
    }

    private static void requireExpression(String text) {
        List<Statement> statements =
                Session.parse(new SourceText("expression", text)).statements();
        if (statements.size() > 1 || statements.stream().anyMatch(each -> !(each instanceof Statement.Evaluate))) {
            throw new IllegalArgumentException("'" + text + "' is not one expression");
        }
    }

    private List<Result> results(String name, String program) {
        List<Result> results = new ArrayList<>();
        session.evaluate(new SourceText(name, program), results::add).ifPresent(mistake -> {
            throw new ProgramException(mistake);
        });
        return results;
    }

    private Output output(List<Result> results) {
        TextPrinter printer = new TextPrinter(new Style(false, true), session.format());
        StringBuilder text = new StringBuilder();
        StringBuilder printed = new StringBuilder();
        List<String> remarks = new ArrayList<>();
        Optional<Value> value = Optional.empty();
        Optional<Gradient> gradient = Optional.empty();
        for (Result result : results) {
            String shown = printer.text(result);
            if (result instanceof Result.Note note) {
                remarks.add(note.text());
            } else if (!shown.isEmpty() && !(result instanceof NetworkResult.Progress)) {
                text.append(shown).append('\n');
                boolean given = result instanceof Result.Value || result instanceof DerivativeResult.Gradient;
                printed.append(given ? "" : shown + "\n");
            }
            if (result instanceof Result.Value given) {
                value = Optional.of(Value.of(given.value()));
            } else if (result instanceof DerivativeResult.Gradient given) {
                Map<String, Value> slopes = new LinkedHashMap<>();
                given.slopes().forEach(slope -> slopes.put(slope.input(), Value.of(slope.gradient())));
                gradient = Optional.of(new Gradient(given.value(), slopes));
            }
        }
        return new Output(text.toString(), printed.toString(), remarks, value, gradient);
    }
}
