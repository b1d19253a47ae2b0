package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.result.GraphResult.GraphNode;
import ag.result.GraphResult.GraphOperand;
import ag.result.GraphResult.Graphed;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphViewTest {
    private static Graphed graph(String program) {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        assertThat(session.run(new SourceText("test", program))).isEmpty();
        return (Graphed) results.getLast();
    }

    private static GraphNode node(Graphed graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> operands(GraphNode node) {
        return node.operands().stream().map(GraphOperand::name).toList();
    }

    @Test
    void aValueUsedTwiceHasTwoEdges() {
        assertThat(operands(node(graph("let a = 3; L = a*a; graph L"), "L"))).containsExactly("a", "a");
    }

    @Test
    void aConstantIsAnOperandWithoutAGradient() {
        Graphed graph = graph("let a = 3; L = 2a; graph L");

        assertThat(graph.nodes()).extracting(GraphNode::name).containsExactly("a", "L");
        assertThat(node(graph, "L").operands())
                .containsExactly(new GraphOperand("2", GraphOperand.CONSTANT), new GraphOperand("a", 0));
    }

    @Test
    void aDataSampleOfManyNumbersIsOneOperand() {
        Graphed graph = graph("let w = [1,2,3,4,5,6,7,8]; L = dot(w, [1,1,1,1,1,1,1,1]); graph L");

        assertThat(operands(node(graph, "L"))).hasSize(9).last().isEqualTo("8 constants");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Elements of one vector that depend on one another through a formula between them.
                "let a = 2; h = [a]; for i in 0..<300 { m = h[i]*a; h = append(h, sin(m)) }; L = sum(h); graph L",
                "let v = [x/100 for x in 0..<300]; L = sum(x^2 + x*v[0] for x in v); graph L",
                "mlp net { input 3; layer 30 tanh; layer 30 sigmoid; layer 1; seed 2 }; graph net([1, 2, 3])",
                // Two runs of numbers, each element built on both: nothing can be folded into one formula.
                "let a = 1, b = 2; p = a; q = b; for i in 0..<300 { r = sin(p)*q + p; p = q; q = r }; graph q*p",
            })
    void aFoldedGraphIsStillAGraph(String program) {
        Graphed graph = graph(program);
        List<GraphNode> nodes = graph.nodes();

        assertThat(nodes).hasSizeLessThanOrEqualTo(Fold.MOST_NODES);
        assertThat(graph.folded()).isPositive();
        assertThat(nodes.stream().mapToInt(GraphNode::count).sum()).isEqualTo(nodes.size() + graph.folded());
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (GraphOperand operand : nodes.get(i).operands()) {
                assertThat(operand.node()).isLessThan(i);
                used.add(operand.node());
            }
        }
        for (int i = 0; i < nodes.size() - 1; i++) {
            assertThat(used).as("something is made from " + nodes.get(i)).contains(i);
        }
        assertThat(nodes).extracting(GraphNode::name).doesNotHaveDuplicates();
    }

    @Test
    void aNetworksLayersAreGroups() {
        Graphed graph = graph("mlp net { input 2; layer 40 tanh; layer 1; seed 1 }\ngraph net([0.5, 1])");

        assertThat(graph.nodes()).hasSizeLessThan(10);
        assertThat(graph.nodes()).extracting(GraphNode::count).contains(40);
    }

    @Test
    void aGraphOfAMillionNodesIsFolded() {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        session.run(new SourceText("test", "let a = 2, b = 0.5; q = a; for i in 0..<500000 { q = sin(q)*b }"));

        session.run(new SourceText("test", "graph q"));

        assertThat(((Graphed) results.getLast()).folded()).isEqualTo(999_999);
    }

    @Test
    void jsonHasTheFieldsOfTheContract() {
        List<Result> results = new ArrayList<>();
        new Session(results::add, Host.PLAIN, Interruption.none())
                .run(new SourceText("a.ag", "let a = 2, b = 3\ngraph 2a*b"));

        assertThat(new JsonPrinter(true).line(results.getLast()))
                .startsWith("{\"kind\":\"graph\",\"file\":\"a.ag\",\"line\":2,\"of\":\"2a*b\",\"nodes\":["
                        + "{\"name\":\"a\",\"expression\":\"input\",\"value\":2.0,\"grad\":6.0,\"operands\":[],")
                .contains("{\"name\":\"2a·b\",\"expression\":\"2a·b\",\"value\":12.0,\"grad\":1.0,"
                        + "\"operands\":[\"2a\",\"b\"],");
    }
}
