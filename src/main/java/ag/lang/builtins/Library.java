package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that has a name before a program begins: the functions and the constants. */
public final class Library {
    /** {@code detach}: its argument is evaluated apart, so that nothing of it is followed. */
    public static final Builtin DETACH = ListFunctions.DETACH;

    /** {@code grad}, which gives plain numbers where nothing else is wanted. */
    public static final Builtin GRAD = DerivativeFunctions.GRAD;

    private final Map<String, Datum> names = new LinkedHashMap<>();

    /** Second names of operations. */
    private static final List<Map.Entry<String, String>> ALIASES =
            List.of(Map.entry("ln", "log"), Map.entry("sgn", "sign"));

    private Library() {}

    /** The library with further functions, which other packages bring in. */
    public static Library standard(List<Builtin> more) {
        Library library = new Library();
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        for (Operation row : Operation.functions()) {
            operations
                    .computeIfAbsent(row.symbol(), symbol -> new ArrayList<>())
                    .add(row);
        }
        operations.forEach((symbol, rows) -> library.names.put(symbol, new OperationFunction(symbol, rows)));
        ALIASES.forEach(alias -> library.names.put(
                alias.getKey(),
                new OperationFunction(alias.getKey(), operations.getOrDefault(alias.getValue(), List.of()))));
        for (Builtin builtin : rows(more)) {
            library.names.put(builtin.name(), builtin);
        }
        library.constant(Math.PI, "pi", "π");
        library.constant(Math.E, "e");
        library.constant(Double.POSITIVE_INFINITY, "inf", "∞");
        library.constant(Double.NaN, "nan");
        return library;
    }

    private static List<Builtin> rows(List<Builtin> more) {
        List<Builtin> rows = new ArrayList<>();
        rows.addAll(VectorFunctions.ROWS);
        rows.addAll(Statistics.ROWS);
        rows.addAll(Shapes.ROWS);
        rows.addAll(Distributions.ROWS);
        rows.addAll(ListFunctions.ROWS);
        rows.addAll(TextFunctions.ROWS);
        rows.addAll(ChanceFunctions.ROWS);
        rows.addAll(DerivativeFunctions.ROWS);
        rows.addAll(IntegralFunctions.ROWS);
        rows.addAll(RateFunctions.ROWS);
        rows.addAll(IterateFunction.ROWS);
        rows.addAll(more);
        return rows;
    }

    private void constant(double value, String... spellings) {
        for (String spelling : spellings) {
            names.put(spelling, new Datum.Num(value));
        }
    }

    /** All names with what they stand for. */
    public Map<String, Datum> names() {
        return names;
    }

    /** All functions, in the order of the reference page. */
    public List<Callable> functions() {
        return names.values().stream()
                .filter(Callable.class::isInstance)
                .map(Callable.class::cast)
                .toList();
    }
}
