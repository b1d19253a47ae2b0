package ag.lang.statements;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.SvgWriter;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.DiagramPicture;
import ag.diagram.DotWriter;
import ag.diagram.Layout;
import ag.files.page.GraphPage;
import ag.files.picture.PngWriter;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A diagram as the content of a file, of the kind that the file's name asks for.
 *
 * @param header the columns of the table that tells the same in words
 */
record GraphFile(Diagram diagram, Layout layout, List<String> header, List<List<String>> rows) {
    private static final double SHARPNESS = 2;
    private static final double MOST_PIXELS = 40e6;

    byte[] content(String path, Span span) {
        String name = path.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot)) {
            case ".dot", ".gv" -> utf8(DotWriter.write(diagram));
            case ".svg" -> utf8(SvgWriter.write(drawing(Typeface.bundled())));
            case ".html", ".htm" -> utf8(new GraphPage(drawing(Typeface.bundled()), header, rows).html());
            case ".png" -> {
                Typeface typeface = Typeface.bundled();
                Drawing drawing = drawing(typeface);
                double pixels = drawing.width() * drawing.height();
                yield PngWriter.write(drawing, Math.min(SHARPNESS, Math.sqrt(MOST_PIXELS / pixels)), typeface);
            }
            default ->
                throw new AgException(
                        "bad-file",
                        "a graph is written to a .svg, .png, .dot or .html file",
                        span,
                        "write: graph L to \"g.svg\"");
        };
    }

    private Drawing drawing(Typeface typeface) {
        return DiagramPicture.draw(diagram, layout.place(diagram, typeface), typeface);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
