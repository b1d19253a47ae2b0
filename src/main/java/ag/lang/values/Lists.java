package ag.lang.values;

import java.util.List;

/** Puts things together into the tightest fitting kind of list: a vector, a matrix, or a list of anything. */
public final class Lists {
    private Lists() {}

    /**
     * A vector of numbers; a matrix of equal vectors; otherwise a list.
     */
    public static Datum of(Workspace workspace, List<Datum> items) {
        Datum first = items.getFirst();
        if (Arithmetic.isNumber(first)) {
            return areNumbers(items) ? vector(workspace, items) : new Datum.Items(items);
        }
        return first instanceof Tensor row && !row.isMatrix() && areLike(row, items)
                ? matrix(workspace, items, row.rows())
                : new Datum.Items(items);
    }

    private static boolean areNumbers(List<Datum> items) {
        for (Datum item : items) {
            if (!Arithmetic.isNumber(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areLike(Tensor row, List<Datum> items) {
        for (Datum item : items) {
            if (!(item instanceof Tensor tensor) || !tensor.sameShape(row)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyHistory(List<Datum> items) {
        for (Datum item : items) {
            if (Arithmetic.hasHistory(item)) {
                return true;
            }
        }
        return false;
    }

    private static Tensor vector(Workspace workspace, List<Datum> items) {
        if (!anyHistory(items)) {
            double[] numbers = new double[items.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ((Datum.Num) items.get(i)).value();
            }
            return Tensor.vector(numbers);
        }
        int[] nodes = new int[items.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = workspace.node(items.get(i));
        }
        return Tensor.ofNodes(nodes);
    }

    private static Tensor matrix(Workspace workspace, List<Datum> rows, int columns) {
        int size = Math.multiplyExact(rows.size(), columns);
        if (!anyHistory(rows)) {
            double[] numbers = new double[size];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(((Tensor) rows.get(i)).numbers(), 0, numbers, i * columns, columns);
            }
            return Tensor.matrix(rows.size(), columns, numbers);
        }
        int[] nodes = new int[size];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(workspace.nodes((Tensor) rows.get(i)), 0, nodes, i * columns, columns);
        }
        return Tensor.ofNodes(nodes).asMatrix(rows.size(), columns);
    }

    /** The items of anything that can be gone through: elements, rows, things, or the letters of a text. */
    public static List<Datum> items(Datum datum) {
        return switch (datum) {
            case Tensor tensor -> {
                Datum[] items = new Datum[tensor.rows()];
                for (int i = 0; i < items.length; i++) {
                    items[i] = tensor.at(i);
                }
                yield List.of(items);
            }
            case Datum.Items list -> list.items();
            case Datum.Text text ->
                text.text()
                        .codePoints()
                        .mapToObj(letter -> (Datum) new Datum.Text(Character.toString(letter)))
                        .toList();
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ ->
                throw new IllegalArgumentException(Kinds.article(datum) + " has no items");
        };
    }

    public static boolean hasItems(Datum datum) {
        return datum instanceof Tensor || datum instanceof Datum.Items || datum instanceof Datum.Text;
    }
}
