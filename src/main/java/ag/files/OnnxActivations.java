package ag.files;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.nn.Activation;
import ag.nn.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what layers apply to their weighted sums in operators of ONNX; a user's own function operation by operation. */
final class OnnxActivations {
    private final OnnxGraph graph;
    private final OnnxOperations operations;

    OnnxActivations(OnnxGraph graph) {
        this.graph = graph;
        operations = new OnnxOperations(graph);
    }

    /** The operations of an activation that ONNX has no form for. */
    static Stream<Operation> missing(Activation activation) {
        return switch (activation) {
            case Activation.Linear _, Activation.Softmax _ -> Stream.empty();
            case Activation.Elementwise elementwise ->
                Stream.of(elementwise.operation()).filter(OnnxActivations::isMissing);
            case Activation.Custom custom ->
                custom.recording().steps().stream()
                        .map(Recording.Step::operation)
                        .filter(OnnxActivations::isMissing);
        };
    }

    private static boolean isMissing(Operation operation) {
        return operation.elsewhere() == Operation.Elsewhere.NOWHERE;
    }

    /** Applies an activation to the sums, which have a row for each sample; gives the name of the result. */
    String apply(Activation activation, String sums) {
        return switch (activation) {
            case Activation.Linear _ -> sums;
            case Activation.Softmax _ -> graph.apply("Softmax", List.of(OnnxGraph.whole("axis", 1)), sums);
            case Activation.Elementwise elementwise -> {
                boolean takesTwo = elementwise.operation().partials() instanceof Partials.Binary;
                List<String> operands = takesTwo ? List.of(sums, graph.number(elementwise.second())) : List.of(sums);
                yield operations.apply(elementwise.operation(), operands);
            }
            case Activation.Custom custom -> {
                Recording recording = custom.recording();
                // A function of one number goes over the whole matrix; one of the layer's vector, over its columns.
                yield recording.inputCount() == 1
                        ? run(recording, List.of(sums)).getFirst()
                        : graph.apply(
                                "Concat",
                                List.of(OnnxGraph.whole("axis", 1)),
                                run(recording, graph.columns(sums, recording.inputCount()))
                                        .toArray(String[]::new));
            }
        };
    }

    /** Runs a recording on tensors of one shape; gives the names of its results. */
    private List<String> run(Recording recording, List<String> inputs) {
        List<String> places = new ArrayList<>(inputs);
        for (int i = 0; i < recording.constantCount(); i++) {
            places.add(graph.number(recording.constant(i)));
        }
        for (Recording.Step step : recording.steps()) {
            List<String> operands = new ArrayList<>();
            for (int place : step.operands()) {
                operands.add(places.get(place));
            }
            places.add(operations.apply(step.operation(), operands));
        }
        List<String> roots = new ArrayList<>();
        for (int i = 0; i < recording.rootCount(); i++) {
            int root = recording.root(i);
            String result = places.get(root);
            roots.add(
                    recording.isConstant(root)
                            ? graph.apply("Expand", result, graph.apply("Shape", inputs.getFirst()))
                            : result);
        }
        return roots;
    }
}
