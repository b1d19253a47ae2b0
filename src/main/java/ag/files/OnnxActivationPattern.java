package ag.files;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * An activation that other programs write in several operators, each of which takes what the one before gives: PyTorch writes GELU as
 * x·(erf(x/√2) + 1)·½, and SiLU as x·sigmoid(x).
 *
 * @param activation what ag calls it
 * @param operators the operators, in their order
 */
record OnnxActivationPattern(String activation, List<Operator> operators) {
    /** As far as 32-bit numbers tell √2. */
    private static final double NEAR = 1e-6;

    private static final List<OnnxActivationPattern> ALL = List.of(
            new OnnxActivationPattern(
                    "gelu",
                    List.of(
                            new Operator("Div", Math.sqrt(2)),
                            new Operator("Erf", Operator.NOTHING),
                            new Operator("Add", 1),
                            new Operator("Mul", Operator.SUMS),
                            new Operator("Mul", 0.5))),
            new OnnxActivationPattern(
                    "silu", List.of(new Operator("Sigmoid", Operator.NOTHING), new Operator("Mul", Operator.SUMS))));

    OnnxActivationPattern {
        operators = List.copyOf(operators);
    }

    /**
     * An operator.
     *
     * @param other its other operand: a number, {@link #SUMS} for what the activation is applied to, {@link #NOTHING}
     */
    record Operator(String type, double other) {
        static final double NOTHING = Double.NaN;
        static final double SUMS = Double.POSITIVE_INFINITY;
    }

    /**
     * The activation that begins with the first of the nodes.
     *
     * @param sums the name of what it is applied to
     * @param numbers gives the number of a name that stands for a single one
     */
    static Optional<OnnxActivationPattern> at(
            List<NodeProto> nodes, String sums, Function<String, OptionalDouble> numbers) {
        return ALL.stream()
                .filter(pattern -> pattern.fits(nodes, sums, numbers))
                .findFirst();
    }

    private boolean fits(List<NodeProto> nodes, String sums, Function<String, OptionalDouble> numbers) {
        if (nodes.size() < operators.size()) {
            return false;
        }
        String value = sums;
        for (int i = 0; i < operators.size(); i++) {
            NodeProto node = nodes.get(i);
            if (!fits(operators.get(i), node, value, sums, numbers)) {
                return false;
            }
            value = node.getOutput(0);
        }
        return true;
    }

    private static boolean fits(
            Operator operator, NodeProto node, String value, String sums, Function<String, OptionalDouble> numbers) {
        if (!node.getOpType().equals(operator.type) || node.getOutputCount() != 1) {
            return false;
        }
        if (Double.isNaN(operator.other)) {
            return node.getInputList().equals(List.of(value));
        }
        if (node.getInputCount() != 2) {
            return false;
        }
        boolean first = node.getInput(0).equals(value);
        // What is divided stands first.
        if (!first && (operator.type.equals("Div") || !node.getInput(1).equals(value))) {
            return false;
        }
        String other = node.getInput(first ? 1 : 0);
        return Double.isInfinite(operator.other)
                ? other.equals(sums)
                : numbers.apply(other).stream().anyMatch(number -> Math.abs(number - operator.other) <= NEAR);
    }
}
