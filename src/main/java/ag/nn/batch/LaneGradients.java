package ag.nn.batch;

import ag.nn.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The way back through a {@link LaneProgram}: a row for each gradient that is wanted, and what each step hands to its
 * operands. The first share that reaches a row is written there, later ones are added; where an operand is handed nothing but
 * the gradient of a result as it is, both have one row.
 */
final class LaneGradients {
    private static final double[] NONE = new double[0];

    private final Recording recording;
    private final int width;
    /** A row for each place whose gradient is wanted; the others have none. */
    private final double[][] gradient;
    /** How many shares each place gets, if its gradient is wanted. */
    private final int[] shares;
    /** For each root whether nothing has reached its place before. */
    private final boolean[] rootIsFirst;

    private final List<Pull> pulls = new ArrayList<>();
    /** Rows for shares that are still to be added. */
    private final List<double[]> waiting = new ArrayList<>();

    /**
     * What one step does on the way back.
     *
     * @param dy what reached its result
     * @param dx the rows for what it hands to its operands; an empty one where it computes nothing
     * @param handed what is left to be done with shares then
     */
    private record Pull(LaneStep step, double[] dy, double[][] dx, List<Share> handed) {}

    /** A row that is added to another one, or copied there if it is the first to come. */
    private record Share(double[] from, double[] to, boolean first) {
        void hand(int lanes) {
            if (first) {
                System.arraycopy(from, 0, to, 0, lanes);
                return;
            }
            for (int i = 0; i < lanes; i++) {
                to[i] += from[i];
            }
        }
    }

    /**
     * @param wantedInputs the gradient is asked for with respect to this many inputs, from the first on
     */
    LaneGradients(Recording recording, List<LaneStep> steps, int wantedInputs, int width) {
        this.recording = recording;
        this.width = width;
        gradient = new double[recording.placeCount()][];
        Arrays.fill(gradient, NONE);
        BitSet wanted = wanted(steps, wantedInputs);
        shares = shares(steps, wanted);
        rootIsFirst = new boolean[recording.rootCount()];
        BitSet reached = new BitSet();
        for (int k = 0; k < rootIsFirst.length; k++) {
            int root = recording.root(k);
            if (wanted.get(root)) {
                rootIsFirst[k] = isFirst(root, reached);
            }
        }
        for (LaneStep step : steps.reversed()) {
            if (shares[step.result()] > 0) {
                plan(step, wanted, reached);
            }
        }
        wanted.stream().filter(place -> !reached.get(place)).forEach(place -> gradient[place] = new double[width]);
    }

    /** The inputs asked for, the parameters, and all that is built on them. */
    private BitSet wanted(List<LaneStep> steps, int wantedInputs) {
        BitSet wanted = new BitSet();
        wanted.set(0, wantedInputs);
        wanted.set(recording.firstParameter(), recording.firstConstant());
        for (LaneStep step : steps) {
            for (int k = 0; k < step.operands().length; k++) {
                if (isHanded(step, k, wanted)) {
                    wanted.set(step.result());
                }
            }
        }
        return wanted;
    }

    /** Whether a step hands anything to an operand; it does not where the table says that the derivative is 0. */
    private static boolean isHanded(LaneStep step, int operand, BitSet wanted) {
        return wanted.get(step.operands()[operand]) && !step.slope(operand).equals("0");
    }

    private int[] shares(List<LaneStep> steps, BitSet wanted) {
        int[] counts = new int[recording.placeCount()];
        for (int k = 0; k < recording.rootCount(); k++) {
            counts[recording.root(k)] += wanted.get(recording.root(k)) ? 1 : 0;
        }
        for (LaneStep step : steps.reversed()) {
            for (int k = 0; k < step.operands().length && counts[step.result()] > 0; k++) {
                counts[step.operands()[k]] += isHanded(step, k, wanted) ? 1 : 0;
            }
        }
        return counts;
    }

    private void plan(LaneStep step, BitSet wanted, BitSet reached) {
        double[] dy = gradient[step.result()];
        int[] operands = step.operands();
        double[][] dx = new double[operands.length][];
        Arrays.fill(dx, NONE);
        List<Share> handed = new ArrayList<>();
        for (int k = 0; k < operands.length; k++) {
            if (!isHanded(step, k, wanted)) {
                continue;
            }
            int to = operands[k];
            boolean unchanged = step.slope(k).equals("1");
            if (unchanged && shares[to] == 1) {
                reached.set(to);
                gradient[to] = dy;
                continue;
            }
            boolean first = isFirst(to, reached);
            if (unchanged) {
                handed.add(new Share(dy, gradient[to], first));
            } else if (first) {
                dx[k] = gradient[to];
            } else {
                dx[k] = waiting(handed.size());
                handed.add(new Share(dx[k], gradient[to], false));
            }
        }
        pulls.add(new Pull(step, dy, dx, handed));
    }

    /** Whether nothing has reached a place before; then it gets its row. */
    private boolean isFirst(int place, BitSet reached) {
        if (reached.get(place)) {
            return false;
        }
        reached.set(place);
        gradient[place] = new double[width];
        return true;
    }

    private double[] waiting(int index) {
        while (waiting.size() <= index) {
            waiting.add(new double[width]);
        }
        return waiting.get(index);
    }

    /** Computes the gradients, given the gradient of each root. */
    void compute(double[][] value, double[][] ofRoots, int lanes) {
        for (int k = 0; k < rootIsFirst.length; k++) {
            double[] to = gradient[recording.root(k)];
            // A root that depends on nothing wanted has no row.
            if (to.length > 0) {
                new Share(ofRoots[k], to, rootIsFirst[k]).hand(lanes);
            }
        }
        for (Pull pull : pulls) {
            pull.step().pull(value, pull.dy(), pull.dx(), lanes);
            for (Share share : pull.handed()) {
                share.hand(lanes);
            }
        }
    }

    /** The gradient with respect to what stands at a place. */
    double[] of(int place) {
        return gradient[place];
    }
}
