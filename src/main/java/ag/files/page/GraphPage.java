package ag.files.page;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.SvgWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page with a picture that can be moved and enlarged, and with what it shows as a table.
 *
 * @param formulas what stands beside the picture, as HTML; may be empty
 * @param header the table's column names
 * @param rows its rows, as many entries each
 */
public record GraphPage(Drawing drawing, String formulas, List<String> header, List<List<String>> rows) {
    public GraphPage {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** The whole document. */
    public String html() {
        return Template.fill(
                "graph.html",
                Map.of(
                        "title", Template.escape(drawing.title()),
                        "description", Template.escape(drawing.description()),
                        "picture", SvgWriter.write(drawing),
                        "formulas", formulas,
                        "header", cells("th scope=\"col\"", "th", header),
                        "rows", rows.stream().map(GraphPage::row).collect(Collectors.joining("\n"))));
    }

    private static String row(List<String> row) {
        return "<tr>" + cells("th scope=\"row\"", "th", row.subList(0, 1))
                + cells("td", "td", row.subList(1, row.size())) + "</tr>";
    }

    private static String cells(String open, String close, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + open + ">" + Template.escape(text) + "</" + close + ">")
                .collect(Collectors.joining());
    }
}
