package ag.web.page;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.engine.Rule;
import ag.engine.Supposition;
import ag.engine.Tape;
import java.util.Arrays;

/** The nodes of a page on a tape of the engine. */
final class NodesOnATape implements PageTape {
    private static final int SOME = 64;

    private final Tape tape;

    /** Where each node of the page stands on the tape, which may hold more than those. */
    private int[] places = new int[SOME];

    private int size;

    NodesOnATape(Tape tape) {
        this.tape = tape;
    }

    @Override
    public void leaf(boolean isInput, double value) {
        add(isInput ? tape.input(value) : tape.constant(value));
    }

    @Override
    public void node(String name, int[] operands) {
        Operation operation = Operation.valueOf(name);
        int[] on = new int[operands.length];
        for (int i = 0; i < on.length; i++) {
            on[i] = places[operands[i]];
        }
        add(
                switch (operation.partials()) {
                    case Partials.Leaf _ -> throw new IllegalArgumentException(name);
                    case Partials.Unary _ -> tape.apply(operation, on[0]);
                    case Partials.Binary _ -> tape.apply(operation, on[0], on[1]);
                    case Partials.Vector _ -> tape.reduce(operation, on);
                });
    }

    private void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
    }

    @Override
    public void suppose(String operation, String rule) {
        tape.inject(new Supposition(Operation.valueOf(operation), Rule.parse(rule), tape.fault()));
    }

    @Override
    public void set(int input, double value) {
        tape.set(places[input], value);
    }

    @Override
    public double value(int node) {
        return tape.value(places[node]);
    }

    @Override
    public void backward(int root) {
        tape.backward(places[root]);
    }

    @Override
    public double gradient(int node) {
        return tape.gradient(places[node]);
    }

    @Override
    public double slope(int node, int index) {
        return tape.slope(places[node], index);
    }
}
