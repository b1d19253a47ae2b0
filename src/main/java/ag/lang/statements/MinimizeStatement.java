package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Diverged;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Plains;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.nn.training.Epoch;
import ag.nn.training.TrainingState;
import ag.optimize.Minimizer;
import ag.result.Numerals;
import ag.result.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Runs {@code minimize L over a, b { … }}: makes any formula small by changing its inputs. */
public final class MinimizeStatement implements Code {
    static final List<Settings.Form> FORMS = List.of(
            new Settings.Form("optimizer", OptimizerCode.EXAMPLE, 1, 1),
            new Settings.Form("steps", "steps 200", 1, 1),
            Course.STOP,
            new Settings.Form("log", "log every 10", 2, 2));

    private final Derivations.Asked of;
    private final List<Derivations.Asked> inputs;
    private final OptimizerCode optimizer;
    private final @Nullable CountSetting steps;
    private final Course course;
    private final Span span;

    public MinimizeStatement(Statement.Minimize minimize, ExpressionCompiler expressions, Scope scope) {
        Settings settings = new Settings("minimize", minimize.settings(), FORMS, List.of("stop"));
        of = new Derivations.Asked(
                minimize.of(),
                expressions.compile(minimize.of(), scope),
                minimize.of().span());
        inputs = minimize.inputs().stream()
                .map(name -> new Derivations.Asked(name, expressions.compile(name, scope), name.span()))
                .toList();
        steps = CountSetting.find(settings, "steps", expressions, scope);
        course = new Course(settings, expressions, scope);
        optimizer = course.within(
                scope,
                () -> settings.find("optimizer")
                        .map(rule -> OptimizerCode.compile(rule, expressions, scope))
                        .orElseGet(() -> OptimizerCode.standard(minimize.of().span())));
        span = minimize.span();
    }

    @Override
    public Datum run(Frame frame) {
        int count = steps == null ? optimizer.needs().settles() ? 1000 : 100 : steps.at(frame, 1);
        List<Input> over = inputs.stream().map(asked -> input(frame, asked)).toList();
        new Descent(frame, over, count).run();
        return Loops.NOTHING;
    }

    private static Input input(Frame frame, Derivations.Asked asked) {
        Input input = Members.inputOf(frame.machine, asked.code().run(frame));
        if (input == null) {
            throw new AgException(
                    ErrorCode.NOT_AN_INPUT,
                    "'" + asked.text() + "' is not an input",
                    asked.span(),
                    "minimize changes inputs, which are made with let");
        }
        return input;
    }

    /** One run of the statement. */
    private final class Descent {
        private final Frame frame;
        private final Workspace workspace;
        private final List<Input> over;
        private final int count;
        private final FormulaObjective formula;
        private final Minimizer minimizer;
        private final Course.Listener listener;
        private final DoubleStream.Builder losses = DoubleStream.builder();

        Descent(Frame frame, List<Input> over, int count) {
            this.frame = frame;
            this.workspace = frame.machine.workspace;
            this.over = over;
            this.count = count;
            formula = new FormulaObjective(frame, of, over);
            minimizer = new Minimizer(formula, formula.numbers());
            listener = course.listener(frame, workspace, count, span);
        }

        void run() {
            long last = Math.min(count, course.steps(frame));
            Minimizer.Outcome outcome = Minimizer.Outcome.MOVED;
            boolean goesOn = true;
            while (outcome == Minimizer.Outcome.MOVED
                    && goesOn
                    && minimizer.steps() < last
                    && !listener.isInterrupted()) {
                RandomSource before = drawn();
                try {
                    outcome = minimizer.step(optimizer.at(course.enter(frame, minimizer.steps(), count)));
                } catch (Stopped problem) {
                    // The step that was interrupted has not happened, and has drawn nothing.
                    formula.set(minimizer.x());
                    workspace.random(before);
                    listener.interrupt(problem);
                    break;
                }
                if (outcome == Minimizer.Outcome.MOVED) {
                    formula.set(minimizer.x());
                    losses.add(minimizer.loss());
                    goesOn = listener.goesOn(new Epoch(
                            minimizer.steps() - 1,
                            minimizer.loss(),
                            () -> TrainingState.start(new double[0], workspace.randomNow()),
                            OptionalDouble::empty));
                }
            }
            if (minimizer.steps() == 0) {
                listener.rethrow(0);
            }
            finish(outcome, goesOn && minimizer.steps() == count);
            listener.rethrow(minimizer.steps());
        }

