package ag.lang.symbolic;

import ag.lang.symbolic.Differentiator.Applied;
import ag.lang.symbolic.Differentiator.Rule;
import ag.lang.syntax.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A derivative as a formula, with the steps that lead to it. Each step uses one rule wherever it fits and is an expression that
 * can be evaluated; what is still to be done stands as {@code grad(u, x)}.
 *
 * @param start the task
 * @param steps each with the name of its rule; the last is {@code formula}
 */
public record Derivation(Expr start, List<Step> steps, Expr formula) {
    private static final int MOST_STEPS = 24;

    public Derivation {
        steps = List.copyOf(steps);
    }

    /** A rule and what it gave. */
    public record Step(String rule, Expr expression) {}

    /**
     * The derivative of an expression.
     *
     * @param variable what it is differentiated by: a name or an element of a vector
     * @param conventions whether cases that hold at single points only are written out
     * @param pause called now and then, for a long expression can take seconds; what it throws ends the work
     */
    public static Derivation of(Expr expression, Expr variable, boolean conventions, Runnable pause) {
        Differentiator differentiator = new Differentiator(variable, new TableRules(conventions));
        Expr start = Build.call("grad", List.of(expression, variable));
        List<Step> steps = new ArrayList<>();
        Expr now = differentiator.pending(expression);
        if (!Differentiator.isPending(now)) {
            steps.add(new Step(Build.isNumber(now, 0) ? "constant rule" : "the variable itself", now));
            return new Derivation(start, steps, now);
        }
        Rule last = null;
        for (List<Expr> open = Differentiator.allPending(now); !open.isEmpty(); open = Differentiator.allPending(now)) {
            pause.run();
            boolean shown = steps.size() < MOST_STEPS;
            Rule rule = differentiator.apply(open.getFirst()).rule();
            Step step = step(now, differentiator, shown ? rule::isLike : any -> true);
            now = step.expression;
            if (shown) {
                // What says nothing new twice is one step.
                if (last != null && last.isPlain() && last.isLike(rule)) {
                    steps.removeLast();
                }
                steps.add(step);
                last = rule;
            }
        }
        if (steps.size() == MOST_STEPS && !steps.getLast().expression().equals(now)) {
            steps.add(new Step("the same rules for the rest", now));
        }
        Expr formula = Simplifier.simplify(now, pause);
        if (!formula.equals(now)) {
            steps.add(new Step(isReordered(now, formula) ? "reorder" : "simplify", formula));
        }
        return new Derivation(start, steps, formula);
    }

    /** Whether two expressions are written with the same signs in another order. */
    private static boolean isReordered(Expr before, Expr after) {
        return Arrays.equals(
                ExpressionPrinter.print(before).chars().sorted().toArray(),
                ExpressionPrinter.print(after).chars().sorted().toArray());
    }

    /** As far as each step is known to be worth the same as the one before it. */
    public Derivation upTo(Predicate<Expr> holds) {
        int proven = 0;
        while (proven < steps.size() && holds.test(steps.get(proven).expression())) {
            proven++;
        }
        return proven == steps.size()
                ? this
                : new Derivation(
                        start,
                        steps.subList(0, proven),
                        proven == 0 ? start : steps.get(proven - 1).expression());
    }

    /** How many operations on numbers it takes to evaluate the formula as it is written. */
    public long operations() {
        return operations(formula);
    }

    static long operations(Expr expression) {
        return switch (expression) {
            case Expr.Unary unary -> 1 + operations(unary.operand());
            case Expr.Binary binary -> 1 + operations(binary.left()) + operations(binary.right());
            case Expr.Conditional choice ->
                operations(choice.condition()) + operations(choice.then()) + operations(choice.otherwise());
            case Expr.Call call ->
                1
                        + call.arguments().stream()
                                .mapToLong(argument -> operations(argument.value()))
                                .sum();
            case Expr.Vector vector ->
                vector.elements().stream().mapToLong(Derivation::operations).sum();
            default -> 0;
        };
    }

    /** Applies all rules of one kind at once. */
    private static Step step(Expr now, Differentiator differentiator, Predicate<Rule> rules) {
        Map<Expr, Expr> done = new HashMap<>();
        Rule all = null;
        for (Expr open : Differentiator.allPending(now)) {
            Applied applied = differentiator.apply(open);
            if (rules.test(applied.rule())) {
                done.put(open, applied.result());
                all = all == null ? applied.rule() : all.and(applied.rule());
            }
        }
        return new Step(all == null ? "" : all.text(), replaced(now, done));
    }

    private static Expr replaced(Expr expression, Map<Expr, Expr> done) {
        return switch (expression) {
            case Expr.Unary unary -> Build.negate(replaced(unary.operand(), done));
            case Expr.Binary binary ->
                Build.binary(binary.operator(), replaced(binary.left(), done), replaced(binary.right(), done));
            case Expr.Conditional choice ->
                Build.choice(choice.condition(), replaced(choice.then(), done), replaced(choice.otherwise(), done));
            default -> done.getOrDefault(expression, expression);
        };
    }
}
