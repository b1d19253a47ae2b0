package ag.lang.runtime;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.result.Numerals;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Words a result that is NaN or infinite although its operands are ordinary numbers. */
final class NonFinite {
    private NonFinite() {}

    static String born(Tape tape, int node) {
        return born(tape.operation(node), tape.value(node), operands(tape, node));
    }

    /** The operation of a node with the numbers it works on, such as {@code sqrt(-1)}. */
    static String expression(Tape tape, int node) {
        return expression(tape.operation(node), operands(tape, node));
    }

    private static double[] operands(Tape tape, int node) {
        return Arrays.stream(tape.operands(node)).mapToDouble(tape::value).toArray();
    }

    static String born(Operation operation, double result, double... operands) {
        String text = expression(operation, operands) + " is " + Numerals.shortest(result);
        boolean limited = !operation.domain().words().startsWith("any number") && Double.isNaN(result);
        return limited
                ? text + ": " + operation.symbol() + " takes "
                        + operation.domain().words()
                : text;
    }

    private static String expression(Operation operation, double... operands) {
        return switch (operation.kind()) {
            case INFIX ->
                Numerals.operand(operands[0]) + " " + operation.symbol() + " " + Numerals.operand(operands[1]);
            case PREFIX -> operation.symbol() + Numerals.operand(operands[0]);
            case LEAF, FUNCTION, LOSS, REDUCTION, INTERNAL ->
                operation.symbol()
                        + DoubleStream.of(operands)
                                .limit(4)
                                .mapToObj(Numerals::shortest)
                                .collect(java.util.stream.Collectors.joining(
                                        ", ", "(", operands.length > 4 ? ", …)" : ")"));
        };
    }
}
