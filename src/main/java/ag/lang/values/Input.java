package ag.lang.values;

import org.jspecify.annotations.Nullable;

/**
 * An input: a named leaf of the graph, or a vector or matrix of leaves, that gradients are taken with respect to.
 * It also holds what {@code backward} has accumulated.
 */
public final class Input {
    private final String name;
    private final int owner;
    private Datum value;
    private double @Nullable [] accumulated;

    Input(String name, int owner, Datum value) {
        this.name = name;
        this.owner = owner;
        this.value = value;
    }

    public String name() {
        return name;
    }

    int owner() {
        return owner;
    }

    /** The leaves: a {@link Datum.Scalar} or a {@link Tensor} of neighbours. */
    public Datum value() {
        return value;
    }

    /** The same leaves where the tape has moved them. */
    public void relocate(Datum moved) {
        value = moved;
    }

    public int size() {
        return value instanceof Tensor tensor ? tensor.size() : 1;
    }

    public int node(int element) {
        return value instanceof Tensor tensor ? tensor.node(element) : ((Datum.Scalar) value).node();
    }

    /** What an element is called: {@code v[3]}, {@code A[1, 2]}; a number as the input itself. */
    public String nameOf(int element) {
        return value instanceof Tensor tensor ? name + tensor.place(element) : name;
    }

    /** All its leaves, in order. */
    public int[] nodes() {
        return value instanceof Tensor tensor ? tensor.nodes() : new int[] {((Datum.Scalar) value).node()};
    }

    /** What {@code backward} has added up so far; null before the first. */
    public double @Nullable [] accumulated() {
        return accumulated;
    }

    /** Adds to what is held; returns whether something was held before. */
    public boolean accumulate(double[] gradient) {
        double[] held = accumulated;
        if (held == null) {
            accumulated = gradient.clone();
            return false;
        }
        for (int i = 0; i < gradient.length; i++) {
            held[i] += gradient[i];
        }
        return true;
    }

    /** What puts back what has been added up so far. */
    Runnable keepAccumulated() {
        double[] held = accumulated == null ? null : accumulated.clone();
        return () -> accumulated = held;
    }

    public void zero() {
        accumulated = null;
    }

    /** Plain numbers in the shape of this input. */
    public Datum shaped(double[] numbers) {
        return value instanceof Tensor tensor ? tensor.withNumbers(numbers) : new Datum.Num(numbers[0]);
    }
}
