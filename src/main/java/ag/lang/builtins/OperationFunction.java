package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the operation table that share a name, as one function: {@code max} of two numbers and of a vector, {@code
 * tanh} of a number and of each element.
 */
public final class OperationFunction implements Callable {
    /** What a second argument is when it is left out. */
    private static final Map<String, Double> STANDARD = Map.of("leaky_relu", 0.01, "elu", 1.0);

    private final String name;
    private final List<Operation> rows;
    private final @Nullable Operation one;
    private final @Nullable Operation two;
    private final @Nullable Operation reduction;

    /** The rows that share a symbol; {@code name} is how they are called here. */
    OperationFunction(String name, List<Operation> rows) {
        this.name = name;
        this.rows = List.copyOf(rows);
        this.one = row(1);
        this.two = row(2);
        this.reduction = row(-1);
    }

    private @Nullable Operation row(int arity) {
        for (Operation row : rows) {
            if (row.partials().arity() == arity) {
                return row;
            }
        }
        return null;
    }

    @Override
    public String name() {
        return name;
    }

    /** The rows behind this name. */
    public List<Operation> rows() {
        return rows;
    }

    /** The row for one number; null where there is none. */
    public @Nullable Operation one() {
        return one;
    }

    /** The row for two numbers; null where there is none. */
    public @Nullable Operation two() {
        return two;
    }

    /** Whether it can be called with one number, and so be drawn as a curve. */
    public boolean takesOneNumber() {
        return one != null || STANDARD.containsKey(name);
    }

    @Override
    public String signature() {
        Operation row = rows.getFirst();
        if (STANDARD.containsKey(name)) {
            return name + "(a, b = " + STANDARD.get(name) + ")";
        }
        if (row.kind() == Operation.Kind.REDUCTION) {
            return name.equals("dot") ? "dot(v, w)" : name + "(v)";
        }
        return switch (row.partials().arity()) {
            case 1 -> name + "(x)";
            default -> rows.size() > 1 ? name + "(a, b), or " + name + "(v)" : name + "(a, b)";
        };
    }

    @Override
    public int arity() {
        return rows.size() > 1 || STANDARD.containsKey(name) || rows.getFirst().kind() == Operation.Kind.REDUCTION
                ? -1
                : rows.getFirst().partials().arity();
    }

    /** Whether it takes a vector and nothing else. */
    boolean isReduction() {
        return rows.stream().allMatch(row -> row.kind() == Operation.Kind.REDUCTION);
    }

    @Override
    public boolean goesThroughItems() {
        return reduction == Operation.SUM;
    }

    @Override
    public boolean needsNoHistory() {
        return true;
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        int axis = ReducedAxis.argument(arguments);
        Operation along = reduction;
        if (axis > 0 && along != null && along != Operation.DOT) {
            return ReducedAxis.of(
                    workspace,
                    arguments.get(0),
                    workspace.number(arguments.get(axis)),
                    (error, message, hint) -> arguments.problem(0, error, message, hint),
                    (error, message, hint) -> arguments.problem(axis, error, message, hint),
                    line -> workspace.arithmetic().reduce(along, line, arguments.site()));
        }
        if (arguments.hasNames()) {
            throw new AgException(
                    ErrorCode.UNKNOWN_ARGUMENT,
                    name + " takes no named arguments",
                    arguments.span(),
                    "write: " + signature());
        }
        Arithmetic arithmetic = workspace.arithmetic();
        if (reduction == Operation.DOT) {
            return dot(workspace, arguments);
        }
        int count = arguments.count();
        if (one != null && count == 1) {
            return arithmetic.apply(one, arguments.get(0), arguments.site(), arguments.span());
        }
        if (two != null && count == 2) {
            return two(arithmetic, two, arguments);
        }
        Double standard = STANDARD.get(name);
        if (two != null && count == 1 && standard != null) {
            return arithmetic.apply(two, arguments.get(0), new Datum.Num(standard), arguments.site(), arguments.span());
        }
        if (reduction != null && count == 1) {
            return reduce(workspace, reduction, arguments);
        }
        if (reduction != null && two != null && count > 2) {
            return fold(arithmetic, two, arguments);
        }
        throw new AgException(
                ErrorCode.WRONG_CALL,
                name + " is called with " + Builtin.plural(count),
                arguments.span(),
                "write: " + signature());
    }

    /** Losses over vectors are the mean over the elements, as PyTorch's are. */
    private Datum two(Arithmetic arithmetic, Operation row, Arguments arguments) {
        Datum each = arithmetic.apply(row, arguments.get(0), arguments.get(1), arguments.site(), arguments.span());
        if (row.kind() == Operation.Kind.LOSS && each instanceof Tensor tensor) {
            if (tensor.size() == 0) {
                throw empty(arguments);
            }
            return VectorFunctions.mean(arithmetic, tensor, arguments.site(), arguments.span());
        }
        return each;
    }

    private static Datum fold(Arithmetic arithmetic, Operation two, Arguments arguments) {
        Datum result = arguments.get(0);
        for (int i = 1; i < arguments.count(); i++) {
            result = arithmetic.apply(two, result, arguments.get(i), arguments.site(), arguments.span());
        }
        return result;
    }

    private Datum reduce(Workspace workspace, Operation row, Arguments arguments) {
        Datum of = arguments.get(0);
        if (Arithmetic.isNumber(of) && row != Operation.LOGSUMEXP) {
            return row == Operation.NORM
                    ? workspace.arithmetic().apply(Operation.ABS, of, arguments.site(), arguments.span())
                    : of;
        }
        if (row == Operation.SUM && of instanceof Datum.Items items) {
            return PlaceByPlace.of(
                    workspace,
                    name,
                    items.items(),
                    arguments.spanOf(0),
                    each -> workspace.arithmetic().reduce(row, each, arguments.site()));
        }
        if (!(of instanceof Tensor tensor)) {
            throw arguments.problem(
                    0,
                    ErrorCode.WRONG_TYPE,
                    name + " needs a vector, and this is " + Kinds.article(of),
                    "write: " + name + "([1, 2, 3])");
        }
        if (tensor.size() == 0 && row == Operation.SUM) {
            return new Datum.Num(0);
        }
        if (tensor.size() == 0) {
            throw empty(arguments);
        }
        return workspace.arithmetic().reduce(row, tensor, arguments.site());
    }

    private AgException empty(Arguments arguments) {
        return arguments.problem(
                0, ErrorCode.EMPTY, name + " needs at least one element, and this vector is empty", "");
    }

    private static Datum dot(Workspace workspace, Arguments arguments) {
        if (arguments.count() != 2) {
            throw new AgException(ErrorCode.WRONG_CALL, "dot takes two vectors", arguments.span(), "write: dot(v, w)");
        }
        for (int i = 0; i < 2; i++) {
            if (!(arguments.get(i) instanceof Tensor tensor) || tensor.isMatrix()) {
                throw arguments.problem(
                        i,
                        ErrorCode.WRONG_TYPE,
                        "dot needs a vector here, and this is " + Kinds.article(arguments.get(i)),
                        "matrices multiply with @");
            }
        }
        return Products.dot(
                workspace, (Tensor) arguments.get(0), (Tensor) arguments.get(1), arguments.site(), arguments.span());
    }
}
