package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.Notation;
import ag.result.PassStep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The chain rule along all paths, and the backward pass beside it. */
record ExplanationPresentation(DerivativeResult.Explained explained) implements Presentation {
    private static final int MOST_DIGITS = 60;

    @Override
    public String kind() {
        return "explain";
    }

    @Override
    public Document document(Format format) {
        String slope = Notation.derivative(explained.of(), explained.input());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(slope));
        lines(slope, format).forEach(line -> parts.add(new Part.Line(line)));
        return Document.of(parts);
    }

    private List<String> lines(String slope, Format format) {
        if (explained.pathCount().signum() == 0) {
            return List.of(slope + " = 0: no path leads from " + explained.input() + " to " + explained.of());
        }
        List<String> lines = new ArrayList<>();
        lines.add(slope + " = " + format.number(explained.total()) + ", the sum over " + paths(explained.pathCount())
                + " from " + explained.input() + " to " + explained.of());
        double sum = 0;
        for (DerivativeResult.PathRow path : explained.paths()) {
            sum += path.product();
            lines.add("  " + String.join(" → ", path.nodes()) + "   " + product(path, format));
        }
        BigDecimal rest = explained
                .pathCount()
                .subtract(BigDecimal.valueOf(explained.paths().size()));
        if (rest.signum() > 0) {
            lines.add("  and another " + paths(rest) + ", together " + format.number(explained.total() - sum));
        } else if (explained.paths().size() > 1) {
            String summands = explained.paths().stream()
                    .map(path -> StepPresentation.operand(path.product(), format))
                    .collect(Collectors.joining(" + "));
            lines.add("  sum: " + summands + " = " + format.number(explained.total()));
        }
        lines.add("the backward pass, from " + explained.of() + " down:");
        for (PassStep.Backward step : explained.backward()) {
            lines.add("  " + StepPresentation.backward(explained.of(), step, format));
        }
        if (explained.backward().isEmpty()) {
            lines.add("  too many steps to list here; trace " + explained.of() + " shows them");
        }
        lines.add("multiplications: " + count(explained.pathMultiplications()) + " path by path, "
                + explained.backwardMultiplications() + " in the backward pass");
        return lines;
    }

    private static String product(DerivativeResult.PathRow path, Format format) {
        if (path.factors().size() < 2) {
            return format.number(path.product());
        }
        List<String> factors = new ArrayList<>(path.factors().stream()
                .map(factor -> StepPresentation.operand(factor, format))
                .toList());
        for (int i = 0; i < path.nodes().size(); i++) {
            if (path.nodes().get(i).startsWith("…")) {
                factors.add(i, "…");
            }
        }
        return String.join("·", factors) + " = " + format.number(path.product());
    }

    private static String paths(BigDecimal count) {
        return count.compareTo(BigDecimal.ONE) == 0 ? "1 path" : count(count) + " paths";
    }

    /** All digits where they can be read, the leading ones and the size of longer numbers. */
    private static String count(BigDecimal count) {
        if (count.precision() - count.scale() <= MOST_DIGITS) {
            return count.toPlainString();
        }
        BigDecimal leading = count.round(new MathContext(4));
        int exponent = leading.precision() - leading.scale() - 1;
        return "about " + leading.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", explained.of())
                .text("input", explained.input())
                .number("total", explained.total())
                .whole("path_count", explained.pathCount())
                .items(
                        "paths",
                        explained.paths(),
                        path -> Data.Fields.NONE
                                .texts("nodes", path.nodes())
                                .numbers(
                                        "factors",
                                        path.factors().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())
                                .number("product", path.product()))
                .whole("path_multiplications", explained.pathMultiplications())
                .whole("backward_multiplications", explained.backwardMultiplications());
    }
}
