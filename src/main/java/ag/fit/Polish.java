package ag.fit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * A minimum with all its digits.
     *
     * @param norm the length of the residuals
     * @param inverse (JᵀJ)⁻¹, row by row; 0 for parameters that are held
     */
    record Polished(double[] parameters, double norm, double[][] inverse) {}

    /**
     * The minimum near some parameters; empty where it cannot be had with more digits.
     *
     * @param held parameters that do not move
     */
    static Optional<Polished> of(Problem problem, double[] near, boolean[] held, Runnable pause) {
        if (!(problem.loss() instanceof FitLoss.Squares)) {
            return Optional.empty();
        }
        return Stream.of(
                        Optional.ofNullable(problem.precise()),
                        problem.model() instanceof RecordedModel recorded
                                ? Optional.of(recorded.plain())
                                : Optional.<ModelWithData>empty())
                .flatMap(Optional::stream)
                .flatMap(precise -> PreciseModel.of(precise).stream())
                .findFirst()
                .flatMap(model -> new Polish(problem, model, pause).run(near, held));
    }

    private Optional<Polished> run(double[] near, boolean[] held) {
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
        if (Double.isInfinite(smallest)) {
            return Optional.empty();
        }
        model.move(best);
        PreciseStep last = PreciseStep.of(problem, model, held);
        double[] rounded = Arrays.stream(best).mapToDouble(DoubleDouble::high).toArray();
        return Arrays.equals(problem.inside(rounded), rounded)
                ? Optional.of(new Polished(rounded, last.norm(), last.inverse()))
                : Optional.empty();
    }
}
