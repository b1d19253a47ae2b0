package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ag.diagram.Diagram;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.result.GraphResult.NetworkGraphed;
import ag.result.GraphResult.NeuronLayer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each neuron has its own name, bias and weights, up to sixteen of a layer; the others are one box that says how many they are. */
final class NetworkDiagramTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 40})
    void eachNeuronHasItsOwnNumbers(int neurons) {
        int inputs = 3;
        double[] weights =
                IntStream.range(0, neurons * inputs).mapToDouble(i -> i + 1).toArray();
        double[] biases = IntStream.range(0, neurons).mapToDouble(i -> 0.5 + i).toArray();
        NetworkGraphed network = new NetworkGraphed(
                "net",
                List.of(
                        new NeuronLayer("inputs", inputs, "", new double[0], new double[0]),
                        new NeuronLayer("layer1", neurons, "tanh", weights, biases)),
                neurons * (inputs + 1),
                new Span(new SourceText("t", "net"), 0, 3));
        NetworkDiagram made = NetworkDiagram.of(network);
        Diagram diagram = made.diagram();
        int shown = Math.min(neurons, 16);
        for (int i = 0; i < inputs; i++) {
            Diagram.Node node = diagram.nodes().get(i);
            assertThat(node.lines()).containsExactly("x" + i);
            assertThat(node.label()).isEqualTo("inputs[" + i + "]");
        }
        for (int j = 0; j < shown; j++) {
            Diagram.Node node = diagram.nodes().get(inputs + j);
            assertThat(node.lines()).isEmpty();
            assertThat(node.label()).isEqualTo("layer1[" + j + "], bias " + j + ".5");
            for (int i = 0; i < inputs; i++) {
                assertThat(diagram.edges()).contains(new Diagram.Edge(i, inputs + j, weights[j * inputs + i]));
            }
        }
        assertThat(diagram.edges()).hasSize(shown * inputs);
        assertThat(diagram.nodes())
                .hasSize(inputs + shown + (neurons > 16 ? 1 : 0))
                .extracting(Diagram.Node::id)
                .doesNotHaveDuplicates();
        assertThat(diagram.title()).isEqualTo("network net");
        String folded = neurons == 17 ? "1 neuron folded" : neurons - 16 + " neurons folded";
        if (neurons > 16) {
            assertThat(diagram.nodes().getLast().lines()).containsExactly("… " + (neurons - 16) + " more");
            assertThat(diagram.remark()).endsWith("… " + folded);
        } else {
            assertThat(diagram.remark()).doesNotContain("folded");
        }
    }
}
