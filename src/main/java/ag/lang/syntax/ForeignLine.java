package ag.lang.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line as another system or plain English has it, and the line to type instead. It is asked only about lines that are mistakes: what means
 * something here is never rewritten.
 *
 * @param message what is different here
 * @param line what to type
 * @param near whether that only comes near what was meant
 */
public record ForeignLine(String message, String line, boolean near) {
    private static final Pattern CAPITAL_CALL = Pattern.compile("([A-Z][A-Za-z]+)\\[([^\\[\\]]*)]");
    private static final Pattern LETTER = Pattern.compile("(?<!\\p{L})\\p{L}(?!\\p{L})");

    private static final String BY = "(?:with respect to|w\\.?r\\.?t\\.?|by|for)";
    private static final String DERIVATIVE = "a derivative is written as in a textbook";
    private static final String PLOT = "a plot is drawn by a statement";
    private static final String CALCULUS = "this is asked by a statement";
    private static final String PLACE = "a value at a place is asked with 'at'";
    private static final String FUNCTION = "a function is defined by its formula";
    private static final String VECTOR = "vectors stand in square brackets, with commas";
    private static final String SUM = "what is added up says for which numbers";
    private static final String INTEGRAL = "ag has no symbolic integral";
    private static final String LIMIT = "ag has no symbolic limit";
    private static final String PLACES = "a limit says where its letter goes";

