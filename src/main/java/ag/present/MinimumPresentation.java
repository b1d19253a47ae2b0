package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Part.Cell;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.OptimizationResult;
import ag.result.Plain;
import java.util.stream.Collectors;

/** How a minimization went, and where it ended. */
record MinimumPresentation(OptimizationResult.Minimized minimized) implements Presentation {
    /** Longer vectors are told by their length. */
    private static final int LONGEST_ON_A_LINE = 8;

    @Override
    public String kind() {
        return "minimize";
    }

    @Override
    public Document document(Format format) {
        double[] losses = minimized.losses();
        // Where it was interrupted, the loss of where it ended was not computed.
        String course = losses.length <= minimized.steps()
                ? losses.length == 0 ? "" : " from " + format.number(losses[0])
                : ": " + format.number(losses[0]) + " -> " + format.number(losses[losses.length - 1]);
        String inputs =
                minimized.inputs().stream().map(input -> reached(input, format)).collect(Collectors.joining("  "));
        Part line = new Part.Line("minimized " + minimized.of() + " in "
                + TrainingPresentation.count(minimized.steps(), "step") + course + "   " + inputs);
        return minimized.held().isEmpty() ? Document.of(line) : Document.of(line, conditions(format));
    }

    private Part conditions(Format format) {
        return new Part.Table(
                Cell.row("condition", "slack", "multiplier"),
                minimized.held().stream()
                        .map(held -> Cell.row(
                                held.condition(), format.number(held.slack()), format.number(held.multiplier())))
                        .toList());
    }

    /** What an input has become; a matrix, or what would not fit on the line, by its shape. */
    private static String reached(DerivativeResult.Slope input, Format format) {
        Plain number = input.gradient();
        if (number instanceof Plain.Matrix matrix) {
            return input.input() + ": " + matrix.rows() + " by " + matrix.columns() + " matrix";
        }
        return number instanceof Plain.Vector vector && vector.values().length > LONGEST_ON_A_LINE
                ? input.input() + ": vector of " + vector.values().length
                : input.input() + " = " + format.text(number);
    }

    @Override
    public Data.Fields data() {
        Data.Fields fields = Data.Fields.NONE
                .text("of", minimized.of())
                .whole("steps", minimized.steps())
                .numbers("loss", minimized.losses())
                .with("inputs", GradientPresentation.slopes(minimized.inputs()));
        return minimized.held().isEmpty()
                ? fields
                : fields.items(
                        "conditions",
                        minimized.held(),
                        held -> Data.Fields.NONE
                                .text("condition", held.condition())
                                .number("slack", held.slack())
                                .number("multiplier", held.multiplier()));
    }
}
