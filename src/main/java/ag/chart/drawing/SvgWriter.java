package ag.chart.drawing;

import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Drawing} as SVG 1.1: one self-contained document that opens in every browser and editor.
 *
 * <p>Text stays text, in whatever sans-serif font the reader has. The ground is painted white, so that the picture
 * reads the same on a dark page. The same drawing gives the same characters on every machine and in every locale.
 */
public final class SvgWriter {
    private static final String FONTS = "'DejaVu Sans', Verdana, sans-serif";

    private final StringBuilder out = new StringBuilder();

    private SvgWriter() {}

    /** The whole document, ending in a line break. */
    public static String write(Drawing drawing) {
        SvgWriter writer = new SvgWriter();
        writer.document(drawing);
        return writer.out.toString();
    }

    private void document(Drawing drawing) {
        String width = number(drawing.width());
        String height = number(drawing.height());
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"" + FONTS
                + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
        line(named("title", drawing.title()) + named("desc", drawing.description()));
        line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>");
        drawing.elements().forEach(this::element);
        line("</svg>");
    }

    private void element(Element element) {
        switch (element) {
            case Lines(List<List<Point>> lines, Stroke stroke) ->
                line("<path d=\"" + lines.stream().map(SvgWriter::open).collect(Collectors.joining())
                        + "\" fill=\"none\"" + outline(stroke) + "/>");
            case Area(List<List<Point>> outlines, Paint paint) ->
                line("<path d=\"" + outlines.stream().map(SvgWriter::closed).collect(Collectors.joining()) + "\""
                        + paint(paint) + "/>");
            case Rectangle(double x, double y, double width, double height, double radius, Paint paint) ->
                line("<rect" + attribute("x", x) + attribute("y", y) + attribute("width", width)
                        + attribute("height", height) + (radius > 0 ? attribute("rx", radius) : "") + paint(paint)
                        + "/>");
            case Circle(Point center, double radius, Paint paint) ->
                line("<circle" + attribute("cx", center.x()) + attribute("cy", center.y()) + attribute("r", radius)
                        + paint(paint) + "/>");
            case Text text -> text(text);
            case Group(String id, String label, List<Element> elements) -> {
                line("<g" + (id.isBlank() ? "" : " id=\"" + escape(id) + "\"") + ">" + named("title", label));
                elements.forEach(this::element);
                line("</g>");
            }
        }
    }

    private void text(Text text) {
        String anchor = switch (text.anchor()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        line("<text" + attribute("x", text.at().x()) + attribute("y", text.at().y())
                + attribute("font-size", text.size()) + " text-anchor=\"" + anchor + "\" fill=\""
                + hex(text.color()) + "\" xml:space=\"preserve\">" + escape(text.text()) + "</text>");
    }

    private static String named(String tag, String text) {
        return text.isBlank() ? "" : "<" + tag + ">" + escape(text) + "</" + tag + ">";
    }

    private static String open(List<Point> points) {
        // A line that goes nowhere shows its round ends: a dot.
        String first = "M" + pair(points.getFirst());
        List<Point> rest = points.size() == 1 ? points : points.subList(1, points.size());
        return first + rest.stream().map(SvgWriter::pair).collect(Collectors.joining(" ", "L", ""));
    }

    private static String closed(List<Point> points) {
        return points.stream().map(SvgWriter::pair).collect(Collectors.joining(" ", "M", "Z"));
    }

    private static String pair(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String paint(Paint paint) {
        Color fill = paint.fill();
        return " fill=\"" + (fill == null ? "none" : hex(fill)) + "\"" + outline(paint.outline());
    }

    private static String outline(@Nullable Stroke stroke) {
        if (stroke == null) {
            return "";
        }
        String dashes = stroke.dashes().isEmpty()
                ? ""
                : stroke.dashes().stream()
                        .map(SvgWriter::number)
                        .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
        return " stroke=\"" + hex(stroke.color()) + "\"" + attribute("stroke-width", stroke.width()) + dashes;
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String hex(Color color) {
        int rgb = (color.red() << 16) | (color.green() << 8) | color.blue();
        return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
    }

    /** Two decimals are finer than any screen; written by hand because String.format follows the locale. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        long magnitude = Math.abs(hundredths);
        String sign = hundredths < 0 ? "-" : "";
        long decimals = magnitude % 100;
        if (decimals == 0) {
            return sign + magnitude / 100;
        }
        String digits = decimals % 10 == 0 ? "" + decimals / 10 : (decimals < 10 ? "0" : "") + decimals;
        return sign + magnitude / 100 + "." + digits;
    }

    /** Text as XML: markup escaped, and U+FFFD for what XML 1.0 cannot hold (section 2.2 of its specification). */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int letter) {
        if (letter < 0x20) {
            return letter == '\t' || letter == '\n' || letter == '\r';
        }
        return !(letter >= 0xD800 && letter <= 0xDFFF) && letter != 0xFFFE && letter != 0xFFFF;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
