package ag.lang.algebra;

import ag.engine.LocalDerivative;
import ag.engine.Operation;
import ag.engine.Rule;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The derivatives of the operation table with formulas in the place of their operands.
 *
 * @param conventions whether a case that holds at single points only, such as {@code if b == 0}, is written out; a textbook leaves
 *     it out
 */
record TableRules(boolean conventions) {
    /** The derivative of a function in one of its operands. */
    Term partial(Term.Apply whole, int index) {
        Term written = combined(whole.operation(), whole.operands());
        return partial(written, whole.operation(), whole.operands(), index);
    }

    /** @param whole what the result of the operation is called */
    Term partial(Term whole, Operation operation, List<Term> operands, int index) {
        List<Rule> rules = LocalDerivative.textbook(operation);
        Rule rule = rules.size() == 1 ? rules.getFirst() : rules.get(index);
        return new Filled(whole, operands, index).build(rule);
    }

    /** An operation of the table as a formula. */
    static Term combined(Operation operation, List<Term> operands) {
        return switch (operation) {
            case ADD -> Term.sum(operands);
            case SUBTRACT -> Term.minus(operands.get(0), operands.get(1));
            case MULTIPLY -> Term.product(operands);
            case DIVIDE -> Term.quotient(operands.get(0), operands.get(1));
            case POWER -> Term.power(operands.get(0), operands.get(1));
            case NEGATE -> Term.negative(operands.getFirst());
            case EXP -> Term.power(Term.e(), operands.getFirst());
            default -> new Term.Apply(operation, operands);
        };
    }

    private final class Filled {
        private static final Set<Operation> OF_ONE_PIECE = EnumSet.of(
                Operation.SIN,
                Operation.COS,
                Operation.SINH,
                Operation.COSH,
                Operation.TANH,
                Operation.SIGMOID,
                Operation.ATAN);

        private final Term whole;
        private final List<Term> operands;
        private final int index;

        Filled(Term whole, List<Term> operands, int index) {
            this.whole = whole;
            this.operands = operands;
            this.index = index;
        }

        Term build(Rule rule) {
            return switch (rule) {
                case Rule.Literal number -> number(number.value());
                case Rule.Variable variable -> variable(variable.name());
                case Rule.Apply apply ->
                    combined(
                            apply.operation(),
                            apply.operands().stream().map(this::build).toList());
                case Rule.Choice choice -> {
                    Optional<Boolean> decided = decided(choice.condition());
                    yield decided.isPresent()
                            ? build(decided.get() ? choice.then() : choice.otherwise())
                            : new Term.Choice(
                                    condition(choice.condition()),
                                    build(choice.then()),
                                    build(conventions ? choice.otherwise() : withoutTie(choice)));
                }
            };
        }

        /** What is left of {@code if a < b … else if a > b … else …} where the last case is a tie. */
        private static Rule withoutTie(Rule.Choice choice) {
            return choice.condition() instanceof Rule.Comparison less
                            && choice.otherwise() instanceof Rule.Choice(Rule.Condition second, Rule then, Rule _)
                            && second.equals(new Rule.Comparison(opposite(less.relation()), less.left(), less.right()))
                    ? then
                    : choice.otherwise();
        }

        private static Rule.Relation opposite(Rule.Relation relation) {
            return switch (relation) {
                case LESS -> Rule.Relation.GREATER;
                case GREATER -> Rule.Relation.LESS;
                case LESS_OR_EQUAL -> Rule.Relation.GREATER_OR_EQUAL;
                case GREATER_OR_EQUAL -> Rule.Relation.LESS_OR_EQUAL;
                case EQUAL -> Rule.Relation.EQUAL;
            };
        }

        private Term variable(String name) {
            return switch (name) {
                case "y" -> whole;
                case "a" -> operands.get(0);
                case "b" -> operands.get(1);
                case "x" -> operands.get(index);
                case "partner" -> operands.get((index + operands.size() / 2) % operands.size());
                case "ties" -> ties();
                default -> throw new IllegalArgumentException("no operand " + name);
            };
        }

        /** How many of the operands are as large as the result; a textbook counts those that can be so in whole regions. */
        private Term ties() {
            Term own = operands.get(index);
            List<Term> counted = operands.stream()
                    .filter(operand -> conventions || operand.equals(own) || mayFollow(operand, own))
                    .toList();
            return !conventions && counted.stream().allMatch(own::equals)
                    ? Term.number(counted.size())
                    : Term.sum(counted.stream()
                            .map(operand -> (Term) new Term.Choice(
                                    new Condition.Comparison(BinaryOperator.EQUAL, operand, whole),
                                    Term.ONE,
                                    Term.ZERO))
                            .toList());
        }

        /** Whether two different formulas can be equal at more than single points, as {@code abs(x)} and x are. */
        private static boolean mayFollow(Term one, Term other) {
            return Letters.in(one).stream().anyMatch(Letters.in(other)::contains)
                    && !(isOfOnePiece(one) && isOfOnePiece(other));
        }

        /** Whether it is one analytic function wherever it has a value: two of those that differ are equal at single points. */
        private static boolean isOfOnePiece(Term term) {
            boolean own = switch (term) {
                case Term.Choice _, Term.Derivative _, Term.Integral _ -> false;
                case Term.Power(Term base, Term exponent) ->
                    Letters.in(base).isEmpty()
                            || Numbers.in(exponent).filter(Rational::isWhole).isPresent();
                case Term.Apply apply -> OF_ONE_PIECE.contains(apply.operation());
                case Term.Num _,
                        Term.Constant _,
                        Term.Letter _,
                        Term.Sum _,
                        Term.Product _,
                        Term.Quotient _,
                        Term.Negative _ -> true;
            };
            return own && term.parts().stream().allMatch(Filled::isOfOnePiece);
        }

        /** What a condition comes to where its numbers are known, or where it is a convention that is left out. */
        private Optional<Boolean> decided(Rule.Condition condition) {
            Optional<Boolean> known = Truths.decided(condition(condition));
            boolean left = !conventions && isSinglePoint(condition);
            return known.isPresent() ? known : leftOut(condition, left);
        }

        /** {@code b == 0} holds at single points; {@code x == y}, where y is the largest of several x, in whole regions. */
        private static boolean isSinglePoint(Rule.Condition condition) {
            return condition instanceof Rule.Comparison comparison
                    && comparison.relation() == Rule.Relation.EQUAL
                    && !(isNamed(comparison.left(), "x") && isNamed(comparison.right(), "y"));
        }

        private static boolean isNamed(Rule side, String name) {
            return side instanceof Rule.Variable variable && variable.name().equals(name);
        }

        private Optional<Boolean> leftOut(Rule.Condition condition, boolean left) {
            if (left) {
                return Optional.of(false);
            }
            return condition instanceof Rule.Both(Rule.Condition first, Rule.Condition second)
                            && (decided(first).equals(Optional.of(false))
                                    || decided(second).equals(Optional.of(false)))
                    ? Optional.of(false)
                    : Optional.empty();
        }

        private Condition condition(Rule.Condition condition) {
            return switch (condition) {
                case Rule.Both both -> new Condition.Both(condition(both.left()), condition(both.right()));
                case Rule.Comparison comparison ->
                    new Condition.Comparison(
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

    /** A number of a rule as it is written there. */
    private static Term number(double value) {
        if (value == Math.PI) {
            return Term.pi();
        }
        Rational exact = Rational.of(value);
        Term unsigned = new Term.Num(exact.abs(), true);
        return exact.sign() < 0 ? Term.negative(unsigned) : unsigned;
    }
}
