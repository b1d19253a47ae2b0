package ag.result.print;

import ag.document.Document;
import ag.document.Part;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.LatexWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Documents as Markdown, with formulas in LaTeX between dollar signs. */
final class MarkdownRenderer {
    private MarkdownRenderer() {}

    static String document(Document document) {
        return "# " + escape(document.title()) + "\n\n"
                + Preformatted.joined(document.parts()).stream()
                        .map(MarkdownRenderer::part)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> "## " + escape(text);
            case Part.Page(String title) -> "---\n\n# " + escape(title);
            case Part.Paragraph(String text) -> escape(text);
            case Part.Formula formula -> "$$\n" + LatexRenderer.formula(formula) + "\n$$";
            case Part.Steps(Derivation derivation, boolean partial, Part.Rules text) ->
                (text.way().isEmpty() ? "" : escape(text.way()) + ":\n\n") + "$$\n"
                        + LatexRenderer.aligned(derivation, partial) + "\n$$";
            case Part.Table table -> table(table);
            case Part.Line _,
                    Part.Verbatim _,
                    Part.Rules _,
                    Part.Note _,
                    Part.Message _,
                    Part.Plot _,
                    Part.Graph _,
                    Part.Network _ -> "```text\n" + Preformatted.text(part) + "\n```";
            case Part.Picture _ -> "";
            case Part.Blanks(List<String> names) -> String.join(": ______________    ", names) + ": ______________";
            case Part.Task task -> task.number() + ". $" + LatexWriter.text(task.asked()) + "$";
        };
    }

    private static String table(Part.Table table) {
        return row(table.header()) + "\n"
                + row(table.header().stream().map(_ -> new Part.Cell("---")).toList()) + "\n"
                + table.rows().stream().map(MarkdownRenderer::row).collect(Collectors.joining("\n"));
    }

    private static String row(List<Part.Cell> cells) {
        return cells.stream()
                .map(cell -> escape(String.join(", ", cell.items())).replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
    }
}
