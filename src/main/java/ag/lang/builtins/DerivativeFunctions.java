package ag.lang.builtins;

import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.Arrays;
import java.util.List;

/**
 * Derivatives as functions. Each takes a function and a point, or a formula and its inputs; the result can be differentiated
 * again.
 */
final class DerivativeFunctions {
    private DerivativeFunctions() {}

    static final Builtin GRAD = Builtin.of(
            "grad",
            "L, a",
            "derivative of the number L with respect to a, or to each of [a, b]",
            "",
            DerivativeFunctions::grad);

    static final List<Builtin> ROWS = List.of(
            GRAD,
            Builtin.of(
                    "gradient",
                    "f, point",
                    "derivatives of f(x, y, …) in each argument, at a point",
                    "gradient(hypot, [3, 4])",
                    DerivativeFunctions::gradient),
            Builtin.of(
                    "jacobian",
                    "f, point",
                    "matrix of the derivatives of each result in each argument",
                    "jacobian(softmax, [1, 2])",
                    DerivativeFunctions::jacobian),
            Builtin.of(
                    "hessian",
                    "f, point",
                    "matrix of second derivatives",
                    "hessian(hypot, [3, 4])",
                    DerivativeFunctions::hessian),
            Builtin.of(
                    "jvp",
                    "f, point, direction",
                    "how f changes along a direction (forward mode)",
                    "jvp(hypot, [3, 4], [1, 0])",
                    DerivativeFunctions::jvp),
            Builtin.of(
                    "vjp",
                    "f, point, weights",
                    "derivatives of the weighted sum of f's results (reverse mode)",
                    "vjp(softmax, [1, 2], [1, 0])",
                    DerivativeFunctions::vjp));

    /**
     * A value and the nodes it is differentiated with respect to.
     *
     * @param arguments what a function was called with; empty for a formula
     * @param tied whether equal numbers were compared on the way to the value
     */
    record Place(Datum value, List<Datum> arguments, int[] targets, boolean tied) {}

    private static Datum grad(Call call) {
        Gradients gradients = new Gradients(call.workspace());
        Gradients.requireNumber(call.get(0), call.spanOf(0));
        int[] nodes = gradients.graph(call.get(0), Gradients.nodes(call.get(1), call.spanOf(1)));
        gradients.report(call.get(0), nodes);
        return Gradients.shaped(call.get(1), nodes);
    }

    private static Datum gradient(Call call) {
        return gradient(call, place(call));
    }

    private static Datum gradient(Call call, Place place) {
        requireNumber(call, place.value());
        int[] nodes = new Gradients(call.workspace()).graph(place.value(), place.targets());
        new PointQuestion(call, place).ask(new int[] {call.workspace().node(place.value())}, nodes);
        return Tensor.ofNodes(nodes);
    }

    private static Datum jacobian(Call call) {
        Place place = place(call);
        if (Arithmetic.isNumber(place.value())) {
            return ((Tensor) gradient(call, place)).asMatrix(1, place.targets().length);
        }
        int[] results = call.workspace().nodes(results(call, place.value()));
        Tensor rows = rows(call, results, place.targets());
        new PointQuestion(call, place).ask(results, rows.nodes());
        return rows;
    }

    private static Datum hessian(Call call) {
        Place place = place(call);
        requireNumber(call, place.value());
        int[] first = new Gradients(call.workspace()).graph(place.value(), place.targets());
        Tensor rows = rows(call, first, place.targets());
        new PointQuestion(call, place).askAgain(first, rows.nodes());
        return rows;
    }

    private static Tensor rows(Call call, int[] of, int[] targets) {
        Gradients gradients = new Gradients(call.workspace());
        int[] all = new int[of.length * targets.length];
        for (int i = 0; i < of.length; i++) {
            call.workspace().checkStop(call.span());
            System.arraycopy(
                    gradients.graph(new Datum.Scalar(of[i]), targets), 0, all, i * targets.length, targets.length);
        }
        return Tensor.ofNodes(all).asMatrix(of.length, targets.length);
    }

    static Datum jvp(Call call) {
        Place place = place(call);
        Workspace workspace = call.workspace();
        int[] direction = workspace.nodes(aligned(call, 2, place.targets().length));
        boolean single = Arithmetic.isNumber(place.value());
        int[] results =
                single ? new int[] {workspace.node(place.value())} : workspace.nodes(results(call, place.value()));
        int[] changes = new Gradients(workspace).forward(results, place.targets(), direction);
        new PointQuestion(call, place).ask(results);
        return single ? new Datum.Scalar(changes[0]) : Tensor.ofNodes(changes);
    }

