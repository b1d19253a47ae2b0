package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.interpreter.Diverged;
import ag.lang.interpreter.Frame;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.lang.values.Input;
import ag.lang.values.Plains;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.nn.training.Epoch;
import ag.nn.training.TrainingState;
import ag.optimize.AugmentedLagrangian;
import ag.optimize.Box;
import ag.optimize.Minimizer;
import ag.optimize.Needs;
import ag.optimize.Objective;
import ag.optimize.Optimizer;
import ag.result.DerivativeResult;
import ag.result.OptimizationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** One run of a {@code minimize}. */
final class Descent {
    /** How often the multipliers of conditions are updated at most. */
    private static final int MOST_ROUNDS = 60;

    /** How often a saddle is left at most. */
    private static final int MOST_ESCAPES = 3;

    /** How far beside a point lower values are looked for, as a share of its size: it may be a saddle. */
    private static final double BESIDE = 1e-4;

    private static final int MOST_PROBED = 25;

    /** A decrease by more than this is no rounding error. */
    private static final double LOWER = 1e-7;

    private final Frame frame;
    private final Workspace workspace;
    private final Minimization minimization;
    private final List<Input> over;
    private final int count;
    private final long last;
    private final FormulaObjective formula;
    private final Box box;
    private final @Nullable FormulaConstraints constraints;
    private final @Nullable AugmentedLagrangian lagrangian;
    private final Course.Listener listener;
    private final DoubleStream.Builder losses = DoubleStream.builder();

    private final TrainingNotes notes;

    private Minimizer minimizer;
    /** The steps of the rounds before. */
    private int before;

    private boolean goesOn = true;

    Descent(Frame frame, Minimization minimization) {
        this.frame = frame;
        this.minimization = minimization;
        workspace = frame.machine.workspace;
        count = minimization.mostSteps(frame);
        last = Math.min(count, minimization.course().steps(frame));
        over = minimization.inputs().stream().map(input -> input.input(frame)).toList();
        formula = new FormulaObjective(frame, minimization.of(), over);
        box = box();
        constraints = minimization.conditions().isEmpty()
                ? null
                : new FormulaConstraints(frame, formula, minimization.conditions());
        lagrangian = constraints == null ? null : new AugmentedLagrangian(formula, constraints);
        notes = new TrainingNotes(
                frame,
                new TrainingNotes.Written(
                        minimization.optimizer(),
                        minimization.clip(),
                        minimization.course(),
                        OptionalLong.empty(),
                        Set.of(),
                        minimization.span()));
        minimizer = new Minimizer(objective(), formula.numbers(), box);
        listener = minimization.course().listener(frame, workspace, count, minimization.span());
    }

    private Objective objective() {
        return lagrangian == null ? formula : lagrangian;
    }

    private Box box() {
        if (minimization.inputs().stream().noneMatch(BoundedInput::isBounded)) {
            return Box.NONE;
        }
        double[][] lows = new double[over.size()][];
        double[][] highs = new double[over.size()][];
        for (int i = 0; i < lows.length; i++) {
            lows[i] = minimization.inputs().get(i).low(frame, over.get(i).size());
            highs[i] = minimization.inputs().get(i).high(frame, lows[i]);
        }
        return new Box(joined(lows), joined(highs));
    }

