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

    static String formulated(Result.Formulated formulated) {
        return Visible.of(formulated.left() + formulated.formula());
    }

    String turns(Result.Turns turns) {
        List<String> lines = new ArrayList<>();
        if (!turns.rows().isEmpty()) {
            Table table = new Table(style, List.of("place", "value", "", "test"));
            for (Result.TurnRow row : turns.rows()) {
                table.add(List.of(
                        row.place().stream().map(this::root).collect(Collectors.joining(", ")),
                        value(row.value()),
                        row.what(),
                        Visible.of(row.test())));
            }
            lines.add(table.text());
        }
        turns.remarks().forEach(remark -> lines.add(style.dim(Visible.of(remark))));
        return String.join("\n", lines);
    }

    String followed(Result.Followed followed) {
        List<String> head = new ArrayList<>(List.of(followed.letter()));
        head.addAll(followed.names());
        Table table = new Table(style, head);
        for (int i = 0; i < followed.times().length; i++) {
            List<String> row = new ArrayList<>(List.of(format.number(followed.times()[i])));
            for (double number : followed.rows().get(i)) {
                row.add(format.number(number));
            }
            table.add(row);
        }
        List<String> lines = new ArrayList<>(List.of(table.text()));
        followed.remarks().forEach(remark -> lines.add(style.dim(Visible.of(remark))));
        return String.join("\n", lines);
    }

    private String value(Result.Root root) {
        Double value = root.value();
        String number = value == null ? "" : format.number(value);
        return root.formula().isEmpty()
                ? number
                : value == null || root.plain()
                        ? Visible.of(root.formula())
                        : Visible.of(root.formula()) + " ≈ " + number;
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
