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

/** The steps of a computation as a table. Derivatives have a column where there are any. */
record TracePresentation(DerivativeResult.Traced traced) implements Presentation {
    @Override
    public String kind() {
        return "trace";
    }

    @Override
    public Document document(Format format) {
        boolean local = traced.rows().stream().anyMatch(row -> !row.slopes().isEmpty());
        List<Cell> header = columns(
                local,
                "name",
                "expression",
                "value",
                new Cell("local derivatives"),
                Notation.derivative(traced.of(), "name"));
        List<List<Cell>> rows = traced.rows().stream()
                .map(row -> columns(
                        local,
                        row.name(),
                        row.expression(),
                        format.text(row.value()),
                        new Cell(row.slopes().stream()
                                .map(slope -> "∂/∂" + Notation.operand(slope.operand()) + " = "
                                        + format.number(slope.slope()))
                                .toList()),
                        format.text(row.gradient())))
                .toList();
        return Document.of(new Part.Table(header, rows));
    }

    private static List<Cell> columns(
            boolean local, String name, String expression, String value, Cell slopes, String gradient) {
        List<Cell> cells = new ArrayList<>(Cell.row(name, expression, value, gradient));
        if (local) {
            cells.add(cells.size() - 1, slopes);
        }
        return cells;
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", traced.of())
                .items(
                        "rows",
                        traced.rows(),
                        row -> Data.Fields.NONE
                                .text("name", row.name())
                                .text("expression", row.expression())
                                .value("value", row.value())
                                .value("grad", row.gradient())
                                .items(
                                        "local",
                                        row.slopes(),
                                        slope -> Data.Fields.NONE
                                                .text("operand", slope.operand())
                                                .number("derivative", slope.slope()))
                                .whole("steps", row.count()));
    }
}
