package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.Plain;
import java.util.List;

/** The graph behind a value. */
record GraphPresentation(GraphResult.Graphed graph) implements Presentation {
    @Override
    public String kind() {
        return "graph";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Graph(graph, format));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", graph.of())
                .items(
                        "nodes",
                        graph.nodes(),
                        node -> node(
                                node.name(),
                                node.expression(),
                                node.value(),
                                node.gradient(),
                                node.operands().stream()
                                        .map(GraphResult.GraphOperand::name)
                                        .toList(),
                                node.count()))
                .whole("folded", graph.folded());
    }

    /** A node, with its operands by their names. */
    static Data node(String name, String expression, Plain value, Plain gradient, List<String> operands, int count) {
        return Data.Fields.NONE
                .text("name", name)
                .text("expression", expression)
                .value("value", value)
                .value("grad", gradient)
                .texts("operands", operands)
                .whole("count", count);
    }
}
