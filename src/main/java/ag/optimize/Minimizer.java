package ag.optimize;

import java.util.Arrays;

/**
 * Makes a function small, step by step, and watches that it does not run away.
 *
 * <pre>{@code
 * Minimizer minimizer = new Minimizer(rosenbrock, new double[] {-1.2, 1});
 * minimizer.run(Optimizer.of("lbfgs"), 1000);    // SETTLED
 * minimizer.x();                                 // 1, 1
 * }</pre>
 */
public final class Minimizer {
    /** Beside what the value was at first, so large a one is not on the way to anywhere. */
    private static final double TOO_LARGE = 1e12;

    private final Objective objective;
    private final Box box;
    private final Remembering remembering;
    private final OptimizerState state = new OptimizerState();
    private double[] x;
    private double loss = Double.NaN;
    private double first = Double.NaN;
    private double[] best;
    private double lowest = Double.NaN;
    private int bestStep;
    private int steps;

    private static final double STEEP = 1e-3;

    /** What came of a step. */
    public enum Outcome {
        /** It goes on. */
        MOVED,
        /** No better point is found: it has arrived. */
        SETTLED,
        /** The value is no finite number, or has become enormous; no step was taken. */
        DIVERGED,
        /** The value falls without end; no step was taken. */
        ENDLESS,
        /** There is a value, and no finite gradient; no step was taken. */
        NO_GRADIENT
    }

    public Minimizer(Objective objective, double[] start) {
        this(objective, start, Box.NONE);
    }

    /** Within bounds; a start outside of them is put at the nearest point inside. */
    public Minimizer(Objective objective, double[] start, Box box) {
        this.objective = objective;
        this.box = box;
        remembering = new Remembering(objective);
        x = start.clone();
        box.project(x);
        best = x.clone();
    }

    /** Takes one step, which what the objective throws leaves untaken. */
    public Outcome step(Optimizer rule) {
        Needs needs = rule.rule().needs();
        Objective asked = needs.settles() ? remembering : objective;
        double[] gradient = new double[needs == Needs.VALUES ? 0 : x.length];
        if (needs != Needs.VALUES) {
            loss = asked.at(x, gradient);
        } else {
            loss = steps == 0 ? asked.value(x) : lowest;
        }
        Outcome judged = judge(rule, gradient);
        if (judged != Outcome.MOVED) {
            return judged;
        }
        double[] next = x.clone();
        Progress progress = rule.step(new Step(next, loss, gradient, asked, box), state);
        box.project(next);
        if (progress == Progress.SETTLED) {
            return remembering.isEndless() && isSteep(gradient) ? Outcome.ENDLESS : Outcome.SETTLED;
        }
        x = next;
        steps++;
        if (needs == Needs.VALUES) {
            note(rule, state.numbers()[0]);
        }
        return Outcome.MOVED;
    }

    private Outcome judge(Optimizer rule, double[] gradient) {
        if (Double.isNaN(first)) {
            first = loss;
        }
        double size = Math.max(1, Math.abs(first));
        boolean up = rule.maximizes();
        if (!Double.isFinite(loss) || (up ? -loss : loss) > TOO_LARGE * size) {
            return Outcome.DIVERGED;
        }
        note(rule, loss);
        if ((up ? -loss : loss) < -TOO_LARGE * size) {
            return Outcome.ENDLESS;
        }
        return Arrays.stream(gradient).allMatch(Double::isFinite) ? Outcome.MOVED : Outcome.NO_GRADIENT;
    }

    /** Whether a place beside which the value is -∞ is no lowest point by its own gradient. */
    private boolean isSteep(double[] gradient) {
        return Arrays.stream(gradient).anyMatch(slope -> Math.abs(slope) > STEEP * Math.max(1, Math.abs(loss)));
    }

    private void note(Optimizer rule, double value) {
        if (Double.isNaN(lowest) || (rule.maximizes() ? value > lowest : value < lowest)) {
            lowest = value;
            best = x.clone();
            bestStep = steps;
        }
    }

    /** Takes steps until one does not move, or this many were taken. */
    public Outcome run(Optimizer rule, int most) {
        Outcome outcome = Outcome.MOVED;
        while (outcome == Outcome.MOVED && steps < most) {
            outcome = step(rule);
        }
        return outcome;
    }

    /** Where it stands. */
    public double[] x() {
        return x.clone();
    }

    /** The value where the last step began, or was refused. */
    public double loss() {
        return loss;
    }

    /** The best point at which a step began; the start before the first one. */
    public double[] best() {
        return best.clone();
    }

    /** The value at the best point; NaN where no point had one. */
    public double lowest() {
        return lowest;
    }

    /** How many steps lead to the best point. */
    public int bestStep() {
        return bestStep;
    }

    public int steps() {
        return steps;
    }

    /** How often a rule that searches has asked for the function. */
    public int evaluations() {
        return remembering.evaluations();
    }
}
