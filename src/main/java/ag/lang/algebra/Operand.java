package ag.lang.algebra;

import ag.engine.Operation;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.List;
import java.util.Optional;

/**
 * An expression as a row of the operation table with its operands.
 *
 * @param operands for a reduction the elements of its vector
 */
record Operand(Operation operation, List<Expr> operands) {
    /** What the expression does last, where that is a row of the table. */
    static Optional<Operand> of(Expr expression) {
        if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return Optional.of(new Operand(Operation.NEGATE, List.of(unary.operand())));
        }
        if (expression instanceof Expr.Binary binary) {
            return row(binary.operator()).map(row -> new Operand(row, List.of(binary.left(), binary.right())));
        }
        return expression instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                ? call(name, arguments)
                : Optional.empty();
    }

    private static Optional<Operation> row(Expr.BinaryOperator operator) {
        return switch (operator) {
            case ADD -> Optional.of(Operation.ADD);
            case SUBTRACT -> Optional.of(Operation.SUBTRACT);
            case MULTIPLY -> Optional.of(Operation.MULTIPLY);
            case DIVIDE -> Optional.of(Operation.DIVIDE);
            case POWER, POWER_OF_EACH -> Optional.of(Operation.POWER);
            case MATRIX_MULTIPLY, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
                Optional.empty();
        };
    }

    private static Optional<Operand> call(String name, List<Expr.Argument> arguments) {
        List<Expr> values = arguments.stream().map(Expr.Argument::value).toList();
        if (values.size() == 1 && values.getFirst() instanceof Expr.Vector vector) {
            return Operation.function(name, -1).map(row -> new Operand(row, vector.elements()));
        }
        return Operation.function(name, values.size()).map(row -> new Operand(row, values));
    }
}
