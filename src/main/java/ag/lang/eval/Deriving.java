package ag.lang.eval;

import ag.engine.Fault;
import ag.engine.Tape;
import ag.lang.result.Result;
import ag.lang.runtime.Arithmetic;
import ag.lang.runtime.Callable;
import ag.lang.runtime.Datum;
import ag.lang.runtime.Kinds;
import ag.lang.runtime.Workspace;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.symbolic.Build;
import ag.lang.symbolic.Derivation;
import ag.lang.symbolic.Evaluation;
import ag.lang.symbolic.ExpressionPrinter;
import ag.lang.symbolic.GraphFormula.Written;
import ag.lang.syntax.Expr;
import ag.lang.view.NodeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs {@code derive L wrt a} and {@code derive f}: the derivative as a formula, held against the number. */
record Deriving(Derivations.Asked of, List<Derivations.Asked> inputs, Span span) implements Code {
    /** Where the derivative of a function is held against its formula. */
    private static final double[] POINTS = {0.37, 1.6, -0.73, 2.9};

    @Override
    public Datum run(Frame frame) {
        // A formula is derived by the rules, whatever is supposed in the backward pass.
        Tape tape = frame.machine.workspace.tape();
        Fault supposed = tape.inject(null);
        try {
            derive(frame);
        } finally {
            tape.inject(supposed);
        }
        return Loops.NOTHING;
    }

    private void derive(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Datum value = of.code().run(frame);
        if (value instanceof Callable function) {
            function(frame, function);
            return;
        }
        List<Views.Target> targets = Views.targets(frame, inputs);
        GraphNames.root(workspace, value, of);
        NodeNames names = GraphNames.of(frame.machine);
        for (Views.Target target : targets.isEmpty() ? Views.reached(frame, names, of) : targets) {
            double gradient = workspace.tape().gradient(target.node());
            FormulaAt formula = FormulaAt.of(workspace.tape(), target, names).orElseThrow(this::tooLong);
            Derivation derivation = formula.derivation(gradient);
            if (!FormulaAt.agree(formula.value(derivation.formula()), gradient)) {
                workspace.note(
                        "at these numbers the formula has no value, and the gradient is the convention that applies",
                        of.span());
            }
            workspace.show(result(derivation, of.text(), target.text(), gradient));
        }
    }

    private AgException tooLong() {
        return new AgException(
                "too-long",
                "the formula of '" + of.text() + "' would be too long to read",
                of.span(),
                "trace and explain show large graphs; grad gives the number");
    }

    private void function(Frame frame, Callable function) {
        if (!inputs.isEmpty() || (function.arity() != 1 && function.arity() != -1)) {
            throw new AgException(
                    "wrong-call",
                    "derive takes a function of one number, and this is " + function.signature(),
                    of.span(),
                    "for several, name inputs and write: derive f(a, b) wrt a");
        }
        Workspace workspace = frame.machine.workspace;
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try {
            Callable base = function instanceof DerivativeOf derivative ? derivative.function() : function;
            int order = function instanceof DerivativeOf derivative ? derivative.order() : 0;
            Datum.Scalar x = (Datum.Scalar) workspace.anonymous(new Datum.Num(POINTS[0]));
            Datum y = course(workspace, base, x);
            String parameter = base instanceof Closure closure
                    ? closure.code().parameters().getFirst()
                    : "x";
            tape.backward(workspace.node(y));
            Expr variable = Build.name(parameter);
            Written written = tape.isReached(x.node())
                    ? FormulaAt.of(tape, new Views.Target(parameter, x.node()), GraphNames.of(frame.machine))
                            .orElseThrow(this::tooLong)
                            .written()
                    : new Written(Build.ZERO, Map.of());
            for (int i = 0; i < order; i++) {
                Expr lower = derived(written, variable).formula();
                written = new Written(lower, written.values());
            }
            workspace.show(result(derived(written, variable), of.text(), parameter, null));
        } finally {
            tape.rewind(mark);
        }
    }

    private Datum course(Workspace workspace, Callable function, Datum.Scalar x) {
        try {
            Datum y = Recorder.traced(workspace, function, of.span(), x);
            if (!Arithmetic.isNumber(y)) {
                throw new AgException(
                        "not-a-number",
                        function.signature() + " gives " + Kinds.article(y) + ", and only a number has a derivative",
                        of.span(),
                        "");
            }
            return y;
        } catch (AgException problem) {
            String code = problem.diagnostic().code();
            if (code.equals("decided") || code.equals("wrong-type")) {
                throw new AgException(
                        "decided",
                        function.signature()
                                + " takes a course that depends on its argument, so no one formula fits it",
                        of.span(),
                        "derive it at a point: let x = 2, then derive " + function.name() + "(x) wrt x");
            }
            throw problem;
        }
    }

    /** A textbook's form where it holds at some points, with all conventions written out where it does not. */
    private static Derivation derived(Written written, Expr variable) {
        Derivation textbook = Derivation.of(written.expression(), variable, false);
        for (double point : POINTS) {
            Map<Expr, Double> values = new HashMap<>(written.values());
            values.put(variable, point);
            double formula = Evaluation.of(textbook.formula(), values, variable);
            double gradient = Evaluation.of(textbook.start(), values, variable);
            if (!Double.isNaN(formula) && !Double.isNaN(gradient) && !FormulaAt.agree(formula, gradient)) {
                return Derivation.of(written.expression(), variable, true);
            }
        }
        return textbook;
    }

    private Result.Derived result(Derivation derivation, String text, String input, @Nullable Double value) {
        List<Result.DerivationStep> steps = derivation.steps().stream()
                .map(step -> new Result.DerivationStep(step.rule(), ExpressionPrinter.print(step.expression())))
                .toList();
        String start = ExpressionPrinter.print(derivation.start());
        return new Result.Derived(
                text, input, start, steps, ExpressionPrinter.print(derivation.formula()), value, span);
    }
}
