package ag.result.print;

import ag.document.Document;
import ag.document.Part;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.LatexWriter;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Documents as LaTeX. Texts beside the formulas are written in ASCII, which every LaTeX can set. */
public final class LatexRenderer {
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
            case Part.Page(String title) -> "\\newpage\n\\section*{" + escape(title) + "}";
            case Part.Paragraph(String text) -> escape(text) + "\n";
            case Part.Formula formula -> "\\[" + formula(formula) + "\\]";
            case Part.Steps(Derivation derivation, boolean partial, Part.Rules text) ->
                (text.way().isEmpty() ? "" : escape(text.way()) + ":\n") + LatexWriter.block(derivation, partial);
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
                "\\textbf{" + task.number() + ".} $\\displaystyle " + LatexWriter.text(task.asked()) + "$"
                        + (task.room() == 0 ? "\\nopagebreak" : "\\\\[" + task.room() + "cm]\n");
        };
    }

    /**
     * What there is to typeset in a document, to be put where LaTeX is read: its formulas, one below the other.
     *
     * @return empty where there is none, or where that would leave out what stands beside it
     */
    public static String formulas(Document document) {
        List<String> formulas = new ArrayList<>();
        for (Part part : document.parts()) {
            switch (part) {
                case Part.Formula formula
                when formula.equations().stream().noneMatch(equation -> equation.tree() == null) ->
                    formulas.add(formula(formula));
                case Part.Steps(Derivation derivation, boolean partial, Part.Rules _) ->
                    formulas.add(aligned(derivation, partial));
                case Part.Rules _ -> {} // They lead to the formula.
                case Part.Formula _,
                        Part.Heading _,
                        Part.Page _,
                        Part.Paragraph _,
                        Part.Line _,
                        Part.Verbatim _,
                        Part.Table _,
                        Part.Note _,
                        Part.Message _,
                        Part.Plot _,
                        Part.Graph _,
                        Part.Network _,
                        Part.Picture _,
                        Part.Blanks _,
                        Part.Task _ -> {
                    return "";
                }
            }
        }
        return switch (formulas.size()) {
            case 0 -> "";
            case 1 -> "$\\displaystyle " + formulas.getFirst() + "$";
            default -> "$\\displaystyle \\begin{gathered} " + String.join(" \\\\ ", formulas) + " \\end{gathered}$";
        };
    }

    /** Steps as one formula of several lines. */
    static String aligned(Derivation derivation, boolean partial) {
        return LatexWriter.block(derivation, partial).replace("align*", "aligned");
    }

    static String formula(Part.Formula formula) {
        return formula.equations().stream()
                .map(equation -> {
                    Term tree = equation.tree();
                    return tree == null
                            ? "\\text{" + escape(equation.text()) + "}"
                            : LatexWriter.relation(equation.left(), tree)
                                    + (equation.end().isEmpty()
                                            ? ""
                                            : " " + equation.end().replace("≈", "\\approx"));
                })
                .collect(Collectors.joining(",\\quad "));
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
