package ag.lang.algebra;

import ag.lang.syntax.Expr.BinaryOperator;
import java.util.Optional;

/** Conditions between numbers that are known. */
final class Truths {
    private Truths() {}

    /** Whether a condition holds, where that does not depend on a letter. */
    static Optional<Boolean> decided(Condition condition) {
        return switch (condition) {
            case Condition.Truth(boolean holds) -> Optional.of(holds);
            case Condition.Comparison(BinaryOperator operator, Term left, Term right) ->
                Numbers.in(left).flatMap(a -> Numbers.in(right).map(b -> holds(operator, a.compareTo(b))));
            case Condition.Not(Condition of) -> decided(of).map(holds -> !holds);
            case Condition.Both(Condition left, Condition right) -> joined(decided(left), decided(right), false);
            case Condition.Either(Condition left, Condition right) -> joined(decided(left), decided(right), true);
        };
    }

    /** An operand that has the value {@code enough} decides; otherwise both must be known. */
    private static Optional<Boolean> joined(Optional<Boolean> left, Optional<Boolean> right, boolean enough) {
        if (left.filter(holds -> holds == enough).isPresent()
                || right.filter(holds -> holds == enough).isPresent()) {
            return Optional.of(enough);
        }
        return left.isPresent() && right.isPresent() ? Optional.of(!enough) : Optional.empty();
    }

    /** Whether a comparison holds for two numbers that compare so. */
    static boolean holds(BinaryOperator operator, int compared) {
        return switch (operator) {
            case LESS -> compared < 0;
            case LESS_OR_EQUAL -> compared <= 0;
            case GREATER -> compared > 0;
            case GREATER_OR_EQUAL -> compared >= 0;
            case EQUAL -> compared == 0;
            case NOT_EQUAL -> compared != 0;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MATRIX_MULTIPLY, POWER, POWER_OF_EACH, AND, OR ->
                throw new IllegalArgumentException("not a comparison: " + operator);
        };
    }
}
