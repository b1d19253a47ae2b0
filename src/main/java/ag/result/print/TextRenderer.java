package ag.result.print;

import ag.chart.terminal.TerminalRenderer;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.lang.algebra.TextWriter;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.result.Format;
import ag.result.GraphResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Documents as text, with colours or plain. */
public final class TextRenderer {
    private static final int CHART_HEIGHT = 18;
    private static final int LEAST_GRAPH = 40;
    private static final int STANDARD_WIDTH = 80;

    /** How wide a list in an entry of a table may become. */
    private static final int WIDEST_LIST = 34;

    /** Longer steps do not push the rules of the others away. */
    private static final int WIDEST_STEP = 60;

    private final Style style;
    private final IntSupplier width;
    private final boolean fits;

    private TextRenderer(Style style, IntSupplier width, boolean fits) {
        this.style = style;
        this.width = width;
        this.fits = fits;
    }

    /** For a file or a pipe, where lines are as long as they are. */
    public static TextRenderer unbroken(Style style) {
        return new TextRenderer(style, () -> STANDARD_WIDTH, false);
    }

    /**
     * For a screen.
     *
     * @param width how many columns it has; asked where it matters, for it may take a moment to find out
     */
    public static TextRenderer fitting(Style style, IntSupplier width) {
        return new TextRenderer(style, width, true);
    }

    /** One or more lines without an end after the last; empty where there is nothing to show. */
    public String text(Document document) {
        return document.parts().stream()
                .filter(part -> !(part instanceof Part.Heading))
                .map(this::text)
                .collect(Collectors.joining("\n"));
    }

    private String text(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> fitted(Visible.of(text));
            case Part.Page(String title) -> fitted(Visible.of(title));
            case Part.Paragraph(String text) -> fitted(Visible.of(text));
            case Part.Line(List<Phrase> phrases) ->
                fitted(phrases.stream().map(style::painted).collect(Collectors.joining()));
            case Part.Verbatim(String lead, String text) -> verbatim(style.written(Visible.of(lead)), text);
            case Part.Table table -> fitted(table(table));
            case Part.Formula formula ->
                fitted(formula.equations().stream()
                        .map(equation -> style.written(Visible.of(equation.text())))
                        .collect(Collectors.joining(", ")));
            case Part.Steps steps -> fitted(rules(steps.text()));
            case Part.Rules rules -> fitted(rules(rules));
            case Part.Note(String text, Span place) ->
                fitted(style.note("note: ") + style.written(Visible.of(text)) + place(place));
            case Part.Message(Diagnostic diagnostic) -> new DiagnosticPrinter(style).print(diagnostic);
            case Part.Plot plot ->
                new TerminalRenderer(width.getAsInt(), CHART_HEIGHT, style.unicode(), style.colour())
                        .render(plot.chart())
                        .stripTrailing();
            case Part.Graph(GraphResult.Graphed graph, Format format) ->
                graphs(format).graph(graph);
            case Part.Network(GraphResult.NetworkGraphed network) ->
                graphs(new Format(Format.STANDARD_DIGITS)).network(network);
            case Part.Picture _ -> "";
            case Part.Blanks(List<String> names) -> String.join(": ______________    ", names) + ": ______________";
            case Part.Task task -> task.number() + ". " + TextWriter.text(task.asked());
        };
    }

    private GraphText graphs(Format format) {
        return new GraphText(style, format, Math.max(LEAST_GRAPH, width.getAsInt()));
    }

    private String fitted(String text) {
        return fits ? Wrapped.lines(text, width.getAsInt()) : text;
    }

    private static String verbatim(String lead, String text) {
        String visible = Visible.lines(text);
        return lead.isEmpty() ? visible : lead + visible.replace("\n", "\n" + " ".repeat(Width.of(lead)));
    }

    private String place(Span place) {
        return style.dim("   (" + Visible.of(place.source().name()) + ":" + place.line() + ":" + place.column() + ")");
    }

    private String table(Part.Table table) {
        Table columns = new Table(style, row(table.header()));
        table.rows().forEach(row -> columns.add(row(row)));
        return columns.text();
    }

    private static List<String> row(List<Part.Cell> cells) {
        return cells.stream().map(cell -> list(cell.items())).toList();
    }

    /** A long list goes on in the next line of its entry. */
    private static String list(List<String> items) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String item : items) {
            if (column > 0) {
                boolean fitting = column + 2 + Width.of(item) <= WIDEST_LIST;
                lines.append(fitting ? ", " : ",\n");
                column = fitting ? column + 2 : 0;
            }
            lines.append(item);
            column += Width.of(item);
        }
        return lines.toString();
    }

    /** Where a rule does not fit behind its step, all go below. */
    private String rules(Part.Rules rules) {
        List<String> steps = rules.steps().stream()
                .map(step -> style.written(Visible.of(step.expression())))
                .toList();
        int aligned = steps.stream()
                .mapToInt(Width::of)
                .filter(wide -> wide <= WIDEST_STEP)
                .max()
                .orElse(0);
        int longest = 0;
        for (int i = 0; i < steps.size(); i++) {
            int rule = Width.of(rules.steps().get(i).rule());
            longest = Math.max(longest, Math.max(aligned, Width.of(steps.get(i))) + rule);
        }
        boolean below = fits && 4 + longest + 3 > width.getAsInt();
        List<String> lines = new ArrayList<>();
        if (!rules.way().isEmpty()) {
            lines.add(style.dim(style.written(Visible.of(rules.way())) + ":"));
        }
        lines.add(style.written(Visible.of(rules.start())));
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            String gap = below ? "\n      " : " ".repeat(Math.max(0, aligned - Width.of(step)) + 3);
            lines.add((rules.equations() ? "  " : "  = ")
                    + step
                    + gap
                    + style.dim(rules.steps().get(i).rule()));
        }
        return String.join("\n", lines);
    }
}
