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

    public static String of(Datum datum) {
        return switch (datum) {
            case Datum.Num _, Datum.Scalar _ -> "number";
            case Datum.Bool _, Datum.Undetermined _ -> "truth value";
            case Datum.Text _ -> "text";
            case Datum.Items items -> "list of " + items.items().size();
            case Datum.NotComputed _ -> "gradient that was never computed";
            case Datum.Nothing _ -> "nothing";
            case Tensor tensor -> tensor.shape();
            case Datum.Numbers _ -> "vector";
            case Datum.Thing thing -> thing.kind();
            case Datum.Function _ -> "function";
        };
    }
}
