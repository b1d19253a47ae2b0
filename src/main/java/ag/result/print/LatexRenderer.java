package ag.result.print;

import ag.document.Document;
import ag.document.Part;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.LatexWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Documents as LaTeX. Texts beside the formulas are written in ASCII, which every LaTeX can set. */
final class LatexRenderer {
    private LatexRenderer() {}

    static String document(Document document) {
        return "\\documentclass{article}\n"
                + "\\usepackage{amsmath}\n"
                + "\\usepackage[margin=2cm]{geometry}\n"
                + "\\setlength{\\parindent}{0pt}\n"
                + "\\begin{document}\n"
                + "\\section*{" + escape(document.title()) + "}\n"
                + Preformatted.joined(document.parts()).stream()
                        .map(part -> part(part) + "\n")
                        .collect(Collectors.joining())
                + "\\end{document}\n";
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> "\\subsection*{" + escape(text) + "}";
            case Part.Paragraph(String text) -> escape(text) + "\n";
            case Part.Formula formula -> "\\[" + LatexWriter.equation(formula.left(), formula.right()) + "\\]";
            case Part.Steps(Derivation derivation, boolean partial) -> LatexWriter.block(derivation, partial);
            case Part.Table table -> table(table);
            case Part.Line _,
                    Part.Verbatim _,
                    Part.Rules _,
                    Part.Note _,
                    Part.Message _,
                    Part.Plot _,
                    Part.Graph _,
                    Part.Network _ ->
                "\\begin{small}\n\\begin{verbatim}\n" + Ascii.of(Preformatted.text(part))
                        + "\n\\end{verbatim}\n\\end{small}";
            case Part.Picture _ -> "";
            case Part.Blanks(List<String> names) ->
                names.stream()
                        .map(name -> escape(name) + ": \\underline{\\hspace{4cm}}")
                        .collect(Collectors.joining("\\quad ", "", "\n\n\\bigskip"));
            case Part.Task task ->
                "\\textbf{" + task.number() + ".} $\\displaystyle " + LatexWriter.text(task.asked()) + "$\\\\["
                        + task.room() + "cm]\n";
        };
    }

    private static String table(Part.Table table) {
        return "\\begin{small}\n\\begin{tabular}{" + "l".repeat(table.header().size()) + "}\n"
                + row(table.header()) + " \\hline\n"
                + table.rows().stream().map(LatexRenderer::row).collect(Collectors.joining("\n"))
                + "\n\\end{tabular}\n\\end{small}\n";
    }

    private static String row(List<Part.Cell> cells) {
        return cells.stream()
                .map(cell -> escape(String.join(", ", cell.items()).replace("\n", " ")))
                .collect(Collectors.joining(" & ", "", " \\\\"));
    }

    private static String escape(String text) {
        return Ascii.of(text)
                .replace("\\", "\\textbackslash ")
                .replaceAll("([&%$#_{}])", "\\\\$1")
                .replace("^", "\\^{}")
                .replace("~", "\\~{}");
    }
}
