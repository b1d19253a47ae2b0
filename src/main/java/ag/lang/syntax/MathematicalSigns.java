package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Signs of mathematics that ag does not read, with what to type instead: integrals and limits as the numbers that they are. */
record MathematicalSigns(WrongStatement statement) {
    private static final String BOUND = "(\\{[^{}]*}|\\([^()]*\\)|[^\\s^{}]+?)";
    private static final Pattern INTEGRAL =
            Pattern.compile("(?<before>(?:[^∫]*[=\\s+*/(-])?)(?:∫|\\\\int)\\s*(?:_\\s*(?<low>"
                    + BOUND.substring(1) + "\\s*\\^\\s*(?<high>"
                    + BOUND.substring(1).replace("+?", "")
                    + ")?\\s*(?<of>[^∫]*?)\\s*(?:\\\\,)?\\s*d(?<by>\\p{L})\\s*(?:from\\s+(?<from>.+?)\\s+to\\s+(?<to>.+?))?"
                    + "(?<behind>(?:\\s*[-+*/)][^∫]*)?)");
    /** What derives the integral behind it. */
    private static final Pattern SMALL_BOUNDS = Pattern.compile("∫([₀-₉₊₋]+)([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)");

    private static final Pattern LIMIT =
            Pattern.compile("\\\\?lim\\s*_?\\s*[{(]?\\s*(\\p{L})\\s*(?:→|->|\\\\to)\\s*([^\\s})]+)\\s*[})]?\\s*(.+)");

    private static final Pattern LIMIT_BEHIND =
            Pattern.compile("\\\\?lim\\s+(.+)\\s+(?:as|for|when)\\s+(\\p{L})\\s*(?:→|->|\\\\to)\\s*(\\S+)");

    /** Which side a place is come to from: {@code 0+}, {@code 0^{-}}. */
    private static final Pattern SIDE = Pattern.compile("(?<=\\w)\\^?\\{?([-+⁺⁻])}?$");

    private static final String ANY_INTEGRAL = "integral(x -> x^2, 0, 1)";
    private static final String ANY_LIMIT = "limit(x -> sin(x)/x, 0)";

    /** What a sign means, and what comes near; empty where it is none of mathematics. */
    Optional<AgException> problem(Token token) {
        return switch (token.getText()) {
            case "∫" -> Optional.of(missing(token, "symbolic integral", integral(text())));
            case "±", "\\pm", "∓", "\\mp" ->
                Optional.of(say(
                        token,
                        "'" + token.getText() + "' stands for two values",
                        "write each by itself, one with + and one with -"));
            case "⌊", "⌋", "\\lfloor", "\\rfloor" ->
                Optional.of(say(token, "rounding down is a function", "write: floor(2.7)"));
            case "⌈", "⌉", "\\lceil", "\\rceil" ->
                Optional.of(say(token, "rounding up is a function", "write: ceil(2.3)"));
            case "…", "\\ldots", "\\dots", "\\cdots" ->
                Optional.of(say(token, "what is left out cannot be computed", "a sum is written: Σ(k=1..10) k^2"));
            case "⟨", "⟩", "\\langle", "\\rangle" ->
                Optional.of(say(token, "a vector stands in square brackets", "write: [1, 2, 3]"));
            case "∈", "∉", "∀", "∃", "∪", "∩", "\\in", "\\notin", "\\cup", "\\cap" ->
                Optional.of(say(token, "ag has no sets", "an interval is written 0 < x < 1"));
            case "\\over" ->
                Optional.of(say(token, "a fraction is written with its parts", "write: " + fraction(text())));
            case "\\binom" ->
                Optional.of(say(token, "a binomial coefficient is written with factorials", "write: 5!/(2! (5 - 2)!)"));
            case "\\dot", "\\ddot" ->
                Optional.of(say(token, "a derivative by time is written with its letters", "write: dx/dt"));
            case "{" ->
                Optional.of(say(
                        token,
                        "an index is a number or letters",
                        "write: x_1, or x_max; a value for each number is a function: a(n) = 2n"));
            default ->
                token.getText().startsWith("\\") && token.getText().length() > 1
                        ? Optional.of(say(
                                token,
                                "ag does not know the command '" + token.getText() + "' of LaTeX",
                                "write it in signs: help notation shows those that there are"))
                        : Optional.empty();
        };
    }

    /** {@code {a \\over b}} and {@code a \\over b} as {@code \\frac{a}{b}}. */
    private static String fraction(String written) {
        String braces = written.replaceAll("\\{([^{}]*)\\\\over\\b([^{}]*)}", "\\\\frac{$1}{$2}");
        String whole = braces.equals(written)
                ? written.replaceFirst("^((?:.*[=;])?\\s*)(.*?)\\s*\\\\over\\b\\s*(.*)$", "$1\\\\frac{$2}{$3}")
                : braces;
        return whole.replaceAll("\\{\\s+", "{").replaceAll("\\s+}", "}");
    }

