package ag.lang.symbolic;

import ag.engine.Tape;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.List;
import java.util.Map;

/**
 * Evaluates an expression at a point, on a tape of its own: the check that a formula is worth what it should be, made without the
 * algebra that led to it.
 */
public final class Evaluation {
    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "e", Math.E, "inf", Double.POSITIVE_INFINITY, "nan", Double.NaN);

    private final Tape tape = new Tape();
    private final Map<Expr, Double> values;
    private final Expr variable;
    private final int input;

    private Evaluation(Map<Expr, Double> values, Expr variable) {
        this.values = values;
        this.variable = variable;
        this.input = tape.input(values.getOrDefault(variable, Double.NaN));
    }

    /**
     * The value of an expression.
     *
     * @param values what the names and elements in it stand for
     * @param variable what {@code grad(u, x)} in it may be taken by
     */
    public static double of(Expr expression, Map<Expr, Double> values, Expr variable) {
        Evaluation evaluation = new Evaluation(values, variable);
        return evaluation.tape.value(evaluation.node(expression));
    }

    private int node(Expr expression) {
        if (expression.equals(variable)) {
            return input;
        }
        if (Differentiator.isPending(expression)) {
            int of = node(((Expr.Call) expression).arguments().getFirst().value());
            tape.backward(of);
            return tape.constant(tape.gradient(input));
        }
        return switch (expression) {
            case Expr.NumberLiteral number -> tape.constant(number.value());
            case Expr.Conditional choice -> node(holds(choice.condition()) ? choice.then() : choice.otherwise());
            case Expr.Name _, Expr.Index _, Expr.Member _ -> tape.constant(leaf(expression));
            default -> operation(expression);
        };
    }

    private double leaf(Expr expression) {
        Double value = values.get(expression);
        if (value == null && expression instanceof Expr.Name name) {
            value = CONSTANTS.get(name.name());
        }
        if (value == null) {
            throw new IllegalArgumentException("no value for " + ExpressionPrinter.print(expression));
        }
        return value;
    }

    private int operation(Expr expression) {
        Operand operand = Operand.of(expression)
                .orElseThrow(() -> new IllegalArgumentException("no value for " + ExpressionPrinter.print(expression)));
        int[] nodes = operand.operands().stream().mapToInt(this::node).toArray();
        return switch (operand.operation().partials().arity()) {
            case 1 -> tape.apply(operand.operation(), nodes[0]);
            case 2 -> tape.apply(operand.operation(), nodes[0], nodes[1]);
            default -> tape.reduce(operand.operation(), nodes);
        };
    }

    private boolean holds(Expr condition) {
        return switch (condition) {
            case Expr.BooleanLiteral truth -> truth.value();
            case Expr.Unary unary when unary.operator() == UnaryOperator.NOT -> !holds(unary.operand());
            case Expr.Binary binary ->
                switch (binary.operator()) {
                    case AND -> holds(binary.left()) && holds(binary.right());
                    case OR -> holds(binary.left()) || holds(binary.right());
                    default -> compares(binary, List.of(node(binary.left()), node(binary.right())));
                };
            default -> throw new IllegalArgumentException("not a condition: " + ExpressionPrinter.print(condition));
        };
    }

    private boolean compares(Expr.Binary comparison, List<Integer> nodes) {
        double a = tape.value(nodes.get(0));
        double b = tape.value(nodes.get(1));
        return switch (comparison.operator()) {
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MATRIX_MULTIPLY, POWER, AND, OR ->
                throw new IllegalArgumentException("not a comparison: " + ExpressionPrinter.print(comparison));
        };
    }
}
