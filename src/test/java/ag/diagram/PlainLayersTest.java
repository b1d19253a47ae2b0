package ag.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainLayersTest {
    private static final int SIZE = 30;

    /** A graph without circles: every arrow leads to a later node. */
    private static Diagram diagram(long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            String text = "node " + "x".repeat(random.nextInt(12));
            nodes.add(new Node("n" + i, Shape.VALUE, List.of(text, "value 3"), text));
            for (int k = random.nextInt(3); k > 0 && i > 0; k--) {
                edges.add(new Edge(random.nextInt(i), i));
            }
        }
        return new Diagram("t", "d", "", nodes, edges);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void boxesKeepApartAndArrowsLeadToTheRight(long seed) {
        Diagram diagram = diagram(seed);
        Placement placement = new PlainLayers().place(diagram, Typeface.bundled());
        List<Placement.Box> boxes = placement.boxes();
        for (int i = 0; i < SIZE; i++) {
            Placement.Box a = boxes.get(i);
            assertThat(a.x()).isPositive();
            assertThat(a.y()).isPositive();
            assertThat(a.x() + a.width()).isLessThan(placement.width());
            assertThat(a.y() + a.height()).isLessThan(placement.height());
            for (Placement.Box b : boxes.subList(0, i)) {
                assertThat(a.x() + a.width() <= b.x()
                                || b.x() + b.width() <= a.x()
                                || a.y() + a.height() <= b.y()
                                || b.y() + b.height() <= a.y())
                        .isTrue();
            }
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            List<Point> route = placement.routes().get(i);
            Placement.Box from = boxes.get(diagram.edges().get(i).from());
            Placement.Box to = boxes.get(diagram.edges().get(i).to());
            assertThat(route.getFirst().x()).isEqualTo(from.x() + from.width());
            assertThat(route.getLast().x()).isEqualTo(to.x());
            assertThat(route.getFirst().y()).isBetween(from.y(), from.y() + from.height());
            assertThat(route.getLast().y()).isBetween(to.y(), to.y() + to.height());
            assertThat(route).isSortedAccordingTo((p, q) -> Double.compare(p.x(), q.x()));
        }
    }

    /** A chain lies on one line. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void aChainIsStraight(int length) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            nodes.add(new Node("n" + i, Shape.VALUE, List.of("a"), "a"));
            if (i > 0) {
                edges.add(new Edge(i - 1, i));
            }
        }
        Placement placement = new PlainLayers().place(new Diagram("t", "d", "", nodes, edges), Typeface.bundled());
        assertThat(placement.boxes())
                .extracting(box -> box.center().y())
                .containsOnly(placement.boxes().getFirst().center().y());
    }
}
