package ag.files.page;

import ag.engine.Fault;
import ag.engine.LocalDerivative;
import ag.engine.Operation;
import ag.engine.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives of the operation table in JavaScript: an object with an entry for each row, translated from the same rules that
 * gradient graphs and symbolic derivatives are built from. Values come from the resource {@code values.js}.
 */
public final class OperationScript {
    private OperationScript() {}

    /**
     * Defines {@code values}, {@code operations} and {@code tape}.
     *
     * @param fault whose rules are used in place of the table's; null for none
     */
    public static String source(@Nullable Fault fault) {
        return Template.read("values.js") + "\n" + table(fault) + "\n" + Template.read("tape.js");
    }

    private static String table(@Nullable Fault fault) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.kind() != Operation.Kind.LEAF)
                .filter(operation -> operation.elsewhere() == Operation.Elsewhere.EVERYWHERE)
                .map(operation -> row(operation, fault))
                .collect(Collectors.joining("\n", "const operations = {\n", "\n};\n"));
    }

    private static String row(Operation operation, @Nullable Fault fault) {
        boolean vector = operation.partials().arity() < 0;
        String arguments = vector
                ? "(x, y, ties, partner, index, place)"
                : operation.partials().arity() == 1 ? "(x, y)" : "(a, b, y)";
        List<Rule> rules = new ArrayList<>(LocalDerivative.rules(operation));
        for (int i = 0; fault != null && i < rules.size(); i++) {
            rules.set(i, Objects.requireNonNullElse(fault.rule(operation, i), rules.get(i)));
        }
        String slopes = rules.stream()
                .map(rule -> "{ slope: " + arguments + " => " + number(rule) + ", cut: " + arguments + " => "
                        + isCut(rule) + " }")
                .collect(Collectors.joining(", "));
        String source = String.join(" ", operation.partials().sources());
        return "  " + operation.name() + ": { vector: " + vector + ", ties: " + source.contains("ties") + ", pairs: "
                + source.contains("partner") + ", rules: [" + slopes + "] },";
    }

    private static String number(Rule rule) {
        return switch (rule) {
            case Rule.Literal literal -> Double.toString(literal.value());
            case Rule.Variable(String name) -> name;
            case Rule.Apply apply -> apply(apply);
            case Rule.Choice choice ->
                "(" + condition(choice.condition()) + " ? " + number(choice.then()) + " : " + number(choice.otherwise())
                        + ")";
        };
    }

    private static String apply(Rule.Apply apply) {
        Operation operation = apply.operation();
        List<String> operands =
                apply.operands().stream().map(OperationScript::number).toList();
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> "(" + String.join(" " + operation.symbol() + " ", operands) + ")";
            case NEGATE -> "(- " + operands.getFirst() + ")";
            default -> "values." + operation.name() + "(" + String.join(", ", operands) + ")";
        };
    }

    /** Whether the choices lead to a derivative that is written as 0. */
    private static String isCut(Rule rule) {
        return switch (rule) {
            case Rule.Literal literal -> Boolean.toString(literal.value() == 0);
            case Rule.Variable _, Rule.Apply _ -> "false";
            case Rule.Choice choice ->
                "(" + condition(choice.condition()) + " ? " + isCut(choice.then()) + " : " + isCut(choice.otherwise())
                        + ")";
        };
    }

    private static String condition(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Comparison c -> number(c.left()) + " " + c.relation().sign() + " " + number(c.right());
            case Rule.Both both -> "(" + condition(both.left()) + " && " + condition(both.right()) + ")";
        };
    }
}
