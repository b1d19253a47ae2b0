package ag.result.print;

import ag.result.Format;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was found out around a function: roots, tangents, extrema. */
final class AroundText {
    private final Style style;
    private final Format format;

    AroundText(Style style, Format format) {
        this.style = style;
        this.format = format;
    }

    String solved(Result.Solved solved) {
        List<String> lines = new ArrayList<>();
        for (List<Result.Root> solution : solved.solutions()) {
            lines.add(solution.stream().map(this::root).collect(Collectors.joining(", ")));
        }
        solved.remarks().forEach(remark -> lines.add(style.dim(Visible.of(remark))));
        return String.join("\n", lines);
    }

    private String root(Result.Root root) {
        Double value = root.value();
        String number = value == null ? "" : format.number(value);
        if (root.formula().isEmpty()) {
            return Visible.of(root.letter()) + " ≈ " + number;
        }
        String exact = Visible.of(root.letter()) + " = " + Visible.of(root.formula());
        return value == null || root.plain() ? exact : exact + " ≈ " + number;
    }
}
