package ag.lang.interpreter;

import ag.lang.builtins.Fresh;
import ag.lang.source.AgException;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;

/** {@code f'}, {@code f''}: the derivative of a function of one number, of any order; of a vector, element by element. */
public record DerivativeOf(Callable function, int order) implements Callable {
    @Override
    public String name() {
        return function.name() + "'".repeat(order);
    }

    @Override
    public String signature() {
        return name() + "(x)";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        if (arguments.count() != 1) {
            throw new AgException(
                    "wrong-call",
                    "a derivative by ' is taken at one number",
                    arguments.span(),
                    "write: " + signature() + ", or gradient(" + function.name() + ", [x, y]) for several arguments");
        }
        if (function.arity() > 1) {
            throw new AgException(
                    "wrong-call",
                    "a derivative by ' is for a function of one argument, and this is " + function.signature(),
                    arguments.span(),
                    "write: gradient(" + function.name() + ", [x, y])");
        }
        Datum point = arguments.get(0);
        if (point instanceof Tensor tensor) {
            List<Datum> results = new ArrayList<>();
            for (int i = 0; i < tensor.size(); i++) {
                results.add(at(workspace, tensor.element(i), arguments));
            }
            return results.isEmpty() ? tensor : ((Tensor) Lists.of(workspace, results)).reshapedLike(tensor);
        }
        if (!Arithmetic.isNumber(point)) {
            throw arguments.problem(0, "wrong-type", "a derivative is taken at a number", "write: " + name() + "(0.5)");
        }
        return at(workspace, point, arguments);
    }

    private Datum at(Workspace workspace, Datum point, Arguments arguments) {
        Gradients gradients = new Gradients(workspace);
        Datum fresh = Fresh.of(workspace, point, arguments.site(), arguments.span());
        Datum result = function.call(workspace, arguments.span(), arguments.site(), fresh);
        int target = ((Datum.Scalar) fresh).node();
        for (int k = 0; k < order; k++) {
            Gradients.requireNumber(result, arguments.span());
            result = new Datum.Scalar(gradients.graph(result, new int[] {target})[0]);
        }
        return result;
    }
}