    /** The problem with {@code integrate x^2 from 0 to 1}. */
    AgException integrate(Token token) {
        String written = text().replaceFirst("integrate", "∫");
        String letter = written.matches(".*\\bt\\b.*") && !written.contains("x") ? "t" : "x";
        String whole = written.matches(".*\\sd\\p{L}\\b.*")
                ? written
                : written.replaceFirst("(\\sfrom\\s|$)", " d" + letter + "$1");
        return missing(token, "symbolic integral", integral(whole));
    }

    /** The problem with {@code lim}. */
    AgException limit(Token token) {
        return missing(token, "symbolic limit", limit(text()));
    }

    /**
     * A line with an integral, and the integral as a number in it; an example where the letter is missing, or more than a factor, a sum or a
     * name stands around it.
     */
    static String integral(String written) {
        Matcher matcher = INTEGRAL.matcher(bounded(written).strip());
        if (!matcher.matches() || matcher.group("of").isBlank()) {
            return ANY_INTEGRAL;
        }
        String low = matcher.group("low") != null ? matcher.group("low") : matcher.group("from");
        String high = matcher.group("high") != null ? matcher.group("high") : matcher.group("to");
        String before = matcher.group("before");
        String behind = matcher.group("behind").strip();
        return before + "integral(" + matcher.group("by") + " -> "
                + matcher.group("of").strip() + ", " + bound(low, "0") + ", " + bound(high, "1") + ")"
                + (behind.isEmpty() ? "" : " " + behind);
    }

    /** Bounds that are written small, {@code ∫₀²}, as {@code ∫_{0}^{2}}. */
    private static String bounded(String written) {
        return SMALL_BOUNDS
                .matcher(written)
                .replaceAll(
                        small -> "∫_{" + lowered(small.group(1)) + "}^{" + RaisedLetters.plain(small.group(2)) + "}");
    }

    /** The digits and signs of a bound below as they stand on the line: in Unicode they come in the same order, from ₀ to ₉, ₊, ₋. */
    private static String lowered(String below) {
        return below.chars()
                .mapToObj(letter -> String.valueOf("0123456789+-".charAt(letter - '₀')))
                .collect(Collectors.joining());
    }

    /** A limit as a number; an example where it is not said of what. */
    static String limit(String written) {
        Matcher matcher = LIMIT.matcher(written.strip());
        if (matcher.matches()) {
            return limit(matcher.group(3).strip(), matcher.group(1), matcher.group(2));
        }
        Matcher behind = LIMIT_BEHIND.matcher(written.strip());
        return behind.matches() ? limit(behind.group(1).strip(), behind.group(2), behind.group(3)) : ANY_LIMIT;
    }

    /**
     * A limit of what is written, of a function by its name, or of a formula by its name, as a number, from the side that is written
     * behind the place: 0+, 0^-.
     */
    static String limit(String of, String letter, String place) {
        Matcher side = SIDE.matcher(place.strip());
        String from = side.find() ? side.group(1).equals("+") || side.group(1).equals("⁺") ? ", 1" : ", -1" : "";
        String end = ", " + bound(side.replaceFirst(""), "0") + from + ")";
        if (of.matches("[fghFGH]|sin|cos|tan|exp|ln")) {
            return "limit(" + of + end;
        }
        String own = letter.equals("t") ? "s" : "t";
        return of.matches("\\p{L}") && !of.equals(letter)
                ? "limit(" + own + " -> (" + of + " at " + letter + " = " + own + ")" + end
                : "limit(" + letter + " -> " + of + end;
    }

    /** A place with its side directly behind it: {@code 0+} for 0^{+}. */
    static String beside(String place) {
        return SIDE.matcher(place.strip()).replaceFirst("$1");
    }

    private static String bound(@org.jspecify.annotations.Nullable String written, String otherwise) {
        if (written == null) {
            return otherwise;
        }
        String bound = written.strip().replaceFirst("^\\\\infty$", "inf");
        return bound.startsWith("{") || bound.startsWith("(")
                ? bound.substring(1, bound.length() - 1).strip()
                : bound;
    }

    private AgException missing(Token token, String what, String line) {
        return statement.problem(ErrorCode.NOT_THERE, "ag has no " + what, token, "what comes near: " + line);
    }

    private AgException say(Token token, String message, String hint) {
        return statement.problem(ErrorCode.NOT_THERE, message, token, hint);
    }

    private String text() {
        return statement.text(0, statement.tokens().size() - 1);
    }
}
