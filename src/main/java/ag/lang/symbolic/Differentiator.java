package ag.lang.symbolic;

import ag.engine.Operation;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the derivative of one operation and leaves those of its operands to be done, written as {@code grad(u, x)}, which is
 * source of the language too.
 */
final class Differentiator {
    private static final String GRAD = "grad";

    private final Expr variable;
    private final TableRules table;

    Differentiator(Expr variable, TableRules table) {
        this.variable = variable;
        this.table = table;
    }

    /** A rule by its name, and what it makes of a derivative. */
    record Applied(String rule, Expr result) {}

    /** A derivative to be done; one that is plain to see is done at once. */
    Expr pending(Expr of) {
        if (of.equals(variable)) {
            return Build.ONE;
        }
        return contains(of) ? Build.call(GRAD, List.of(of, variable)) : Build.ZERO;
    }

    /** Whether an expression is a derivative that is still to be done. */
    static boolean isPending(Expr expression) {
        return expression instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                && name.equals(GRAD)
                && arguments.size() == 2;
    }

    Applied apply(Expr pending) {
        Expr of = ((Expr.Call) pending).arguments().getFirst().value();
        if (of instanceof Expr.Conditional choice) {
            Expr cases = Build.choice(choice.condition(), pending(choice.then()), pending(choice.otherwise()));
            return new Applied("case by case", cases);
        }
        Operand operand = Operand.of(of)
                .orElseThrow(() -> new IllegalArgumentException("no rule for " + ExpressionPrinter.print(of)));
        if (operand.operation() == Operation.DIVIDE
                && operand.operands().stream().allMatch(this::contains)) {
            return new Applied(
                    rule(operand),
                    quotient(operand.operands().getFirst(), operand.operands().getLast()));
        }
        Expr sum = null;
        for (int i = 0; i < operand.operands().size(); i++) {
            Expr inner = operand.operands().get(i);
            if (contains(inner)) {
                Expr part = times(table.partial(of, operand, i), pending(inner));
                sum = sum == null ? part : plus(sum, part);
            }
        }
        return new Applied(rule(operand), sum == null ? Build.ZERO : sum);
    }

    /** (u'v - uv')/v^2, as a textbook has it; the table has the same in two parts. */
    private Expr quotient(Expr u, Expr v) {
        Expr above = Build.subtract(times(v, pending(u)), times(u, pending(v)));
        return Build.divide(above, Build.power(v, Build.number(2)));
    }

    private static Expr times(Expr partial, Expr inner) {
        if (Build.isNumber(partial, 1)) {
            return inner;
        }
        if (Build.isNumber(inner, 1)) {
            return partial;
        }
        return Build.isNumber(partial, -1) ? Build.negate(inner) : Build.multiply(partial, inner);
    }

    private static Expr plus(Expr sum, Expr part) {
        return part instanceof Expr.Unary unary && unary.operator() == Expr.UnaryOperator.NEGATE
                ? Build.subtract(sum, unary.operand())
                : Build.add(sum, part);
    }

    private String rule(Operand operand) {
        List<Expr> operands = operand.operands();
        boolean first = contains(operands.getFirst());
        boolean both = first && operands.size() > 1 && contains(operands.get(1));
        boolean inner = operands.stream().anyMatch(o -> contains(o) && !o.equals(variable));
        return switch (operand.operation()) {
            case ADD -> "sum rule";
            case SUBTRACT -> "difference rule";
            case NEGATE -> "constant multiple rule";
            case MULTIPLY -> both ? "product rule" : "constant multiple rule";
            case DIVIDE -> both ? "quotient rule" : first ? "constant multiple rule" : "reciprocal rule";
            // The words of a textbook; every other rule is called after its function.
            case POWER ->
                both
                        ? "power rule, base and exponent"
                        : (first ? "power rule" : "exponential rule") + (inner ? " and chain rule" : "");
            default -> "derivative of " + operand.operation().symbol() + (inner ? " and chain rule" : "");
        };
    }

    private boolean contains(Expr expression) {
        if (expression.equals(variable)) {
            return true;
        }
        return switch (expression) {
            case Expr.Unary unary -> contains(unary.operand());
            case Expr.Binary binary -> contains(binary.left()) || contains(binary.right());
            case Expr.Conditional choice ->
                contains(choice.condition()) || contains(choice.then()) || contains(choice.otherwise());
            case Expr.Call call -> call.arguments().stream().anyMatch(argument -> contains(argument.value()));
            case Expr.Vector vector -> vector.elements().stream().anyMatch(this::contains);
            default -> false;
        };
    }

    /** The derivatives that are still to be done, from left to right. */
    static List<Expr> allPending(Expr expression) {
        List<Expr> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expr expression, List<Expr> found) {
        if (isPending(expression)) {
            found.add(expression);
            return;
        }
        switch (expression) {
            case Expr.Unary unary -> collect(unary.operand(), found);
            case Expr.Binary binary -> {
                collect(binary.left(), found);
                collect(binary.right(), found);
            }
            case Expr.Conditional choice -> {
                collect(choice.then(), found);
                collect(choice.otherwise(), found);
            }
            default -> {}
        }
    }
}
