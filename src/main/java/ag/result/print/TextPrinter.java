package ag.result.print;

import ag.chart.terminal.TerminalRenderer;
import ag.result.Format;
import ag.result.Plain;
import ag.result.Result;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Writes the results of a program for people to read, one after the other: {@code set digits} says how those behind it are written. */
public final class TextPrinter {
    private final Style style;
    private Format format;
    /** Longer vectors are told by their length. */
    private static final int LONGEST_ON_A_LINE = 8;

    private static final int CHART_HEIGHT = 18;
    private static final int STANDARD_WIDTH = 80;

    private final DiagnosticPrinter diagnostics;
    private final IntSupplier width;
    private final boolean fits;

    /** For a file or a pipe, where lines are as long as they are. */
    public TextPrinter(Style style, Format format) {
        this(style, format, () -> STANDARD_WIDTH, false);
    }

    /** For a screen of so many columns. */
    public TextPrinter(Style style, Format format, int width) {
        this(style, format, () -> width);
    }

    /** @param width how many columns the screen has; asked where it matters, for it may take a moment to find out */
    public TextPrinter(Style style, Format format, IntSupplier width) {
        this(style, format, width, true);
    }

    private TextPrinter(Style style, Format format, IntSupplier width, boolean fits) {
        this.width = width;
        this.fits = fits;
        this.style = style;
        this.format = format;
        this.diagnostics = new DiagnosticPrinter(style);
    }

    /** One or more lines without an end after the last; empty where there is nothing to show. */
    public String text(Result result) {
        return switch (result) {
            case Result.Value value -> Visible.lines(format.text(value.value()));
            case Result.DigitsSet set -> digits(set);
            case Result.Printed printed -> Visible.lines(printed.text());
            case Result.Defined defined -> defined.name() + " = " + Visible.lines(format.text(defined.value()));
            case Result.Gradient gradient -> gradient(gradient);
            case Result.Checked checked -> fitted(checked(checked));
            case Result.Traced traced -> fitted(new ViewText(style, format).traced(traced));
            case Result.Explained explained -> fitted(new ViewText(style, format).explained(explained));
            case Result.Derived derived ->
                fitted(new ViewText(style, format).derived(derived, fits ? width.getAsInt() : Integer.MAX_VALUE));
            case Result.Nudged nudged -> fitted(new LabText(style, format).nudged(nudged));
            case Result.Compared compared -> fitted(new LabText(style, format).compared(compared));
            case Result.Guessed guessed -> fitted(new LabText(style, format).guessed(guessed));
            case Result.Stepped stepped -> fitted(new PassText(style, format).stepped(stepped));
            case Result.Stated stated -> Visible.of(stated.name()) + " = " + format.number(stated.value());
            case Result.Question question -> fitted(new PassText(style, format).question(question));
            case Result.FormulaQuestion question -> fitted(new PassText(style, format).question(question));
            case Result.Marked marked -> fitted(new MarkedText(style).text(marked));
            case Result.Judged judged -> fitted(new LabText(style, format).judged(judged));
            case Result.Score score -> PassText.score(score);
            case Result.Progress progress ->
                progress.logged()
                        ? "epoch " + progress.done() + " of " + progress.epochs() + ": loss "
                                + format.number(progress.loss())
                        : "";
            case Result.Summary summary -> summary(summary);
            case Result.Trained trained -> trained(trained);
            case Result.Minimized minimized -> minimized(minimized);
            case Result.Formulated formulated -> fitted(AroundText.formulated(formulated));
            case Result.Followed followed -> fitted(new AroundText(style, format).followed(followed));
            case Result.Turns turns -> fitted(new AroundText(style, format).turns(turns));
            case Result.Solved solved -> fitted(new AroundText(style, format).solved(solved));
            case Result.Fitted fitted -> fitted(new FitText(style, format).fitted(fitted));
            case Result.Graphed graphed -> new GraphText(style, format, Math.max(40, width.getAsInt())).graph(graphed);
            case Result.NetworkGraphed network ->
                new GraphText(style, format, Math.max(40, width.getAsInt())).network(network);
            case Result.Plotted plotted ->
                new TerminalRenderer(width.getAsInt(), CHART_HEIGHT, style.unicode(), style.colour())
                        .render(plotted.chart())
                        .stripTrailing();
            case Result.FileWritten file -> "wrote " + file.what() + " to " + Visible.of(file.path());
            case Result.Note note -> fitted(style.note("note: ") + Visible.of(note.text()) + place(note));
            case Result.Failed failed -> diagnostics.print(failed.diagnostic());
            case Result.Tested tested -> tested(tested);
        };
    }

    private String digits(Result.DigitsSet set) {
        format = new Format(set.digits());
        return "";
    }

    private String place(Result.Note note) {
        return style.dim("   (" + Visible.of(note.span().source().name()) + ":"
                + note.span().line() + ":" + note.span().column() + ")");
    }

