package ag.lang.syntax;

import static ag.lang.syntax.LineRule.near;
import static ag.lang.syntax.LineRule.rule;

import java.util.List;
import java.util.regex.MatchResult;

/** Lines in the words of a textbook, {@code tangent line to f at 2}, and what to type instead. */
final class SpokenLines {
    private static final String BY = "(?:with respect to|w\\.?r\\.?t\\.?|by|for)";
    private static final String NAME = "(\\p{L}[\\p{L}\\p{Nd}_]*'*)";
    private static final String NUMBER = "(-?(?:\\d+(?:\\.\\d+)?|π|pi|e)\\S*)";

    /** What has no range behind it yet. */
    private static final String OF = "((?:(?!\\.\\.| on | for | over ).)+?)";

    /** {@code from 0 to 2}, {@code on [0, 2]}, {@code for x in 0..2}, {@code between 0 and 2}: a letter or none, and two ends. */
    private static final String RANGE =
            "(?:(?:over|on|from|in|for|between|with) (?:the interval )?(?:(\\p{L}) ?(?:in|from|between|=|∈) ?)?"
                    + "|\\p{L} ?(?:in|=) ?)[\\[(]?(-?[^\\s,\\[(]+?)(?: ?\\.\\. ?| to | and |, ?)([^\\s\\])]+)[\\])]?";

    private static final String DERIVATIVE = "a derivative is written as in a textbook";
    private static final String CALCULUS = "this is asked by a statement";
    private static final String PLACE = "a value at a place is asked with 'at'";
    private static final String PLACES = "a limit says where its letter goes";
    private static final String SEARCH = "the range of a search stands behind 'on'";
    private static final String INFLECTION = "points of inflection are where the second derivative is 0";
    private static final String NORMAL = "a normal is perpendicular to the tangent";

