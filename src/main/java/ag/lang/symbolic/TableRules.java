package ag.lang.symbolic;

import ag.engine.LocalDerivative;
import ag.engine.Rule;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The derivatives of the operation table with expressions in the place of their operands.
 *
 * @param conventions whether a case that holds at single points only, such as {@code if b == 0}, is written out; a textbook leaves
 *     it out
 */
record TableRules(boolean conventions) {
    /** The derivative of an expression in one of its operands. */
    Expr partial(Expr whole, Operand operand, int index) {
        List<Rule> rules = LocalDerivative.textbook(operand.operation());
        Rule rule = rules.size() == 1 ? rules.getFirst() : rules.get(index);
        return new Filled(whole, operand.operands(), index).build(rule);
    }

    private final class Filled {
        private final Expr whole;
        private final List<Expr> operands;
        private final int index;

        Filled(Expr whole, List<Expr> operands, int index) {
            this.whole = whole;
            this.operands = operands;
            this.index = index;
        }

        Expr build(Rule rule) {
            return switch (rule) {
                case Rule.Literal number -> number.value() == Math.PI ? Build.name("pi") : Build.number(number.value());
                case Rule.Variable variable -> variable(variable.name());
                case Rule.Apply apply ->
                    Build.apply(
                            apply.operation(),
                            apply.operands().stream().map(this::build).toList());
                case Rule.Choice choice -> {
                    Optional<Boolean> decided = decided(choice.condition());
                    yield decided.isPresent()
                            ? build(decided.get() ? choice.then() : choice.otherwise())
                            : Build.choice(
                                    condition(choice.condition()),
                                    build(choice.then()),
                                    build(conventions ? choice.otherwise() : withoutTie(choice)));
                }
            };
        }

        /** What is left of {@code if a < b … else if a > b … else …} where the last case is a tie. */
        private static Rule withoutTie(Rule.Choice choice) {
            return choice.condition() instanceof Rule.Comparison less
                            && less.relation() == Rule.Relation.LESS
                            && choice.otherwise() instanceof Rule.Choice(Rule.Condition second, Rule then, Rule _)
                            && second.equals(new Rule.Comparison(Rule.Relation.GREATER, less.left(), less.right()))
                    ? then
                    : choice.otherwise();
        }

        private Expr variable(String name) {
            return switch (name) {
                case "y" -> whole;
                case "a" -> operands.get(0);
                case "b" -> operands.get(1);
                case "x" -> operands.get(index);
                case "partner" -> operands.get((index + operands.size() / 2) % operands.size());
                case "ties" -> conventions ? ties() : Build.ONE;
                default -> throw new IllegalArgumentException("no operand " + name);
            };
        }

        /** How many of the operands are as large as the result. */
        private Expr ties() {
            return operands.stream()
                    .map(operand ->
                            Build.choice(Build.binary(BinaryOperator.EQUAL, operand, whole), Build.ONE, Build.ZERO))
                    .reduce(Build::add)
                    .orElse(Build.ONE);
        }

        /** What a condition comes to where its numbers are known, or where it is a convention that is left out. */
        private Optional<Boolean> decided(Rule.Condition condition) {
            return switch (condition) {
                case Rule.Both both -> {
                    Optional<Boolean> left = decided(both.left());
                    Optional<Boolean> right = decided(both.right());
                    yield left.isPresent() && right.isPresent()
                            ? Optional.of(left.get() && right.get())
                            : left.or(() -> right).filter(holds -> !holds);
                }
                case Rule.Comparison comparison -> {
                    OptionalDouble left = Build.numberIn(build(comparison.left()));
                    OptionalDouble right = Build.numberIn(build(comparison.right()));
                    if (left.isPresent() && right.isPresent()) {
                        double a = left.getAsDouble();
                        double b = right.getAsDouble();
                        yield Optional.of(
                                switch (comparison.relation()) {
                                    case LESS -> a < b;
                                    case LESS_OR_EQUAL -> a <= b;
                                    case GREATER -> a > b;
                                    case GREATER_OR_EQUAL -> a >= b;
                                    case EQUAL -> a == b;
                                });
                    }
                    yield !conventions && comparison.relation() == Rule.Relation.EQUAL
                            ? Optional.of(false)
                            : Optional.empty();
                }
            };
        }

        private Expr condition(Rule.Condition condition) {
            return switch (condition) {
                case Rule.Both both ->
                    Build.binary(BinaryOperator.AND, condition(both.left()), condition(both.right()));
                case Rule.Comparison comparison ->
                    Build.binary(
                            switch (comparison.relation()) {
                                case LESS -> BinaryOperator.LESS;
                                case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
                                case GREATER -> BinaryOperator.GREATER;
                                case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
                                case EQUAL -> BinaryOperator.EQUAL;
                            },
                            build(comparison.left()),
                            build(comparison.right()));
            };
        }
    }
}
