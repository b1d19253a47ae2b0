package ag.optimize;

import java.util.ArrayList;
import java.util.List;

/**
 * What an optimizer remembers between steps: which one it is, how many it took, any number of vectors as long as the parameters, and
 * single numbers. It changes with every step; {@link #copy} keeps a moment.
 */
public final class OptimizerState {
    private static final double[] NONE = new double[0];

    private String rule;
    private long steps;
    private final List<double[]> vectors;
    private double[] numbers;

    /** The state before the first step. */
    public OptimizerState() {
        this("", 0, List.of(), NONE);
    }

    /**
     * A state put together from its parts, which are copied.
     *
     * @param rule the name of the optimizer that took the steps; empty before the first one
     * @param steps how many steps were taken
     * @param vectors what it keeps for each parameter; one that is not used is empty
     * @param numbers what it keeps beside them
     */
    public OptimizerState(String rule, long steps, List<double[]> vectors, double[] numbers) {
        this.rule = rule;
        this.steps = steps;
        this.vectors = new ArrayList<>(vectors.stream().map(double[]::clone).toList());
        this.numbers = numbers.clone();
    }

    public OptimizerState copy() {
        return new OptimizerState(rule, steps, vectors, numbers);
    }

    /** The name of the optimizer that took the steps; empty before the first one. */
    public String rule() {
        return rule;
    }

    public long steps() {
        return steps;
    }

    /** Copies of all vectors. */
    public List<double[]> vectors() {
        return vectors.stream().map(double[]::clone).toList();
    }

    /** A copy of the numbers. */
    public double[] numbers() {
        return numbers.clone();
    }

    /** Counts a step of this optimizer and says its number, from 1. */
    long count(Optimizer by) {
        rule = by.name();
        steps++;
        return steps;
    }

    /** Whether the vector in this place has been asked for before. */
    boolean has(int place) {
        return place < vectors.size() && vectors.get(place).length > 0;
    }

    /** The vector in this place itself; zeros where it is asked for the first time. */
    double[] vector(int place, int length) {
        while (vectors.size() <= place) {
            vectors.add(NONE);
        }
        if (vectors.get(place).length == 0) {
            vectors.set(place, new double[length]);
        }
        return vectors.get(place);
    }

    /** Replaces all vectors. */
    void remember(List<double[]> those) {
        vectors.clear();
        vectors.addAll(those);
    }

    /** The number in this place; {@code first} before it was kept. */
    double number(int place, double first) {
        return place < numbers.length ? numbers[place] : first;
    }

    /** Replaces all numbers. */
    void keep(double... those) {
        numbers = those.clone();
    }
}
