package ag.explain;

import ag.diagram.ColumnLayout;
import ag.diagram.ColumnLayout.Column;
import ag.diagram.Diagram;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import ag.result.GraphResult;
import ag.result.GraphResult.NeuronLayer;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;

/** Makes a diagram of a network: a column of neurons for each layer, joined by its weights. Of a wide layer, some stand for all. */
public record NetworkDiagram(Diagram diagram, ColumnLayout layout) {
    private static final int MOST_NEURONS = 16;
    private static final int DIGITS = 4;

    public static NetworkDiagram of(GraphResult.NetworkGraphed network) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int before = 0;
        int folded = 0;
        List<NeuronLayer> layers = network.layers();
        for (int k = 0; k < layers.size(); k++) {
            NeuronLayer layer = layers.get(k);
            int first = nodes.size();
            int shown = shown(layer);
            for (int j = 0; j < shown; j++) {
                nodes.add(neuron(layer, k, j));
                for (int i = 0; k > 0 && i < shown(layers.get(k - 1)); i++) {
                    edges.add(new Edge(
                            before + i,
                            first + j,
                            layer.weights()[j * layers.get(k - 1).neurons() + i]));
                }
            }
            if (shown < layer.neurons()) {
                folded += layer.neurons() - shown;
                String more = "… " + (layer.neurons() - shown) + " more";
                nodes.add(new Node("more-" + k, Shape.CONSTANT, List.of(more), more + " neurons"));
            }
            columns.add(new Column(nodes.size() - first, caption(layer)));
            before = first;
        }
        String remark = "lines: weights, blue above 0 and orange below, the thicker the larger"
                + (folded == 0 ? "" : " · … " + folded + (folded == 1 ? " neuron folded" : " neurons folded"));
        String title = "network " + network.model();
        return new NetworkDiagram(
                new Diagram(title, description(network), remark, nodes, edges), new ColumnLayout(columns));
    }

    private static int shown(NeuronLayer layer) {
        return Math.min(layer.neurons(), MOST_NEURONS);
    }

    private static Node neuron(NeuronLayer layer, int column, int index) {
        boolean input = layer.activation().isEmpty();
        String label = layer.name() + "[" + index + "]"
                + (layer.biases().length == 0 ? "" : ", bias " + Numerals.rounded(layer.biases()[index], DIGITS));
        return new Node(
                "neuron-" + column + "-" + index, Shape.NEURON, input ? List.of("x" + index) : List.of(), label);
    }

    private static List<String> caption(NeuronLayer layer) {
        String count = Integer.toString(layer.neurons());
        return layer.activation().isEmpty()
                ? List.of(layer.name(), count)
                : List.of(layer.name(), count + " " + layer.activation());
    }

    private static String description(GraphResult.NetworkGraphed network) {
        StringBuilder text = new StringBuilder("A network of " + network.parameters() + " parameters: ");
        for (int i = 0; i < network.layers().size(); i++) {
            NeuronLayer layer = network.layers().get(i);
            text.append(i == 0 ? "" : ", ").append(layer.name()).append(" of ").append(layer.neurons());
            text.append(layer.activation().isEmpty() ? "" : " " + layer.activation());
        }
        return text.append('.').toString();
    }
}
