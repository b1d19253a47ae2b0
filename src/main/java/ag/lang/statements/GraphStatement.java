package ag.lang.statements;

import ag.diagram.Layout;
import ag.explain.GraphDiagram;
import ag.explain.GraphView;
import ag.explain.NetworkDiagram;
import ag.host.Pictures;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.Span;
import ag.lang.syntax.PictureStatement;
import ag.lang.values.Datum;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.nn.Layer;
import ag.nn.Network;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.GraphResult.NeuronLayer;
import ag.result.Result;
import ag.result.print.DocumentFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs {@code graph L} and {@code graph net}: shows the graph behind a value, or a network's layers. */
public record GraphStatement(Subject subject, @Nullable String path, Span span) implements Code {
    static Code compile(PictureStatement.Graph graph, StatementCompiler compiler, Scope scope) {
        return new GraphStatement(Subject.of(graph.of(), graph.span(), compiler, scope), graph.path(), graph.span());
    }

    @Override
    public Datum run(Frame frame) {
        Datum held = subject.held(frame);
        if (held instanceof ModelThing net && subject.place().isEmpty()) {
            Workspace workspace = frame.machine.workspace;
            GraphResult.NetworkGraphed network = network(workspace, net);
            show(workspace, network, () -> file(network));
        } else {
            // Asked for only where there is a page for it.
            String formulas = path != null && DocumentFile.of(path).equals(Optional.of(DocumentFile.HTML))
                    ? Formulated.html(frame.machine, subject, held, span)
                    : "";
            subject.study(frame, held, studied -> graph(studied, formulas));
        }
        return Loops.NOTHING;
    }

    private void graph(Studied studied, String formulas) {
        Studied.Root root = studied.root();
        List<Point> points = studied.points(root);
        Workspace workspace = studied.workspace();
        GraphResult.Graphed graph = GraphView.of(workspace.tape(), studied.names(), studied.text(), span);
        show(
                workspace,
                graph,
                () -> file(
                        graph,
                        formulas,
                        studied.frame().machine.format,
                        workspace.host().pictures()));
        studied.question().tell(root.node(), points, span);
    }

    private void show(Workspace workspace, Result graph, Supplier<GraphFile> file) {
        if (path == null) {
            workspace.show(graph);
        } else {
            Drawn.write(
                    workspace,
                    "graph",
                    path,
                    file.get().content(workspace.host().pictures(), path, span),
                    span);
        }
    }

    private GraphFile file(GraphResult.Graphed graph, String formulas, Format format, Pictures pictures) {
        List<List<String>> rows = graph.nodes().stream()
                .map(node -> List.of(
                        node.name(), node.expression(), format.text(node.value()), format.text(node.gradient())))
                .toList();
        List<String> header = List.of("name", "expression", "value", "∂" + graph.of() + "/∂name");
        // Asked for only where the graph is drawn, which the format may not need.
        Layout layout = (diagram, typeface) -> pictures.layers(span).place(diagram, typeface);
        return new GraphFile(GraphDiagram.of(graph, format), layout, formulas, header, rows);
    }

    private static GraphFile file(GraphResult.NetworkGraphed network) {
        List<List<String>> rows = network.layers().stream()
                .map(layer -> List.of(
                        layer.name(),
                        Integer.toString(layer.neurons()),
                        layer.activation(),
                        Integer.toString(layer.weights().length + layer.biases().length)))
                .toList();
        NetworkDiagram diagram = NetworkDiagram.of(network);
        return new GraphFile(
                diagram.diagram(), diagram.layout(), "", List.of("layer", "neurons", "activation", "parameters"), rows);
    }

    private GraphResult.NetworkGraphed network(Workspace workspace, ModelThing net) {
        Network network = net.network();
        double[] learned = net.learned(workspace);
        List<NeuronLayer> layers = new ArrayList<>();
        layers.add(new NeuronLayer("input", network.inputs(), "", new double[0], new double[0]));
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            int weights = network.weightsAt(i);
            int end = weights + layer.inputs() * layer.outputs();
            layers.add(new NeuronLayer(
                    "layer " + (i + 1),
                    layer.outputs(),
                    net.activations().get(i).name(),
                    Arrays.copyOfRange(learned, weights, end),
                    Arrays.copyOfRange(learned, end, weights + layer.parameterCount())));
        }
        return new GraphResult.NetworkGraphed(net.name(), layers, network.parameterCount(), span);
    }
}
