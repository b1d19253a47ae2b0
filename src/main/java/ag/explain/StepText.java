package ag.explain;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.algebra.LocalRule;
import ag.lang.algebra.Term;
import ag.result.Notation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one step of a computation with the names of what it is made from: {@code a·b + c}, {@code sigmoid(z)}, {@code sum(v)}. */
final class StepText {
    private final Tape tape;
    private final NodeNames names;

    StepText(Tape tape, NodeNames names) {
        this.tape = tape;
        this.names = names;
    }

    String of(int node) {
        Operation operation = tape.operation(node);
        int[] operands = tape.operands(node);
        return switch (operation.kind()) {
            case LEAF -> tape.isConstant(node) ? "constant" : "input";
            case INFIX, PREFIX, FUNCTION -> names.step(node);
            case LOSS, INTERNAL ->
                operation.symbol()
                        + Arrays.stream(operands).mapToObj(names::of).collect(Collectors.joining(", ", "(", ")"));
            case REDUCTION ->
                operation == Operation.DOT
                        ? "dot(" + names.vector(half(operands, 0)) + ", " + names.vector(half(operands, 1)) + ")"
                        : operation.symbol() + "(" + names.vector(operands) + ")";
        };
    }

    /** A step with its name, {@code t1 = a·b}, where that is more than its formula. */
    String equation(String name, int node) {
        String step = of(node);
        return name.equals(step) ? step : name + " = " + step;
    }

    /** The derivative of a step in one of its operands, in names: {@code b} for {@code a·b}, {@code 1 - t1²} for t1 = tanh(z). */
    String rule(int node, String name, int index) {
        List<Term> operands =
                Arrays.stream(tape.operands(node)).mapToObj(names::term).toList();
        Term step = name.equals(names.of(node)) ? names.term(node) : Term.letter(name);
        return LocalRule.text(tape.operation(node), step, operands, index);
    }

    /**
     * The same as a factor in a product: {@code (1 - t1²)}. Empty where another derivative is supposed, for then the rule does not
     * hold.
     */
    String factor(int node, String name, int index) {
        if (tape.fault() != null) {
            return "";
        }
        String rule = rule(node, name, index);
        return rule.chars().allMatch(StepText::bindsTightly) ? rule : Notation.operand(rule);
    }

    private static boolean bindsTightly(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_NUMBER || c == '.';
    }

    private static int[] half(int[] operands, int which) {
        int half = operands.length / 2;
        return Arrays.copyOfRange(operands, which * half, (which + 1) * half);
    }
}
