package ag.lang.values;

/** What things are called in messages. */
public final class Kinds {
    private Kinds() {}

    /** Such as "a text" or "a vector of 3". */
    public static String article(Datum datum) {
        String kind = of(datum);
        if (datum instanceof Datum.Nothing) {
            return kind;
        }
        return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
    }

    /** Whether it would be a matrix if its vectors had one length. */
    private static boolean isRagged(Datum.Items items) {
        return items.items().stream().allMatch(item -> item instanceof Tensor tensor && !tensor.isMatrix());
    }

    public static String of(Datum datum) {
        return switch (datum) {
            case Datum.Num _, Datum.Scalar _ -> "number";
            case Datum.Bool _, Datum.Undetermined _ -> "truth value";
            case Datum.Text _ -> "text";
            case Datum.Items items ->
                "list of " + items.items().size() + (isRagged(items) ? " vectors of different lengths" : "");
            case Datum.NotComputed _ -> "gradient that was never computed";
            case Datum.Nothing _ -> "nothing";
            case Tensor tensor -> tensor.shape();
            case Datum.Numbers _ -> "vector";
            case Datum.Thing thing -> thing.kind();
            case Datum.Function _ -> "function";
        };
    }
}
