package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Places where a function is flat, as a table. */
record TurnsPresentation(SolutionResult.Turns turns) implements Presentation {
    @Override
    public String kind() {
        return turns.kind();
    }

    @Override
    public Document document(Format format) {
        List<Part> parts = new ArrayList<>();
        if (!turns.rows().isEmpty()) {
            parts.add(new Part.Table(
                    Cell.row("place", "value", "", "test"),
                    turns.rows().stream()
                            .map(row -> Cell.row(
                                    row.place().stream()
                                            .map(root -> SolutionPresentation.equation(root, format))
                                            .collect(Collectors.joining(", ")),
                                    SolutionPresentation.value(row.value(), format),
                                    row.what(),
                                    row.test()))
                            .toList()));
        }
        turns.remarks().forEach(remark -> parts.add(new Part.Line(Phrase.dim(remark))));
        return Document.of(parts);
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", turns.of())
                .items(
                        "rows",
                        turns.rows(),
                        row -> Data.Fields.NONE
                                .with("place", SolutionPresentation.roots(row.place()))
                                .number("value", row.value().value())
                                .text("what", row.what())
                                .text("test", row.test()))
                .texts("remarks", turns.remarks());
    }
}
