package ag.lang.statements;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.SvgWriter;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.diagram.DotWriter;
import ag.diagram.Layout;
import ag.host.Content;
import ag.host.Pictures;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * A diagram as the content of a file, of the kind that the file's name asks for.
 *
 * @param formulas what stands beside it on a page, as HTML; may be empty
 * @param header the columns of the table that tells the same in words
 */
record GraphFile(Diagram diagram, Layout layout, String formulas, List<String> header, List<List<String>> rows) {
    private static final double SHARPNESS = 2;
    private static final double MOST_PIXELS = 40e6;

    Content content(Pictures pictures, String path, Span span) {
        String name = path.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot)) {
            case ".dot", ".gv" -> new Content.Text(DotWriter.write(diagram));
            case ".svg" -> new Content.Text(SvgWriter.write(drawing()));
            case ".html", ".htm" -> new Content.Text(pictures.graphPage(drawing(), formulas, header, rows, span));
            case ".png" -> {
                Drawing drawing = drawing();
                double pixels = drawing.width() * drawing.height();
                double scale = Math.min(SHARPNESS, Math.sqrt(MOST_PIXELS / pixels));
                yield new Content.Bytes(pictures.png(drawing, scale, span));
            }
            default ->
                throw new AgException(
                        ErrorCode.BAD_FILE,
                        "a graph is written to a .svg, .png, .dot or .html file",
                        span,
                        "write: graph L to \"g.svg\"");
        };
    }

    private Drawing drawing() {
        Typeface typeface = Typeface.bundled();
        return DiagramPicture.draw(diagram, layout.place(diagram, typeface), typeface);
    }
}
