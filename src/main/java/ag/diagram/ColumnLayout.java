package ag.diagram;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram.Edge;
import java.util.ArrayList;
import java.util.List;

/** Columns side by side, each in the order of its nodes and centred: the usual picture of a network. */
public final class ColumnLayout implements Layout {
    private static final double MARGIN = 16;
    private static final double BETWEEN_NODES = 10;
    private static final double BETWEEN_COLUMNS = 110;

    private final List<Column> columns;

    public ColumnLayout(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * This many of the nodes, counted on from the last column's.
     *
     * @param caption what stands below it, a line each
     */
    public record Column(int size, List<String> caption) {
        public Column {
            caption = List.copyOf(caption);
        }
    }

    @Override
    public Placement place(Diagram diagram, Typeface typeface) {
        List<NodeSize> sizes = diagram.nodes().stream()
                .map(node -> NodeSize.of(node, typeface))
                .toList();
        double tallest = 0;
        int first = 0;
        for (Column column : columns) {
            tallest = Math.max(tallest, height(sizes.subList(first, first + column.size)));
            first += column.size;
        }
        List<Placement.Box> boxes = new ArrayList<>();
        List<Placement.Caption> captions = new ArrayList<>();
        double x = MARGIN;
        first = 0;
        for (Column column : columns) {
            List<NodeSize> own = sizes.subList(first, first + column.size);
            double width = own.stream().mapToDouble(NodeSize::width).max().orElse(0);
            for (String line : column.caption) {
                width = Math.max(width, typeface.width(line, NodeSize.TEXT));
            }
            double y = MARGIN + (tallest - height(own)) / 2;
            for (NodeSize size : own) {
                boxes.add(new Placement.Box(x + (width - size.width()) / 2, y, size.width(), size.height()));
                y += size.height() + BETWEEN_NODES;
            }
            double line = MARGIN + tallest + NodeSize.LINE;
            for (String text : column.caption) {
                captions.add(new Placement.Caption(new Point(x + width / 2, line), text));
                line += NodeSize.LINE;
            }
            x += width + BETWEEN_COLUMNS;
            first += column.size;
        }
        int lines =
                columns.stream().mapToInt(column -> column.caption.size()).max().orElse(0);
        double height = 2 * MARGIN + tallest + lines * NodeSize.LINE;
        return new Placement(x - BETWEEN_COLUMNS + MARGIN, height, boxes, routes(diagram.edges(), boxes), captions);
    }

    private static double height(List<NodeSize> sizes) {
        return sizes.stream().mapToDouble(size -> size.height() + BETWEEN_NODES).sum() - BETWEEN_NODES;
    }

    private static List<List<Point>> routes(List<Edge> edges, List<Placement.Box> boxes) {
        List<List<Point>> routes = new ArrayList<>();
        for (Edge edge : edges) {
            Placement.Box from = boxes.get(edge.from());
            Placement.Box to = boxes.get(edge.to());
            routes.add(List.of(
                    new Point(from.x() + from.width(), from.center().y()),
                    new Point(to.x(), to.center().y())));
        }
        return routes;
    }
}
