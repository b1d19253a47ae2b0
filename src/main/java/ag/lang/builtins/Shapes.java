package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Functions that lay elements out in another way, and one that chooses between two of them. They keep their history. */
final class Shapes {
    private static final int MOST = 100_000_000;

    private Shapes() {}

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "flatten",
                    "M",
                    "all elements as one vector, row by row",
                    "flatten([[1, 2], [3, 4]])",
                    call -> call.tensor(0).flat()),
            Builtin.of(
                    "reshape",
                    "v, n, m?",
                    "the same elements, row by row, as a vector of n, or as an n by m matrix; n or m may be -1, for as"
                            + " many as it takes",
                    "reshape([1, 2, 3, 4, 5, 6], 2, 3)",
                    Shapes::reshape),
            Builtin.of(
                    "repeat",
                    "v, n",
                    "each element n times; of a number, a vector of n of it",
                    "repeat([1, 2], 3)",
                    Shapes::repeat),
            Builtin.of("tile", "v, n", "the whole vector n times over", "tile([1, 2], 3)", Shapes::tile),
            Builtin.of(
                    "argsort",
                    "v",
                    "the indices that put the elements in order: v[argsort(v)] is sort(v)",
                    "argsort([30, 10, 20])",
                    Shapes::argsort),
            Builtin.of(
                    "where",
                    "c, a, b",
                    "a where c holds, b elsewhere, element by element; c is a comparison such as v > 0",
                    "where([1, -2, 3] > 0, 1, 0)",
                    Shapes::where));

    private static Datum reshape(Call call) {
        Tensor tensor = call.tensor(0);
        int size = tensor.size();
        int rows = call.whole(1, -1, MOST);
        int columns = call.has(2) ? call.whole(2, -1, MOST) : 1;
        if (rows == -1 && columns > 0) {
            rows = size / columns;
        } else if (columns == -1 && rows > 0) {
            columns = size / rows;
        }
        if (rows < 0 || columns < 0 || (long) rows * columns != size) {
            throw call.problem(
                    ErrorCode.SHAPE_MISMATCH,
                    "a " + tensor.shape() + " has " + size + (size == 1 ? " element" : " elements")
                            + ", which do not fill this shape",
                    "the numbers multiply to " + size + "; one of them may be -1, for as many as it takes");
        }
        return call.has(2) ? tensor.asMatrix(rows, columns) : tensor.flat();
    }

    private static Datum repeat(Call call) {
        int n = call.whole(1, 0, MOST);
        if (Arithmetic.isNumber(call.get(0))) {
            return many(call, List.of(call.get(0)), n);
        }
        Tensor vector = call.vector(0);
        requireRoom(call, vector.size(), n);
        int[] order = new int[vector.size() * n];
        for (int i = 0; i < order.length; i++) {
            order[i] = i / n;
        }
        return vector.rowsAt(order);
    }

    private static Datum many(Call call, List<Datum> items, int n) {
        requireRoom(call, 1, n);
        List<Datum> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.addAll(items);
        }
        return all.isEmpty() ? Tensor.vector(new double[0]) : Lists.of(call.workspace(), all);
    }

    private static void requireRoom(Call call, int size, int n) {
        if ((long) size * n > MOST) {
            throw call.problem(
                    ErrorCode.TOO_LARGE, "that many elements do not fit into memory", "at most " + MOST + " go");
        }
    }

    private static Datum tile(Call call) {
        Tensor tensor = call.tensor(0);
        int n = call.whole(1, 0, MOST);
        requireRoom(call, tensor.size(), n);
        int[] order = new int[tensor.rows() * n];
        for (int i = 0; i < order.length; i++) {
            order[i] = i % tensor.rows();
        }
        return tensor.rowsAt(order);
    }

    private static Datum argsort(Call call) {
        int[] order = ListFunctions.order(call.workspace(), call.vector(0));
        return Tensor.vector(Arrays.stream(order).asDoubleStream().toArray());
    }

    /** Where a function is recorded for many samples, both ways are kept, and gates shut the one that is not chosen. */
    private static Datum where(Call call) {
        if (call.get(0) instanceof Datum.Bool(boolean holds)) {
            return holds ? call.get(1) : call.get(2);
        }
        Datum chosen = call.get(0) instanceof Datum.Items items
                ? truths(items).orElseGet(() -> call.numeric(0))
                : call.numeric(0);
        if (Arithmetic.hasHistory(chosen) && call.workspace().evaluation().isRecording()) {
            Datum first = call.apply(Operation.GATE, chosen, call.numeric(1));
            Datum other = call.apply(Operation.EQUAL, chosen, new Datum.Num(0));
            return call.apply(Operation.ADD, first, call.apply(Operation.GATE, other, call.numeric(2)));
        }
        if (!(chosen instanceof Tensor choice)) {
            return call.number(0) != 0 ? call.get(1) : call.get(2);
        }
        requireShape(call, choice, 1);
        requireShape(call, choice, 2);
        double[] choices = call.workspace().numbers(choice);
        List<Datum> elements = new ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            Datum from = call.get(choices[i] != 0 ? 1 : 2);
            elements.add(from instanceof Tensor tensor ? tensor.element(i) : from);
        }
        return elements.isEmpty() ? choice : ((Tensor) Lists.of(call.workspace(), elements)).reshapedLike(choice);
    }

    /** {@code [true, false]} as a vector of 1 and 0; empty where something else is in it. */
    private static Optional<Datum> truths(Datum.Items items) {
        double[] numbers = new double[items.items().size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(items.items().get(i) instanceof Datum.Bool(boolean holds))) {
                return Optional.empty();
            }
            numbers[i] = holds ? 1 : 0;
        }
        return Optional.of(Tensor.vector(numbers));
    }

    private static void requireShape(Call call, Tensor choice, int parameter) {
        if (call.numeric(parameter) instanceof Tensor tensor && !tensor.sameShape(choice)) {
            throw call.problem(
                    parameter,
                    ErrorCode.SHAPE_MISMATCH,
                    "where needs things of the shape of its condition, a " + choice.shape() + ", and this is a "
                            + tensor.shape(),
                    "a number goes with any shape");
        }
    }
}
