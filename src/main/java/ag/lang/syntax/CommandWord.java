package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import ag.spelling.Nearest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The words that begin commands. They are not reserved: where no operand follows, each is a name like any other.
 * {@code form} says how the command is written, for messages and help; {@code clauses} are the words inside it, such as {@code wrt}.
 */
@SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable, which the checker cannot see.
enum CommandWord {
    NONE("", AgParser.NAME, ""),
    SETTING("", AgParser.NAME, ""),
    LAYER("", AgParser.NAME, ""),
    VALUES("", AgParser.NAME, ""),
    ROW("", AgParser.NAME, ""),
    LET("let", AgParser.LET, "let a = 2, b = 3"),
    SET("set", AgParser.SET, "set a = 3, or set digits 10"),
    DATA("data", AgParser.DATA, "data d = make_moons(n = 100), or data d { 1, 2 -> 3 }"),
    MLP("mlp", AgParser.MLP, "mlp net { input 2; layer 16 tanh; layer 1 }"),
    TRAIN(
            "train",
            AgParser.TRAIN,
            "train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 100 }",
            Map.of("on", AgParser.ON)),
    MINIMIZE(
            "minimize",
            AgParser.MINIMIZE,
            "minimize L over a, b { optimizer sgd(lr = 0.1); steps 100 }",
            Map.of("over", AgParser.OVER, "subject", AgParser.SUBJECT, "to", AgParser.TO)),
    FIT("fit", AgParser.FIT, "fit y ~ a*x + b over a, b", Map.of("over", AgParser.OVER)),
    GRAD("grad", AgParser.GRAD, "grad L, grad L wrt a, b, or grad f at 3", Map.of("wrt", AgParser.WRT)),
    BACKWARD("backward", AgParser.BACKWARD, "backward L"),
    ZERO("zero", AgParser.ZERO, "zero, or zero a, b"),
    CHECK("check", AgParser.CHECK, "check L, check L wrt a, b, or check f at 3", Map.of("wrt", AgParser.WRT)),
    TRACE("trace", AgParser.TRACE, "trace L, or trace f at 3 to \"f.html\"", Map.of("to", AgParser.TO)),
    EXPLAIN(
            "explain",
            AgParser.EXPLAIN,
            "explain L wrt a, or explain f at 3 to \"f.html\"",
            Map.of("wrt", AgParser.WRT, "to", AgParser.TO)),
    DERIVE(
            "derive",
            AgParser.DERIVE,
            "derive L wrt a, derive f, derive f to \"f.tex\", or derive x^2 + y^2 = 25 for dy/dx",
            Map.of("wrt", AgParser.WRT, "all", AgParser.ALL, "to", AgParser.TO)),
    NUDGE("nudge", AgParser.NUDGE, "nudge a by 0.01, or nudge f at 3 by 0.1", Map.of("by", AgParser.BY)),
    COMPARE("compare", AgParser.COMPARE, "compare L wrt a, or compare f at 3", Map.of("wrt", AgParser.WRT)),
    SUPPOSE("suppose", AgParser.SUPPOSE, "suppose tanh'(x) = 1 { check L }"),
    GUESS("guess", AgParser.GUESS, "guess grad(L, a) = 4"),
    HINT("hint", AgParser.HELP_WORD, "hint"),
    SHOW("show", AgParser.HELP_WORD, "show"),
    GRAPH("graph", AgParser.GRAPH, "graph L, graph f at 3, or graph L to \"g.svg\"", Map.of("to", AgParser.TO)),
    STEP("step", AgParser.STEP, "step L, or step f at 3 to \"f.html\"", Map.of("to", AgParser.TO)),
    PRACTICE(
            "practice",
            AgParser.PRACTICE,
            "practice L, practice f, practice f at 3, practice chain rule level 2 seed 5, or practice f to"
                    + " \"sheet.html\"",
            Map.of("rule", AgParser.RULE, "rules", AgParser.RULE, "wrt", AgParser.WRT, "to", AgParser.TO)),
    WORKSHEET(
            "worksheet",
            AgParser.WORKSHEET,
            "worksheet \"chain rule\" 10 questions seed 7 to \"sheet.html\"",
            Map.of("from", AgParser.FROM, "to", AgParser.TO)),
    SOLVE("solve", AgParser.SOLVE, "solve x^2 = 4, solve cos(x) = x for x in 0..5, or solve { x + y = 3; x*y = 2 }"),
    ODE(
            "ode",
            AgParser.ODE,
            "ode y' = -y, y(0) = 1 from 0 to 10, or ode { x' = v; v' = -x; x(0) = 1; v(0) = 0 } from 0 to 10",
            Map.of("from", AgParser.FROM, "to", AgParser.TO, "by", AgParser.BY)),
    TANGENT("tangent", AgParser.NEARBY, "tangent f at 2, or tangent x^2 at x = 2"),
    LINEARIZE("linearize", AgParser.NEARBY, "linearize f at (1, 2)"),
    TAYLOR("taylor", AgParser.NEARBY, "taylor f at 0 order 5", Map.of("order", AgParser.ORDER)),
    LIMIT(
            "limit",
            AgParser.LIMIT,
            "limit sin(x)/x as x -> 0, limit f at 2, or limit 1/x as x -> inf",
            Map.of("as", AgParser.TOWARDS)),
    CRITICAL(
            "critical",
            AgParser.TURNS,
            "critical f, or critical f on 0..5, or critical f on x in 0..1, y in 0..2",
            Map.of("on", AgParser.ON)),
    EXTREMA(
            "extrema",
            AgParser.TURNS,
            "extrema f on 0..5, or extrema f on x in 0..1, y in 0..2",
            Map.of("on", AgParser.ON)),
    PLOT(
            "plot",
            AgParser.PLOT,
            "plot f, tangent f at 2, (2, 4) for x in -3..3, y in -5..5 title \"f\", plot loss of net, or plot boundary"
                    + " of net on d to \"b.svg\"",
            Map.of(
                    "of",
                    AgParser.OF,
                    "on",
                    AgParser.ON,
                    "title",
                    AgParser.TITLE,
                    "at",
                    AgParser.PLACE,
                    "from",
                    AgParser.FROM,
                    "to",
                    AgParser.TO)),
    EXPLORE(
            "explore",
            AgParser.EXPLORE,
            "explore L to \"page.html\", or explore f at 3 to \"page.html\"",
            Map.of("to", AgParser.TO)),
    PRINT("print", AgParser.PRINT, "print \"loss\", L"),
    ASSERT("assert", AgParser.ASSERT, "assert x > 0, or assert x ≈ 1 within 1e-6", Map.of("within", AgParser.WITHIN)),
    IMPORT("import", AgParser.IMPORT, "import \"file.ag\""),
    SEED("seed", AgParser.SEED, "seed 42"),
    BREAK("break", AgParser.LEAVE, "break"),
    CONTINUE("continue", AgParser.LEAVE, "continue"),
    RETURN("return", AgParser.LEAVE, "return x^2"),
    REPEAT("repeat", AgParser.REPEAT, "repeat 10 { … }"),
    WHILE("while", AgParser.WHILE, "while condition { … }"),
    SAVE("save", AgParser.FILE_COMMAND, "save net to \"net.ag.json\"", Map.of("to", AgParser.TO)),
    LOAD("load", AgParser.FILE_COMMAND, "load net from \"net.ag.json\"", Map.of("from", AgParser.FROM)),
    EXPORT(
            "export",
            AgParser.FILE_COMMAND,
            "export net to \"net.onnx\", or export L to \"l.py\" for jax",
            Map.of("to", AgParser.TO, "from", AgParser.FROM)),
    SUMMARY("summary", AgParser.FILE_COMMAND, "summary net"),
    TEST("test", AgParser.TEST, "test \"name\" { … }");