    private static double[] joined(double[][] parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private int steps() {
        return before + minimizer.steps();
    }

    void run() {
        frame.machine.minimum = null;
        double[] start = minimizer.x();
        Span written = LastMinimum.written(frame, minimization.of().expression());
        Minimizer.Outcome outcome = settle(start, descend());
        for (int i = 0; i < MOST_ESCAPES && outcome == Minimizer.Outcome.SETTLED && escapes(); i++) {
            outcome = settle(start, descend());
        }
        if (steps() == 0) {
            listener.rethrow(0);
        }
        finish(outcome, goesOn && steps() == count);
        if (written != null && !listener.isInterrupted()) {
            frame.machine.minimum = minimum(written, start);
        }
        listener.rethrow(steps());
    }

    /** Goes on until the conditions hold too. */
    private Minimizer.Outcome settle(double[] start, Minimizer.Outcome first) {
        Minimizer.Outcome outcome = first;
        for (int round = 0; lagrangian != null && round < MOST_ROUNDS; round++) {
            if (outcome == Minimizer.Outcome.SETTLED) {
                double change = lagrangian.update(minimizer.x());
                if (lagrangian.miss(minimizer.x()) <= 1e-10 && change <= 1e-9) {
                    break;
                }
                again(minimizer.x());
            } else if ((outcome == Minimizer.Outcome.ENDLESS || outcome == Minimizer.Outcome.DIVERGED)
                    && lagrangian.pullHarder()) {
                again(start);
            } else {
                break;
            }
            outcome = descend();
        }
        return outcome;
    }

    /** Whether a few steps from beside the point lead lower, as beside a saddle; then it goes on from there. */
    private boolean escapes() {
        if (!goesOn
                || steps() >= last
                || minimization.optimizer().needs() == Needs.VALUES
                || !minimization.optimizer().needs().settles()
                || workspace.evaluation().beforeDraws() != null) {
            return false;
        }
        double[] x = minimizer.x();
        RandomSource random = new RandomSource(17);
        double[] beside = x.clone();
        Arrays.setAll(beside, i -> x[i] + BESIDE * Math.max(1, Math.abs(x[i])) * random.normal(0, 1));
        try {
            double value = objective().value(x);
            Minimizer probe = new Minimizer(objective(), beside, box);
            probe.run(Optimizer.of("lbfgs"), MOST_PROBED);
            if (probe.lowest() < value - LOWER * Math.max(1, Math.abs(value))) {
                // The whole descent from beside it counts as one step.
                losses.add(formula.value(x));
                again(probe.best());
                before++;
                return true;
            }
        } catch (Stopped problem) {
            listener.interrupt(problem);
        } finally {
            formula.set(minimizer.x());
        }
        return false;
    }

    /** What an export asks for. */
    private LastMinimum minimum(Span written, double[] start) {
        List<LastMinimum.Changed> changed = new ArrayList<>();
        int from = 0;
        for (Input input : over) {
            changed.add(new LastMinimum.Changed(
                    input,
                    LastMinimum.part(start, from, input.size(), 0),
                    LastMinimum.part(box.low(), from, input.size(), Double.NEGATIVE_INFINITY),
                    LastMinimum.part(box.high(), from, input.size(), Double.POSITIVE_INFINITY)));
            from += input.size();
        }
        return new LastMinimum(
                minimization, written, changed, notes.course(), notes.untold(), (int) Math.min(last, count), steps());
    }

    private void again(double[] from) {
        before = steps();
        minimizer = new Minimizer(objective(), from, box);
    }

    /** Takes steps until there is no further one to take. */
    private Minimizer.Outcome descend() {
        Minimizer.Outcome outcome = Minimizer.Outcome.MOVED;
        while (outcome == Minimizer.Outcome.MOVED && goesOn && steps() < last && !listener.isInterrupted()) {
            RandomSource drawn = drawn();
            try {
                double loss = lagrangian == null ? Double.NaN : formula.value(minimizer.x());
                Frame now = minimization.course().enter(frame, steps(), count);
                outcome = minimizer.step(notes.keep(minimization
                        .optimizer()
                        .at(now)
                        .clipped(minimization.clip().at(now))));
                formula.set(minimizer.x());
                if (outcome == Minimizer.Outcome.MOVED) {
                    follow(lagrangian == null ? minimizer.loss() : loss);
                }
            } catch (Stopped problem) {
                // The step that was interrupted has not happened, and has drawn nothing.
                formula.set(minimizer.x());
                workspace.random(drawn);
                listener.interrupt(problem);
                break;
            }
        }
        return outcome;
    }

    private void follow(double loss) {
        losses.add(loss);
        goesOn = listener.goesOn(new Epoch(
                steps() - 1,
                loss,
                () -> TrainingState.start(new double[0], workspace.randomNow()),
                OptionalDouble::empty));
    }

    /** Puts the inputs where they end, shows it, and says what is wrong with it. */
    private void finish(Minimizer.Outcome outcome, boolean ranOut) {
        Minimizer.Outcome ending = outcome;
        if (ending == Minimizer.Outcome.MOVED || ending == Minimizer.Outcome.SETTLED) {
            ending = finalLoss(ending);
        }
        DescentReport report = new DescentReport(minimization, minimizer, before);
        Optional<Diagnostic> problem = report.problem(ending);
        int steps = steps();
        if (problem.isPresent()) {
            formula.set(minimizer.best());
            steps = report.bestStep();
        }
        Optional<Diagnostic> missed =
                problem.isEmpty() && lagrangian != null && constraints != null && !listener.isInterrupted()
                        ? report.missed(lagrangian.off(minimizer.x()), constraints.owners())
                        : Optional.empty();
        if (problem.isEmpty() || steps > 0) {
            show(steps, problem.isPresent(), problem.or(() -> missed).isPresent());
        }
        problem = problem.or(() -> missed);
        if (problem.isPresent()) {
            throw new Diverged(problem.get(), minimization.span(), steps);
        }
        report.note(ending, ranOut).ifPresent(workspace::note);
    }

    /** The loss where the inputs are, for which the random numbers are put back as they were. */
    private Minimizer.Outcome finalLoss(Minimizer.Outcome ending) {
        RandomSource drawn = drawn();
        try {
            double loss = formula.value(minimizer.x());
            losses.add(loss);
            return Double.isFinite(loss) ? ending : Minimizer.Outcome.DIVERGED;
        } catch (Stopped problem) {
            listener.interrupt(problem);
            return ending;
        } finally {
            workspace.random(drawn);
        }
    }

    /** Shows the losses of this many steps and that of the point where the inputs are now. */
    private void show(int steps, boolean best, boolean failed) {
        double[] all = losses.build().toArray();
        double[] shown = best ? Arrays.copyOf(all, steps + 1) : all;
        if (best) {
            shown[steps] = minimizer.lowest();
        }
        List<DerivativeResult.Slope> values = over.stream()
                .map(input -> new DerivativeResult.Slope(input.name(), Plains.shown(workspace, input.value())))
                .toList();
        workspace.show(new OptimizationResult.Minimized(
                minimization.of().text(), steps, shown, values, failed ? List.of() : held(), minimization.span()));
    }

    /** How the conditions and bounds stand. */
    private List<OptimizationResult.Held> held() {
        if (listener.isInterrupted()
                || (lagrangian == null && minimization.inputs().stream().noneMatch(BoundedInput::isBounded))) {
            return List.of();
        }
        return new Multipliers(frame, minimization, formula, constraints, lagrangian, box).at(minimizer.x());
    }

    /** The random numbers as they are, to go back to. */
    private RandomSource drawn() {
        return workspace.evaluation().beforeDraws() != null
                ? workspace.randomNow().copy()
                : workspace.randomNow();
    }
}
