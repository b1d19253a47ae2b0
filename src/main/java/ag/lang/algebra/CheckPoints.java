package ag.lang.algebra;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Points at which a formula is checked against the backward pass: an answer of the algebra is never given unchecked.
 *
 * @param known letters that have a number; the others take one number after the other
 */
public record CheckPoints(Map<Term.Letter, Double> known) {
    /** All letters are free. */
    public static final CheckPoints FREE = new CheckPoints(Map.of());

    /** The least accuracy of two numbers that count as the same. */
    private static final double TOLERANCE = 1e-9;

    /** Numbers of both signs, small and large, none of them special; a prime count, so that no two letters run through them alike. */
    private static final double[] NUMBERS = {0.37, 1.6, -0.73, 2.9, -3.4, 0.062, 5.3};

    public CheckPoints {
        known = Map.copyOf(known);
    }

    /** Points where all letters but one may have a number. */
    public static CheckPoints without(Term.Letter varied, Map<Term.Letter, Double> numbers) {
        Map<Term.Letter, Double> others = new HashMap<>(numbers);
        others.remove(varied);
        return new CheckPoints(others);
    }

    /** Whether two formulas have the same value at each point where both have a value. */
    public boolean hold(Term step, Term task) {
        Set<String> names = new TreeSet<>();
        Letters.in(task).forEach(letter -> names.add(letter.name()));
        Letters.in(step).forEach(letter -> names.add(letter.name()));
        for (int point = 0; point < NUMBERS.length; point++) {
            Map<Term.Letter, Double> values = new HashMap<>();
            int place = point;
            for (String name : names) {
                values.put(new Term.Letter(name), NUMBERS[place % NUMBERS.length]);
                place += 1 + point % (NUMBERS.length - 1);
            }
            values.putAll(known);
            double worth = PointEvaluation.of(step, values);
            double right = PointEvaluation.of(task, values);
            if (Double.isFinite(worth) && Double.isFinite(right) && !agree(worth, right)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two numbers are the same, but for rounding. */
    public static boolean agree(double a, double b) {
        double scale = Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        return Double.compare(a, b) == 0 || (Double.isFinite(scale) && Math.abs(a - b) <= TOLERANCE * scale);
    }
}
