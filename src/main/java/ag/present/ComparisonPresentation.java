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
                    derivative == null || first == null ? "" : ROUGH.number(relative(derivative, first)),
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

    private static double relative(double a, double b) {
        return Double.compare(a, b) == 0 ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
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
