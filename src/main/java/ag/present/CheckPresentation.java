package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.document.Phrase;
import ag.result.DerivativeResult;
import ag.result.DerivativeResult.Verdict;
import ag.result.Format;
import java.util.List;
import java.util.Locale;

/** Gradients beside difference quotients, and what follows. */
record CheckPresentation(DerivativeResult.Checked checked) implements Presentation {
    private static final Format ROUGH = new Format(2);

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public Document document(Format format) {
        List<List<Cell>> rows = checked.rows().stream()
                .map(row -> Cell.row(
                        row.input(),
                        format.number(row.autodiff()),
                        format.number(row.numeric()),
                        ROUGH.number(row.relativeError()),
                        verdict(row, format)))
                .toList();
        return Document.of(
                new Part.Table(Cell.row("input", "gradient", "difference", "error", ""), rows),
                new Part.Line(summary()));
    }

    private Phrase summary() {
        boolean all = checked.rows().stream().allMatch(row -> row.verdict() == Verdict.AGREES);
        if (!checked.ok()) {
            return Phrase.error("some gradients of " + checked.of() + " are wrong");
        }
        return Phrase.good(
                all ? "all gradients of " + checked.of() + " agree" : "no gradient of " + checked.of() + " is wrong");
    }

    private String verdict(DerivativeResult.CheckRow row, Format format) {
        return switch (row.verdict()) {
            case AGREES -> row.relativeError() <= 1e-6 ? "ok" : "ok: the smaller the step, the nearer";
            case KINK ->
                "kink: slope " + format.number(row.left()) + " to the left and " + format.number(row.right())
                        + " to the right" + convention(row, format);
            case JUMP -> "jump: the value leaps here" + convention(row, format);
            case EDGE -> "edge: the curve goes no further here" + convention(row, format);
            case UNCLEAR -> "unclear: the change is too small for the digits of " + checked.of();
            case DIFFERS -> "differs";
        };
    }

    private static String convention(DerivativeResult.CheckRow row, Format format) {
        return Double.isNaN(row.autodiff())
                ? ", and no convention applies"
                : ", and by convention " + format.number(row.autodiff());
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", checked.of())
                .truth("ok", checked.ok())
                .items(
                        "rows",
                        checked.rows(),
                        row -> Data.Fields.NONE
                                .text("input", row.input())
                                .number("autodiff", row.autodiff())
                                .number("numeric", row.numeric())
                                .number("relative_error", row.relativeError())
                                .text("verdict", row.verdict().name().toLowerCase(Locale.ROOT)));
    }
}
