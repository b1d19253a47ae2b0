package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Functions that build, search and order lists. They move elements about and keep their history. */
final class ListFunctions {
    private ListFunctions() {}

    /** Whoever calls it evaluates the argument apart: what that looks at does not reach beyond the call. */
    static final Builtin DETACH = Builtin.of(
            "detach",
            "x",
            "the number without its history: nothing is differentiated through it, and set does not reach it",
            "detach(3)",
            call -> call.workspace().detached(call.get(0)));

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "len",
                    "v",
                    "number of elements, rows, samples or letters",
                    "len([5, 6, 7])",
                    ListFunctions::length),
            Builtin.of("append", "v, x", "the list with x behind it", "append([1, 2], 3)", ListFunctions::append)
                    .needingNoHistory(),
            Builtin.of(
                            "concat",
                            "v, w, more...",
                            "the lists, or texts, one behind the other",
                            "concat([1, 2], [3])",
                            ListFunctions::concat)
                    .needingNoHistory(),
            Builtin.of(
                    "zeros", "n, m?", "a vector of n zeros, or an n by m matrix", "zeros(3)", call -> filled(call, 0)),
            Builtin.of("ones", "n, m?", "a vector of n ones, or an n by m matrix", "ones(3)", call -> filled(call, 1)),
            Builtin.of(
                    "linspace",
                    "low, high, n",
                    "n evenly spaced numbers from low to high",
                    "linspace(0, 1, 5)",
                    ListFunctions::linspace),
            Builtin.of("sort", "v", "the elements from small to large", "sort([3, 1, 2])", ListFunctions::sort),
            Builtin.of(
                            "reverse",
                            "v",
                            "the elements from last to first",
                            "reverse([1, 2, 3])",
                            call -> Lists.of(call.workspace(), call.items(0).reversed()))
                    .needingNoHistory(),
            Builtin.of(
                    "unique",
                    "v",
                    "the elements without repetitions, in order of first appearance",
                    "unique([3, 1, 3])",
                    ListFunctions::unique),
            Builtin.of(
                    "index_of",
                    "v, x",
                    "index of the first element equal to x",
                    "index_of([5, 6, 7], 6)",
                    ListFunctions::indexOf),
            Builtin.of(
                            "enumerate",
                            "v",
                            "pairs of index and element",
                            "[i*x for (i, x) in enumerate([5, 6])]",
                            ListFunctions::enumerate)
                    .needingNoHistory(),
            Builtin.of(
                            "zip",
                            "v, w, more...",
                            "the first elements of the lists together, then the second ones, and so on",
                            "[a*b for (a, b) in zip([1, 2], [3, 4])]",
                            ListFunctions::zip)
                    .needingNoHistory(),
            Builtin.of("map", "f, v", "f of each element", "map(sqrt, [1, 4])", ListFunctions::map),
            DETACH);

    private static Datum length(Call call) {
        return switch (call.get(0)) {
            case Tensor tensor -> new Datum.Num(tensor.rows());
            case Sized sized -> new Datum.Num(sized.length());
            case Datum.Inert _, Datum.Scalar _, Datum.Items _, Datum.Opaque _ ->
                new Datum.Num(call.items(0).size());
        };
    }

    private static Datum append(Call call) {
        if (!(call.get(0) instanceof Tensor) && !(call.get(0) instanceof Datum.Items)) {
            throw call.wrongType(0, "a vector or a list");
        }
        List<Datum> items = new ArrayList<>(Lists.items(call.get(0)));
        items.add(call.get(1));
        return Lists.of(call.workspace(), items);
    }

    private static Datum concat(Call call) {
        if (allTexts(call)) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < call.count(); i++) {
                all.append(call.text(i));
            }
            return new Datum.Text(all.toString());
        }
        List<Datum> items = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            items.addAll(call.items(i));
        }
        return items.isEmpty() ? call.get(0) : Lists.of(call.workspace(), items);
    }

    private static boolean allTexts(Call call) {
        return IntStream.range(0, call.count()).allMatch(i -> call.get(i) instanceof Datum.Text);
    }

    private static Datum filled(Call call, double value) {
        int rows = call.whole(0, 0, Integer.MAX_VALUE);
        int columns = call.has(1) ? call.whole(1, 0, Integer.MAX_VALUE) : 1;
        if ((long) rows * columns > 100_000_000L) {
            throw call.problem(
                    ErrorCode.TOO_LARGE, "that many elements do not fit into memory", "at most 100000000 go");
        }
        double[] numbers = new double[rows * columns];
        Arrays.fill(numbers, value);
        return call.has(1) ? Tensor.matrix(rows, columns, numbers) : Tensor.vector(numbers);
    }

    private static Datum linspace(Call call) {
        Datum low = call.scalar(0);
        Datum high = call.scalar(1);
        int n = call.whole(2, 2, 100_000_000);
        double[] places = new double[n];
        Arrays.setAll(places, i -> i);
        Arithmetic arithmetic = call.arithmetic();
        Datum length = arithmetic.apply(Operation.SUBTRACT, high, low, call.site(), call.span());
        Datum step = arithmetic.apply(Operation.DIVIDE, length, new Datum.Num(n - 1), call.site(), call.span());
        Datum passed = arithmetic.apply(Operation.MULTIPLY, Tensor.vector(places), step, call.site(), call.span());
        Tensor all = (Tensor) arithmetic.apply(Operation.ADD, low, passed, call.site(), call.span());
        // The last is the end itself: low + (n - 1)*step may be off by a rounding.
        if (all.hasHistory()) {
            int[] nodes = all.nodes();
            nodes[n - 1] = call.workspace().node(high);
            return Tensor.ofNodes(nodes);
        }
        double[] numbers = all.numbers().clone();
        numbers[n - 1] = ((Datum.Num) high).value();
        return Tensor.vector(numbers);
    }

    private static Datum sort(Call call) {
        List<Datum> items = call.items(0);
        if (items.stream().allMatch(Datum.Text.class::isInstance)) {
            return new Datum.Items(items.stream()
                    .sorted(Comparator.comparing(item -> ((Datum.Text) item).text()))
                    .toList());
        }
        return sorted(call.workspace(), call.vector(0));
    }

    static Tensor sorted(Workspace workspace, Tensor vector) {
        return vector.rowsAt(order(workspace, vector));
    }

    /** The indices of the elements from small to large, equal ones as they stand. */
    static int[] order(Workspace workspace, Tensor vector) {
        double[] numbers = workspace.numbers(vector);
        int[] order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> numbers[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (vector.hasHistory()
                && IntStream.range(1, order.length).anyMatch(i -> numbers[order[i - 1]] == numbers[order[i]])) {
            workspace.tie();
        }
        return order;
    }

    private static Datum unique(Call call) {
        Map<Object, Datum> seen = new LinkedHashMap<>();
        for (Datum item : call.items(0)) {
            Datum same = seen.putIfAbsent(key(call, item), item);
            if (same instanceof Datum.Scalar || (same != null && item instanceof Datum.Scalar)) {
                call.workspace().tie();
            }
        }
        return seen.isEmpty() ? call.get(0) : Lists.of(call.workspace(), List.copyOf(seen.values()));
    }

    private static Datum indexOf(Call call) {
        List<Datum> items = call.items(0);
        Object wanted = key(call, call.get(1));
        for (int i = 0; i < items.size(); i++) {
            if (key(call, items.get(i)).equals(wanted)) {
                if (items.get(i) instanceof Datum.Scalar || call.get(1) instanceof Datum.Scalar) {
                    call.workspace().tie();
                }
                return new Datum.Num(i);
            }
        }
        throw call.problem(1, ErrorCode.NOT_FOUND, "the list has no such element", "unique(v) shows which it has");
    }

    private static Object key(Call call, Datum item) {
        return switch (item) {
            case Datum.Num _, Datum.Scalar _ -> call.workspace().number(item) + 0.0;
            case Datum.Text text -> text.text();
            case Tensor tensor -> {
                List<Double> numbers = new ArrayList<>();
                for (double number : call.workspace().numbers(tensor)) {
                    numbers.add(number);
                }
                yield numbers;
            }
            case Datum.Inert _, Datum.Items _, Datum.Opaque _ -> item;
        };
    }

    private static Datum enumerate(Call call) {
        List<Datum> items = call.items(0);
        List<Datum> pairs = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            pairs.add(new Datum.Items(List.of(new Datum.Num(i), items.get(i))));
        }
        return new Datum.Items(pairs);
    }

    private static Datum zip(Call call) {
        List<List<Datum>> lists = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            lists.add(call.items(i));
            if (lists.get(i).size() != lists.getFirst().size()) {
                throw call.problem(
                        i,
                        ErrorCode.SHAPE_MISMATCH,
                        "zip needs lists of one length: the first has "
                                + lists.getFirst().size() + " elements, this has "
                                + lists.get(i).size(),
                        "");
            }
        }
        Datum[] rows = new Datum[lists.getFirst().size()];
        for (int k = 0; k < rows.length; k++) {
            Datum[] row = new Datum[lists.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = lists.get(i).get(k);
            }
            rows[k] = new Datum.Items(List.of(row));
        }
        return new Datum.Items(List.of(rows));
    }

    private static Datum map(Call call) {
        Callable function = call.function(0);
        List<Datum> results = new ArrayList<>();
        for (Datum item : call.items(1)) {
            results.add(function.call(call.workspace(), call.span(), call.site(), item));
        }
        return results.isEmpty() ? call.get(1) : Lists.of(call.workspace(), results);
    }
}
