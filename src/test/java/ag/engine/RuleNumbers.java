package ag.engine;

import java.util.Map;
import java.util.Objects;

/** Evaluates the source of a derivative with plain numbers. */
final class RuleNumbers {
    private RuleNumbers() {}

    static double value(Rule rule, Map<String, Double> variables) {
        return switch (rule) {
            case Rule.Literal literal -> literal.value();
            case Rule.Variable variable -> Objects.requireNonNull(variables.get(variable.name()), variable.name());
            case Rule.Apply apply ->
                DerivativeCheck.value(
                        apply.operation().partials(),
                        apply.operands().stream()
                                .mapToDouble(operand -> value(operand, variables))
                                .toArray());
            case Rule.Choice choice ->
                value(holds(choice.condition(), variables) ? choice.then() : choice.otherwise(), variables);
        };
    }

    private static boolean holds(Rule.Condition condition, Map<String, Double> variables) {
        return switch (condition) {
            case Rule.Comparison c -> c.relation().holds(value(c.left(), variables), value(c.right(), variables));
            case Rule.Both both -> holds(both.left(), variables) && holds(both.right(), variables);
        };
    }
}
