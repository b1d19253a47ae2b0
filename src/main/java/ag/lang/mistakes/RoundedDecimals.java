package ag.lang.mistakes;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Term;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An answer with decimals, as {@code 0.434/x} for {@code 1/(x·ln(10))}: each of three digits or more may be rounded to its last place,
 * as a number that is guessed may.
 */
final class RoundedDecimals {
    /** Rounded to fewer digits, almost anything could be meant. */
    private static final int FEWEST_DIGITS = 3;

    private static final double TOLERANCE = 1e-9;
    private static final double[] NUMBERS = {0.37, 1.6, -0.73, 2.9, -3.4, 0.062, 5.3};
    private static final int ENOUGH = 3;

    private final Term answer;
    private final List<Term.Num> decimals;

    RoundedDecimals(Term answer) {
        this.answer = answer;
        Set<Term.Num> found = new LinkedHashSet<>();
        collect(answer, found);
        this.decimals = List.copyOf(found);
    }

    private static void collect(Term term, Set<Term.Num> found) {
        if (term instanceof Term.Num number
                && number.decimal()
                && decimal(number).precision() >= FEWEST_DIGITS) {
            found.add(number);
        }
        term.parts().forEach(part -> collect(part, found));
    }

    /** A number that was typed as a decimal has finitely many places. */
    private static BigDecimal decimal(Term.Num number) {
        return number.value().decimal().orElse(BigDecimal.ZERO);
    }

    /** Whether some numbers that are rounded so make the answer the right one, at each point where both have a value. */
    boolean canMean(Term right) {
        if (decimals.isEmpty()) {
            return false;
        }
        Set<Term.Letter> letters = new LinkedHashSet<>(Letters.in(right));
        letters.addAll(Letters.in(answer));
        int agreed = 0;
        for (int point = 0; point < NUMBERS.length; point++) {
            Map<Term.Letter, Double> place = new HashMap<>();
            int next = point;
            for (Term.Letter letter : letters) {
                place.put(letter, NUMBERS[next++ % NUMBERS.length]);
            }
            double wanted = PointEvaluation.of(right, place);
            double given = PointEvaluation.of(answer, place);
            double slack = slack(given, place);
            if (!Double.isFinite(wanted) || !Double.isFinite(given) || !Double.isFinite(slack)) {
                continue;
            }
            if (Math.abs(wanted - given) > slack + TOLERANCE * Math.max(Math.abs(wanted), Math.abs(given))) {
                return false;
            }
            agreed++;
        }
        return agreed >= ENOUGH;
    }

    /** How far the answer moves where each of its decimals moves by half of its last place. */
    private double slack(double given, Map<Term.Letter, Double> place) {
        double slack = 0;
        for (Term.Num number : decimals) {
            Rational half = Rational.of(decimal(number).ulp()).times(Rational.HALF);
            Term moved = replaced(answer, number, new Term.Num(number.value().plus(half), true));
            slack += Math.abs(PointEvaluation.of(moved, place) - given);
        }
        return slack;
    }

    private static Term replaced(Term term, Term.Num number, Term.Num by) {
        return term.equals(number) ? by : term.map(part -> replaced(part, number, by));
    }
}
