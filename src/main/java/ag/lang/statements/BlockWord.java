package ag.lang.statements;

import ag.engine.Operation;
import ag.optimize.Optimizers;
import java.util.List;
import java.util.stream.Stream;

/**
 * A word that begins a line of a block such as {@code train net on d { … }}, for help and completion.
 *
 * @param example how the line is written
 */
public record BlockWord(String word, String example) {
    /** The lines that the block of a statement takes; none where it takes none. */
    public static List<BlockWord> of(String statement) {
        List<BlockSettings.Form> forms = switch (statement) {
            case "mlp" -> NetworkStatement.FORMS;
            case "train" -> TrainStatement.FORMS;
            case "minimize" -> MinimizeStatement.FORMS;
            case "fit" -> FitStatement.FORMS;
            default -> List.of();
        };
        return forms.stream()
                .map(form -> new BlockWord(form.word(), form.example()))
                .toList();
    }

    /** What can stand behind the word, where that is one of a few things; a {@code (} says that arguments follow. */
    public List<String> choices() {
        return switch (word) {
            case "optimizer" ->
                Optimizers.names().stream().map(rule -> rule + "(").toList();
            case "loss" -> losses();
            case "layer" -> activations();
            case "init" -> NetworkStatement.INITIALIZERS;
            case "reduce" -> List.of("mean", "sum");
            case "regularize" -> List.of("l1(", "l2(");
            case "robust" -> List.of("huber(", "soft_l1(");
            case "clip" -> List.of("norm", "value");
            case "stop" -> List.of("when", "after");
            case "log" -> List.of("every");
            default -> List.of();
        };
    }

    private static List<String> losses() {
        Stream<String> rows = Operation.functions().stream()
                .filter(row -> row.kind() == Operation.Kind.LOSS)
                .map(Operation::symbol);
        return Stream.concat(rows, Stream.of("cross_entropy")).toList();
    }

    private static List<String> activations() {
        Stream<String> rows = Operation.functions().stream()
                .filter(row ->
                        row.kind() == Operation.Kind.FUNCTION && row.partials().arity() == 1)
                .map(Operation::symbol);
        return Stream.concat(rows, Stream.of("leaky_relu", "elu", "softmax")).toList();
    }
}
