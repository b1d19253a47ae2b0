package ag.files;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX graph as it grows: nodes that apply an operator of ONNX to named tensors, each giving a tensor with a name of its
 * own. All tensors hold doubles.
 */
final class OnnxGraph {
    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private final List<NodeProto.Builder> nodes = new ArrayList<>();
    private final Map<String, TensorProto> tensors = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String part = "";

    /** The nodes that follow belong to this part of the network, and are named after it. */
    void begin(String part) {
        this.part = part;
    }

    /** Applies an operator and gives the name of the result. */
    String apply(String operator, String... operands) {
        return apply(operator, List.of(), operands);
    }

    String apply(String operator, List<AttributeProto> attributes, String... operands) {
        String name = name(operator);
        nodes.add(NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(List.of(operands))
                .addAllAttribute(attributes)
                .addOutput(name));
        return name;
    }

    String cast(String tensor, DataType type) {
        return apply("Cast", List.of(whole("to", type.getNumber())), tensor);
    }

    /** The columns of a matrix, each as a matrix of one column. */
    List<String> columns(String matrix, int count) {
        String name = name("Split");
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(name + "." + i);
        }
        nodes.add(NodeProto.newBuilder()
                .setName(name)
                .setOpType("Split")
                .addInput(matrix)
                .addAttribute(whole("axis", 1))
                .addAllOutput(columns));
        return columns;
    }

    private String name(String operator) {
        String stem = part + "/" + operator;
        int times = used.merge(stem, 1, Integer::sum);
        return times == 1 ? stem : stem + "." + times;
    }

    /** A number that is the same for all samples. */
    String number(double x) {
        String name = "number " + x;
        numbers.put(name, x);
        return tensor(name, new double[] {x}, 0);
    }

    /** Whether this is the name of a {@link #number} that is close to x without being x. */
    boolean isNearly(double x, String name) {
        double distance = Math.abs(numbers.getOrDefault(name, x) - x);
        return distance > 0 && distance < 1e-3;
    }

    /** A tensor that is the same for all samples, its numbers row by row. One with this name is made only once. */
    String tensor(String name, double[] numbers, int from, int... shape) {
        TensorProto.Builder tensor = named(name, DataType.DOUBLE);
        int count = 1;
        for (int size : shape) {
            tensor.addDims(size);
            count *= size;
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers, from, count);
        tensors.computeIfAbsent(
                name, _ -> tensor.setRawData(ByteString.copyFrom(bytes)).build());
        return name;
    }

    /** The number of an axis, for operators that take it as a tensor. */
    String axis(long axis) {
        String name = "axis " + axis;
        tensors.computeIfAbsent(
                name,
                _ -> named(name, DataType.INT64).addDims(1).addInt64Data(axis).build());
        return name;
    }

    private static TensorProto.Builder named(String name, DataType type) {
        return TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    /** The complete graph, from rows of this many inputs to rows of this many outputs. */
    GraphProto build(String name, int inputs, String result, int outputs) {
        nodes.forEach(node -> rename(node, result));
        return GraphProto.newBuilder()
                .setName(name)
                .addInput(matrix(INPUT, inputs))
                .addOutput(matrix(OUTPUT, outputs))
                .addAllInitializer(tensors.values())
                .addAllNode(nodes.stream().map(NodeProto.Builder::build).toList())
                .build();
    }

    /** Has the result be called as the graph's output is. */
    private static void rename(NodeProto.Builder node, String result) {
        for (int i = 0; i < node.getInputCount(); i++) {
            if (node.getInput(i).equals(result)) {
                node.setInput(i, OUTPUT);
            }
        }
        for (int i = 0; i < node.getOutputCount(); i++) {
            if (node.getOutput(i).equals(result)) {
                node.setOutput(i, OUTPUT);
            }
        }
    }

    /** A matrix with a row for each sample, of which there may be any number. */
    private static ValueInfoProto matrix(String name, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimParam("samples"))
                .addDim(Dimension.newBuilder().setDimValue(columns))
                .build();
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.DOUBLE.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
