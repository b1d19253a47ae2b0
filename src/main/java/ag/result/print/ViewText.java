package ag.result.print;

import ag.result.Format;
import ag.result.Notation;
import ag.result.Result;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the results that show how a derivative comes about. */
final class ViewText {
    private static final int MOST_DIGITS = 60;

    /** How wide a list in a cell may become. */
    private static final int CELL = 34;

    private final Style style;
    private final Format format;
    private final PassText passes;

    ViewText(Style style, Format format) {
        this.style = style;
        this.format = format;
        this.passes = new PassText(style, format);
    }

    String traced(Result.Traced traced) {
        String d = d();
        boolean local = traced.rows().stream().anyMatch(row -> !row.slopes().isEmpty());
        Table table = new Table(
                style,
                columns(
                        local,
                        "name",
                        "expression",
                        "value",
                        "local derivatives",
                        style.derivative(traced.of(), "name")));
        for (Result.TraceRow row : traced.rows()) {
            String slopes = inLines(row.slopes().stream()
                    .map(slope ->
                            d + "/" + d + Notation.operand(slope.operand()) + " = " + format.number(slope.slope()))
                    .toList());
            table.add(columns(
                    local,
                    row.name(),
                    row.expression(),
                    format.text(row.value()),
                    slopes,
                    format.text(row.gradient())));
        }
        return table.text();
    }

    private static List<String> columns(
            boolean local, String name, String expression, String value, String slopes, String gradient) {
        return local ? List.of(name, expression, value, slopes, gradient) : List.of(name, expression, value, gradient);
    }

    /** A long list goes on in the next line of its cell. */
    private static String inLines(List<String> parts) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String part : parts) {
            if (column > 0) {
                boolean fits = column + 2 + Width.of(part) <= CELL;
                lines.append(fits ? ", " : ",\n");
                column = fits ? column + 2 : 0;
            }
            lines.append(part);
            column += Width.of(part);
        }
        return lines.toString();
    }

    String explained(Result.Explained explained) {
        String slope = derivative(explained.of(), explained.input());
        List<String> lines = new ArrayList<>();
        if (explained.pathCount().signum() == 0) {
            return Visible.lines(slope + " = 0: no path leads from " + explained.input() + " to " + explained.of());
        }
        lines.add(slope + " = " + format.number(explained.total()) + ", the sum over " + paths(explained.pathCount())
                + " from " + explained.input() + " to " + explained.of());
        double sum = 0;
        for (Result.PathRow path : explained.paths()) {
            sum += path.product();
            lines.add("  " + String.join(arrow(), path.nodes()) + "   " + product(path));
        }
        BigDecimal rest = explained
                .pathCount()
                .subtract(BigDecimal.valueOf(explained.paths().size()));
        if (rest.signum() > 0) {
            lines.add("  and another " + paths(rest) + ", together " + format.number(explained.total() - sum));
        } else if (explained.paths().size() > 1) {
            String summands = explained.paths().stream()
                    .map(path -> operand(path.product()))
                    .collect(Collectors.joining(" + "));
            lines.add("  sum: " + summands + " = " + format.number(explained.total()));
        }
        lines.add("the backward pass, from " + explained.of() + " down:");
        for (Result.BackwardStep step : explained.backward()) {
            lines.add("  " + passes.backward(explained.of(), step));
        }
        if (explained.backward().isEmpty()) {
            lines.add("  too many steps to list here; trace " + explained.of() + " shows them");
        }
        lines.add("multiplications: " + count(explained.pathMultiplications()) + " path by path, "
                + explained.backwardMultiplications() + " in the backward pass");
        return Visible.lines(String.join("\n", lines));
    }

    private String product(Result.PathRow path) {
        if (path.factors().size() < 2) {
            return format.number(path.product());
        }
        List<String> factors =
                new ArrayList<>(path.factors().stream().map(this::operand).toList());
        for (int i = 0; i < path.nodes().size(); i++) {
            if (path.nodes().get(i).startsWith("…")) {
                factors.add(i, "…");
            }
        }
        return String.join(times(), factors) + " = " + format.number(path.product());
    }

    /** @param columns where a rule does not fit behind its step in so many, it goes below */
    String derived(Result.Derived derived, int columns) {
        List<String> lines = new ArrayList<>();
        if (!derived.way().isEmpty()) {
            lines.add(style.dim(derived.way() + ":"));
        }
        lines.add(Visible.of(derived.start()));
        int width = derived.steps().stream()
                .mapToInt(step -> Width.of(style.written(step.expression())))
                .filter(w -> w <= 60)
                .max()
                .orElse(0);
        int longest = derived.steps().stream()
                .mapToInt(step -> Math.max(width, Width.of(style.written(step.expression()))) + Width.of(step.rule()))
                .max()
                .orElse(0);
        boolean below = 4 + longest + 3 > columns;
        for (Result.DerivationStep step : derived.steps()) {
            String expression = style.written(Visible.of(step.expression()));
            String gap = below ? "\n      " : " ".repeat(Math.max(0, width - Width.of(expression)) + 3);
            lines.add((derived.implicit() ? "  " : "  = ") + expression + gap + style.dim(step.rule()));
        }
        Double value = derived.value();
        String left = derived.implicit()
                ? derived.quotient()
                : value != null
                        ? derivative(derived.of(), derived.input())
                        : isName(derived.of()) && !derived.of().equals(derived.input())
                                ? derived.of() + "'(" + derived.input() + ")"
                                : derived.start();
        String number =
                value == null || derived.formula().equals(format.number(value)) ? "" : " = " + format.number(value);
        lines.add(Visible.of(left + " = " + derived.formula()) + number);
        return String.join("\n", lines);
    }

    /** The name of a function, primes included. */
    private static boolean isName(String text) {
        return !Character.isDigit(text.codePointAt(0))
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_'".indexOf(c) >= 0);
    }

    private String derivative(String of, String input) {
        return style.derivative(of, input);
    }

    private String operand(double x) {
        String text = format.number(x);
        return x < 0 ? "(" + text + ")" : text;
    }

    private static String paths(BigDecimal count) {
        return count.compareTo(BigDecimal.ONE) == 0 ? "1 path" : count(count) + " paths";
    }

    /** Exactly where it can be read, otherwise by its size. */
    private static String count(BigDecimal count) {
        if (count.precision() - count.scale() <= MOST_DIGITS) {
            return count.toPlainString();
        }
        BigDecimal leading = count.round(new MathContext(4));
        int exponent = leading.precision() - leading.scale() - 1;
        return "about " + leading.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private String d() {
        return style.unicode() ? "∂" : "d";
    }

    private String times() {
        return style.unicode() ? "·" : "*";
    }

    private String arrow() {
        return style.unicode() ? " → " : " -> ";
    }
}
