package ag.files;

import ag.nn.SavedModel;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads a plain network of fully connected layers from ONNX, as PyTorch's {@code torch.onnx.export} writes one: {@code Gemm} or
 * {@code MatMul} and {@code Add} with constant weights, and an activation between them, GELU and SiLU in several operators too. Anything else is refused with its name.
 */
final class OnnxReader {
    private static final String PLAIN =
            "layers are Gemm, or MatMul and Add, with tanh, relu, sigmoid and the like between";

    /** What ag calls an operator of ONNX that is applied to each number. */
    private static final Map<String, String> ACTIVATIONS = Map.ofEntries(
            Map.entry("Tanh", "tanh"),
            Map.entry("Relu", "relu"),
            Map.entry("Sigmoid", "sigmoid"),
            Map.entry("Softplus", "softplus"),
            Map.entry("Elu", "elu"),
            Map.entry("LeakyRelu", "leaky_relu"),
            Map.entry("Softmax", "softmax"),
            Map.entry("Sin", "sin"),
            Map.entry("Cos", "cos"),
            Map.entry("Exp", "exp"),
            Map.entry("Abs", "abs"),
            Map.entry("Erf", "erf"),
            Map.entry("Gelu", "gelu"));

    private final Path file;
    private final GraphProto graph;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final LayerStack layers;

    private OnnxReader(Path file, GraphProto graph) {
        this.file = file;
        this.graph = graph;
        layers = new LayerStack(file);
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    }

