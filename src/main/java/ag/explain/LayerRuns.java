package ag.explain;

import ag.engine.Tape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the steps that are one layer of a network: they take in its parameters, or lie between these and the next layer. */
final class LayerRuns {
    private final Tape tape;
    private final NodeNames names;
    private final List<Integer> steps;

    /**
     * @param steps nodes in the order of the tape
     */
    LayerRuns(Tape tape, NodeNames names, List<Integer> steps) {
        this.tape = tape;
        this.names = names;
        this.steps = steps;
    }

    /**
     * A layer of a network.
     *
     * @param parameters whether the parameters themselves are meant, not what is computed with them
     */
    record Layer(NamedNodes network, int number, boolean parameters) {
        String text() {
            String model = network.name().substring(0, network.name().lastIndexOf('.'));
            return "layer " + number + " of " + model;
        }
    }

    /** Neighbouring steps, from the first to before the end. */
    record Run(Layer layer, int start, int end) {}

    /** The layer that begins at a step; null where none does. */
    @Nullable
    Run at(int start) {
        Layer layer = direct(steps.get(start));
        if (layer == null) {
            return null;
        }
        int end = start + 1;
        int next = end;
        while (next < steps.size()) {
            Layer other = direct(steps.get(next));
            next++;
            if (layer.equals(other)) {
                end = next;
            } else if (other != null) {
                // What lies before the next layer of the same network is the activation of this one.
                boolean follows = other.number == layer.number + 1 && other.network.equals(layer.network);
                return new Run(layer, start, follows ? next - 1 : sameOrigin(start, end));
            }
        }
        return new Run(layer, start, sameOrigin(start, end));
    }

    /** After the last layer, as far as what is computed was written in the same place. */
    private int sameOrigin(int start, int end) {
        int after = end;
        int origin = tape.originOf(steps.get(start));
        while (after < steps.size()
                && !tape.isLeaf(steps.get(after))
                && tape.originOf(steps.get(after)) == origin
                && direct(steps.get(after)) == null) {
            after++;
        }
        return after;
    }

    private @Nullable Layer direct(int node) {
        Layer own = layer(node, true);
        if (own != null) {
            return own;
        }
        for (int operand : tape.operands(node)) {
            Layer used = layer(operand, false);
            if (used != null) {
                return used;
            }
        }
        return null;
    }

    private @Nullable Layer layer(int node, boolean parameters) {
        NodeNames.Place place = tape.isLeaf(node) ? names.place(node) : null;
        return place == null || place.of().layers().isEmpty()
                ? null
                : new Layer(place.of(), place.of().layer(place.index()), parameters);
    }
}