    private String gradient(Result.Gradient gradient) {
        String value = Visible.of(gradient.of()) + " = " + format.number(gradient.value());
        boolean plain = gradient.slopes().stream().allMatch(slope -> slope.gradient() instanceof Plain.Real);
        List<String> parts = gradient.slopes().stream()
                .map(slope -> slope(gradient.of(), slope))
                .toList();
        return value + (plain ? "   " + String.join("  ", parts) : "\n" + String.join("\n", parts));
    }

    private String slope(String of, Result.Slope slope) {
        String quotient = style.derivative(of, slope.input()) + " = ";
        return quotient + format.text(slope.gradient()).replace("\n", "\n" + " ".repeat(Width.of(quotient)));
    }

    private String fitted(String text) {
        return fits ? Wrapped.lines(text, width.getAsInt()) : text;
    }

    private String checked(Result.Checked checked) {
        Table table = new Table(style, List.of("input", "gradient", "difference", "error", ""));
        for (Result.CheckRow row : checked.rows()) {
            String verdict = switch (row.verdict()) {
                case AGREES -> row.relativeError() <= 1e-6 ? "ok" : "ok: the smaller the step, the nearer";
                case KINK ->
                    "kink: slope " + format.number(row.left()) + " to the left and " + format.number(row.right())
                            + " to the right" + convention(row);
                case JUMP -> "jump: the value leaps here" + convention(row);
                case EDGE -> "edge: the curve goes no further here" + convention(row);
                case UNCLEAR -> "unclear: the change is too small for the digits of " + checked.of();
                case DIFFERS -> "differs";
            };
            table.add(List.of(
                    row.input(),
                    format.number(row.autodiff()),
                    format.number(row.numeric()),
                    new Format(2).number(row.relativeError()),
                    verdict));
        }
        String of = Visible.of(checked.of());
        boolean all = checked.rows().stream().allMatch(row -> row.verdict() == Result.Verdict.AGREES);
        String summary = checked.ok()
                ? style.good((all ? "all gradients of " : "no gradient of ") + of + (all ? " agree" : " is wrong"))
                : style.error("some gradients of " + of + " are wrong");
        return table.text() + "\n" + summary;
    }

    private String convention(Result.CheckRow row) {
        return Double.isNaN(row.autodiff())
                ? ", and no convention applies"
                : ", and by convention " + format.number(row.autodiff());
    }

    private String trained(Result.Trained trained) {
        double[] losses = trained.losses();
        String course = losses.length == 0
                ? ""
                : ", loss " + format.number(losses[0]) + " -> " + format.number(losses[losses.length - 1]);
        Double accuracy = trained.accuracy();
        String right = accuracy == null ? "" : ", accuracy " + new Format(4).number(100 * accuracy) + " %";
        String beyond =
                trained.stepsBeyond() == 0 ? "" : " and " + count(trained.stepsBeyond(), "step") + " of the next";
        return "trained " + trained.model() + ": " + count(trained.parameters(), "parameter") + ", "
                + count(trained.epochs(), "epoch") + beyond + course + right;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String minimized(Result.Minimized minimized) {
        double[] losses = minimized.losses();
        // Where it was interrupted, the loss of where it ended was not computed.
        String course = losses.length <= minimized.steps()
                ? losses.length == 0 ? "" : " from " + format.number(losses[0])
                : ": " + format.number(losses[0]) + " -> " + format.number(losses[losses.length - 1]);
        String inputs = minimized.inputs().stream().map(this::reached).collect(Collectors.joining("  "));
        String line = "minimized " + Visible.of(minimized.of()) + " in " + count(minimized.steps(), "step") + course
                + "   " + inputs;
        if (minimized.held().isEmpty()) {
            return line;
        }
        Table table = new Table(style, List.of("condition", "slack", "multiplier"));
        minimized
                .held()
                .forEach(held -> table.add(List.of(
                        Visible.of(held.condition()), format.number(held.slack()), format.number(held.multiplier()))));
        return line + "\n" + table.text().stripTrailing();
    }

    /** What an input has become; a matrix, or what would not fit on the line, by its shape. */
    private String reached(Result.Slope input) {
        return switch (input.gradient()) {
            case Plain.Matrix matrix -> input.input() + ": " + matrix.rows() + " by " + matrix.columns() + " matrix";
            case Plain.Vector vector
            when vector.values().length > LONGEST_ON_A_LINE -> input.input() + ": vector of " + vector.values().length;
            case Plain plain -> input.input() + " = " + format.text(plain);
        };
    }

    private String summary(Result.Summary summary) {
        Table table = new Table(style, List.of(summary.model(), "shape", "activation", "parameters"));
        summary.layers().forEach(table::add);
        return table.text() + "\n" + summary.parameters() + " parameters in all";
    }

    private String tested(Result.Tested tested) {
        if (tested.passed()) {
            return style.good("passed") + "  " + Visible.of(tested.name());
        }
        String failure = tested.failure() == null ? "" : "\n" + diagnostics.print(tested.failure());
        return style.error("FAILED") + "  " + Visible.of(tested.name()) + failure;
    }
}
