package ag.lang.builtins;

import ag.data.RandomSource;
import ag.engine.Elementary;
import ag.engine.Operation;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Seeds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a built-in function: its arguments in the order of its parameters, and what is often asked of them. */
public final class Call {
    private final Builtin builtin;
    private final Workspace workspace;
    private final Arguments arguments;
    private final int[] arranged;

    Call(Builtin builtin, Workspace workspace, Arguments arguments, int[] arranged) {
        this.builtin = builtin;
        this.workspace = workspace;
        this.arguments = arguments;
        this.arranged = arranged;
    }

    /** What the function is called. */
    public String name() {
        return builtin.name();
    }

    public Workspace workspace() {
        return workspace;
    }

    public Arithmetic arithmetic() {
        return workspace.arithmetic();
    }

    public Span span() {
        return arguments.span();
    }

    public int site() {
        return arguments.site();
    }

    /** How many arguments were given. */
    public int count() {
        return arguments.count();
    }

    public boolean has(int parameter) {
        return parameter < arranged.length && arranged[parameter] >= 0;
    }

    public Datum get(int parameter) {
        return arguments.get(arranged[parameter]);
    }

    /** How an argument is evaluated once more with another number in an input; null where it is not. */
    Arguments.@Nullable Reevaluation reevaluation() {
        Arguments.Reevaluation reevaluation = arguments.reevaluation();
        return reevaluation == null
                ? null
                : (parameter, input, number, look) -> reevaluation.with(arranged[parameter], input, number, look);
    }

    public Span spanOf(int parameter) {
        return arguments.spanOf(arranged[parameter]);
    }

    /** A plain number; one with a history is looked at, and what is computed depends on that look. */
    public double number(int parameter) {
        Datum datum = get(parameter);
        if (!Arithmetic.isNumber(datum)) {
            throw wrongType(parameter, "a number");
        }
        return workspace.number(datum);
    }

    /** A number, with its history if it has one. */
    public Datum scalar(int parameter) {
        if (Arithmetic.isNumber(get(parameter))) {
            return get(parameter);
        }
        throw wrongType(parameter, "a number");
    }

    /** A number of what keeps no history, such as a data set: one with history is refused, or its derivative would be lost. */
    public double plain(int parameter, double standard) {
        if (!has(parameter)) {
            return standard;
        }
        requirePlain(parameter);
        return number(parameter);
    }

    /** An argument as it was written, without the name that it was given by. */
    private String written(int parameter) {
        String text = spanOf(parameter).text();
        return arguments.names() != null && arguments.names()[arranged[parameter]] != null
                ? text.substring(text.indexOf('=') + 1).strip()
                : text;
    }

    /** Refuses an argument with history where what is made from it keeps none. */
    public void requirePlain(int parameter) {
        if (Arithmetic.hasHistory(get(parameter))) {
            throw problem(
                    parameter,
                    ErrorCode.HAS_HISTORY,
                    builtin.name() + " makes a data set of plain numbers, and this has a history",
                    "take it without its history: detach(" + written(parameter) + ")");
        }
    }

    /** A whole number from {@code low} to {@code high}. */
    public int whole(int parameter, int low, int high) {
        double x = number(parameter);
        if (x != Elementary.round(x) || x < low || x > high) {
            String range = high == Integer.MAX_VALUE ? "from " + low + " up" : "from " + low + " to " + high;
            throw problem(
                    parameter,
                    ErrorCode.BAD_ARGUMENT,
                    "this must be a whole number " + range + ", and it is " + Numerals.shortest(x),
                    "write: " + builtin.signature());
        }
        return (int) x;
    }

    /** An operation on each element of a number, a vector or a matrix. */
    Datum apply(Operation operation, Datum x) {
        return arithmetic().apply(operation, x, site(), span());
    }

    /** An operation on two numbers, or on each two elements. */
    Datum apply(Operation operation, Datum a, Datum b) {
        return arithmetic().apply(operation, a, b, site(), span());
    }

    /** A number, a vector or a matrix. */
    public Datum numeric(int parameter) {
        if (Arithmetic.isNumber(get(parameter)) || get(parameter) instanceof Tensor) {
            return get(parameter);
        }
        throw wrongType(parameter, "a number, a vector or a matrix");
    }

    public Tensor tensor(int parameter) {
        if (get(parameter) instanceof Tensor tensor) {
            return tensor;
        }
        throw wrongType(parameter, "a vector or a matrix");
    }

    public Tensor vector(int parameter) {
        if (get(parameter) instanceof Tensor tensor && !tensor.isMatrix()) {
            return tensor;
        }
        throw wrongType(parameter, "a vector");
    }

    /** A vector with at least one element. */
    public Tensor nonEmpty(int parameter) {
        Tensor tensor = tensor(parameter);
        if (tensor.size() == 0) {
            throw problem(
                    parameter,
                    ErrorCode.EMPTY,
                    builtin.name() + " needs at least one element, and this vector is empty",
                    "");
        }
        return tensor;
    }

    public String text(int parameter) {
        if (get(parameter) instanceof Datum.Text text) {
            return text.text();
        }
        throw wrongType(parameter, "a text");
    }

    public List<Datum> items(int parameter) {
        if (!Lists.hasItems(get(parameter))) {
            throw wrongType(parameter, "a vector, a list or a text");
        }
        return Lists.items(get(parameter));
    }

    public Callable function(int parameter) {
        if (get(parameter) instanceof Callable callable) {
            return callable;
        }
        throw wrongType(parameter, "a function");
    }

    /** The source that an optional {@code seed} argument asks for, or the session's own. */
    public RandomSource random(int parameter) {
        return has(parameter) ? Seeds.source(number(parameter), spanOf(parameter)) : workspace.random();
    }

    public AgException wrongType(int parameter, String wanted) {
        return problem(
                parameter,
                ErrorCode.WRONG_TYPE,
                builtin.name() + " needs " + wanted + " here, and this is " + Kinds.article(get(parameter)),
                "write: " + builtin.signature());
    }

    /** For what refuses an argument by itself. */
    ReducedAxis.Refusal refusal(int parameter) {
        return (error, message, hint) -> problem(parameter, error, message, hint);
    }

    public AgException problem(int parameter, ErrorCode error, String message, String hint) {
        return new AgException(error, message, spanOf(parameter), hint);
    }

    public AgException problem(ErrorCode error, String message, String hint) {
        return new AgException(error, message, span(), hint);
    }
}
