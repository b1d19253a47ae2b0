package ag.lang.symbolic;

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
    record Applied(Rule rule, Expr result) {}

    /**
     * What a rule is called.
     *
     * @param chained whether the chain rule goes with it
     */
    record Rule(String name, boolean chained) {
        private static final String CONSTANT_MULTIPLE = "constant multiple rule";
        private static final String SUM = "sum rule";
        private static final String DIFFERENCE = "difference rule";
        private static final String BOTH = "sum and difference rule";

        Rule(String name) {
            this(name, false);
        }

        boolean isLike(Rule other) {
            return name.equals(other.name) || (isSum() && other.isSum());
        }

        private boolean isSum() {
            return List.of(SUM, DIFFERENCE, BOTH).contains(name);
        }

        /** Whether it only takes an expression apart. */
        boolean isPlain() {
            return isSum() || name.equals(CONSTANT_MULTIPLE);
        }

        /** Of two rules that are alike, the one that covers both. */
        Rule and(Rule other) {
            return new Rule(name.equals(other.name) ? name : BOTH, chained || other.chained);
        }

        String text() {
            return name + (chained ? " and chain rule" : "");
        }
    }

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
            return new Applied(new Rule("case by case"), cases);
        }
        Operand operand = Operand.of(of)
                .orElseThrow(() -> new IllegalArgumentException("no rule for " + ExpressionPrinter.print(of)));
        List<Expr> operands = operand.operands();
        return switch (operand.operation()) {
            case ADD, SUBTRACT -> sum(of);
            case MULTIPLY -> new Applied(rule(operand), product(operands.getFirst(), operands.getLast()));
            case DIVIDE -> new Applied(rule(operand), quotient(operands.getFirst(), operands.getLast()));
            default -> new Applied(rule(operand), chain(of, operand));
        };
    }

    /** All summands at once, however many there are. */
    private Applied sum(Expr of) {
        boolean adds = false;
        boolean subtracts = false;
        List<Expr.Binary> links = new ArrayList<>();
        Expr first = of;
        while (Term.isSum(first)) {
            links.add((Expr.Binary) first);
            first = ((Expr.Binary) first).left();
        }
        Expr sum = contains(first) ? pending(first) : null;
        for (Expr.Binary link : links.reversed()) {
            boolean added = link.operator() == Expr.BinaryOperator.ADD;
            adds |= added;
            subtracts |= !added;
            if (contains(link.right())) {
                Expr part = added ? pending(link.right()) : Build.negate(pending(link.right()));
                sum = sum == null ? part : plus(sum, part);
            }
        }
        String rule = !subtracts ? Rule.SUM : !adds ? Rule.DIFFERENCE : Rule.BOTH;
        return new Applied(new Rule(rule), sum == null ? Build.ZERO : sum);
    }

    /** u'v + uv', in the order of a textbook. */
    private Expr product(Expr u, Expr v) {
        if (!contains(v)) {
            return times(v, pending(u));
        }
        Expr right = times(u, pending(v));
        return contains(u) ? Build.add(times(pending(u), v), right) : right;
    }

    /** (u'v - uv')/v^2, as a textbook has it; the table has the same in two parts. */
    private Expr quotient(Expr u, Expr v) {
        if (!contains(v)) {
            return Build.divide(pending(u), v);
        }
        Expr right = times(u, pending(v));
        Expr above = contains(u) ? Build.subtract(times(pending(u), v), right) : Build.negate(right);
        return Build.divide(above, Build.power(v, Build.number(2)));
    }

    /** The derivatives of the table, each times the one of its operand. */
    private Expr chain(Expr of, Operand operand) {
        Expr sum = null;
        for (int i = 0; i < operand.operands().size(); i++) {
            Expr inner = operand.operands().get(i);
            if (contains(inner)) {
                Expr part = times(table.partial(of, operand, i), pending(inner));
                sum = sum == null ? part : plus(sum, part);
            }
        }
        return sum == null ? Build.ZERO : sum;
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

    private Rule rule(Operand operand) {
        List<Expr> operands = operand.operands();
        boolean first = contains(operands.getFirst());
        boolean both = first && operands.size() > 1 && contains(operands.get(1));
        boolean inner = operands.stream().anyMatch(o -> contains(o) && !o.equals(variable));
        return switch (operand.operation()) {
            case NEGATE -> new Rule(Rule.CONSTANT_MULTIPLE);
            case MULTIPLY -> new Rule(both ? "product rule" : Rule.CONSTANT_MULTIPLE);
            case DIVIDE -> new Rule(both ? "quotient rule" : first ? Rule.CONSTANT_MULTIPLE : "reciprocal rule");
            // The words of a textbook; every other rule is called after its function.
            case POWER ->
                both
                        ? new Rule("power rule, base and exponent")
                        : new Rule(first ? "power rule" : "exponential rule", inner);
            default -> new Rule("derivative of " + operand.operation().symbol(), inner);
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
