package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.syntax.LearningStatement;
import ag.lang.values.Datum;
import java.util.List;

/** Runs {@code minimize L over a, b { … }}: makes any formula small by changing its inputs. */
public final class MinimizeStatement implements Code {
    static final List<BlockSettings.Form> FORMS = List.of(
            new BlockSettings.Form("optimizer", OptimizerCode.EXAMPLE, 1, 1),
            new BlockSettings.Form("steps", "steps 200", 1, 1),
            ClipCode.FORM,
            Course.STOP,
            new BlockSettings.Form("log", "log every 10", 2, 2));

    private final Minimization minimization;

    public MinimizeStatement(LearningStatement.Minimize minimize, ExpressionCompiler expressions, Scope scope) {
        BlockSettings settings = new BlockSettings("minimize", minimize.settings(), FORMS, List.of("stop", "clip"));
        Derivations.Asked of = new Derivations.Asked(
                minimize.of(),
                expressions.compile(minimize.of(), scope),
                minimize.of().span());
        List<BoundedInput> inputs = minimize.inputs().stream()
                .map(bounded -> BoundedInput.compile(bounded, expressions, scope))
                .toList();
        List<Constraint> conditions = minimize.conditions().stream()
                .flatMap(condition -> Constraint.compile(condition, expressions, scope).stream())
                .toList();
        CountSetting steps = CountSetting.find(settings, "steps", expressions, scope);
        Course course = new Course(settings, expressions, scope);
        OptimizerCode optimizer = course.within(
                scope,
                () -> settings.find("optimizer")
                        .map(rule -> OptimizerCode.compile(rule, expressions, scope))
                        .orElseGet(() -> OptimizerCode.standard(minimize.of().span())));
        ClipCode clip = course.within(scope, () -> ClipCode.compile(settings, optimizer, expressions, scope));
        minimization = new Minimization(of, inputs, conditions, optimizer, clip, steps, course, minimize.span());
        minimization.requireFit();
    }

    @Override
    public Datum run(Frame frame) {
        new Descent(frame, minimization).run();
        return Loops.NOTHING;
    }
}
