package ag.files.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import ag.diagram.Placement;
import ag.diagram.Placement.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayeredLayoutTest {
    private static final List<Shape> SHAPES = List.of(Shape.values());
    private static final double TOUCHING = 1.5;

    private static Diagram random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        int count = random.nextInt(1, 60);
        for (int i = 0; i < count; i++) {
            Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
            String name = "n" + "x".repeat(random.nextInt(30));
            nodes.add(new Node("id" + i, shape, List.of(name, "value 3"), name));
            for (int k = 0; i > 0 && k < random.nextInt(4); k++) {
                edges.add(new Edge(random.nextInt(i), i));
            }
        }
        return new Diagram("random", "", "", nodes, edges);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nodesLieApartAndArrowsPointToTheRight(long seed) {
        Diagram diagram = random(seed);
        Placement placement = new LayeredLayout().place(diagram, Typeface.bundled());
        List<Box> boxes = placement.boxes();

        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(placement.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(placement.height());
            for (Box other : boxes.subList(0, i)) {
                assertThat(overlap(box, other)).as(box + " over " + other).isFalse();
            }
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            Edge edge = diagram.edges().get(i);
            List<Point> route = placement.routes().get(i);
            Box from = boxes.get(edge.from());
            Box to = boxes.get(edge.to());
            assertThat(from.x() + from.width()).isLessThan(to.x());
            assertThat(Math.abs(route.getFirst().x() - from.x() - from.width())).isLessThan(TOUCHING);
            assertThat(Math.abs(route.getLast().x() - to.x())).isLessThan(TOUCHING);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameDiagramIsLaidOutAlike(long seed) {
        assertThat(new LayeredLayout().place(random(seed), Typeface.bundled()))
                .isEqualTo(new LayeredLayout().place(random(seed), Typeface.bundled()));
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
