package ag.result.print;

import ag.document.Document;
import ag.document.Part;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.MathMlWriter;
import ag.lang.algebra.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Documents as web pages of one file, in which the browser typesets the formulas. */
public final class HtmlRenderer {
    private static final String STYLE = """
        :root { color-scheme: light dark; --ink: #1c1c1c; --ground: #fff; --faint: #5c5c5c; --line: #c8c8c8; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e8e8; --ground: #16181b; --faint: #a8a8a8; --line: #45484d; }
          .picture svg { filter: invert(0.9) hue-rotate(180deg); }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.45 "DejaVu Sans", Verdana, system-ui, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
        .page { break-before: page; border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
        h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
        math { font-size: 1.15em; }
        .wide { overflow: auto hidden; }
        .picture svg { max-width: 100%; height: auto; }
        table { border-collapse: collapse; }
        .grid { margin: 1rem 0; }
        .grid th, .grid td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; }
        .steps td { padding: .35rem .8rem .35rem 0; vertical-align: middle; }
        .steps .rule { color: var(--faint); font-size: .9rem; min-width: 7rem; }
        pre { font: .85rem/1.5 "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
        .fields { display: flex; gap: 2rem; }
        .fields span { flex: 1; border-bottom: 1px solid var(--ink); padding: 1rem 0 .2rem; }
        .question { break-inside: avoid; }
        .task { display: flex; gap: 1rem; align-items: baseline; padding-top: .6rem; }
        .room { border-bottom: 1px dotted var(--line); }
        @page { margin: 2cm; }
        @media print { :root { --ink: #000; --ground: #fff; --faint: #333; --line: #999; } body { font-size: 12pt; } main { padding: 0; } .wide { overflow: visible; } .page { border: 0; margin-top: 0; padding-top: 0; } }
        """;

    private static final String LINE_HEIGHT = "2.2rem";

    private HtmlRenderer() {}

    static String document(Document document) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """.formatted(escape(document.title()), STYLE, escape(document.title()), fragment(document.parts()));
    }

    /** The parts alone, to be put into a page that has styles of its own. */
    public static String fragment(List<Part> parts) {
        return Preformatted.joined(parts).stream()
                .map(part -> part(part) + "\n")
                .collect(Collectors.joining());
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Heading(String text) -> "<h2>" + escape(text) + "</h2>";
            case Part.Page(String title) -> "<h1 class=\"page\">" + escape(title) + "</h1>";
            case Part.Paragraph(String text) -> "<p>" + escape(text) + "</p>";
            case Part.Formula formula -> "<p class=\"wide\">" + formula(formula) + "</p>";
            case Part.Steps(Derivation derivation, boolean partial, Part.Rules text) ->
                way(text) + steps(derivation, partial);
            case Part.Table table -> table(table);
            case Part.Line _,
                    Part.Verbatim _,
                    Part.Rules _,
                    Part.Note _,
                    Part.Message _,
                    Part.Plot _,
                    Part.Graph _,
                    Part.Network _ -> "<pre>" + escape(Preformatted.text(part)) + "</pre>";
            case Part.Picture(String svg) -> "<figure class=\"picture wide\">" + svg + "</figure>";
            case Part.Blanks(List<String> names) ->
                names.stream()
                        .map(name -> "<span>" + escape(name) + "</span>")
                        .collect(Collectors.joining("", "<div class=\"fields\">", "</div>"));
            case Part.Task task ->
                "<div class=\"question\"><div class=\"task\"><b>" + task.number() + ".</b><div class=\"wide\">"
                        + MathMlWriter.relation("", task.asked()) + "</div></div>"
                        + ("<div class=\"room\" style=\"height: " + LINE_HEIGHT + "\"></div>").repeat(task.room())
                        + "</div>";
        };
    }

    private static String formula(Part.Formula formula) {
        return formula.equations().stream()
                .map(equation -> {
                    Term tree = equation.tree();
                    return tree == null
                            ? escape(equation.text())
                            : MathMlWriter.relation(equation.left(), tree, equation.end());
                })
                .collect(Collectors.joining(", "));
    }

    private static String way(Part.Rules text) {
        return text.way().isEmpty() ? "" : "<p>" + escape(text.way()) + ":</p>";
    }

    private static String steps(Derivation derivation, boolean partial) {
        String rows = derivation.steps().stream()
                .map(step -> "<tr><td>" + MathMlWriter.step(step.term(), partial) + "</td><td class=\"rule\">"
                        + escape(step.rule()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Steps\"><table class=\"steps\"><tr><td>"
                + MathMlWriter.text(derivation.start(), partial) + "</td><td></td></tr>\n" + rows + "</table></div>";
    }

    private static String table(Part.Table table) {
        return "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table"
                + " class=\"grid\"><thead><tr>"
                + cells("th", table.header()) + "</tr></thead><tbody>\n"
                + table.rows().stream()
                        .map(row -> "<tr>" + cells("td", row) + "</tr>")
                        .collect(Collectors.joining("\n"))
                + "</tbody></table></div>";
    }

    private static String cells(String tag, List<Part.Cell> cells) {
        return cells.stream()
                .map(cell -> "<" + tag + ">"
                        + escape(String.join(", ", cell.items())).replace("\n", "<br>") + "</" + tag + ">")
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
