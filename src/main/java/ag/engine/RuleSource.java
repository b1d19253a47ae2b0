package ag.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rules as {@link Rule#parse} reads them, with all their parentheses. */
final class RuleSource {
    private RuleSource() {}

    static String of(Rule rule) {
        return switch (rule) {
            case Rule.Literal(double value) -> number(value);
            case Rule.Variable(String name) -> name;
            case Rule.Apply(Operation operation, List<Rule> operands) -> applied(operation, operands);
            case Rule.Choice(Rule.Condition condition, Rule then, Rule otherwise) ->
                "(if " + of(condition) + " then " + of(then) + " else " + of(otherwise) + ")";
        };
    }

    private static String applied(Operation operation, List<Rule> operands) {
        List<String> sources = operands.stream().map(RuleSource::of).toList();
        return switch (operation.kind()) {
            case INFIX -> "(" + String.join(" " + operation.symbol() + " ", sources) + ")";
            case PREFIX -> "(" + operation.symbol() + sources.getFirst() + ")";
            case LEAF, FUNCTION, LOSS, REDUCTION, INTERNAL ->
                sources.stream().collect(Collectors.joining(", ", operation.symbol() + "(", ")"));
        };
    }

    private static String of(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Comparison(Rule.Relation relation, Rule left, Rule right) ->
                of(left) + " " + relation.sign() + " " + of(right);
            case Rule.Both(Rule.Condition left, Rule.Condition right) -> of(left) + " and " + of(right);
        };
    }

    /** A rule has no signs, no infinity and no NaN but those that it computes. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "(0 / 0)";
        }
        if (value < 0 || 1 / value < 0) {
            return "(-" + number(-value) + ")";
        }
        return Double.isInfinite(value) ? "(1 / 0)" : Double.toString(value).replace('E', 'e');
    }
}
