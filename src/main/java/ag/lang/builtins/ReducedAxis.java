package ag.lang.builtins;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A function of a vector along one axis of a matrix, as in NumPy: along axis 0 it is taken of each column, along axis 1 of each row.
 */
final class ReducedAxis {
    private ReducedAxis() {}

    /** What the function gives for its first argument: of all elements, or along the axis that the call names. */
    static Datum of(Call call, int axis, Function<Tensor, Datum> function) {
        return call.has(axis)
                ? of(call.workspace(), call.get(0), call.number(axis), call.refusal(0), call.refusal(axis), function)
                : function.apply(call.nonEmpty(0));
    }

    /** Refuses an argument with a message and a way out. */
    @FunctionalInterface
    interface Refusal {
        AgException of(ErrorCode error, String message, String hint);
    }

    static Datum of(
            Workspace workspace,
            Datum of,
            double axis,
            Refusal ofArgument,
            Refusal ofAxis,
            Function<Tensor, Datum> function) {
        if (!(of instanceof Tensor matrix) || !matrix.isMatrix()) {
            throw ofArgument.of(
                    ErrorCode.WRONG_TYPE,
                    "only a matrix has axes, and this is " + Kinds.article(of),
                    "of a vector, leave the axis out");
        }
        if (axis != 0 && axis != 1) {
            throw ofAxis.of(
                    ErrorCode.BAD_ARGUMENT,
                    "a matrix has the axes 0 and 1, and this is " + Numerals.shortest(axis),
                    "axis = 0 goes down each column, axis = 1 along each row");
        }
        Tensor lines = axis == 0 ? matrix.transpose() : matrix;
        if (lines.columns() == 0) {
            throw ofArgument.of(ErrorCode.EMPTY, "this matrix has no elements", "");
        }
        List<Datum> results = new ArrayList<>();
        for (int i = 0; i < lines.rows(); i++) {
            results.add(function.apply((Tensor) lines.at(i)));
        }
        return results.isEmpty() ? Tensor.vector(new double[0]) : Lists.of(workspace, results);
    }

    /** The axis that a call of a function of the operation table names; -1 where it names none. */
    static int argument(Arguments arguments) {
        var names = arguments.names();
        boolean named = arguments.count() == 2 && names != null && names[0] == null && "axis".equals(names[1]);
        return named && Arithmetic.isNumber(arguments.get(1)) ? 1 : -1;
    }
}
