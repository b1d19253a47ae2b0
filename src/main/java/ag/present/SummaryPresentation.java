package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.result.Format;
import ag.result.NetworkResult;

/** A model's layers as a table. */
record SummaryPresentation(NetworkResult.Summary summary) implements Presentation {
    @Override
    public String kind() {
        return "summary";
    }

    @Override
    public Document document(Format format) {
        return Document.of(
                new Part.Table(
                        Cell.row(summary.model(), "shape", "activation", "parameters"),
                        summary.layers().stream()
                                .map(layer -> layer.stream().map(Cell::new).toList())
                                .toList()),
                new Part.Line(summary.parameters() + " parameters in all"));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("model", summary.model())
                .texts(
                        "layers",
                        summary.layers().stream()
                                .map(layer -> String.join(" ", layer.subList(1, 3)))
                                .toList())
                .whole("parameters", summary.parameters());
    }
}