    static final List<LineRule> RULES = List.of(
            // ---- derivatives
            rule(
                    "(?:the )?(first |second )?derivative of (.+?)(?: " + BY
                            + " (\\p{L}))?(?: (?:at|when) (?:\\p{L} ?= ?)?(\\S+))?",
                    DERIVATIVE,
                    m -> Instead.derivative(m.group(2), m.group(3), "second ".equals(m.group(1)) ? 2 : 1, m.group(4))),
            rule(
                    "(?:differentiate|diff|derivative|ableiten) (.+?)(?: " + BY + " (\\p{L}))?",
                    DERIVATIVE,
                    m -> Instead.derivative(m.group(1), m.group(2), 1, null)),
            rule(
                    "(?:the )?(?:slope|gradient) (?:of |to )?(\\p{L}) at (?:\\p{L} ?= ?)?(\\S+)",
                    "a slope is a derivative",
                    m -> m.group(1) + "'(" + m.group(2) + ")"),
            rule(
                    "(?:the )?(hessian|jacobian|gradient)(?: of)? " + NAME
                            + " at (?:[^=(]+= ?(.+?), ?[^=]+= ?(.+)|\\((.+)\\)|(\\S+))",
                    "this is a function, of a function and a place",
                    m -> m.group(1) + "(" + m.group(2) + ", "
                            + (m.group(3) != null
                                    ? "[" + m.group(3) + ", " + m.group(4) + "]"
                                    : m.group(5) != null ? "[" + m.group(5) + "]" : m.group(6))
                            + ")"),
            rule(
                    "(?:check|is|verify|prove)(?: that| if)? (\\p{L}\\w*'+(?:\\(.+?\\))?|d\\w*/d\\w+[^=]*?) ?==?"
                            + " ?([^=]+?)\\??",
                    "an answer is marked by 'guess'",
                    m -> "guess " + m.group(1) + " = " + m.group(2)),
            // ---- lines and series
            rule(
                    "(?:the )?tangent (?:line |plane )?(?:to|of|for) (?:the )?(?:(?:curve|graph|circle|ellipse|surface)"
                            + " )?(?:of )?(.+=.+) (?:at|in) (\\(.+\\)|\\S+)",
                    CALCULUS,
                    m -> "tangent " + m.group(1) + " at " + m.group(2)),
            rule(
                    "(?:the )?tangent (?:line )?(?:to|of|for) (?:the )?(?:(?:curve|graph) (?:of )?)?(.+)"
                            + " (?:at|in) (?:(\\p{L}) ?= ?)?(\\S+)",
                    CALCULUS,
                    m -> "tangent " + m.group(1) + " at " + Instead.place(m.group(1), m.group(2), m.group(3))),
            rule("lineari(?:se|zation of|sation of) (.+)", CALCULUS, m -> "linearize " + m.group(1)),
            rule(
                    "(?:the )?normal (?:line )?(?:of |to )?(\\p{L}) at (?:\\p{L} ?= ?)?(\\S+)",
                    NORMAL,
                    m -> normal(
                            m.group(2),
                            "(" + m.group(1) + " at " + m.group(2) + ")",
                            m.group(1) + "'(" + m.group(2) + ")")),
            rule(
                    "(?:the )?normal (?:line )?(?:of |to )?(?:y ?= ?)?([^=]+) at (?:x ?= ?)?(\\S+)",
                    NORMAL,
                    m -> normal(
                            m.group(2),
                            "(" + m.group(1) + " at x = " + m.group(2) + ")",
                            "(d/dx (" + m.group(1) + ") at x = " + m.group(2) + ")")),
            rule(
                    "(?:taylor|maclaurin)(?: (?:series|polynomial|expansion))?(?: of| for)? ((?:(?! at ).)+?)(?:,?"
                            + " (?:at|around|about|near) (?:\\p{L} ?= ?)?(\\S+?))?,?(?: (?:(?:up )?to )?(?:the )?(?:of"
                            + " )?(?:order|degree|n ?=)? ?(\\d+)(?:th (?:order|degree))?)?",
                    CALCULUS,
                    m -> "taylor " + m.group(1) + " at " + (m.group(2) == null ? "0" : m.group(2)) + " order "
                            + (m.group(3) == null ? "5" : m.group(3))),
            // ---- places
            rule(
                    "(extrema|critical) (?:points? )?(?:of )?" + OF + " " + RANGE,
                    SEARCH,
                    m -> m.group(1) + " " + m.group(2) + " on " + range(m, 3)),
            rule(
                    "(?:find )?(?:the )?(?:local |absolute |global )?(?:max|min|extrem)\\w*(?: of)? " + NAME + "(?: "
                            + RANGE + ")?",
                    CALCULUS,
                    m -> "extrema " + m.group(1) + (m.group(3) == null ? "" : " on " + range(m, 2))),
            rule(
                    "(?:maximi[sz]e|minimise|(?:the )?(?:local |absolute"
                            + " )?(?:max(?:imum|ima)?|min(?:imum|ima)?|extrem(?:um|a)) of|critical points? of|turning"
                            + " points? of) (.+)",
                    CALCULUS,
                    m -> "extrema " + m.group(1)),
            rule(
                    "(?:the )?(?:inflection points?|points? of inflection|inflections?|inflexions?) (?:of |for )?(.+)",
                    INFLECTION,
                    m -> Instead.solved(m.group(1), "''", "= 0")),
            rule(
                    "(?:the )?(?:zeros|zeroes|roots|solutions|x-intercepts) (?:of )?" + OF + " " + RANGE,
                    CALCULUS,
                    m -> Instead.solved(m.group(1), "", "= 0").replaceFirst(" for x$", "") + " for " + letter(m, 2)
                            + " in " + range(m, 2)),
            rule(
                    "roots? (?:of )?" + NAME + " (?:near|at|around|close to) (?:\\p{L} ?= ?)?(\\S+)",
                    "a zero near a place is found by a function",
                    m -> "root(" + m.group(1) + ", " + m.group(2) + ")"),
            rule(
                    "(?:the )?(?:zeros|zeroes|roots|solutions|x-intercepts) (?:of )?(.+)",
                    CALCULUS,
                    m -> Instead.solved(m.group(1), "", "= 0")),
            rule(
                    "newton (?:of |for )?(\\p{L}) (?:at|from) (?:\\p{L} ?= ?)?(\\S+)",
                    "a zero near a place is found by a function",
                    m -> "root(" + m.group(1) + ", " + m.group(2) + ")"),
            rule(
                    "solve ((?:(?!\\.\\.)[^=])+=(?:(?!\\.\\.)[^=])+?)(?: for (\\p{L}))? " + RANGE,
                    "the range of a solution stands behind its letter",
                    m -> "solve " + m.group(1) + " for " + (m.group(2) == null ? letter(m, 3) : m.group(2)) + " in "
                            + range(m, 3)),
            rule(
                    "(?:where is |when is )?(\\p{L}) (?:is )?(increasing|decreasing|concave up|concave"
                            + " down|convex|concave)\\??",
                    "that is where a derivative is positive or negative",
                    m -> Instead.solved(
                            m.group(1),
                            m.group(2).endsWith("creasing") ? "'" : "''",
                            List.of("increasing", "concave up", "convex").contains(m.group(2)) ? "> 0" : "< 0")),
            // ---- areas and means
            rule(
                    "(?:the )?area (?:of |under |below )?(\\p{L}) " + RANGE,
                    "an area is an integral",
                    m -> Instead.integral(m.group(1), null, m.group(3), m.group(4))),
            rule(
                    "(?:the )?(?:average|mean)(?: value)? (?:of )?(\\p{L}) " + RANGE,
                    "a mean over a range is an integral divided by its length",
                    m -> Instead.integral(m.group(1), null, m.group(3), m.group(4)) + "/(" + m.group(4) + " - "
                            + m.group(3) + ")"),
            rule(
                    "(?:(?:the )?integral(?: of)?|integrate) " + NAME + " " + RANGE,
                    "an integral is a function, of a function and its limits",
                    m -> Instead.integral(m.group(1), null, m.group(3), m.group(4))),
            near(
                    "(?:the )?integral (?:of )?(.+?)(?: d(\\p{L}))?(?: from (.+) to (.+))?",
                    "ag has no symbolic integral",
                    m -> Instead.integral(
                            m.group(1),
                            m.group(2),
                            m.group(3) == null ? "0" : m.group(3),
                            m.group(4) == null ? "1" : m.group(4))),
            // ---- limits and values
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
                    "(?:evaluate|calculate|compute|(?:the )?value of) (.+) (?:at|for|when) (.+)",
                    PLACE,
                    m -> m.group(1) + " at " + m.group(2)),
            rule(
                    "(trace|explain|step|graph|tangent|linearize|check|compare|explore) " + NAME
                            + " (?:in |for |when |with )?(?:(\\p{L}) ?= ?)?" + NUMBER,
                    "the place stands behind 'at'",
                    m -> m.group(1) + " " + m.group(2) + " at " + Instead.place(m.group(2), m.group(3), m.group(4))),
            rule(
                    "nudge (.+?) at (\\S+?),? " + NUMBER,
                    "how far stands behind 'by'",
                    m -> "nudge " + m.group(1) + " at " + m.group(2) + " by " + m.group(3)),
            rule(
                    "plot " + OF + " " + RANGE,
                    "the range of a plot stands behind its letter",
                    m -> "plot " + m.group(1) + " for " + letter(m, 2) + " in " + range(m, 2)),
            rule(
                    "let " + NAME + " (?:be|is|equals?|to) (.+)",
                    "a value stands behind '='",
                    m -> "let " + m.group(1) + " = " + m.group(2)),
            rule(
                    "set " + NAME + " (?:to|be|is) (.+)",
                    "a value stands behind '='",
                    m -> "set " + m.group(1) + " = " + m.group(2)),
            rule(NAME + " (?:is|equals) " + NUMBER, "a value stands behind '='", m -> m.group(1) + " = " + m.group(2)),
            // ---- what there is no command for
            near(
                    "(?:simplify|Simplify|vereinfache)(?: |[\\[(])(.+?)[\\])]?",
                    "ag has no command to simplify: derivatives are simplified by themselves",
                    m -> Instead.derivative(Instead.closed(m.group(1)), null, 1, null)),
            near(
                    "(?:expand|Expand)(?: |[\\[(])(.+?)[\\])]?",
                    "ag has no command to expand: a Taylor series of a polynomial is the polynomial itself",
                    m -> "taylor " + Instead.round(Instead.closed(m.group(1))) + " at 0 order 5"),
            near(
                    "(?:factor|Factor|factori[sz]e)(?: |[\\[(])(.+?)[\\])]?",
                    "ag has no command to factor: factors belong to zeros",
                    m -> "solve " + Instead.round(Instead.closed(m.group(1))) + " = 0"),
            rule(
                    "(?:quiz|test|ask) me|practice (?:derivatives|problems|questions)|exercises?|problems",
                    "exercises are given by a statement",
                    _ -> "practice chain rule"));

    private SpokenLines() {}

    private static String range(MatchResult match, int letter) {
        return match.group(letter + 1) + ".." + match.group(letter + 2);
    }

    /** The letter of a range, or the one that is likely meant. */
    private static String letter(MatchResult match, int letter) {
        return match.group(letter) != null ? match.group(letter) : Instead.letter(match.group(1));
    }

    private static String normal(String x, String height, String slope) {
        return "y = " + height + " - (x - " + x + ")/" + slope;
    }
}
