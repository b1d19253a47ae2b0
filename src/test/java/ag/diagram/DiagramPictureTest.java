package ag.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.drawing.Color;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Stroke;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader takes from the lines and columns of a drawn network. */
final class DiagramPictureTest {
    private static final Typeface TYPEFACE = Typeface.bundled();

    private static List<Stroke> lines(double... weights) {
        List<Node> nodes = Stream.concat(
                        Stream.of(neuron("to")),
                        IntStream.range(0, weights.length).mapToObj(i -> neuron("from" + i)))
                .toList();
        List<Edge> edges = IntStream.range(0, weights.length)
                .mapToObj(i -> new Edge(i + 1, 0, weights[i]))
                .toList();
        Diagram diagram = new Diagram("net", "", "", nodes, edges);
        Placement placement = new ColumnLayout(List.of(
                        new ColumnLayout.Column(1, List.of()), new ColumnLayout.Column(weights.length, List.of())))
                .place(diagram, TYPEFACE);
        Drawing drawing = DiagramPicture.draw(diagram, placement, TYPEFACE);
        return drawing.elements().stream()
                .filter(Element.Lines.class::isInstance)
                .map(line -> ((Element.Lines) line).stroke())
                .toList();
    }

    private static Node neuron(String id) {
        return new Node(id, Shape.NEURON, List.of(), id);
    }

    private static Color color(double weight) {
        return lines(weight, 1, -1).getFirst().color();
    }

    @Test
    void theColourOfALineIsTheSignOfItsWeight() {
        assertThat(color(-0.5)).isEqualTo(color(-1e-300)).isEqualTo(color(-7)).isNotEqualTo(color(0.5));
        assertThat(color(0.5)).isEqualTo(color(0)).isEqualTo(color(1e-300));
    }

    @Test
    void theWidthOfALineGrowsWithTheSizeOfItsWeightWhateverItsSign() {
        List<Double> widths =
                lines(0, -0.25, 0.5, -0.75, 1).stream().map(Stroke::width).toList();
        assertThat(widths).isSorted().doesNotHaveDuplicates();
        assertThat(lines(0.5, -0.5, 1).get(0).width())
                .isEqualTo(lines(0.5, -0.5, 1).get(1).width());
        // The widest line is the largest weight's, in whatever unit the weights are.
        assertThat(lines(-2, 1).getFirst().width())
                .isEqualTo(lines(-2e6, 1e6).getFirst().width());
    }

    @Test
    void weightsThatAreNoNumbersAndNetworksOfZerosAreDrawnThin() {
        double thin = lines(0, 1).getFirst().width();
        assertThat(lines(Double.NaN, 1).getFirst().width()).isEqualTo(thin);
        assertThat(lines(Double.POSITIVE_INFINITY, 1).getFirst().width()).isEqualTo(thin);
        assertThat(lines(0, 0)).allMatch(stroke -> stroke.width() == thin);
    }

    /** A remark stands below what is drawn, with room for its letters on both sides of its line. */
    @Test
    void aRemarkHasALineOfItsOwn() {
        Drawing plain = remarked("");
        Drawing remarked = remarked("weights by size");
        double below = remarked.elements().stream()
                .filter(Element.Text.class::isInstance)
                .mapToDouble(text -> ((Element.Text) text).at().y())
                .max()
                .orElseThrow();
        assertThat(below).isGreaterThanOrEqualTo(plain.height() + NodeSize.TEXT);
        assertThat(remarked.height()).isGreaterThanOrEqualTo(below + NodeSize.TEXT);
        assertThat(remarked.width()).isGreaterThanOrEqualTo(TYPEFACE.width("weights by size", NodeSize.TEXT));
    }

    private static Drawing remarked(String remark) {
        Diagram diagram = new Diagram("net", "", remark, List.of(neuron("one")), List.of());
        Placement placement = new ColumnLayout(List.of(new ColumnLayout.Column(1, List.of()))).place(diagram, TYPEFACE);
        return DiagramPicture.draw(diagram, placement, TYPEFACE);
    }
}
