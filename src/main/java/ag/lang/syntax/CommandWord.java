package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import ag.spelling.Nearest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The words that begin commands. They are not reserved: where no operand follows, each is a name like any other.
 * {@code clauses} are the words inside the command, such as {@code wrt}.
 */
@SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable, which the checker cannot see.
enum CommandWord {
    NONE("", AgParser.NAME),
    SETTING("", AgParser.NAME),
    LAYER("", AgParser.NAME),
    VALUES("", AgParser.NAME),
    ROW("", AgParser.NAME),
    LET("let", AgParser.LET),
    SET("set", AgParser.SET),
    DATA("data", AgParser.DATA),
    MLP("mlp", AgParser.MLP),
    TRAIN("train", AgParser.TRAIN, Map.of("on", AgParser.ON)),
    MINIMIZE(
            "minimize",
            AgParser.MINIMIZE,
            Map.of("over", AgParser.OVER, "subject", AgParser.SUBJECT, "to", AgParser.TO)),
    FIT("fit", AgParser.FIT, Map.of("over", AgParser.OVER)),
    GRAD("grad", AgParser.GRAD, Map.of("wrt", AgParser.WRT)),
    BACKWARD("backward", AgParser.BACKWARD),
    ZERO("zero", AgParser.ZERO),
    CHECK("check", AgParser.CHECK, Map.of("wrt", AgParser.WRT)),
    TRACE("trace", AgParser.TRACE, Map.of("to", AgParser.TO)),
    EXPLAIN("explain", AgParser.EXPLAIN, Map.of("wrt", AgParser.WRT, "to", AgParser.TO)),
    DERIVE("derive", AgParser.DERIVE, Map.of("wrt", AgParser.WRT, "all", AgParser.ALL, "to", AgParser.TO)),
    NUDGE("nudge", AgParser.NUDGE, Map.of("by", AgParser.BY)),
    COMPARE("compare", AgParser.COMPARE, Map.of("wrt", AgParser.WRT)),
    SUPPOSE("suppose", AgParser.SUPPOSE),
    GUESS("guess", AgParser.GUESS),
    HINT("hint", AgParser.HELP_WORD),
    SHOW("show", AgParser.HELP_WORD),
    GRAPH("graph", AgParser.GRAPH, Map.of("to", AgParser.TO)),
    STEP("step", AgParser.STEP, Map.of("to", AgParser.TO)),
    PRACTICE(
            "practice",
            AgParser.PRACTICE,
            Map.of("rule", AgParser.RULE, "rules", AgParser.RULE, "wrt", AgParser.WRT, "to", AgParser.TO)),
    WORKSHEET("worksheet", AgParser.WORKSHEET, Map.of("from", AgParser.FROM, "to", AgParser.TO)),
    SOLVE("solve", AgParser.SOLVE),
    ODE("ode", AgParser.ODE, Map.of("from", AgParser.FROM, "to", AgParser.TO, "by", AgParser.BY)),
    TANGENT("tangent", AgParser.NEARBY),
    LINEARIZE("linearize", AgParser.NEARBY),
    TAYLOR("taylor", AgParser.NEARBY, Map.of("order", AgParser.ORDER)),
    LIMIT("limit", AgParser.LIMIT, Map.of("as", AgParser.TOWARDS)),
    CRITICAL("critical", AgParser.TURNS, Map.of("on", AgParser.ON)),
    EXTREMA("extrema", AgParser.TURNS, Map.of("on", AgParser.ON)),
    PLOT(
            "plot",
            AgParser.PLOT,
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
    EXPLORE("explore", AgParser.EXPLORE, Map.of("to", AgParser.TO)),
    PRINT("print", AgParser.PRINT),
    ASSERT("assert", AgParser.ASSERT, Map.of("within", AgParser.WITHIN)),
    IMPORT("import", AgParser.IMPORT),
    SEED("seed", AgParser.SEED),
    BREAK("break", AgParser.LEAVE),
    CONTINUE("continue", AgParser.LEAVE),
    RETURN("return", AgParser.LEAVE),
    REPEAT("repeat", AgParser.REPEAT),
    WHILE("while", AgParser.WHILE),
    SAVE("save", AgParser.FILE_COMMAND, Map.of("to", AgParser.TO)),
    LOAD("load", AgParser.FILE_COMMAND, Map.of("from", AgParser.FROM)),
    EXPORT("export", AgParser.FILE_COMMAND, Map.of("to", AgParser.TO, "from", AgParser.FROM)),
    SUMMARY("summary", AgParser.FILE_COMMAND),
    TEST("test", AgParser.TEST);

    private final String word;
    private final int tokenType;
    private final Map<String, Integer> clauses;

    CommandWord(String word, int tokenType) {
        this(word, tokenType, Map.of());
    }

    CommandWord(String word, int tokenType, Map<String, Integer> clauses) {
        this.word = word;
        this.tokenType = tokenType;
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
