package ag.chart.picture;

import ag.chart.Marker;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.drawing.Typeface;
import ag.chart.layout.Flow;
import ag.chart.layout.LegendEntry;
import ag.chart.layout.LegendEntry.Symbol;
import java.util.ArrayList;
import java.util.List;

/** The legend: rows of symbol and name above the window, where it never covers data. */
final class LegendBlock {
    private static final double SIZE = 12;
    private static final double ROW = 18;
    private static final double BESIDE = 6;
    private static final double GAP = 18;

    private final Typeface typeface;
    private final double room;
    private final Flow<LegendEntry> flow;

    LegendBlock(List<LegendEntry> entries, double room, int rowLimit, Typeface typeface) {
        this.typeface = typeface;
        this.room = room;
        this.flow = Flow.of(
                entries, new Flow.Room(room, GAP, rowLimit), this::width, remark -> typeface.width(remark, SIZE));
    }

    double height() {
        return flow.rows().size() * ROW;
    }

    List<Element> draw(double left, double top) {
        List<Element> elements = new ArrayList<>();
        double middle = top + ROW / 2;
        for (List<Flow.Placed<LegendEntry>> row : flow.rows()) {
            for (Flow.Placed<LegendEntry> entry : row) {
                double x = left + entry.x();
                elements.add(symbol(entry.item().symbol(), x, middle));
                elements.add(text(name(entry.item()), x + indent(entry.item()), middle));
            }
            middle += ROW;
        }
        if (!flow.remark().isEmpty()) {
            elements.add(text(flow.remark(), left + flow.remarkX(), middle - ROW));
        }
        return elements;
    }

    private double width(LegendEntry entry) {
        return indent(entry) + typeface.width(name(entry), SIZE);
    }

    private String name(LegendEntry entry) {
        return typeface.shorten(entry.name(), SIZE, room - indent(entry));
    }

    private static double indent(LegendEntry entry) {
        return symbolWidth(entry.symbol()) + BESIDE;
    }

    private static double symbolWidth(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Line _, Symbol.Border _ -> 28;
            case Symbol.Dot _ -> 10;
            case Symbol.Patch _ -> 20;
        };
    }

    private static Text text(String text, double x, double middle) {
        return new Text(new Point(x, middle + 0.36 * SIZE), text, SIZE, Anchor.START, Palette.TEXT);
    }

    private static Element symbol(Symbol symbol, double x, double middle) {
        double width = symbolWidth(symbol);
        Point from = new Point(x + 1, middle);
        Point to = new Point(x + width - 1, middle);
        return switch (symbol) {
            case Symbol.Line(int color, int dashes) ->
                Lines.line(from, to, Palette.line(color, dashes, ChartPicture.LINE));
            case Symbol.Border() -> Lines.line(from, to, Stroke.solid(Palette.BORDER, ChartPicture.BORDER));
            case Symbol.Dot(Marker marker, int color) ->
                MarkerShape.of(marker, new Point(x + width / 2, middle), Palette.color(color));
            case Symbol.Patch(int region) ->
                new Rectangle(
                        x,
                        middle - 6,
                        width,
                        12,
                        0,
                        Paint.of(Palette.ground(region), Stroke.solid(Palette.color(region), 1)));
        };
    }
}
