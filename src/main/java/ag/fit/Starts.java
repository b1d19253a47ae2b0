package ag.fit;

import ag.data.RandomSource;
import ag.engine.Elementary;
import ag.fit.LevenbergMarquardt.Outcome;
import java.util.Arrays;
import java.util.Optional;

/**
 * Other places to start from, where the one that was given leads to no minimum, or to one that the data hardly determine: the parameters
 * scaled by chance, further and further, the same each time the program runs.
 */
final class Starts {
    private static final int MOST = 60;
    private static final int MOST_STEPS = 200;

    /** An error that is this many times its parameter says that the minimum lies at the end of a valley, or nowhere. */
    private static final double DOUBT = 1000;

    /** Ends within this share of each other are the same. */
    private static final double SAME = 1e-6;

    /** A minimum that explains less of the data's variance may be one of several. */
    private static final double GOOD_PART = 0.5;

    /** It is the lowest where this many starts lead to it and none lower. */
    private static final int ENOUGH = 3;

    private final Problem problem;
    private final Runnable pause;
    private final RandomSource random = new RandomSource(17);

    Starts(Problem problem, Runnable pause) {
        this.problem = problem;
        this.pause = pause;
    }

    /**
     * @param starts how many were tried
     * @param from the start that led there
     */
    record Best(Outcome outcome, int starts, int steps, double[] from) {}

    /**
     * The best end, from the start that was given and, where that is in doubt, from others. Where the model is linear in its parameters there
     * is one minimum.
     *
     * @param elsewhere whether running out of steps is reason to try others
     */
    Best run(double[] start, int most, boolean elsewhere) {
        Outcome first = new LevenbergMarquardt(problem, pause).run(start, most);
        boolean isOnly = problem.model().isLinear() && problem.loss() instanceof FitLoss.Squares;
        boolean isLast =
                isOnly || first.ending() == Ending.NOT_FINITE || (first.ending() == Ending.STEPS && !elsewhere);
        if (isLast || (isMinimum(first) && explains(first))) {
            return new Best(first, 1, first.steps(), start);
        }
        Outcome best = first;
        double[] from = start;
        boolean isFound = isMinimum(first);
        int agreeing = 0;
        int tried = 1;
        int steps = first.steps();
        while (tried < MOST
                && (agreeing < ENOUGH || isWorseThanMean(best))
                && (best.ending() != Ending.EXACT || !isFound)) {
            double[] other = scaled(start, tried);
            Outcome next = new LevenbergMarquardt(problem, pause).run(other, MOST_STEPS);
            tried++;
            steps += next.steps();
            if (!isMinimum(next)) {
                continue;
            }
            boolean isLower = next.point().norm() < best.point().norm() * (1 - SAME);
            boolean isNear = next.point().norm() <= best.point().norm() * (1 + SAME);
            if (isLower || (isNear && !isFound)) {
                best = next;
                from = other;
                isFound = true;
                agreeing = 1;
            } else if (isNear) {
                agreeing++;
            }
        }
        return new Best(best, tried, steps, from);
    }

    /** Whether it ended at a minimum that the data determine. */
    private boolean isMinimum(Outcome outcome) {
        if (!outcome.ending().isGood()) {
            return false;
        }
        FitStatistics statistics = FitStatistics.of(problem, outcome.point(), Optional.empty());
        for (int j = 0; j < statistics.errors().length; j++) {
            double value = Math.abs(outcome.point().parameters()[j]);
            if (statistics.degrees() > 0 && value > 0 && !(statistics.errors()[j] <= DOUBT * value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the model explains a good part of the data, so that another minimum is hardly better. */
    private boolean explains(Outcome outcome) {
        return !(FitStatistics.of(problem, outcome.point(), Optional.empty()).rSquared() < GOOD_PART);
    }

    /** Whether a constant would explain more, so that starts that agree on it may all have met the same pole. */
    private boolean isWorseThanMean(Outcome outcome) {
        return FitStatistics.of(problem, outcome.point(), Optional.empty()).rSquared() < 0;
    }

    private double[] scaled(double[] start, int number) {
        double reach = 0.5 + 4.0 * number / MOST;
        double[] scaled = new double[start.length];
        Arrays.setAll(scaled, j -> {
            double factor = Elementary.exp(reach * random.normal(0, 1));
            return start[j] == 0 ? random.normal(0, 1) * factor : start[j] * factor;
        });
        return scaled;
    }
}