        /** Puts the inputs where they end, shows it, and says what is wrong with it. */
        private void finish(Minimizer.Outcome outcome, boolean ranOut) {
            Minimizer.Outcome ending = outcome;
            if (ending == Minimizer.Outcome.MOVED || ending == Minimizer.Outcome.SETTLED) {
                formula.set(minimizer.x());
                RandomSource before = drawn();
                try {
                    double loss = formula.value(formula.numbers());
                    losses.add(loss);
                    ending = Double.isFinite(loss) ? ending : Minimizer.Outcome.DIVERGED;
                } catch (Stopped problem) {
                    listener.interrupt(problem);
                }
                workspace.random(before);
            }
            Optional<Diagnostic> problem = problem(ending);
            int steps = minimizer.steps();
            if (problem.isPresent()) {
                formula.set(minimizer.best());
                steps = minimizer.bestStep();
            }
            if (problem.isEmpty() || steps > 0) {
                show(steps, problem.isPresent());
            }
            if (problem.isPresent()) {
                throw new Diverged(problem.get(), span, steps);
            }
            if (ending == Minimizer.Outcome.SETTLED && steps == 0) {
                workspace.note(
                        "it began where no step leads down: the gradient there is 0, or too small to tell the way;"
                                + " optimizer nelder_mead goes by values alone",
                        of.span());
            }
            if (ranOut && optimizer.needs().settles() && ending == Minimizer.Outcome.MOVED) {
                workspace.note(
                        "it has not arrived after " + steps + " steps; write steps " + 10L * count + " to let it go on",
                        optimizer.span());
            }
        }

        /** Shows the losses of so many steps and that of the point where the inputs are now. */
        private void show(int steps, boolean best) {
            double[] all = losses.build().toArray();
            double[] shown = best ? Arrays.copyOf(all, steps + 1) : all;
            if (best) {
                shown[steps] = minimizer.lowest();
            }
            List<Result.Slope> values = over.stream()
                    .map(input -> new Result.Slope(input.name(), Plains.shown(workspace, input.value())))
                    .toList();
            workspace.show(new Result.Minimized(of.text(), steps, shown, values, span));
        }

        private Optional<Diagnostic> problem(Minimizer.Outcome outcome) {
            int steps = minimizer.steps();
            String where = steps == 0 ? "where the inputs stand" : "after " + steps + (steps == 1 ? " step" : " steps");
            String kept = minimizer.bestStep() == 0
                    ? "the inputs are as they were"
                    : "the inputs are those of step " + minimizer.bestStep() + ", the best so far";
            return switch (outcome) {
                case MOVED, SETTLED -> Optional.empty();
                case DIVERGED ->
                    Optional.of(new Diagnostic(
                            ErrorCode.DIVERGED,
                            steps == 0
                                    ? "'" + of.text() + "' has no number " + where
                                    : "it runs away: " + where + " '" + of.text() + "' is "
                                            + Numerals.shortest(minimizer.loss()),
                            optimizer.span(),
                            steps == 0
                                    ? "give the inputs other values with set, from which it has one"
                                    : "the steps grew too large. Try a smaller learning rate; " + kept));
                case ENDLESS ->
                    Optional.of(new Diagnostic(
                            ErrorCode.DIVERGED,
                            "'" + of.text() + "' falls without end: " + where + " it is "
                                    + Numerals.shortest(minimizer.loss()),
                            of.span(),
                            "there is no lowest point; " + kept));
                case NO_GRADIENT ->
                    Optional.of(new Diagnostic(
                            ErrorCode.DIVERGED,
                            "'" + of.text() + "' has no finite gradient " + where,
                            of.span(),
                            "start from other values, or go by values alone: optimizer nelder_mead; " + kept));
            };
        }

        /** The random numbers as they are, to go back to. */
        private RandomSource drawn() {
            return workspace.evaluation().beforeDraws() != null
                    ? workspace.randomNow().copy()
                    : workspace.randomNow();
        }
    }
}
