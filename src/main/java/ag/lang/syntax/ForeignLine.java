package ag.lang.syntax;

import static ag.lang.syntax.LineRule.rule;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line as another system or plain English has it, and the line to type instead. It is asked only about lines that are mistakes: what means
 * something here is never rewritten.
 *
 * @param message what is different here
 * @param line what to type
 * @param near whether that only comes near what was meant
 */
public record ForeignLine(String message, String line, boolean near) {

    private static final String DERIVATIVE = "a derivative is written as in a textbook";
    private static final String PLOT = "a plot is drawn by a statement";
    private static final String CALCULUS = "this is asked by a statement";
    private static final String PLACE = "a value at a place is asked with 'at'";
    private static final String FUNCTION = "a function is defined by its formula";
    private static final String VECTOR = "vectors stand in square brackets, with commas";
    private static final String SUM = "what is added up says for which numbers";
    private static final String INTEGRAL = "ag has no symbolic integral";
    private static final String LIMIT = "ag has no symbolic limit";

    private static final List<LineRule> RULES = List.of(
            rule(
                    "D\\[(.+), ?\\{(\\p{L}), ?([2-9])}]",
                    DERIVATIVE,
                    m -> Instead.derivative(m.group(1), m.group(2), digit(m.group(3)), null)),
            rule(
                    "Derivative[\\[(](.+), ?([2-9])[\\])]",
                    DERIVATIVE,
                    m -> Instead.derivative(m.group(1), null, digit(m.group(2)), null)),
            rule(
                    "diff\\(['\"](.+?)['\"](?:, ?['\"](\\p{L})['\"])?\\)",
                    DERIVATIVE,
                    m -> Instead.derivative(m.group(1), m.group(2), 1, null)),
            rule(
                    "n?[dD]eriv(?:e|ative)?\\((.+), ?(\\p{L}), ?([^,]+)\\)",
                    DERIVATIVE,
                    m -> Instead.derivative(m.group(1), m.group(2), 1, m.group(3))),
            rule("d\\((.+), ?(\\p{L})\\)", DERIVATIVE, m -> Instead.derivative(m.group(1), m.group(2), 1, null)),
            rule(
                    "(?:syms?|var|symbols?) [\\p{L} ,]+",
                    "letters need no declaration: a formula may hold any",
                    _ -> "y = x^2"),
            rule(
                    "(\\p{L}+)[\\[(](\\p{L})_[\\])] ?:?= ?(.+)",
                    FUNCTION,
                    m -> m.group(1) + "(" + m.group(2) + ") = " + m.group(3)),
            rule(
                    "(\\p{L}+) ?= ?@\\((\\p{L})\\) ?(.+)",
                    FUNCTION,
                    m -> m.group(1) + "(" + m.group(2) + ") = " + m.group(3)),
            rule(
                    "(\\p{L}+) ?: ?[RℝDINQZ]\\S* ?(?:->|→|\\\\to) ?[RℝINQZ]\\S*",
                    FUNCTION + ", without sets",
                    m -> m.group(1) + "(x) = x^2"),
            rule(
                    "(?:Plot|plot|fplot|ezplot)[\\[(](.+), ?\\{?(\\p{L})(?:, ?| ?= ?)(.+?)(?:, ?| ?\\.\\."
                            + " ?)([^,{}]+)}?[\\])]",
                    PLOT,
                    m -> "plot " + Instead.round(m.group(1)) + " for " + m.group(2) + " in " + m.group(3) + ".."
                            + m.group(4)),
            rule(
                    "(?:Plot|plot|fplot|ezplot)[\\[(](?:@\\(\\p{L}\\) ?|['\"])?(.+?)['\"]?[\\])]",
                    PLOT,
                    m -> "plot " + Instead.round(m.group(1))),
            rule(
                    "(Sum|Product)\\[(.+), ?\\{(\\p{L}), ?(.+), ?(.+)}]",
                    SUM,
                    m -> (m.group(1).equals("Sum") ? "sum(" : "prod(") + Instead.round(m.group(2)) + " for "
                            + m.group(3) + " in " + m.group(4) + ".." + m.group(5) + ")"),
            rule(
                    "(?:Series|taylor|series|Taylor)[\\[(](.+), ?\\{?(\\p{L}), ?([^,]+), ?(\\d+)}?[\\])]",
                    CALCULUS,
                    m -> "taylor " + Instead.round(m.group(1)) + " at " + m.group(2) + " = " + m.group(3) + " order "
                            + m.group(4)),
            rule(
                    "TaylorPolynomial[\\[(](.+), ?([^,]+), ?(\\d+)[\\])]",
                    CALCULUS,
                    m -> "taylor " + Instead.round(m.group(1)) + " at " + m.group(2) + " order " + m.group(3)),
            rule("(?:series|taylor)\\((.+), ?\\p{L}\\)", CALCULUS, m -> "taylor " + m.group(1) + " at 0 order 5"),
            rule(
                    "(?:Integrate\\[|integrate\\(|int\\(|integral\\()(.+), ?[{(]?(\\p{L})(?:, ?| ?= ?)(.+?)(?:, ?|"
                            + " ?\\.\\. ?)([^,]+?)[})]?[\\])]",
                    INTEGRAL,
                    m -> Instead.integral(m.group(1), m.group(2), m.group(3), m.group(4))),
            LineRule.near(
                    "(?:Integrate\\[|integrate\\(|int\\()(.+), ?(\\p{L})[\\])]",
                    INTEGRAL,
                    m -> Instead.integral(m.group(1), m.group(2), "0", "1")),
            rule(
                    "(?:Limit\\[|limit\\()(.+), ?(\\p{L}) ?(?:->|=|→) ?([^,]+)[\\])]",
                    "a limit is taken of a function",
                    m -> MathematicalSigns.limit(Instead.round(m.group(1)), m.group(2), m.group(3))),
            LineRule.near("\\\\?lim\\b.+|\\\\?lim_.+", LIMIT, m -> MathematicalSigns.limit(m.group())),
            rule(
                    "limit\\((.+), ?(\\p{L}), ?([^,]+)\\)",
                    "a limit is taken of a function",
                    m -> MathematicalSigns.limit(m.group(1), m.group(2), m.group(3))),
            rule(
                    "([Σ∑∏Π])_\\((\\p{L}) ?= ?(\\S+?)\\) ?\\^ ?[({]?([^ (){}]+)[)}]? (.+)",
                    SUM,
                    m -> (m.group(1).matches("[Σ∑]") ? "Σ" : "∏") + "(" + m.group(2) + "=" + m.group(3) + ".."
                            + m.group(4) + ") " + m.group(5)),
            rule(
                    "tangent\\((.+), ?([^,]+)\\)",
                    CALCULUS,
                    m -> "tangent " + m.group(1) + " at " + Instead.letter(m.group(1)) + " = " + m.group(2)),
            rule(
                    "Tangent\\(([^,]+), ?(.+)\\)",
                    CALCULUS,
                    m -> "tangent " + m.group(2) + " at " + Instead.letter(m.group(2)) + " = " + m.group(1)),
            rule(
                    "implicit_?[dD]iff\\((.+=.+), ?(\\p{L}), ?(\\p{L})\\)",
                    CALCULUS,
                    m -> "derive " + m.group(1) + " for d" + m.group(3) + "/d" + m.group(2)),
            rule(
                    "ImplicitDerivative\\((.+?)(?:, ?\\p{L}, ?\\p{L})?\\)",
                    CALCULUS,
                    m -> "derive " + m.group(1) + " = 0 for dy/dx"),
            rule(
                    "subs\\((.+), ?(\\p{L}), ?([^,]+)\\)",
                    PLACE,
                    m -> m.group(1) + " at " + m.group(2) + " = " + m.group(3)),
            rule(
                    "eval\\((.+), ?(\\p{L}) ?= ?([^,]+)\\)",
                    PLACE,
                    m -> m.group(1) + " at " + m.group(2) + " = " + m.group(3)),
            rule(
                    "(.+?) ?(?:/\\.|\\||\\bwhere\\b|\\bwhen\\b|\\bfor\\b) ?(\\p{L}) ?(?:=|->) ?(\\S+)",
                    PLACE,
                    m -> m.group(1) + " at " + m.group(2) + " = " + m.group(3)),
            rule(
                    "(\\w+) ?(?:nCr|choose) ?(\\w+)",
                    "a binomial coefficient is written with factorials",
                    m -> m.group(1) + "!/(" + m.group(2) + "!*(" + m.group(1) + " - " + m.group(2) + ")!)"),
            rule(
                    "(?:disp|echo|display|puts|Print)\\b ?[(\\[]?(.+?)[)\\]]?",
                    "what is printed stands behind print",
                    m -> "print " + m.group(1)),
            rule("help (\\S+)", "help is asked outside of programs", m -> "ag help " + m.group(1)),
            rule("((?:\\p{L}\\w* ?= ?)?)\\[([^,\\[\\]]*;[^,\\[\\]]*)]", VECTOR, m -> m.group(1) + rows(m.group(2))),
            rule(
                    "((?:\\p{L}\\w* ?= ?)?)(?:<([^<>]+,[^<>]+)>|⟨([^⟨⟩]+)⟩|\\{([^{}]+,[^{}]+)}|\\(([^()]+,[^()]+)\\))",
                    VECTOR,
                    m -> m.group(1) + "[" + first(m) + "]"),
            rule(
                    "if ([^:]+): ?(.+)",
                    "what an if does stands in braces",
                    m -> "if " + m.group(1) + " { " + m.group(2) + " }"));

