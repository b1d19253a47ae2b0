package ag.lang.symbolic;

import ag.engine.Operation;
import ag.lang.syntax.Expr;
import java.util.List;

/** The derivative of one step in one of its operands, as a learner would look it up. */
public final class LocalRule {
    private LocalRule() {}

    /**
     * The rule with names in it, such as {@code 1 - t1^2} for {@code t1 = tanh(z)}.
     *
     * @param step what the step is called
     * @param operands what it is made from, in order
     * @param index the operand that the derivative is taken in
     */
    public static String text(Operation operation, String step, List<String> operands, int index) {
        List<Expr> names = operands.stream().map(LocalRule::operand).toList();
        Expr rule = new TableRules(false).partial(Build.name(step), new Operand(operation, names), index);
        return ExpressionPrinter.print(Simplifier.simplify(rule));
    }

    /** A constant is called by its number. */
    private static Expr operand(String text) {
        try {
            return Build.number(Double.parseDouble(text.replaceAll("[()]", "")));
        } catch (NumberFormatException named) {
            return Build.name(text);
        }
    }
}
