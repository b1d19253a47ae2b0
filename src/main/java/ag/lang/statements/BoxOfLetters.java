package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A range for each letter.
 *
 * @param ranges in the order of the letters; none where they may be anything
 */
record BoxOfLetters(List<Term.Letter> letters, List<Ends.Range> ranges) {
    BoxOfLetters {
        letters = List.copyOf(letters);
        ranges = List.copyOf(ranges);
    }

    /**
     * A side, an edge or a corner.
     *
     * @param fixed the letters that stand at an end of their range
     * @param ranges of the letters that are free
     */
    record Side(Map<Term.Letter, Term> fixed, List<Term.Letter> free, List<Ends.Range> ranges) {}

    /** Whether a place lies in it; letters without a value in the place may be anything. */
    boolean contains(Map<Term.Letter, Term> place, boolean strictly) {
        for (int i = 0; i < ranges.size(); i++) {
            Term value = place.get(letters.get(i));
            if (value == null || !Letters.in(value).isEmpty()) {
                continue;
            }
            double x = PointEvaluation.of(value, Map.of());
            Ends.Range range = ranges.get(i);
            double slack = (strictly ? -1e-9 : 1e-12) * (range.high() - range.low());
            if (!(range.low() - slack <= x && x <= range.high() + slack)) {
                return false;
            }
        }
        return true;
    }

    /** All sides, edges and corners, those with more freedom first. */
    List<Side> sides() {
        List<Side> sides = new ArrayList<>(List.of(new Side(Map.of(), List.of(), List.of())));
        for (int i = 0; i < letters.size(); i++) {
            List<Side> longer = new ArrayList<>();
            for (Side side : sides) {
                List<Term.Letter> free = new ArrayList<>(side.free);
                free.add(letters.get(i));
                List<Ends.Range> open = new ArrayList<>(side.ranges);
                open.add(ranges.get(i));
                longer.add(new Side(side.fixed, free, open));
                longer.add(at(side, i, ranges.get(i).from()));
                longer.add(at(side, i, ranges.get(i).to()));
            }
            sides = longer;
        }
        sides.removeIf(side -> side.fixed.isEmpty());
        sides.sort((a, b) -> Integer.compare(b.free.size(), a.free.size()));
        return sides;
    }

    private Side at(Side side, int letter, Term end) {
        Map<Term.Letter, Term> fixed = new HashMap<>(side.fixed);
        fixed.put(letters.get(letter), end);
        return new Side(fixed, side.free, side.ranges);
    }

    /** One of many places that fill it evenly. */
    Map<Term.Letter, Double> place(int number) {
        double[] unit = NumericSolutions.start(number, letters.size(), 0, 1);
        Map<Term.Letter, Double> place = new HashMap<>();
        for (int i = 0; i < unit.length; i++) {
            place.put(
                    letters.get(i),
                    ranges.get(i).low() + (ranges.get(i).high() - ranges.get(i).low()) * unit[i]);
        }
        return place;
    }
}
