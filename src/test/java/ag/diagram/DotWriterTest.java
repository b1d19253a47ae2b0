package ag.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import ag.diagram.Diagram.Edge;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DotWriterTest {
    @Test
    void textIsEscapedAndLinesAreKept() {
        Node a = new Node("a", Shape.CONSTANT, List.of("say \"x\\n\"", "value 2"), "the \"input\"");
        Node b = new Node("b", Shape.NEURON, List.of(), "");
        Diagram diagram = new Diagram(
                "a \"graph\"", "", "… 3 nodes folded", List.of(a, b), List.of(new Edge(0, 1), new Edge(0, 1, -0.5)));

        assertThat(DotWriter.write(diagram)).isEqualTo("""
            digraph "a \\"graph\\"" {
              rankdir=LR;
              node [fontname="sans-serif", fontsize=12];
              label="… 3 nodes folded";
              "a" [label="say \\"x\\\\n\\"\\nvalue 2", tooltip="the \\"input\\"", shape=plaintext];
              "b" [label="", tooltip="", shape=circle];
              "a" -> "b";
              "a" -> "b" [tooltip="-0.5"];
            }
            """);
    }
}