    static SavedModel read(Path file) {
        try {
            ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
            if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
                throw refused(file, "there is no network in this file");
            }
            return new OnnxReader(file, model.getGraph()).model();
        } catch (InvalidProtocolBufferException e) {
            throw StoreException.of(file, "this is no ONNX model, or a damaged one", "write it once more");
        } catch (IOException e) {
            throw StoreException.of(file, "cannot be read: " + ReadFailure.of(e).reason(), "");
        }
    }

    private static StoreException refused(Path file, String problem) {
        return StoreException.of(file, problem, PLAIN);
    }

    private SavedModel model() {
        String value = graph.getInputList().stream()
                .map(input -> input.getName())
                .filter(name -> !constants.containsKey(name))
                .findFirst()
                .orElseThrow(() -> refused(file, "the network has no input"));
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant")) {
                attribute(node, "value").ifPresent(given -> constants.put(node.getOutput(0), given.getT()));
            } else {
                nodes.add(node);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            NodeProto node = nodes.get(i);
            if (!node.getInputList().contains(value)) {
                throw refused(file, "the network is no chain of layers at " + shown(node));
            }
            Optional<OnnxActivationPattern> pattern =
                    OnnxActivationPattern.at(nodes.subList(i, nodes.size()), value, name -> number(node, name));
            if (pattern.isPresent()) {
                layers.activation(pattern.get().activation());
                i += pattern.get().operators().size() - 1;
            } else {
                take(node, value);
            }
            value = nodes.get(i).getOutput(0);
        }
        return layers.model(graph.getName());
    }

    /** A constant that is a single number. */
    private OptionalDouble number(NodeProto node, String name) {
        if (!constants.containsKey(name)) {
            return OptionalDouble.empty();
        }
        double[] numbers = numbers(node, name);
        return numbers.length == 1 ? OptionalDouble.of(numbers[0]) : OptionalDouble.empty();
    }

    private void take(NodeProto node, String value) {
        switch (node.getOpType()) {
            case "Gemm" -> {
                requireNumber(node, "alpha", 1);
                requireNumber(node, "beta", 1);
                boolean transposed =
                        attribute(node, "transB").map(AttributeProto::getI).orElse(0L) == 1;
                layers.weights(matrix(node, node.getInput(1), transposed));
                if (node.getInputCount() > 2) {
                    layers.biases(numbers(node, node.getInput(2)));
                }
            }
            case "MatMul" -> layers.weights(matrix(node, node.getInput(1), false));
            case "Add" ->
                layers.biases(numbers(node, node.getInput(node.getInput(0).equals(value) ? 1 : 0)));
            case "Identity" -> {}
            default -> {
                requireUsual(node);
                String activation = ACTIVATIONS.get(node.getOpType());
                if (activation == null) {
                    throw refused(file, "ag makes no layer of " + shown(node));
                }
                layers.activation(activation);
            }
        }
    }

    /** The constants of activations that can be set in ONNX and not in ag. */
    private void requireUsual(NodeProto node) {
        switch (node.getOpType()) {
            case "Elu" -> requireNumber(node, "alpha", 1);
            case "LeakyRelu" -> requireNumber(node, "alpha", 0.01);
            case "Softmax" -> {
                long axis = attribute(node, "axis").map(AttributeProto::getI).orElse(-1L);
                if (axis != 1 && axis != -1) {
                    throw refused(file, "a softmax goes over the neurons of a layer, and this one over axis " + axis);
                }
            }
            case "Gelu" -> {
                boolean approximate = attribute(node, "approximate")
                        .filter(given -> !given.getS().toStringUtf8().equals("none"))
                        .isPresent();
                if (approximate) {
                    throw refused(file, "this is an approximation of gelu, and ag has the exact one");
                }
            }
            default -> {}
        }
    }

    private void requireNumber(NodeProto node, String name, double wanted) {
        attribute(node, name).filter(given -> given.getF() != (float) wanted).ifPresent(given -> {
            throw refused(file, "%s has %s = %s, which ag's layers do not".formatted(shown(node), name, given.getF()));
        });
    }

    private static Optional<AttributeProto> attribute(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }

    private static String shown(NodeProto node) {
        return ReadFailure.quoted(node.getOpType());
    }

    private TensorProto constant(NodeProto node, String name) {
        TensorProto tensor = constants.get(name);
        if (tensor == null) {
            throw refused(file, shown(node) + " has a computed value in the place of a weight");
        }
        return tensor;
    }

    /** A row of weights for each neuron. */
    private double[][] matrix(NodeProto node, String name, boolean isInRows) {
        TensorProto tensor = constant(node, name);
        if (tensor.getDimsCount() != 2) {
            throw refused(file, "the weights of " + shown(node) + " are no matrix");
        }
        double[] all = numbers(node, name);
        int rows = (int) tensor.getDims(0);
        int columns = (int) tensor.getDims(1);
        double[][] weights = isInRows ? new double[rows][columns] : new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                if (isInRows) {
                    weights[i][k] = all[i * columns + k];
                } else {
                    weights[k][i] = all[i * columns + k];
                }
            }
        }
        return weights;
    }

    private double[] numbers(NodeProto node, String name) {
        TensorProto tensor = constant(node, name);
        long count = 1;
        for (long size : tensor.getDimsList()) {
            if (size < 1 || count > Integer.MAX_VALUE / size) {
                throw refused(file, "the weights of " + shown(node) + " have an impossible shape");
            }
            count *= size;
        }
        boolean isDouble = tensor.getDataType() == DataType.DOUBLE.getNumber();
        boolean isFloat = tensor.getDataType() == DataType.FLOAT.getNumber();
        if (!isDouble && !isFloat) {
            throw refused(file, "the weights of " + shown(node) + " are neither floats nor doubles");
        }
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int listed = isDouble ? tensor.getDoubleDataCount() : tensor.getFloatDataCount();
        if (raw.remaining() != count * (isDouble ? Double.BYTES : Float.BYTES) && listed != count) {
            throw refused(file, "the weights of " + shown(node) + " are not in this file");
        }
        double[] numbers = new double[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            if (raw.hasRemaining()) {
                numbers[i] = isDouble ? raw.getDouble() : raw.getFloat();
            } else {
                numbers[i] = isDouble ? tensor.getDoubleData(i) : tensor.getFloatData(i);
            }
        }
        return numbers;
    }
}
