package ag.result.print;

import ag.result.Plain;
import ag.result.Result;
import java.util.List;

/** The JSON of graphs: operands are given by their names. */
final class GraphJson {
    private GraphJson() {}

    static void graph(JsonWriter json, Result.Graphed graph) {
        json.writeStringField("of", graph.of());
        json.writeArrayFieldStart("nodes");
        for (Result.GraphNode node : graph.nodes()) {
            List<String> operands =
                    node.operands().stream().map(Result.GraphOperand::name).toList();
            node(json, node.name(), node.expression(), node.value(), node.gradient(), operands, node.count());
        }
        json.writeEndArray();
        json.writeNumberField("folded", graph.folded());
    }

    /** A network's nodes are its layers. Before it is given numbers, none has a value. */
    static void network(JsonWriter json, Result.NetworkGraphed network) {
        json.writeStringField("of", network.model());
        json.writeArrayFieldStart("nodes");
        List<String> before = List.of();
        for (Result.NeuronLayer layer : network.layers()) {
            Plain none = new Plain.NotComputed();
            node(json, layer.name(), GraphText.kind(layer), none, none, before, layer.neurons());
            before = List.of(layer.name());
        }
        json.writeEndArray();
        json.writeNumberField("parameters", network.parameters());
    }

    private static void node(
            JsonWriter json,
            String name,
            String expression,
            Plain value,
            Plain grad,
            List<String> operands,
            int count) {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("expression", expression);
        json.writeFieldName("value");
        JsonPrinter.plain(json, value);
        json.writeFieldName("grad");
        JsonPrinter.plain(json, grad);
        json.writeArrayFieldStart("operands");
        for (String operand : operands) {
            json.writeString(operand);
        }
        json.writeEndArray();
        json.writeNumberField("count", count);
        json.writeEndObject();
    }
}