    private static final List<Rule> RULES = List.of(
            rule(
                    "(?:the )?(?:first )?derivative of (.+?)(?: " + BY
                            + " (\\p{L}))?(?: (?:at|when) (?:\\p{L} ?= ?)?(\\S+))?",
                    DERIVATIVE,
                    m -> derivative(m.group(1), m.group(2), 1, m.group(3))),
            rule(
                    "(?:the )?second derivative of (.+?)(?: " + BY
                            + " (\\p{L}))?(?: (?:at|when) (?:\\p{L} ?= ?)?(\\S+))?",
                    DERIVATIVE,
                    m -> derivative(m.group(1), m.group(2), 2, m.group(3))),
            rule(
                    "(?:differentiate|diff|derivative|ableiten) (.+?)(?: " + BY + " (\\p{L}))?",
                    DERIVATIVE,
                    m -> derivative(m.group(1), m.group(2), 1, null)),
            rule(
                    "D\\[(.+), ?\\{(\\p{L}), ?([2-9])}]",
                    DERIVATIVE,
                    m -> derivative(m.group(1), m.group(2), digit(m.group(3)), null)),
            rule(
                    "Derivative[\\[(](.+), ?([2-9])[\\])]",
                    DERIVATIVE,
                    m -> derivative(m.group(1), null, digit(m.group(2)), null)),
            rule(
                    "diff\\(['\"](.+?)['\"](?:, ?['\"](\\p{L})['\"])?\\)",
                    DERIVATIVE,
                    m -> derivative(m.group(1), m.group(2), 1, null)),
            rule(
                    "n?[dD]eriv(?:e|ative)?\\((.+), ?(\\p{L}), ?([^,]+)\\)",
                    DERIVATIVE,
                    m -> derivative(m.group(1), m.group(2), 1, m.group(3))),
            rule("d\\((.+), ?(\\p{L})\\)", DERIVATIVE, m -> derivative(m.group(1), m.group(2), 1, null)),
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
                    m -> "plot " + round(m.group(1)) + " for " + m.group(2) + " in " + m.group(3) + ".." + m.group(4)),
            rule(
                    "(?:Plot|plot|fplot|ezplot)[\\[(](?:@\\(\\p{L}\\) ?|['\"])?(.+?)['\"]?[\\])]",
                    PLOT,
                    m -> "plot " + round(m.group(1))),
            rule(
                    "(Sum|Product)\\[(.+), ?\\{(\\p{L}), ?(.+), ?(.+)}]",
                    SUM,
                    m -> (m.group(1).equals("Sum") ? "sum(" : "prod(") + round(m.group(2)) + " for " + m.group(3)
                            + " in " + m.group(4) + ".." + m.group(5) + ")"),
            rule(
                    "(?:Series|taylor|series|Taylor)[\\[(](.+), ?\\{?(\\p{L}), ?([^,]+), ?(\\d+)}?[\\])]",
                    CALCULUS,
                    m -> "taylor " + round(m.group(1)) + " at " + m.group(2) + " = " + m.group(3) + " order "
                            + m.group(4)),
            rule(
                    "TaylorPolynomial[\\[(](.+), ?([^,]+), ?(\\d+)[\\])]",
                    CALCULUS,
                    m -> "taylor " + round(m.group(1)) + " at " + m.group(2) + " order " + m.group(3)),
            rule(
                    "taylor (.+) (?:at|around|about) (\\S+?),? (?:(?:up )?to )?(?:the )?(?:order|degree|n ?=)?"
                            + " ?(\\d+)(?:th (?:order|degree))?",
                    CALCULUS,
                    m -> "taylor " + m.group(1) + " at " + m.group(2) + " order " + m.group(3)),
            rule(
                    "(?:series|taylor)\\((.+), ?\\p{L}\\)|(?:taylor|maclaurin) (?:series|polynomial|expansion)"
                            + " (?:of|for) (.+)",
                    CALCULUS,
                    m -> "taylor " + (m.group(1) == null ? m.group(2) : m.group(1)) + " at 0 order 5"),
            rule(
                    "(?:Integrate\\[|integrate\\(|int\\(|integral\\()(.+), ?[{(]?(\\p{L})(?:, ?| ?= ?)(.+?)(?:, ?|"
                            + " ?\\.\\. ?)([^,]+?)[})]?[\\])]",
                    INTEGRAL,
                    m -> integral(m.group(1), m.group(2), m.group(3), m.group(4))),
            near(
                    "(?:Integrate\\[|integrate\\(|int\\()(.+), ?(\\p{L})[\\])]",
                    INTEGRAL,
                    m -> integral(m.group(1), m.group(2), "0", "1")),
            near(
                    "(?:the )?integral (?:of )?(.+?)(?: d(\\p{L}))?(?: from (.+) to (.+))?",
                    INTEGRAL,
                    m -> integral(
                            m.group(1),
                            m.group(2) == null ? letter(m.group(1)) : m.group(2),
                            m.group(3) == null ? "0" : m.group(3),
                            m.group(4) == null ? "1" : m.group(4))),
            rule(
                    "(?:Limit\\[|limit\\()(.+), ?(\\p{L}) ?(?:->|=|→) ?([^,]+)[\\])]",
                    "a limit is taken of a function",
                    m -> MathematicalSigns.limit(round(m.group(1)), m.group(2), m.group(3))),
            near("\\\\?lim\\b.+|\\\\?lim_.+", LIMIT, m -> MathematicalSigns.limit(m.group())),
            rule(
                    "(?:maximi[sz]e|minimise|(?:the )?(?:local |absolute"
                            + " )?(?:max(?:imum|ima)?|min(?:imum|ima)?|extrem(?:um|a)) of|critical points? of|turning"
                            + " points? of) (.+)",
                    CALCULUS,
                    m -> "extrema " + m.group(1)),
            rule(
                    "(?:the )?tangent (?:line |plane )?(?:to|of|for) (?:the )?(?:(?:curve|graph|circle|ellipse|surface)"
                            + " )?(?:of )?(.+=.+) (?:at|in) (\\(.+\\)|\\S+)",
                    CALCULUS,
                    m -> "tangent " + m.group(1) + " at " + m.group(2)),
            near(
                    "(?:simplify|Simplify|vereinfache)(?: |[\\[(])(.+?)[\\])]?",
                    "ag has no command to simplify: derivatives are simplified by themselves",
                    m -> derivative(closed(m.group(1)), null, 1, null)),
            near(
                    "(?:expand|Expand)(?: |[\\[(])(.+?)[\\])]?",
                    "ag has no command to expand: a Taylor series of a polynomial is the polynomial itself",
                    m -> "taylor " + round(closed(m.group(1))) + " at 0 order 5"),
            near(
                    "(?:factor|Factor|factori[sz]e)(?: |[\\[(])(.+?)[\\])]?",
                    "ag has no command to factor: factors belong to zeros",
                    m -> "solve " + round(closed(m.group(1))) + " = 0"),
            rule("lineari(?:se|zation of|sation of) (.+)", CALCULUS, m -> "linearize " + m.group(1)),
            rule(
                    "(?:the )?tangent (?:line )?(?:to|of|for) (.+) (?:at|in) (?:(\\p{L}) ?= ?)?(\\S+)",
                    CALCULUS,
                    m -> "tangent " + m.group(1) + " at " + (m.group(2) == null ? letter(m.group(1)) : m.group(2))
                            + " = " + m.group(3)),
            rule(
                    "(?:the )?(?:inflection points?|points? of inflection|inflections?|inflexions?) (?:of |for"
                            + " )?(\\p{L})",
                    "points of inflection are where the second derivative is 0",
                    m -> "solve " + m.group(1) + "''(x) = 0 for x"),
            rule(
                    "(?:the )?(?:inflection points?|points? of inflection|inflections?|inflexions?) (?:of |for )?(.+)",
                    "points of inflection are where the second derivative is 0",
                    m -> "solve (" + m.group(1) + ")'' = 0"),
            rule(
                    "(?:the )?area (?:of |under |below )?(\\p{L}) (?:on|from|in|for) (.+?)(?: ?\\.\\. ?| to )(.+)",
                    "an area is an integral",
                    m -> "integral(" + m.group(1) + ", " + m.group(2) + ", " + m.group(3) + ")"),
            rule(
                    "(?:the )?(?:zeros|zeroes|roots|solutions|x-intercepts) (?:of )?(\\p{L})",
                    CALCULUS,
                    m -> "solve " + m.group(1) + "(x) = 0 for x"),
            rule(
                    "(?:the )?(?:zeros|zeroes|roots|solutions|x-intercepts) (?:of )?(.+)",
                    CALCULUS,
                    m -> "solve " + m.group(1) + " = 0"),
            rule(
                    "(?:evaluate|calculate|compute|(?:the )?value of) (.+) (?:at|for|when) (.+)",
                    PLACE,
                    m -> m.group(1) + " at " + m.group(2)),
            rule(
                    "(?:where is |when is )?(\\p{L}) (?:is )?(increasing|decreasing|concave up|concave"
                            + " down|convex|concave)\\??",
                    "that is where a derivative is positive or negative",
                    m -> "solve " + m.group(1) + (m.group(2).endsWith("creasing") ? "'" : "''") + "(x) "
                            + (List.of("increasing", "concave up", "convex").contains(m.group(2)) ? ">" : "<")
                            + " 0 for x"),
            rule(
                    "(?:the )?(?:average|mean)(?: value)? (?:of )?(\\p{L}) (?:on|from|in|over) (.+?)(?: ?\\.\\. ?| to"
                            + " )(.+)",
                    "a mean over a range is an integral divided by its length",
                    m -> "integral(" + m.group(1) + ", " + m.group(2) + ", " + m.group(3) + ")/(" + m.group(3) + " - "
                            + m.group(2) + ")"),
            rule(
                    "newton (?:of |for )?(\\p{L}) (?:at|from) (?:\\p{L} ?= ?)?(\\S+)",
                    "a zero near a place is found by a function",
                    m -> "root(" + m.group(1) + ", " + m.group(2) + ")"),
            rule(
                    "(?:the )?(?:slope|gradient) (?:of |to )?(\\p{L}) at (?:\\p{L} ?= ?)?(\\S+)",
                    "a slope is a derivative",
                    m -> m.group(1) + "'(" + m.group(2) + ")"),
            rule(
                    "(?:the )?normal (?:line )?(?:of |to )?(\\p{L}) at (?:\\p{L} ?= ?)?(\\S+)",
                    "a normal is perpendicular to the tangent",
                    m -> "y = " + m.group(1) + "(" + m.group(2) + ") - (x - " + m.group(2) + ")/" + m.group(1) + "'("
                            + m.group(2) + ")"),
            rule(
                    "(?:the )?normal (?:line )?(?:of |to )?(?:y ?= ?)?([^=]+) at (?:x ?= ?)?(\\S+)",
                    "a normal is perpendicular to the tangent",
                    m -> "y = (" + m.group(1) + " at x = " + m.group(2) + ") - (x - " + m.group(2) + ")/(d/dx ("
                            + m.group(1) + ") at x = " + m.group(2) + ")"),
            rule(
                    "(?:the )?limit (?:of )?(.+?),? (?:at|for|as|when) (\\p{L}) ?(?:=|->|→|approaches|goes to|tends"
                            + " to) ?(-?[^-+\\s]\\S*)",
                    PLACES,
                    m -> "limit " + m.group(1) + " as " + m.group(2) + " -> " + MathematicalSigns.beside(m.group(3))),
            rule(
                    "(?:the )?limit,? (?:as |when |for )?(\\p{L}) ?(?:=|->|→|approaches|goes to|tends to)"
                            + " ?(-?[^-+\\s]\\S*?),? (?:of )?(.+)",
                    PLACES,
                    m -> "limit " + m.group(3) + " as " + m.group(1) + " -> " + MathematicalSigns.beside(m.group(2))),
            rule(
                    "limit\\((.+), ?(\\p{L}), ?([^,]+)\\)",
                    "a limit is taken of a function",
                    m -> MathematicalSigns.limit(m.group(1), m.group(2), m.group(3))),
            rule(
                    "(extrema|critical|zeros) (.+) (?:for|over|with) \\p{L} (?:in|from) (.+?)(?: ?\\.\\. ?| to )(.+)",
                    "the range of a search stands behind 'on'",
                    m -> m.group(1) + " " + m.group(2) + " on " + m.group(3) + ".." + m.group(4)),
            rule(
                    "([Σ∑∏Π])_\\((\\p{L}) ?= ?(\\S+?)\\) ?\\^ ?[({]?([^ (){}]+)[)}]? (.+)",
                    SUM,
                    m -> (m.group(1).matches("[Σ∑]") ? "Σ" : "∏") + "(" + m.group(2) + "=" + m.group(3) + ".."
                            + m.group(4) + ") " + m.group(5)),
            rule(
                    "tangent\\((.+), ?([^,]+)\\)",
                    CALCULUS,
                    m -> "tangent " + m.group(1) + " at " + letter(m.group(1)) + " = " + m.group(2)),
            rule(
                    "Tangent\\(([^,]+), ?(.+)\\)",
                    CALCULUS,
                    m -> "tangent " + m.group(2) + " at " + letter(m.group(2)) + " = " + m.group(1)),
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

