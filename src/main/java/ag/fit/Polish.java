package ag.fit;

import java.util.Arrays;

/**
 * The last digits of a least-squares fit: Gauss-Newton steps whose residuals, Jacobian and QR decomposition have twice the digits of a
 * double, until they change nothing any more. So the digits of the answer are those of the data, however badly conditioned they are.
 */
final class Polish {
    private static final int MOST_STEPS = 30;

    private final Problem problem;
    private final PreciseModel model;
    private final Runnable pause;

    private Polish(Problem problem, PreciseModel model, Runnable pause) {
        this.problem = problem;
        this.model = model;
        this.pause = pause;
    }

    /** The parameters, nearer to the minimum where that can be had; those given where it cannot. */
    static double[] of(Problem problem, double[] near, boolean[] held, Runnable pause) {
        if (!(problem.loss() instanceof Loss.Squares)) {
            return near;
        }
        return PreciseModel.of(problem.model())
                .map(model -> new Polish(problem, model, pause).run(near, held))
                .orElse(near);
    }

    private double[] run(double[] near, boolean[] held) {
        DoubleDouble[] at = Arrays.stream(near).mapToObj(DoubleDouble::of).toArray(DoubleDouble[]::new);
        DoubleDouble[] best = at.clone();
        double smallest = Double.POSITIVE_INFINITY;
        int worse = 0;
        for (int step = 0; step < MOST_STEPS && worse < 3 && smallest > 1e-20; step++) {
            pause.run();
            model.move(at);
            PreciseStep change = PreciseStep.of(problem, model, held);
            double size = change.size(at);
            if (!Double.isFinite(size) || (step == 0 && size > 1e-3)) {
                break;
            }
            for (int j = 0; j < at.length; j++) {
                at[j] = at[j].plus(change.changes()[j]);
            }
            worse = size < smallest ? 0 : worse + 1;
            if (size < smallest) {
                smallest = size;
                best = at.clone();
            }
        }
        double[] rounded = Arrays.stream(best).mapToDouble(DoubleDouble::high).toArray();
        return Arrays.equals(problem.inside(rounded), rounded) ? rounded : near;
    }
}
