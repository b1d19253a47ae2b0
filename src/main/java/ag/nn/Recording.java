package ag.nn;

import ag.engine.Operation;
import ag.engine.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The part of a tape between some inputs and some results, taken out so that it can be run for any other inputs, many at a
 * time. It is what a user's own loss or activation becomes: their function is called once, and what it left on the tape is
 * repeated for every sample.
 *
 * <p>Numbers that depend on none of the inputs are kept as they were. So is the way taken at an {@code if}: a function whose
 * way depends on its inputs is not told truly by one recording.
 *
 * <p>The numbers of a recording have places: first the inputs, then the parameters, then the constants, then the results of
 * the steps, each step one place.
 */
public final class Recording {
    private final int inputCount;
    private final int parameterCount;
    private final double[] constants;
    private final List<Step> steps;
    private final int[] roots;

    /** One operation and the places of its operands. A step is made once and only read; its list of places is not copied. */
    public record Step(Operation operation, int[] operands) {}

    private Recording(int inputCount, int parameterCount, double[] constants, List<Step> steps, int[] roots) {
        this.inputCount = inputCount;
        this.parameterCount = parameterCount;
        this.constants = constants;
        this.steps = List.copyOf(steps);
        this.roots = roots;
    }

    /** A recording without parameters. */
    public static Recording of(Tape tape, int[] inputs, int[] roots) {
        return of(tape, inputs, new int[0], roots);
    }

    /**
     * Takes a recording from a tape.
     *
     * @param inputs the nodes that differ from sample to sample, in the order in which values will be given for them
     * @param parameters the nodes that are the same for all samples but are learned
     * @param roots the nodes that are asked for
     */
    public static Recording of(Tape tape, int[] inputs, int[] parameters, int[] roots) {
        return new Extraction(tape, inputs, parameters).take(roots);
    }

    public int inputCount() {
        return inputCount;
    }

    public int parameterCount() {
        return parameterCount;
    }

    /** How many results it has. */
    public int rootCount() {
        return roots.length;
    }

    /** How many operations a run takes. */
    public int stepCount() {
        return steps.size();
    }

    public int placeCount() {
        return firstStep() + steps.size();
    }

    /** The place of the first parameter. */
    public int firstParameter() {
        return inputCount;
    }

    /** The place of the first constant. */
    public int firstConstant() {
        return inputCount + parameterCount;
    }

    /** The place of the first step's result. */
    public int firstStep() {
        return firstConstant() + constants.length;
    }

    public int constantCount() {
        return constants.length;
    }

    /** A number that depends on none of the inputs. */
    public double constant(int index) {
        return constants[index];
    }

    /** Whether a constant stands at the place. */
    public boolean isConstant(int place) {
        return place >= firstConstant() && place < firstStep();
    }

    /** The operations, in an order in which each comes after those it needs. */
    public List<Step> steps() {
        return steps;
    }

    /** The place of a result. */
    public int root(int index) {
        return roots[index];
    }

    /** Walks the tape once, from the first node to the last that is needed. */
    private static final class Extraction {
        private final Tape tape;
        private final int[] inputs;
        private final int[] parameters;
        private final Map<Integer, Integer> places = new HashMap<>();
        /** The nodes that depend on no input. */
        private final BitSet fixed = new BitSet();

        private final List<Double> constants = new ArrayList<>();
        private final List<Integer> stepNodes = new ArrayList<>();

        Extraction(Tape tape, int[] inputs, int[] parameters) {
            this.tape = tape;
            this.inputs = inputs;
            this.parameters = parameters;
            for (int node : inputs) {
                places.putIfAbsent(node, places.size());
            }
            for (int node : parameters) {
                places.putIfAbsent(node, places.size());
            }
            if (places.size() != inputs.length + parameters.length) {
                throw new IllegalArgumentException("an input of a recording is given twice");
            }
        }

        Recording take(int[] roots) {
            BitSet needed = needed(roots);
            for (int node = needed.nextSetBit(0); node >= 0; node = needed.nextSetBit(node + 1)) {
                if (!places.containsKey(node)) {
                    sort(node);
                }
            }
            keepFixed(roots);
            int firstStep = inputs.length + parameters.length + constants.size();
            for (int k = 0; k < stepNodes.size(); k++) {
                places.put(stepNodes.get(k), firstStep + k);
            }
            List<Step> steps = new ArrayList<>();
            for (int node : stepNodes) {
                steps.add(new Step(tape.operation(node), placesOf(tape.operands(node))));
            }
            double[] values =
                    constants.stream().mapToDouble(Double::doubleValue).toArray();
            return new Recording(inputs.length, parameters.length, values, steps, placesOf(roots));
        }

        /** What the roots are built from, down to the inputs and no further. */
        private BitSet needed(int[] roots) {
            BitSet needed = new BitSet();
            for (int root : roots) {
                needed.set(root);
            }
            for (int node = needed.length() - 1; node >= 0; node = needed.previousSetBit(node - 1)) {
                if (!places.containsKey(node)) {
                    for (int operand : tape.operands(node)) {
                        needed.set(operand);
                    }
                }
            }
            return needed;
        }

        /** Decides whether a node is a step, or a number that stays as it is. */
        private void sort(int node) {
            int[] operands = tape.operands(node);
            if (Arrays.stream(operands).allMatch(fixed::get)) {
                fixed.set(node);
            } else {
                keepFixed(operands);
                stepNodes.add(node);
            }
        }

        /** Gives constants a place, now that something needs them. */
        private void keepFixed(int[] nodes) {
            for (int node : nodes) {
                if (fixed.get(node) && !places.containsKey(node)) {
                    places.put(node, inputs.length + parameters.length + constants.size());
                    constants.add(tape.value(node));
                }
            }
        }

        private int[] placesOf(int[] nodes) {
            return Arrays.stream(nodes)
                    .map(node -> Objects.requireNonNull(places.get(node), "a node was not recorded"))
                    .toArray();
        }
    }
}
