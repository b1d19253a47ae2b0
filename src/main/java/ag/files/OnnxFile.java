package ag.files;

import ag.nn.Layer;
import ag.nn.Network;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exports to ONNX, the format in which other programs and most languages run networks (<a href="https://onnx.ai">onnx.ai</a>).
 *
 * <p>The exported network takes a matrix of doubles called {@code input} with a row for each sample, any number of them, and
 * gives {@code output} likewise. It is all in double precision, so that it gives the numbers that the network gives here.
 */
public final class OnnxFile {
    /** What the format was in 2022: anything newer gains nothing here, and is not read by older programs. */
    private static final int FORMAT_VERSION = 8;

    private static final int OPERATORS_VERSION = 17;

    /** Protobuf files stay below 2 GiB; so much is left for what is not parameters. */
    private static final long MOST_PARAMETERS = (Integer.MAX_VALUE - (64L << 20)) / Double.BYTES;

    private OnnxFile() {}

    /**
     * Writes a network with its parameters, whole or not at all.
     *
     * @param name what the network is called
     * @param parameters as {@link Network} orders them
     * @throws StoreException if that fails, or the network is too large for ONNX; the file is then as it was before
     */
    public static void write(Path file, String name, Network network, double[] parameters) {
        if (parameters.length != network.parameterCount()) {
            throw new IllegalArgumentException(
                    "%d parameters for a network of %d".formatted(parameters.length, network.parameterCount()));
        }
        if (parameters.length > MOST_PARAMETERS) {
            throw StoreException.of(
                    file,
                    "a network of %d parameters is too large for ONNX: %d fit"
                            .formatted(parameters.length, MOST_PARAMETERS),
                    "save it as a model instead");
        }
        network.layers().stream()
                .flatMap(layer -> OnnxActivations.missing(layer.activation()))
                .findFirst()
                .ifPresent(missing -> {
                    throw StoreException.of(
                            file, missing.title() + " has no form in ONNX", "save it as a model instead");
                });
        WholeFile.write(file, model(name, network, parameters)::writeTo);
    }

    private static ModelProto model(String name, Network network, double[] parameters) {
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS_VERSION))
                .setProducerName("ag")
                .setDocString(describe(network))
                .setGraph(graph(name, network, parameters))
                .build();
    }

    private static GraphProto graph(String name, Network network, double[] parameters) {
        OnnxGraph graph = new OnnxGraph();
        OnnxActivations activations = new OnnxActivations(graph);
        String values = OnnxGraph.INPUT;
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            String part = "layer" + (i + 1);
            graph.begin(part);
            String weights =
                    graph.tensor(part + "/weights", parameters, network.weightsAt(i), layer.outputs(), layer.inputs());
            String[] operands = {values, weights};
            if (layer.bias()) {
                String biases = graph.tensor(part + "/biases", parameters, network.biasesAt(i), layer.outputs());
                operands = new String[] {values, weights, biases};
            }
            // A row of weights belongs to a neuron: the matrix is transposed to stand behind the samples.
            String sums = graph.apply("Gemm", List.of(OnnxGraph.whole("transB", 1)), operands);
            values = activations.apply(layer.activation(), sums);
        }
        return graph.build(name, network.inputs(), values, network.outputs());
    }

    /** For people who look into the file: {@code 2 -> 16 tanh -> 1 linear}. */
    private static String describe(Network network) {
        return network.inputs()
                + network.layers().stream()
                        .map(layer -> " -> " + layer.outputs() + " "
                                + layer.activation().name())
                        .collect(Collectors.joining());
    }
}
