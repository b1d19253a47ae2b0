package ag.diagram;

import ag.chart.drawing.Color;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Placement.Box;
import ag.engine.Elementary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a diagram looks like. Every node is a group of its own, with its id and what it is in words. */
public final class DiagramPicture {
    private static final Color INK = Color.rgb(0x222222);
    private static final Color ARROW = Color.rgb(0x777777);
    private static final Color INPUT = Color.rgb(0xD9EAF5);
    private static final Color OPERATION = Color.rgb(0xFBE3C8);
    private static final Color FOLDED = Color.rgb(0xF0F0F0);
    /** Blue and vermilion of Okabe and Ito, which people with any common colour blindness can tell apart. */
    private static final Color POSITIVE = Color.rgb(0x0072B2);

    private static final Color NEGATIVE = Color.rgb(0xD55E00);
    private static final double BORDER = 1.2;
    private static final double ARROW_LENGTH = 7;
    private static final double ARROW_HALF = 3.2;
    private static final double THINNEST = 0.3;
    private static final double THICKEST = 2.8;
    private static final double REMARK = 24;
    private static final double MARGIN = 14;

    private final Diagram diagram;
    private final Placement placement;
    private final double heaviest;
    private final List<Element> elements = new ArrayList<>();

    private DiagramPicture(Diagram diagram, Placement placement) {
        this.diagram = diagram;
        this.placement = placement;
        this.heaviest = diagram.edges().stream()
                .map(Edge::weight)
                .filter(Objects::nonNull)
                .mapToDouble(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    public static Drawing draw(Diagram diagram, Placement placement, Typeface typeface) {
        DiagramPicture picture = new DiagramPicture(diagram, placement);
        picture.draw();
        double width = placement.width();
        double height = placement.height();
        if (!diagram.remark().isBlank()) {
            picture.text(new Point(MARGIN, height + NodeSize.TEXT), diagram.remark(), Anchor.START);
            width = Math.max(width, typeface.width(diagram.remark(), NodeSize.TEXT) + 2 * MARGIN);
            height += REMARK;
        }
        return new Drawing(width, height, diagram.title(), diagram.description(), picture.elements);
    }

    private void draw() {
        for (int i = 0; i < diagram.edges().size(); i++) {
            edge(diagram.edges().get(i), placement.routes().get(i));
        }
        for (int i = 0; i < diagram.nodes().size(); i++) {
            Node node = diagram.nodes().get(i);
            elements.add(new Group(
                    node.id(), node.label(), node(node, placement.boxes().get(i))));
        }
        placement.captions().forEach(caption -> text(caption.at(), caption.text(), Anchor.MIDDLE));
    }

    private void edge(Edge edge, List<Point> route) {
        Double weight = edge.weight();
        if (weight == null) {
            elements.add(new Lines(List.of(route), Stroke.solid(ARROW, BORDER)));
            elements.add(head(route.get(route.size() - 2), route.getLast()));
        } else {
            double share = heaviest == 0 || !Double.isFinite(weight) ? 0 : Math.abs(weight) / heaviest;
            double width = THINNEST + (THICKEST - THINNEST) * share;
            elements.add(new Lines(List.of(route), Stroke.solid(weight < 0 ? NEGATIVE : POSITIVE, width)));
        }
    }

    private static Area head(Point from, Point tip) {
        double dx = tip.x() - from.x();
        double dy = tip.y() - from.y();
        double length = Math.max(1e-9, Elementary.hypot(dx, dy));
        double ux = dx / length;
        double uy = dy / length;
        double x = tip.x() - ux * ARROW_LENGTH;
        double y = tip.y() - uy * ARROW_LENGTH;
        Point left = new Point(x - uy * ARROW_HALF, y + ux * ARROW_HALF);
        Point right = new Point(x + uy * ARROW_HALF, y - ux * ARROW_HALF);
        return Area.polygon(List.of(tip, left, right), Paint.filled(ARROW));
    }

    private static List<Element> node(Node node, Box box) {
        List<Element> parts = new ArrayList<>();
        Stroke line = Stroke.solid(INK, BORDER);
        double round = box.height() / 2;
        switch (node.shape()) {
            case INPUT -> parts.add(rectangle(box, 12, Paint.of(INPUT, line)));
            case VALUE -> parts.add(rectangle(box, 2, Paint.of(Color.WHITE, line)));
            case FOLDED -> parts.add(rectangle(box, 2, Paint.of(FOLDED, new Stroke(INK, BORDER, List.of(4.0, 3.0)))));
            case OPERATION -> parts.add(rectangle(box, round, Paint.of(OPERATION, line)));
            case CONSTANT -> {}
            case NEURON -> parts.add(rectangle(box, round, Paint.of(Color.WHITE, line)));
        }
        double y = box.center().y() - (node.lines().size() - 1) * NodeSize.LINE / 2 + 0.36 * NodeSize.TEXT;
        for (String text : node.lines()) {
            parts.add(new Text(new Point(box.center().x(), y), text, NodeSize.TEXT, Anchor.MIDDLE, INK));
            y += NodeSize.LINE;
        }
        return parts;
    }

    private static Rectangle rectangle(Box box, double radius, Paint paint) {
        return new Rectangle(box.x(), box.y(), box.width(), box.height(), radius, paint);
    }

    private void text(Point at, String text, Anchor anchor) {
        elements.add(new Text(at, text, NodeSize.TEXT, anchor, INK));
    }
}
