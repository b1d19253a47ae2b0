package ag.lang.algebra;

import ag.engine.Operation;
import java.util.List;

/** The derivative of one step in one of its operands, as a table of derivatives has it. */
public final class LocalRule {
    private LocalRule() {}

    /**
     * The rule with names in it, such as {@code 1 - t1²} for {@code t1 = tanh(z)}.
     *
     * @param step what the step is called
     * @param operands what it is made from, in order
     * @param index the operand that the derivative is taken in
     */
    public static String text(Operation operation, Term step, List<Term> operands, int index) {
        Term rule = new TableRules(false).partial(step, operation, operands, index);
        return TextWriter.text(Simplifier.simplify(rule));
    }
}
