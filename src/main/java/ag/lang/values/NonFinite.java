package ag.lang.values;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.result.Numerals;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Words a result that is NaN or infinite although its operands are ordinary numbers, or huge since it should have been infinite. */
final class NonFinite {
    private NonFinite() {}

    static String born(Tape tape, int node) {
        return born(tape.operation(node), tape.value(node), operands(tape, node));
    }

    /** The operation of a node and the numbers it works on, such as "sqrt at 0", "max at 1, 1" or "0 ^ 1.5". */
    static String place(Tape tape, int node) {
        Operation operation = tape.operation(node);
        double[] operands =
                Arrays.stream(operands(tape, node)).map(NonFinite::rounded).toArray();
        return switch (operation.kind()) {
            case INFIX, PREFIX, LEAF -> expression(operation, operands);
            case FUNCTION, LOSS, REDUCTION, INTERNAL -> operation.symbol() + " at " + list(operands);
        };
    }

    /** With as many digits as tell a place. */
    private static double rounded(double number) {
        return Double.isFinite(number) ? Double.parseDouble(Numerals.rounded(number, 6)) : number;
    }

    private static double[] operands(Tape tape, int node) {
        return Arrays.stream(tape.operands(node)).mapToDouble(tape::value).toArray();
    }

    static String born(Operation operation, double result, double... operands) {
        String text = expression(operation, operands) + " is " + Numerals.shortest(result);
        if (Double.isFinite(result)) {
            return text + ": " + operation.symbol() + " takes "
                    + operation.domain().words() + ", and this is the number nearest to one";
        }
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
            case LEAF, FUNCTION, LOSS, REDUCTION, INTERNAL -> operation.symbol() + "(" + list(operands) + ")";
        };
    }

    private static String list(double... operands) {
        return DoubleStream.of(operands)
                .limit(4)
                .mapToObj(Numerals::shortest)
                .collect(Collectors.joining(", ", "", operands.length > 4 ? ", …" : ""));
    }
}