    private final String word;
    private final int tokenType;
    private final String form;
    private final Map<String, Integer> clauses;

    CommandWord(String word, int tokenType, String form) {
        this(word, tokenType, form, Map.of());
    }

    CommandWord(String word, int tokenType, String form, Map<String, Integer> clauses) {
        this.word = word;
        this.tokenType = tokenType;
        this.form = form;
        this.clauses = clauses;
    }

    static CommandWord of(String text) {
        return Arrays.stream(values())
                .filter(command -> !command.word.isEmpty() && command.word.equals(text))
                .findFirst()
                .orElse(NONE);
    }

    /** The command that a misspelt first word was probably meant to be. */
    static Optional<String> nearest(String text) {
        return Nearest.to(
                text,
                Arrays.stream(values())
                        .map(CommandWord::word)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    String word() {
        return word;
    }

    int tokenType() {
        return tokenType;
    }

    /** How the command is written, for messages and help. */
    String form() {
        return form;
    }

    Map<String, Integer> clauses() {
        return clauses;
    }

    /** Whether its braces hold lines such as {@code layer 16 tanh}. */
    boolean hasSettings() {
        return this == MLP || this == TRAIN || this == MINIMIZE || this == FIT;
    }

    /** Whether it is a line of settings: a word and values side by side. */
    boolean hasValues() {
        return this == LAYER || this == VALUES;
    }

    /** Whether its braces hold samples. */
    boolean hasRows() {
        return this == DATA;
    }

    /** Whether a '=' in it stands between the sides of an equation. */
    boolean takesEquations() {
        return this == SOLVE || this == ODE || this == PLOT || tokenType == AgParser.NEARBY;
    }

    /** Whether an operand may stand in braces. */
    boolean takesBraces() {
        return this == SOLVE || this == ODE || this == WORKSHEET;
    }

    /** Whether it means something without an operand. */
    boolean standsAlone() {
        return this == ZERO || this == PRINT || this == BREAK || this == CONTINUE || this == RETURN || !takesOperand();
    }

    /** Whether anything may follow it. */
    boolean takesOperand() {
        return this != HINT && this != SHOW;
    }

    /** Whether {@code word(} is the command too: functions do not have this name. */
    boolean takesParenthesis() {
        return this == PRINT || this == ASSERT;
    }
}
