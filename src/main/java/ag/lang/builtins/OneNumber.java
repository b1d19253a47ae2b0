package ag.lang.builtins;

import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Workspace;
import ag.numeric.DifferentiableFunction;

/** The function that a call was given, as one of a plain number. */
public record OneNumber(Call call) implements DifferentiableFunction {
    @Override
    public double value(double x) {
        Workspace workspace = call.workspace();
        workspace.checkStop(call.span());
        return workspace.trying(() -> workspace.shown(at(new Datum.Num(x))));
    }

    @Override
    public double slope(double x) {
        Workspace workspace = call.workspace();
        return workspace.trying(() -> {
            Datum.Scalar leaf = (Datum.Scalar) workspace.inputs().anonymous(new Datum.Num(x));
            return new Gradients(workspace).numbers(at(leaf), new int[] {leaf.node()})[0];
        });
    }

    /** The value at a number, which may have a history. */
    public Datum at(Datum x) {
        Datum value = function().call(call.workspace(), call.span(), call.site(), x);
        Gradients.requireNumber(value, call.spanOf(0));
        return value;
    }

    private Callable function() {
        return call.function(0);
    }

    /** Whether it is built on inputs, so that its value at a plain number has a history. */
    public boolean hasHistory(double x) {
        return call.workspace().trying(() -> Arithmetic.hasHistory(at(new Datum.Num(x))));
    }
}
