package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ag.diagram.Diagram;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.result.Format;
import ag.result.GraphResult.GraphNode;
import ag.result.GraphResult.Graphed;
import ag.result.Plain;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphDiagramTest {
    /** A box says how many it stands for, from two on. */
    @ParameterizedTest
    @CsvSource({"1, true, INPUT", "1, false, VALUE", "2, true, FOLDED", "2, false, FOLDED", "90, true, FOLDED"})
    void aBoxStandsForOneOrSaysForHowMany(int count, boolean input, Diagram.Shape shape) {
        Plain one = new Plain.Real(1);
        GraphNode node = new GraphNode("a", "b + c", input ? "" : "+", one, one, List.of(), count);
        Graphed graph = new Graphed("a", List.of(node), 0, new Span(new SourceText("t", "a"), 0, 1));
        Diagram.Node box = GraphDiagram.of(graph, new Format(6)).nodes().getFirst();
        assertThat(box.shape()).isEqualTo(shape);
        String said = count + (input ? " inputs" : " nodes");
        assertThat(box.lines().contains(said)).isEqualTo(count > 1);
    }
}
