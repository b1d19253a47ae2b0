package ag.result;

import ag.lang.source.Span;
import java.util.List;

/** A graph behind a value, or of a network. */
public sealed interface GraphResult extends Result {
    /**
     * The graph behind a value, operands before what is made from them; the value itself is the last.
     *
     * @param folded how many nodes are not shown by themselves
     */
    record Graphed(String of, List<GraphNode> nodes, int folded, Span span) implements GraphResult {
        public Graphed {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node of a graph, or many nodes drawn as one.
     *
     * @param expression how it is made, with the names of its operands
     * @param operation the sign or name of what makes it; empty for an input
     * @param value a number; for many nodes side by side, the range of their values
     * @param gradient how the result changes with this node
     * @param count how many nodes it stands for
     */
    record GraphNode(
            String name,
            String expression,
            String operation,
            Plain value,
            Plain gradient,
            List<GraphOperand> operands,
            int count) {
        public GraphNode {
            operands = List.copyOf(operands);
        }

        public boolean isInput() {
            return operation.isEmpty();
        }
    }

    /**
     * What a node of a graph is made from.
     *
     * @param node its place among the graph's nodes; {@link #CONSTANT} for a constant, which has no gradient
     */
    record GraphOperand(String name, int node) {
        public static final int CONSTANT = -1;

        public boolean isConstant() {
            return node == CONSTANT;
        }
    }

    /** A network as layers of neurons, the inputs first. */
    record NetworkGraphed(String model, List<NeuronLayer> layers, int parameters, Span span) implements GraphResult {
        public NetworkGraphed {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A layer of a network.
     *
     * @param activation empty for the inputs
     * @param weights a row for each neuron, one number for each neuron of the layer before; empty for the inputs
     * @param biases one for each neuron; empty where there are none
     */
    record NeuronLayer(String name, int neurons, String activation, double[] weights, double[] biases) {
        /** How it is made, in words; empty for the inputs. */
        public String kind() {
            return activation + (!activation.isEmpty() && biases.length == 0 ? ", no bias" : "");
        }
    }
}
