package ag.lang.algebra;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.numeric.Quadrature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates a formula at a point, on a tape of its own: the check that a formula is worth what it should be, made without the
 * algebra that led to it.
 */
public final class PointEvaluation {
    private final Tape tape = new Tape();
    private final Map<Term.Letter, Double> values;

    private PointEvaluation(Map<Term.Letter, Double> values) {
        this.values = values;
    }

    /**
     * The value of a formula.
     *
     * @param values what the letters in it stand for
     * @throws IllegalArgumentException where a letter has no value
     */
    public static double of(Term term, Map<Term.Letter, Double> values) {
        PointEvaluation evaluation = new PointEvaluation(values);
        return evaluation.tape.value(evaluation.node(term, Map.of()));
    }

    /** @param inputs nodes that stand for letters already, so that one can be derived by them */
    private int node(Term term, Map<Term.Letter, Integer> inputs) {
        return switch (term) {
            case Term.Num number -> tape.constant(number.value().value());
            case Term.Constant constant ->
                tape.constant(
                        switch (constant.name()) {
                            case PI -> Math.PI;
                            case E -> Math.E;
                            case INFINITY -> Double.POSITIVE_INFINITY;
                            case UNDEFINED -> Double.NaN;
                        });
            case Term.Letter letter -> {
                Integer input = inputs.get(letter);
                yield input != null ? input : tape.constant(value(letter));
            }
            case Term.Sum(List<Term> terms) -> sum(terms, inputs);
            case Term.Product(List<Term> factors) -> {
                int product = node(factors.getFirst(), inputs);
                for (Term factor : factors.subList(1, factors.size())) {
                    product = tape.apply(Operation.MULTIPLY, product, node(factor, inputs));
                }
                yield product;
            }
            case Term.Quotient(Term above, Term below) ->
                tape.apply(Operation.DIVIDE, node(above, inputs), node(below, inputs));
            case Term.Power(Term base, Term exponent) ->
                base.equals(Term.e())
                        ? tape.apply(Operation.EXP, node(exponent, inputs))
                        : tape.apply(Operation.POWER, node(base, inputs), node(exponent, inputs));
            case Term.Negative(Term of) -> tape.apply(Operation.NEGATE, node(of, inputs));
            case Term.Apply(Operation operation, List<Term> operands) -> {
                int[] nodes =
                        operands.stream().mapToInt(part -> node(part, inputs)).toArray();
                yield switch (operation.partials().arity()) {
                    case 1 -> tape.apply(operation, nodes[0]);
                    case 2 -> tape.apply(operation, nodes[0], nodes[1]);
                    default -> tape.reduce(operation, nodes);
                };
            }
            case Term.Choice choice ->
                node(holds(choice.condition(), inputs) ? choice.then() : choice.otherwise(), inputs);
            case Term.Derivative derivative -> slope(derivative, inputs);
            case Term.Integral integral -> integral(integral, inputs);
        };
    }

    private double value(Term.Letter letter) {
        Double value = values.get(letter);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + letter.name());
        }
        return value;
    }

    private int sum(List<Term> terms, Map<Term.Letter, Integer> inputs) {
        int sum = node(terms.getFirst(), inputs);
        for (Term term : terms.subList(1, terms.size())) {
            sum = term instanceof Term.Negative(Term of)
                    ? tape.apply(Operation.SUBTRACT, sum, node(of, inputs))
                    : tape.apply(Operation.ADD, sum, node(term, inputs));
        }
        return sum;
    }

    /** By quadrature; what a limit that is an input adds is, to first order, what is below the sign there. */
    private int integral(Term.Integral integral, Map<Term.Letter, Integer> inputs) {
        int from = node(integral.from(), inputs);
        int to = node(integral.to(), inputs);
        Quadrature.Outcome outcome =
                Quadrature.integrate(x -> tape.value(below(integral, x, inputs)), tape.value(from), tape.value(to));
        if (inputs.isEmpty()) {
            return tape.constant(outcome.value());
        }
        int sum = tape.constant(0);
        for (Quadrature.Point point : outcome.points()) {
            int there = below(integral, point.x(), inputs);
            sum = tape.apply(Operation.ADD, sum, tape.apply(Operation.MULTIPLY, there, tape.constant(point.weight())));
        }
        sum = tape.apply(Operation.SUBTRACT, sum, beyond(integral, integral.from(), from, inputs));
        return tape.apply(Operation.ADD, sum, beyond(integral, integral.to(), to, inputs));
    }

    private int below(Term.Integral integral, double x, Map<Term.Letter, Integer> inputs) {
        Map<Term.Letter, Integer> inside = new HashMap<>(inputs);
        inside.put(integral.by(), tape.constant(x));
        return node(integral.of(), inside);
    }

    private int beyond(Term.Integral integral, Term written, int limit, Map<Term.Letter, Integer> inputs) {
        double here = tape.value(limit);
        if (inputs.keySet().stream().noneMatch(input -> Letters.contains(written, input))) {
            return tape.constant(0);
        }
        int way = tape.apply(Operation.SUBTRACT, limit, tape.constant(here));
        return tape.apply(Operation.MULTIPLY, way, tape.constant(tape.value(below(integral, here, inputs))));
    }

    /** By a backward pass. */
    private int slope(Term.Derivative derivative, Map<Term.Letter, Integer> inputs) {
        int input = tape.input(value(derivative.by()));
        Map<Term.Letter, Integer> inside = new HashMap<>(inputs);
        inside.put(derivative.by(), input);
        int of = node(derivative.of(), inside);
        tape.backward(of);
        return tape.constant(tape.isReached(input) ? tape.gradient(input) : 0);
    }

    private boolean holds(Condition condition, Map<Term.Letter, Integer> inputs) {
        return switch (condition) {
            case Condition.Truth truth -> truth.holds();
            case Condition.Not not -> !holds(not.of(), inputs);
            case Condition.Both both -> holds(both.left(), inputs) && holds(both.right(), inputs);
            case Condition.Either either -> holds(either.left(), inputs) || holds(either.right(), inputs);
            case Condition.Comparison comparison -> {
                double a = tape.value(node(comparison.left(), inputs));
                double b = tape.value(node(comparison.right(), inputs));
                yield (Double.isNaN(a) || Double.isNaN(b))
                        ? comparison.operator() == ag.lang.syntax.Expr.BinaryOperator.NOT_EQUAL
                        : Truths.holds(comparison.operator(), a == b ? 0 : Double.compare(a, b));
            }
        };
    }
}
