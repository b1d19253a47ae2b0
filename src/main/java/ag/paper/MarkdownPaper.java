package ag.paper;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.LatexWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Documents as Markdown, with formulas in LaTeX between dollar signs. */
final class MarkdownPaper {
    private MarkdownPaper() {}

    static String document(Paper paper) {
        return "# " + escape(paper.title()) + "\n\n"
                + paper.parts().stream()
                        .map(MarkdownPaper::part)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> "## " + escape(text);
            case Part.Words(String text) -> escape(text);
            case Part.Formula formula -> "$$\n" + LatexWriter.equation(formula.left(), formula.right()) + "\n$$";
            case Part.Steps(Derivation derivation, boolean partial) ->
                "$$\n" + LatexWriter.block(derivation, partial).replace("align*", "aligned") + "\n$$";
            case Part.Table table -> table(table);
            case Part.Lines(List<String> lines) -> "```text\n" + String.join("\n", lines) + "\n```";
            case Part.Picture _ -> "";
            case Part.Fields(List<String> names) -> String.join(": ______________    ", names) + ": ______________";
            case Part.Task task -> task.number() + ". $" + LatexWriter.text(task.asked()) + "$";
        };
    }

    private static String table(Part.Table table) {
        return row(table.header()) + "\n"
                + row(table.header().stream().map(_ -> "---").toList()) + "\n"
                + table.rows().stream().map(MarkdownPaper::row).collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> escape(cell).replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
    }
}
