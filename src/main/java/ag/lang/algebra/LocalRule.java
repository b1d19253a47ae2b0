package ag.lang.algebra;

import ag.engine.Operation;
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
        List<Term> names = operands.stream().map(LocalRule::operand).toList();
        Term rule = new TableRules(false).partial(Term.letter(step), operation, names, index);
        return TextWriter.ascii(Simplifier.simplify(rule));
    }

    /** A constant is called by its number. */
    private static Term operand(String text) {
        try {
            return RecordedFormula.number(Double.parseDouble(text.replaceAll("[()]", "")));
        } catch (NumberFormatException named) {
            return Term.letter(text);
        }
    }
}
