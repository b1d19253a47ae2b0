package ag.paper;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.LatexWriter;
import ag.result.print.Ascii;
import java.util.List;
import java.util.stream.Collectors;

/** Documents as LaTeX. Texts beside the formulas are written in ASCII, which every LaTeX can set. */
final class LatexPaper {
    private LatexPaper() {}

    static String document(Paper paper) {
        return "\\documentclass{article}\n"
                + "\\usepackage{amsmath}\n"
                + "\\usepackage[margin=2cm]{geometry}\n"
                + "\\setlength{\\parindent}{0pt}\n"
                + "\\begin{document}\n"
                + "\\section*{" + escape(paper.title()) + "}\n"
                + paper.parts().stream().map(part -> part(part) + "\n").collect(Collectors.joining())
                + "\\end{document}\n";
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> "\\subsection*{" + escape(text) + "}";
            case Part.Words(String text) -> escape(text) + "\n";
            case Part.Formula formula -> "\\[" + LatexWriter.equation(formula.left(), formula.right()) + "\\]";
            case Part.Steps(Derivation derivation, boolean partial) -> LatexWriter.block(derivation, partial);
            case Part.Table table -> table(table);
            case Part.Lines(List<String> lines) ->
                "\\begin{small}\n\\begin{verbatim}\n" + Ascii.of(String.join("\n", lines))
                        + "\n\\end{verbatim}\n\\end{small}";
            case Part.Picture _ -> "";
            case Part.Fields(List<String> names) ->
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
                + table.rows().stream().map(LatexPaper::row).collect(Collectors.joining("\n"))
                + "\n\\end{tabular}\n\\end{small}\n";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> escape(cell.replace("\n", " ")))
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