    private static Datum vjp(Call call) {
        Place place = place(call);
        Workspace workspace = call.workspace();
        Tensor results = Arithmetic.isNumber(place.value())
                ? Tensor.ofNodes(new int[] {workspace.node(place.value())})
                : results(call, place.value()).flat();
        Tensor weights = aligned(call, 2, results.size());
        Datum sum = Products.dot(workspace, weights, results, call.site(), call.span());
        int[] nodes = new Gradients(workspace).graph(sum, place.targets());
        new PointQuestion(call, place).ask(workspace.nodes(results));
        return Tensor.ofNodes(nodes);
    }

    /** A vector with one element for each of {@code size}; a number stands for a vector of one. */
    private static Tensor aligned(Call call, int parameter, int size) {
        Tensor vector = call.get(parameter) instanceof Tensor tensor
                ? tensor.flat()
                : Tensor.ofNodes(new int[] {call.workspace().node(numeric(call, parameter))});
        if (vector.size() != size) {
            throw call.problem(
                    parameter,
                    ErrorCode.SHAPE_MISMATCH,
                    "this needs " + size + (size == 1 ? " element" : " elements") + " and has " + vector.size(),
                    "a direction has as many elements as what it is multiplied with");
        }
        return vector;
    }

    private static Datum numeric(Call call, int parameter) {
        if (!Arithmetic.isNumber(call.get(parameter))) {
            throw call.wrongType(parameter, "a vector");
        }
        return call.get(parameter);
    }

    private static Tensor results(Call call, Datum value) {
        if (value instanceof Tensor tensor) {
            return tensor;
        }
        throw call.problem(
                0, ErrorCode.NOT_A_NUMBER, "only numbers have derivatives, and this gives " + Kinds.article(value), "");
    }

    private static void requireNumber(Call call, Datum value) {
        Gradients.requireNumber(value, call.spanOf(0));
    }

    /** A formula with its inputs, or a function called at a point made of fresh leaves that keep the point's own history. */
    private static Place place(Call call) {
        if (!(call.get(0) instanceof Callable function)) {
            if (!Arithmetic.isNumber(call.get(0)) && !(call.get(0) instanceof Tensor)) {
                throw call.wrongType(0, "a function or a formula");
            }
            return new Place(call.get(0), List.of(), Gradients.nodes(call.get(1), call.spanOf(1)), false);
        }
        Workspace workspace = call.workspace();
        Datum point = call.get(1);
        boolean several = function.arity() > 1 && function.arity() == rows(point);
        if (!Arithmetic.isNumber(point) && !(point instanceof Tensor) && !several) {
            throw call.wrongType(1, "a point such as [1, 2]");
        }
        Datum[] arguments;
        if (several) {
            arguments =
                    Lists.items(point).stream().map(part -> fresh(call, part)).toArray(Datum[]::new);
        } else {
            Datum fresh = fresh(call, point);
            boolean spread =
                    fresh instanceof Tensor tensor && !tensor.isMatrix() && takesNumbers(function, tensor.size());
            arguments = spread ? elements((Tensor) fresh) : new Datum[] {fresh};
        }
        long ties = workspace.ties();
        Datum value = function.call(workspace, call.span(), call.site(), arguments);
        int[] targets = Gradients.nodes(new Datum.Items(List.of(arguments)), call.spanOf(1));
        return new Place(value, List.of(arguments), targets, workspace.ties() != ties);
    }

    /** How many arguments a point such as {@code [v, w, a]} gives, each with its own value; 0 for one of numbers alone. */
    private static int rows(Datum point) {
        return switch (point) {
            case Datum.Items list -> list.items().size();
            case Tensor tensor -> tensor.isMatrix() ? tensor.rows() : 0;
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ -> 0;
        };
    }

    private static Datum fresh(Call call, Datum part) {
        if (!Arithmetic.isNumber(part) && !(part instanceof Tensor)) {
            throw call.wrongType(1, "a point such as [1, 2]");
        }
        return Fresh.of(call.workspace(), part, call.site(), call.span());
    }

    /** Whether a point of this many elements means that many arguments, rather than one vector. */
    private static boolean takesNumbers(Callable function, int size) {
        return (function.arity() == size && size != 1)
                || function.arity() > 1
                || (function.arity() == -1 && function instanceof OperationFunction f && !f.isReduction());
    }

    private static Datum[] elements(Tensor tensor) {
        Datum[] elements = new Datum[tensor.size()];
        Arrays.setAll(elements, tensor::element);
        return elements;
    }
}
