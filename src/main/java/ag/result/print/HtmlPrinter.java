package ag.result.print;

import ag.result.Format;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;

/** Writes results that have tables as HTML: what stands in columns in a terminal is a table here. */
public final class HtmlPrinter {
    private final TextPrinter printer;

    public HtmlPrinter(Format format) {
        this.printer = new TextPrinter(Style.CELLS, format);
    }

    /** The HTML of a result; empty where it has no table, so that its text tells as much. */
    public String html(Result result) {
        String text = printer.text(result);
        if (text.indexOf(Table.ROW) < 0) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        List<String> around = new ArrayList<>();
        boolean inTable = false;
        for (String line : text.split("\n", -1)) {
            boolean isRow = line.indexOf(Table.ROW) >= 0;
            if (isRow && !inTable) {
                paragraph(html, around);
                html.append("<table>\n");
                row(html, line, "th");
            } else if (isRow) {
                row(html, line, "td");
            } else {
                html.append(inTable ? "</table>\n" : "");
                around.add(line);
            }
            inTable = isRow;
        }
        html.append(inTable ? "</table>\n" : "");
        paragraph(html, around);
        return html.toString();
    }

    private static void paragraph(StringBuilder html, List<String> lines) {
        if (!lines.isEmpty()) {
            html.append("<pre>").append(escape(String.join("\n", lines))).append("</pre>\n");
            lines.clear();
        }
    }

    private static void row(StringBuilder html, String line, String tag) {
        html.append("<tr>");
        for (String cell : line.substring(line.indexOf(Table.ROW) + 1).split(String.valueOf(Table.CELL), -1)) {
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(escape(cell).replace(String.valueOf(Table.LINE), "<br>"))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
