package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.result.DerivativeResult;
import ag.result.Format;

/** Predicted changes beside real ones. */
record NudgePresentation(DerivativeResult.Nudged nudged) implements Presentation {
    private static final Format ROUGH = new Format(2);

    @Override
    public String kind() {
        return "nudge";
    }

    @Override
    public Document document(Format format) {
        return Document.of(
                new Part.Line("when " + nudged.input() + " changes by " + nudged.by() + ":"),
                new Part.Table(
                        Cell.row("formula", "value", "predicted change", "real change", "missed by"),
                        nudged.rows().stream()
                                .map(row -> Cell.row(
                                        row.formula(),
                                        format.number(row.value()),
                                        format.number(row.predicted()),
                                        format.number(row.real()),
                                        ROUGH.number(Math.abs(row.real() - row.predicted()))))
                                .toList()));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("input", nudged.input())
                .text("by", nudged.by())
                .items(
                        "rows",
                        nudged.rows(),
                        row -> Data.Fields.NONE
                                .text("formula", row.formula())
                                .number("value", row.value())
                                .number("predicted", row.predicted())
                                .number("real", row.real()));
    }
}
