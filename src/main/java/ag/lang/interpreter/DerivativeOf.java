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
        List<Datum> orders = new ArrayList<>(List.of(value));
        for (int k = 0; k < order; k++) {
            Datum below = orders.getLast();
            Gradients.requireNumber(below, arguments.span());
            orders.add(new Datum.Scalar(gradients.graph(below, new int[] {target})[0]));
        }
        if (!tell(workspace, arguments, new Course(part, tied, target, orders))) {
            gradients.report(orders.get(order - 1), workspace.shown(orders.getLast()));
        }
        return orders.getLast();
    }

    /**
     * How the derivative was found.
     *
     * @param tied whether equal numbers were compared
     * @param target the node of the point
     * @param orders the value, and its derivatives from the first one on
     */
    private record Course(UnaryOperator<Datum> part, boolean tied, int target, List<Datum> orders) {}

    private boolean tell(Workspace workspace, Arguments arguments, Course course) {
        if (!workspace.evaluation().isAsked()) {
            return false;
        }
        boolean told = tell(workspace, arguments, course, order);
        for (int lower = 1; lower < order && !told; lower++) {
            told = tell(workspace, arguments, course, lower);
        }
        return told;
    }

    /** Says so where there is no derivative of an order; of a lower one only where that says that there is none of this one. */
    private boolean tell(Workspace workspace, Arguments arguments, Course course, int asked) {
        Callable lower = asked == 1 ? function : new DerivativeOf(function, asked - 1);
        Smoothness.Again again = (_, number) -> workspace.trying(() -> workspace.shown(
                course.part.apply(lower.call(workspace, arguments.span(), arguments.site(), new Datum.Num(number)))));
        int root = workspace.node(course.orders.get(asked - 1));
        double taken = workspace.shown(course.orders.get(asked));
        List<Smoothness.Point> points =
                List.of(new Smoothness.Point(parameters().getFirst(), course.target, taken));
        Smoothness.Course way =
                new Smoothness.Course(course.tied, asked == 1 ? -1 : workspace.node(course.orders.getFirst()), again);
        Smoothness smoothness = new Smoothness(workspace);
        return asked == order
                ? smoothness.tell(lower.name(), root, points, way, arguments.span())
                : smoothness.tellBroken(lower.name(), root, points, way, arguments.span());
    }
}
