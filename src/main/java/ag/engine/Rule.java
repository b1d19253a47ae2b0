package ag.engine;

import java.util.List;

/**
 * A derivative as a formula: the parsed form of the {@code ag} source in a row of the operation table. Gradient graphs are
 * built from it, so higher derivatives come from the same text that symbolic derivatives print.
 */
public sealed interface Rule {
    /** A number that is written out. */
    record Literal(double value) implements Rule {}

    /**
     * An operand ({@code x}, {@code a}, {@code b}, {@code partner}, {@code index}), the result {@code y}, the count {@code ties} or
     * the number {@code place}.
     */
    record Variable(String name) implements Rule {}

    /** An operation on other rules. */
    record Apply(Operation operation, List<Rule> operands) implements Rule {
        public Apply {
            operands = List.copyOf(operands);
        }
    }

    /** One of two rules, chosen by the values at hand. */
    record Choice(Condition condition, Rule then, Rule otherwise) implements Rule {}

    /** What a choice depends on. */
    sealed interface Condition {}

    /** {@code left < right} and its kin. */
    record Comparison(Relation relation, Rule left, Rule right) implements Condition {}

    /** Both must hold. */
    record Both(Condition left, Condition right) implements Condition {}

    /** A relation of two numbers. */
    enum Relation {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        EQUAL("==");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(double a, double b) {
            return switch (this) {
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
                case EQUAL -> a == b;
            };
        }
    }

    /** The rule as {@link #parse} reads it. */
    default String source() {
        return RuleSource.of(this);
    }

    /** Reads a rule from its source. */
    static Rule parse(String source) {
        return new RuleParser(source).parse();
    }
}