    /** The advice. */
    public String hint() {
        return (near ? "what comes near: " : "write: ") + line;
    }

    /** The problem with the line that something stands in, which as a whole may be another system's. */
    public static Optional<AgException> problem(Span span) {
        String text = span.source().text();
        int from = text.lastIndexOf('\n', span.start()) + 1;
        int to = text.indexOf('\n', span.end());
        return of(text.substring(from, to < 0 ? text.length() : to))
                .map(other -> new AgException(ErrorCode.OTHER_SYSTEM, other.message(), span, other.hint()));
    }

    /** What to type instead of a line that is a mistake; empty where no other system writes it like that. */
    public static Optional<ForeignLine> of(String text) {
        String line = text.strip();
        if (line.length() > 200 || line.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        return Stream.concat(SpokenLines.RULES.stream(), RULES.stream())
                .map(rule -> rule.instead(line))
                .flatMap(Optional::stream)
                .findFirst()
                // What is written like this already has another mistake.
                .filter(foreign -> !foreign.line().equals(line));
    }

    /** {@code Sin[x]} as sin(x), inner ones first. */
    public static String round(String text) {
        return Instead.round(text);
    }

    private static int digit(String order) {
        return order.charAt(0) - '0';
    }

    private static String first(MatchResult match) {
        for (int i = 2; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i).strip();
            }
        }
        return "";
    }

    /** Rows between semicolons, elements between spaces. */
    private static String rows(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(row -> Arrays.stream(row.strip().split("[ ,]+", -1)).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
