package ag.result.print;

import ag.result.Format;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;

/** Writes the results that let one try a derivative out. */
final class LabText {
    private static final Format ROUGH = new Format(2);

    private final Style style;
    private final Format format;

    LabText(Style style, Format format) {
        this.style = style;
        this.format = format;
    }

    String nudged(Result.Nudged nudged) {
        Table table = new Table(style, List.of("formula", "value", "predicted change", "real change", "missed by"));
        for (Result.NudgeRow row : nudged.rows()) {
            table.add(List.of(
                    row.formula(),
                    format.number(row.value()),
                    format.number(row.predicted()),
                    format.number(row.real()),
                    ROUGH.number(Math.abs(row.real() - row.predicted()))));
        }
        return "when " + Visible.of(nudged.input()) + " changes by " + Visible.of(nudged.by()) + ":\n" + table.text();
    }

    String compared(Result.Compared compared) {
        Table table = new Table(
                style,
                List.of(
                        "method",
                        style.derivative(compared.of(), compared.input()),
                        "error",
                        "operations",
                        compared.inputs() == 1 ? "" : "for all " + compared.inputs() + " inputs"));
        Double reference = null;
        for (Result.CompareRow row : compared.rows()) {
            Double derivative = row.derivative();
            Long all = row.operationsForAll();
            table.add(List.of(
                    row.method(),
                    derivative == null ? "too long to read" : format.number(derivative),
                    derivative == null || reference == null ? "" : ROUGH.number(relative(derivative, reference)),
                    derivative == null ? "" : Long.toString(row.operations()),
                    all == null || compared.inputs() == 1 ? "" : Long.toString(all)));
            reference = reference == null ? derivative : reference;
        }
        return table.text();
    }

    String guessed(Result.Guessed guessed) {
        return judged(new Result.Judged(
                style.derivative(guessed.of(), guessed.input()),
                guessed.guess(),
                guessed.right(),
                guessed.found(),
                guessed.relation(),
                guessed.hint(),
                guessed.span()));
    }

    String judged(Result.Judged judged) {
        String number = format.number(judged.answer());
        if (judged.right()) {
            return style.good("right: ") + Visible.of(judged.asked()) + " = " + number;
        }
        List<String> lines = new ArrayList<>();
        lines.add(style.error("wrong: ") + Visible.of(judged.asked()) + " is not " + number);
        lines.addAll(mistakes(judged.found()));
        if (judged.found().isEmpty()) {
            if (!judged.relation().isEmpty()) {
                lines.add("  no common mistake gives " + number);
                lines.add("  " + Visible.of(judged.relation()));
            }
            if (!judged.hint().isEmpty()) {
                lines.add("  hint: " + Visible.of(judged.hint()));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> mistakes(List<Result.Misconception> found) {
        if (found.size() == 1) {
            return List.of(
                    "  exactly this comes out if " + Visible.of(found.getFirst().text()));
        }
        List<String> lines = new ArrayList<>();
        if (!found.isEmpty()) {
            lines.add("  several mistakes come to exactly this:");
            found.forEach(mistake -> lines.add("  - " + Visible.of(mistake.text())));
        }
        return lines;
    }

    private static double relative(double a, double b) {
        return Double.compare(a, b) == 0 ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }
}
