package ag.lang.values;

import ag.result.Plain;
import java.util.IdentityHashMap;

/** Takes plain data out of what a program computed. */
public final class Plains {
    private final Workspace workspace;
    /** A list that stands in others many times over is one list here too. */
    private final IdentityHashMap<Datum.Items, Plain> done = new IdentityHashMap<>();

    private Plains(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What a value is now, for showing it. */
    public static Plain shown(Workspace workspace, Datum datum) {
        return new Plains(workspace).of(datum);
    }

    /** What a value is now, for going on with it: whoever asks looks at it. */
    public static Plain of(Workspace workspace, Datum datum) {
        if (Arithmetic.hasHistory(datum)) {
            workspace.evaluation().look();
        }
        return shown(workspace, datum);
    }

    private Plain of(Datum datum) {
        return switch (datum) {
            case Datum.Num num -> new Plain.Real(num.value());
            case Datum.Scalar scalar -> new Plain.Real(workspace.shown(scalar));
            case Datum.Bool bool -> new Plain.Truth(bool.value());
            case Datum.Undetermined _ ->
                throw new IllegalStateException("nothing can be shown while a function is taken down");
            case Datum.Text text -> new Plain.Text(text.text());
            case Datum.Items list ->
                done.computeIfAbsent(
                        list,
                        _ -> new Plain.Items(list.items().stream().map(this::of).toList()));
            case Tensor tensor -> {
                double[] numbers = workspace.shown(tensor).clone();
                yield tensor.isMatrix()
                        ? new Plain.Matrix(tensor.rows(), tensor.columns(), numbers)
                        : new Plain.Vector(numbers);
            }
            case Datum.Numbers _ -> throw new IllegalStateException("an unknown kind of numbers");
            case Datum.Thing thing -> new Plain.Described(thing.kind(), thing.toString());
            case Callable callable -> new Plain.Described("function", callable.signature());
            case Datum.Function _ -> throw new IllegalStateException("an unknown kind of function");
            case Datum.NotComputed _ -> new Plain.NotComputed();
            case Datum.Nothing _ -> new Plain.Text("");
        };
    }
}
