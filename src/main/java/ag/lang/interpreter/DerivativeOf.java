package ag.lang.interpreter;

import ag.lang.builtins.Fresh;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Lists;
import ag.lang.values.Smoothness;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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
    public List<String> parameters() {
        return function.parameters();
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        if (arguments.count() != 1) {
            throw new AgException(
                    ErrorCode.WRONG_CALL,
                    "a derivative by ' is taken at one number",
                    arguments.span(),
                    "write: " + signature() + ", or gradient(" + function.name() + ", [x, y]) for several arguments");
        }
        if (function.arity() > 1) {
            throw new AgException(
                    ErrorCode.WRONG_CALL,
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
            throw arguments.problem(
                    0, ErrorCode.WRONG_TYPE, "a derivative is taken at a number", "write: " + name() + "(0.5)");
        }
        return at(workspace, point, arguments);
    }

    private Datum at(Workspace workspace, Datum point, Arguments arguments) {
        Datum fresh = Fresh.of(workspace, point, arguments.site(), arguments.span());
        long ties = workspace.ties();
        Datum value = function.call(workspace, arguments.span(), arguments.site(), fresh);
        boolean tied = workspace.ties() != ties;
        int target = ((Datum.Scalar) fresh).node();
        if (!(value instanceof Tensor curve) || curve.isMatrix()) {
            return of(workspace, value, UnaryOperator.identity(), tied, target, arguments);
        }
        List<Datum> results = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            int place = i;
            UnaryOperator<Datum> element = whole -> ((Tensor) whole).element(place);
            results.add(of(workspace, curve.element(i), element, tied, target, arguments));
        }
        return results.isEmpty() ? curve : Lists.of(workspace, results);
    }

    /**
     * The derivative of a number.
     *
     * @param part the number out of what the function gives: itself, or an element of a vector
     */
    private Datum of(
            Workspace workspace,
            Datum value,
            UnaryOperator<Datum> part,
            boolean tied,
            int target,
            Arguments arguments) {
        Gradients gradients = new Gradients(workspace);
        Datum below = value;
        int result = -1;
        for (int k = 0; k < order; k++) {
            below = k == 0 ? value : new Datum.Scalar(result);
            Gradients.requireNumber(below, arguments.span());
            result = gradients.graph(below, new int[] {target})[0];
        }
        if (!tell(workspace, arguments, value, below, new Course(part, tied, target, result))) {
            gradients.report(below, workspace.tape().value(result));
        }
        return new Datum.Scalar(result);
    }

    /** How the derivative was found: whether equal numbers were compared, the node of the point, and that of the result. */
    private record Course(UnaryOperator<Datum> part, boolean tied, int target, int result) {}

    private boolean tell(Workspace workspace, Arguments arguments, Datum value, Datum below, Course course) {
        if (!workspace.evaluation().isAsked()) {
            return false;
        }
        Callable lower = order == 1 ? function : new DerivativeOf(function, order - 1);
        Smoothness.Again again = (_, number) -> workspace.trying(() -> workspace.shown(
                course.part.apply(lower.call(workspace, arguments.span(), arguments.site(), new Datum.Num(number)))));
        double taken = workspace.tape().value(course.result);
        return new Smoothness(workspace)
                .tell(
                        lower.name(),
                        workspace.node(below),
                        List.of(new Smoothness.Point(parameters().getFirst(), course.target, taken)),
                        new Smoothness.Course(course.tied, order == 1 ? -1 : workspace.node(value), again),
                        arguments.span());
    }
}
