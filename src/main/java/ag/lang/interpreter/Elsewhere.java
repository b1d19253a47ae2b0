package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other systems call by a word that means nothing here: what to type instead, or that there is no such thing. */
final class Elsewhere {
    /** What has another name here. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("True", "true"),
            Map.entry("PI", "pi"),
            Map.entry("Pi", "pi"),
            Map.entry("range", "0..<10"),
            Map.entry("False", "false"),
            Map.entry("ln10", "log10"),
            Map.entry("ln2", "log2"),
            Map.entry("average", "mean"),
            Map.entry("tr", "trace"),
            Map.entry("length", "len"),
            Map.entry("size", "len"),
            Map.entry("rand", "random"),
            Map.entry("swish", "silu"),
            Map.entry("logistic", "sigmoid"));

    /** What there is not, with a line that comes near. */
    private static final Map<String, Missing> MISSING = Map.ofEntries(
            Map.entry("lim", new Missing("symbolic limit", "limit(x -> sin(x)/x, 0)")),
            Map.entry("int", new Missing("symbolic integral", "integral(x -> x^2, 0, 1)")),
            Map.entry("integrate", new Missing("symbolic integral", "integral(x -> x^2, 0, 1)")),
            Map.entry("Integrate", new Missing("symbolic integral", "integral(x -> x^2, 0, 1)")),
            Map.entry("div", new Missing("word for the divergence", "J = jacobian(F, [1, 2]); J[0, 0] + J[1, 1]")),
            Map.entry(
                    "curl",
                    new Missing(
                            "word for the curl",
                            "J = jacobian(F, [1, 2, 3]); [J[2, 1] - J[1, 2], J[0, 2] - J[2, 0], J[1, 0] - J[0, 1]]")),
            Map.entry(
                    "rot",
                    new Missing(
                            "word for the curl",
                            "J = jacobian(F, [1, 2, 3]); [J[2, 1] - J[1, 2], J[0, 2] - J[2, 0], J[1, 0] - J[0, 1]]")),
            Map.entry("trigamma", new Missing("word of its own for the derivative of digamma", "polygamma(1, x)")),
            Map.entry("pdf", new Missing("densities but that of the normal distribution", "normal_pdf(x)")),
            Map.entry("cdf", new Missing("distributions but the normal one", "normal_cdf(x)")),
            Map.entry("laplacian", new Missing("word for the Laplacian", "∇²f")),
            Map.entry("laplace", new Missing("word for the Laplacian", "∇²f")),
            Map.entry("iπ", new Missing("complex numbers", "[cos(π), sin(π)]")),
            Map.entry("ipi", new Missing("complex numbers", "[cos(π), sin(π)]")),
            Map.entry("πi", new Missing("complex numbers", "[cos(π), sin(π)]")),
            Map.entry("ix", new Missing("complex numbers", "[cos(x), sin(x)]")),
            Map.entry("simplify", new Missing("command to simplify", "derive x^2 + x wrt x")),
            Map.entry("expand", new Missing("command to expand", "derive (x + 1)^2 wrt x")),
            Map.entry("factor", new Missing("command to factor", "derive x^2 - 1 wrt x")),
            Map.entry("help", new Missing("help inside of programs; outside of one there is: ag help", "")),
            Map.entry("clear", new Missing("screen to clear in a program; at the prompt there is: :reset", "")));

    private static final Set<String> UNITS = Set.of(
            "kg", "mg", "km", "cm", "mm", "nm", "ms", "min", "sec", "hz", "Hz", "kN", "Pa", "kPa", "Nm", "kW", "mol",
            "lb", "ft", "inch", "mile", "miles", "meter", "meters", "seconds", "hours", "percent");
    private static final Set<String> DEGREES = Set.of("deg", "degree", "degrees");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*$");

    private static final Pattern TURN = Pattern.compile("e\\^[({]([^(){}]*i[^(){}]*)[)}]");

    private Elsewhere() {}

    /** What there is not, and the nearest that there is. */
    private record Missing(String what, String line) {}

    /** The name that it has here. */
    static Optional<String> name(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** Both parts of {@code e^{iπ/2}}, where a name stands in such a power. */
    private static Optional<String> angle(Span name) {
        Matcher powers = TURN.matcher(name.source().text());
        while (powers.find()) {
            if (powers.start() < name.start() && name.end() < powers.end()) {
                String angle =
                        powers.group(1).replaceFirst("i(?!n)\\s*\\*?\\s*", "").strip();
                return Optional.of("[cos(" + angle + "), sin(" + angle + ")]");
            }
        }
        return Optional.empty();
    }

    /** The problem with a word that stands for something that ag does otherwise, or not at all. */
    static Optional<AgException> problem(String name, Span span) {
        Missing missing = MISSING.get(name.startsWith("lim_") ? "lim" : name);
        if (missing != null) {
            String line = angle(span).orElse(missing.line());
            String hint = line.isEmpty() ? "" : "what comes near: " + line;
            return Optional.of(new AgException(ErrorCode.NOT_THERE, "ag has no " + missing.what(), span, hint));
        }
        if (name.endsWith("ᵀ")) {
            return Optional.of(new AgException(
                    ErrorCode.OTHER_SYSTEM,
                    "a matrix is turned over by a function",
                    span,
                    "write: transpose(" + name.substring(0, name.length() - 1) + ")"));
        }
        Matcher number = NUMBER_BEFORE.matcher(span.source().text().substring(0, span.start()));
        if (!number.find()) {
            return Optional.empty();
        }
        if (DEGREES.contains(name)) {
            return Optional.of(new AgException(
                    ErrorCode.OTHER_SYSTEM,
                    "degrees have a sign of their own",
                    span,
                    "write: " + number.group(1) + "°"));
        }
        if (UNITS.contains(name)) {
            return Optional.of(new AgException(
                    ErrorCode.NOT_THERE, "ag does not calculate with units", span, "write: " + number.group(1)));
        }
        return Optional.empty();
    }
}
