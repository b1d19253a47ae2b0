package ag.lang.statements;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An inequality in one letter as algebra sees it: between two neighbours of its edges it holds everywhere or nowhere.
 *
 * @param difference the left side less the right one
 * @param zeros where the sides are equal
 * @param holes where a side has no value, and may change its sign: zeros of denominators and of what a logarithm is taken of
 * @param ends where a side begins to have a value, with one there: zeros under roots
 */
record Inequality(
        Term difference,
        Term.Letter letter,
        Expr.BinaryOperator sign,
        boolean isZero,
        List<Solution> zeros,
        List<Solution> holes,
        List<Solution> ends) {
    private static final double SAME = 1e-13;

    /**
     * Finds the edges.
     *
     * @param listed solutions as single numbers; empty where there are more than can be listed
     * @return empty where algebra does not know them all
     */
    static Optional<Inequality> of(
            Term left,
            Term right,
            Term.Letter letter,
            Expr.BinaryOperator sign,
            Function<List<Solution>, Optional<List<Solution>>> listed,
            Runnable pause) {
        Term difference = Term.minus(left, right);
        Finder finder = new Finder(letter, listed, pause);
        if (!Letters.in(difference).stream().allMatch(letter::equals) || !finder.look(difference)) {
            return Optional.empty();
        }
        return switch (EquationSolver.solve(left, right, letter, pause)) {
            case EquationSolver.Answer.Unknown _ -> Optional.empty();
            case EquationSolver.Answer.Always _ ->
                Optional.of(new Inequality(difference, letter, sign, true, List.of(), finder.holes, finder.ends));
            case EquationSolver.Answer.All(List<Solution> all, List<Term> _) ->
                listed.apply(all)
                        .map(zeros ->
                                new Inequality(difference, letter, sign, false, zeros, finder.holes, finder.ends));
        };
    }

    /** All places at which it may change. */
    List<Solution> edges() {
        List<Solution> edges = new ArrayList<>(zeros);
        edges.addAll(holes);
        edges.addAll(ends);
        return edges;
    }

    /** Whether it holds at a place that is no edge. */
    boolean holdsBeside(double x) {
        double there = PointEvaluation.of(difference, Map.of(letter, x));
        return Double.isNaN(there) ? false : holds(isZero ? 0 : there);
    }

    /**
     * Whether it holds at one of its edges, or at one of another inequality.
     *
     * @param before a place before it with no edge in between
     * @param behind one behind it
     */
    boolean holdsAt(Solution edge, double before, double behind) {
        double x = edge.number().orElse(Double.NaN);
        if (isAmong(holes, x)) {
            return false;
        }
        if (isAmong(zeros, x)) {
            return holds(0);
        }
        Term exact = Simplifier.simplify(Letters.replaced(difference, Map.of(letter, edge.value())));
        double there = PointEvaluation.of(exact, Map.of());
        if (Double.isNaN(there) && isAmong(ends, x)) {
            // Rounded to the side without a value.
            return holdsBeside(before) || holdsBeside(behind);
        }
        return !Double.isNaN(there) && holds(isZero ? 0 : there);
    }

    private boolean holds(double difference) {
        return holds(sign, difference);
    }

    /** Whether a difference of two sides is as the sign between them says. */
    static boolean holds(Expr.BinaryOperator sign, double difference) {
        return sign == Expr.BinaryOperator.LESS
                ? difference < 0
                : sign == Expr.BinaryOperator.LESS_OR_EQUAL
                        ? difference <= 0
                        : sign == Expr.BinaryOperator.GREATER ? difference > 0 : difference >= 0;
    }

    private static boolean isAmong(List<Solution> places, double x) {
        return places.stream().anyMatch(place -> isSame(place.number().orElse(Double.NaN), x));
    }

    /** Whether two numbers are one but for rounding. */
    static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Looks through a formula for parts that have no value everywhere. */
    private static final class Finder {
        private final Term.Letter letter;
        private final Function<List<Solution>, Optional<List<Solution>>> listed;
        private final Runnable pause;
        private final List<Solution> holes = new ArrayList<>();
        private final List<Solution> ends = new ArrayList<>();

        Finder(Term.Letter letter, Function<List<Solution>, Optional<List<Solution>>> listed, Runnable pause) {
            this.letter = letter;
            this.listed = listed;
            this.pause = pause;
        }

        /** Whether all parts are of a kind that is continuous beside the places it has noted. */
        boolean look(Term term) {
            return !Letters.contains(term, letter)
                    || switch (term) {
                        case Term.Num _, Term.Constant _, Term.Letter _ -> true;
                        case Term.Sum(List<Term> terms) -> terms.stream().allMatch(this::look);
                        case Term.Product(List<Term> factors) ->
                            factors.stream().allMatch(this::look);
                        case Term.Negative(Term of) -> look(of);
                        case Term.Quotient(Term above, Term below) -> look(above) && look(below) && note(below, holes);
                        case Term.Power(Term base, Term exponent) -> power(base, exponent);
                        case Term.Apply(Operation operation, List<Term> of) ->
                            of.stream().allMatch(this::look) && function(operation, of.getFirst());
                        case Term.Choice _, Term.Derivative _, Term.Integral _ -> false;
                    };
        }

        private boolean power(Term base, Term exponent) {
            if (!Letters.contains(base, letter)) {
                return PointEvaluation.of(base, Map.of()) > 0 && look(exponent);
            }
            if (Letters.contains(exponent, letter)) {
                return false;
            }
            double number = PointEvaluation.of(exponent, Map.of());
            boolean whole = number == Elementary.round(number);
            return look(base) && (number < 0 ? note(base, holes) : whole || note(base, ends));
        }

        private boolean function(Operation operation, Term of) {
            return switch (operation) {
                case ABS, EXP, SIN, COS, ATAN, SINH, COSH, TANH -> true;
                case SQRT -> note(of, ends);
                case LOG, LOG10, LOG2 -> note(of, holes);
                default -> false;
            };
        }

        private boolean note(Term zero, List<Solution> places) {
            return switch (EquationSolver.solve(zero, Term.ZERO, letter, pause)) {
                case EquationSolver.Answer.All(List<Solution> all, List<Term> _) ->
                    listed.apply(all).map(places::addAll).isPresent();
                case EquationSolver.Answer.Always _, EquationSolver.Answer.Unknown _ -> false;
            };
        }
    }
}
