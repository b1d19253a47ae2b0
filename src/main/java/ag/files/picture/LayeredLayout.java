package ag.files.picture;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Layout;
import ag.diagram.NodeSize;
import ag.diagram.Placement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Layers from left to right with few crossings (Sugiyama, Tagawa and Toda 1981), by the Eclipse Layout Kernel: every arrow points
 * to the right. The same diagram is always laid out alike.
 */
public final class LayeredLayout implements Layout {
    private static final double MARGIN = 14;
    private static final double BETWEEN_NODES = 16;
    private static final double BETWEEN_LAYERS = 34;

    @Override
    public Placement place(Diagram diagram, Typeface typeface) {
        // Its first use registers what ELK needs to know about its own types.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        // Where it costs no crossing, from top to bottom in the order given.
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        List<ElkNode> nodes = new ArrayList<>();
        for (Node node : diagram.nodes()) {
            ElkNode made = ElkGraphUtil.createNode(graph);
            NodeSize size = NodeSize.of(node, typeface);
            made.setDimensions(size.width(), size.height());
            nodes.add(made);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (Edge edge : diagram.edges()) {
            edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to())));
        }
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        return new Placement(
                graph.getWidth(),
                graph.getHeight(),
                nodes.stream().map(LayeredLayout::box).toList(),
                edges.stream().map(LayeredLayout::route).toList(),
                List.of());
    }

    private static Placement.Box box(ElkNode node) {
        return new Placement.Box(node.getX(), node.getY(), node.getWidth(), node.getHeight());
    }

    private static List<Point> route(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }
}
