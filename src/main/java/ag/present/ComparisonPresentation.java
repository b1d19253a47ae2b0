package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.Notation;
import java.util.ArrayList;
import java.util.List;

/** Ways to the same derivative. Errors are measured against the first way that gives a number. */
record ComparisonPresentation(DerivativeResult.Compared compared) implements Presentation {
    private static final Format ROUGH = new Format(2);
    /** Below it a slope is one of 0: the rounding of numbers near 1. */
    private static final double ZERO = 1e-15;

    @Override
    public String kind() {
        return "compare";
    }

    @Override
    public Document document(Format format) {
        String slope = Notation.derivative(compared.of(), compared.input());
        String all = compared.inputs() == 1 ? "" : "for all " + compared.inputs() + " inputs";
        List<List<Cell>> rows = new ArrayList<>();
        Double first = null;
        for (DerivativeResult.CompareRow row : compared.rows()) {
            Double derivative = row.derivative();
            rows.add(Cell.row(
                    row.method(),
                    derivative == null ? "too long to read" : format.number(derivative),
                    derivative == null || first == null ? "" : ROUGH.number(error(derivative, first)),
                    derivative == null ? "" : Long.toString(row.operations()),
                    forAll(row)));
            first = first == null ? derivative : first;
        }
        return Document.of(new Part.Table(Cell.row("method", slope, "error", "operations", all), rows));
    }

    private String forAll(DerivativeResult.CompareRow row) {
        Long all = row.operationsForAll();
        return all == null || compared.inputs() == 1 ? "" : Long.toString(all);
    }

    /** The difference relative to the slope; the difference itself where the slope is 0 but for its rounding. */
    private static double error(double a, double slope) {
        double apart = a == slope ? 0 : Math.abs(a - slope);
        return Math.abs(slope) < ZERO ? apart : apart / Math.abs(slope);
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", compared.of())
                .text("input", compared.input())
                .whole("inputs", compared.inputs())
                .items("rows", compared.rows(), ComparisonPresentation::row);
    }

    private static Data row(DerivativeResult.CompareRow row) {
        Data.Fields fields = Data.Fields.NONE
                .text("method", row.method())
                .number("derivative", row.derivative())
                .whole("operations", row.operations());
        Long all = row.operationsForAll();
        return all == null ? fields : fields.whole("operations_for_all", all);
    }
}
