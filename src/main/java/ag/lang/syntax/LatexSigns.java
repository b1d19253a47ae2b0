package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands of LaTeX that are signs and names here, and those that only say how a formula looks. */
final class LatexSigns {
    /** Signs with the text and the type that they have in the language. */
    private static final Map<String, Sign> SIGNS = Map.ofEntries(
            Map.entry("cdot", new Sign("*", AgParser.TIMES)),
            Map.entry("times", new Sign("*", AgParser.TIMES)),
            Map.entry("ast", new Sign("*", AgParser.TIMES)),
            Map.entry("div", new Sign("/", AgParser.DIVIDE)),
            Map.entry("partial", new Sign("∂", AgParser.PARTIAL)),
            Map.entry("nabla", new Sign("∇", AgParser.NABLA)),
            Map.entry("le", new Sign("<=", AgParser.LESS_EQUAL)),
            Map.entry("leq", new Sign("<=", AgParser.LESS_EQUAL)),
            Map.entry("ge", new Sign(">=", AgParser.GREATER_EQUAL)),
            Map.entry("geq", new Sign(">=", AgParser.GREATER_EQUAL)),
            Map.entry("ne", new Sign("!=", AgParser.UNEQUAL)),
            Map.entry("neq", new Sign("!=", AgParser.UNEQUAL)),
            Map.entry("lt", new Sign("<", AgParser.LESS)),
            Map.entry("gt", new Sign(">", AgParser.GREATER)),
            Map.entry("approx", new Sign("≈", AgParser.NEAR)),
            Map.entry("vert", new Sign("|", AgParser.BAR)),
            Map.entry("lvert", new Sign("|", AgParser.BAR)),
            Map.entry("rvert", new Sign("|", AgParser.BAR)),
            Map.entry("Vert", new Sign("‖", AgParser.BAR)),
            Map.entry("lVert", new Sign("‖", AgParser.BAR)),
            Map.entry("rVert", new Sign("‖", AgParser.BAR)),
            Map.entry("|", new Sign("‖", AgParser.BAR)),
            Map.entry("degree", new Sign("°", AgParser.DEGREE)),
            Map.entry("circ", new Sign("∘", AgParser.COMPOSE)),
            Map.entry("land", new Sign("and", AgParser.AND)),
            Map.entry("wedge", new Sign("and", AgParser.AND)),
            Map.entry("lor", new Sign("or", AgParser.OR)),
            Map.entry("vee", new Sign("or", AgParser.OR)),
            Map.entry("neg", new Sign("not", AgParser.NOT)),
            Map.entry("lnot", new Sign("not", AgParser.NOT)),
            Map.entry("{", new Sign("(", AgParser.LPAREN)),
            Map.entry("}", new Sign(")", AgParser.RPAREN)),
            Map.entry("prime", new Sign("′", AgParser.PRIME)));

    /** Signs beside LaTeX's that mean the same as one of the language. */
    private static final Map<String, Sign> OTHER_SIGNS = Map.of(
            "∗", new Sign("*", AgParser.TIMES),
            "•", new Sign("*", AgParser.TIMES),
            "∕", new Sign("/", AgParser.DIVIDE),
            "⁄", new Sign("/", AgParser.DIVIDE),
            "∧", new Sign("and", AgParser.AND),
            "∨", new Sign("or", AgParser.OR),
            "¬", new Sign("not", AgParser.NOT));
    /** What only says how a formula looks. */
    private static final Set<String> LOOKS = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "bigg",
            "Bigg",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "quad",
            "qquad",
            "mathrm",
            "mathit",
            "mathbf",
            "vec",
            "boldsymbol",
            "operatorname",
            "text",
            "textrm",
            "mbox",
            "bf",
            "rm",
            ",",
            ";",
            ":",
            "!",
            " ",
            "(",
            ")",
            "[",
            "]");

    /** Commands that are names here, beside the functions of one number. */
    private static final Set<String> NAMES = Set.of("lim", "max", "min", "det");

    private LatexSigns() {}

    /** What a command becomes. */
    record Sign(String text, int type) {}

    /** What a character that the language does not have stands for; null where it stands for nothing. */
    static @Nullable Sign ofCharacter(String character) {
        return OTHER_SIGNS.get(character);
    }

    /** The sign that a command stands for; null where it stands for none. */
    static @Nullable Sign of(String command) {
        return SIGNS.get(command);
    }

    /** Whether a command only says how a formula looks. */
    static boolean isLook(String command) {
        return LOOKS.contains(command);
    }

    /** Whether a command says how the letters in its braces look. */
    static boolean isStyle(String command) {
        return command.startsWith("math")
                || command.startsWith("op")
                || command.equals("vec")
                || command.equals("boldsymbol");
    }

    /** Whether a command is a name here. */
    static boolean isName(String command) {
        return NAMES.contains(command) || WrittenNames.isFunction(command);
    }
}
