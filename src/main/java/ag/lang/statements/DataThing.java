package ag.lang.statements;

import ag.data.CsvOrigin;
import ag.data.DataSet;
import ag.lang.interpreter.Indexed;
import ag.lang.interpreter.WithMembers;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set in the language: {@code d.inputs}, {@code d.targets}, {@code d[3]}, {@code len(d)}.
 *
 * @param file where it was read from, if the file alone tells the samples
 */
public record DataThing(DataSet data, Optional<CsvOrigin> file) implements Indexed, WithMembers {
    /** Samples that are in no file as they are. */
    public DataThing(DataSet data) {
        this(data, Optional.empty());
    }

    @Override
    public String kind() {
        return "data set";
    }

    @Override
    public int length() {
        return data.size();
    }

    /** A sample: its inputs and its targets. */
    @Override
    public Datum at(int index) {
        return new Datum.Items(
                List.of(Tensor.vector(data.inputRow(index)), narrow(Tensor.vector(data.targetRow(index)))));
    }

    private static Datum narrow(Tensor targets) {
        return targets.size() == 1 ? targets.element(0) : targets;
    }

    @Override
    public @Nullable Datum member(Workspace workspace, String name) {
        return switch (name) {
            case "inputs" -> Tensor.matrix(data.size(), data.inputWidth(), data.inputs());
            case "targets" ->
                data.targetWidth() == 1
                        ? Tensor.vector(data.targets())
                        : Tensor.matrix(data.size(), data.targetWidth(), data.targets());
            case "classes" -> texts(data.classNames());
            case "columns" -> texts(data.inputNames());
            default -> null;
        };
    }

    private static Datum texts(List<String> texts) {
        return new Datum.Items(
                texts.stream().map(text -> (Datum) new Datum.Text(text)).toList());
    }

    @Override
    public List<String> members() {
        return List.of("inputs", "targets", "classes", "columns");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d samples, %d %s -> %d %s",
                data.size(),
                data.inputWidth(),
                data.inputWidth() == 1 ? "input" : "inputs",
                data.targetWidth(),
                data.targetWidth() == 1 ? "target" : "targets");
    }
}