    private record Rule(Pattern pattern, String message, Function<MatchResult, String> line, boolean near) {}

    private static Rule rule(String pattern, String message, Function<MatchResult, String> line) {
        return new Rule(Pattern.compile(pattern), message, line, false);
    }

    /** What the line only comes near of. */
    private static Rule near(String pattern, String message, Function<MatchResult, String> line) {
        return new Rule(Pattern.compile(pattern), message, line, true);
    }

    /** The advice. */
    public String hint() {
        return (near ? "what comes near: " : "write: ") + line;
    }

    /** What to type instead of a line that is a mistake; empty where no other system writes it like that. */
    public static Optional<ForeignLine> of(String text) {
        String line = text.strip();
        if (line.length() > 200 || line.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(line);
            if (matcher.matches()) {
                String instead = rule.line().apply(matcher.toMatchResult());
                // What is written like this already has another mistake.
                return Optional.of(new ForeignLine(rule.message(), instead, rule.near()))
                        .filter(foreign -> !instead.equals(line));
            }
        }
        return Optional.empty();
    }

    /** {@code Sin[x]} as sin(x), inner ones first. */
    public static String round(String text) {
        String now = text;
        for (Matcher call = CAPITAL_CALL.matcher(now); call.find(); call = CAPITAL_CALL.matcher(now)) {
            String name = call.group(1).toLowerCase(Locale.ROOT);
            String known = name.equals("log") ? "ln" : name.startsWith("arc") ? "a" + name.substring(3) : name;
            now = now.substring(0, call.start()) + known + "(" + call.group(2) + ")" + now.substring(call.end());
        }
        return now;
    }

    private static String derivative(String of, @Nullable String by, int order, @Nullable String place) {
        String letter = by == null ? letter(of) : by;
        String sign = order == 1 ? "d/d" + letter : "d^" + order + "/d" + letter + "^" + order;
        return sign + " (" + round(of) + ")" + (place == null ? "" : " at " + letter + " = " + place);
    }

    private static String integral(String of, String letter, String low, String high) {
        return "integral(" + letter + " -> " + round(of) + ", " + low + ", " + high + ")";
    }

    /** The letter that a formula is most likely in. */
    private static String letter(String formula) {
        Matcher letters = LETTER.matcher(formula.replaceAll("\\be\\b|π", ""));
        String found = "";
        while (letters.find()) {
            found = found.isEmpty() || letters.group().equals("x") ? letters.group() : found;
        }
        return found.isEmpty() ? "x" : found;
    }

    /** What a bracket at the end was taken from that it needs. */
    private static String closed(String formula) {
        long open = formula.chars().filter(sign -> sign == '(').count();
        long shut = formula.chars().filter(sign -> sign == ')').count();
        return open > shut ? formula + ")" : formula;
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
