package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.syntax.Statement.Setting;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Plains;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.optimize.Optimizer;
import ag.optimize.OptimizerState;
import ag.optimize.Step;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
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
                expressions.compile(minimize.of(), scope), minimize.of().span());
        inputs = minimize.inputs().stream()
                .map(name -> new Derivations.Asked(expressions.compile(name, scope), name.span()))
                .toList();
        steps = CountSetting.find(settings, "steps", expressions, scope);
        course = new Course(settings, expressions, scope);
        Setting rule = settings.find("optimizer")
                .orElseThrow(() -> new AgException(
                        "missing-setting",
                        "this minimization has no optimizer",
                        minimize.of().span(),
                        "write: " + OptimizerCode.EXAMPLE));
        optimizer = course.within(scope, () -> OptimizerCode.compile(rule, expressions, scope));
        span = minimize.span();
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        int count = steps == null ? 100 : steps.at(frame, 1);
        List<Input> over = new ArrayList<>();
        for (Derivations.Asked asked : inputs) {
            Input input = Members.inputOf(frame.machine, asked.code().run(frame));
            if (input == null) {
                throw new AgException(
                        "not-an-input",
                        "'" + asked.text() + "' is not an input",
                        asked.span(),
                        "minimize changes inputs, which are made with let");
            }
            over.add(input);
        }
        FormulaObjective formula = new FormulaObjective(frame, of, over);
        DoubleStream.Builder losses = DoubleStream.builder();
        Course.Listener listener = course.listener(frame, workspace, count, span);
        OptimizerState state = new OptimizerState();
        long last = Math.min(count, course.steps(frame));
        int taken = 0;
        boolean goesOn = true;
        while (taken < last && goesOn && !listener.isInterrupted()) {
            double loss;
            RandomSource before = workspace.evaluation().beforeDraws() != null
                    ? workspace.randomNow().copy()
                    : workspace.randomNow();
            try {
                loss = step(formula, optimizer.at(course.enter(frame, taken, count)), state);
            } catch (Stopped problem) {
                // The step that was interrupted has not happened, and has drawn nothing.
                workspace.random(before);
                listener.interrupt(problem);
                break;
            }
            losses.add(loss);
            goesOn = listener.goesOn(new ag.nn.training.Epoch(
                    taken,
                    loss,
                    () -> ag.nn.training.TrainingState.start(new double[0], workspace.randomNow()),
                    OptionalDouble::empty));
            taken++;
        }
        List<Result.Slope> values = over.stream()
                .map(input -> new Result.Slope(input.name(), Plains.shown(workspace, input.value())))
                .toList();
        if (taken == 0) {
            listener.rethrow(0);
        }
        workspace.show(new Result.Minimized(of.text(), taken, losses.build().toArray(), values, span));
        listener.rethrow(taken);
        return Loops.NOTHING;
    }

    /** One step; the loss before it. */
    private static double step(FormulaObjective formula, Optimizer rule, OptimizerState state) {
        double[] numbers = formula.numbers();
        double[] before = numbers.clone();
        double[] gradient = new double[numbers.length];
        try {
            double loss = formula.at(numbers, gradient);
            rule.step(new Step(numbers, loss, gradient, formula), state);
            formula.set(numbers);
            return loss;
        } catch (Stopped problem) {
            formula.set(before);
            throw problem;
        }
    }
}
