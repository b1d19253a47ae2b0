package ag.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How the numbers of a {@link Field} divide the plane into regions, which are numbered from 0. Region 0 is everywhere, and each
 * lies over the ones before it, so that however many meet, no gap opens between them.
 */
public sealed interface Shading {
    /** How many numbers a field has for each place. */
    int numbers();

    /** How many regions there are. */
    int regions();

    /**
     * At or above 0 where a place belongs to a region or to one after it, and NaN where it belongs to none. Where it passes 0 lies
     * the border.
     *
     * @param numbers those of the place
     */
    double height(int region, IntToDoubleFunction numbers);

    /** Two regions: 0 where the number is below the level, 1 where it is at or above; a contour line between them. */
    record Level(double level) implements Shading {
        @Override
        public int numbers() {
            return 1;
        }

        @Override
        public int regions() {
            return 2;
        }

        @Override
        public double height(int region, IntToDoubleFunction numbers) {
            double number = numbers.applyAsDouble(0);
            return region == 0 ? everywhere(number) : number - level;
        }
    }

    /** A region and a number for each class: a place belongs to the class with the largest number, the first of several. */
    record Classes(List<String> names) implements Shading {
        public Classes {
            names = List.copyOf(names);
        }

        @Override
        public int numbers() {
            return names.size();
        }

        @Override
        public int regions() {
            return names.size();
        }

        /** How far the best from this class on lies above the best before it. */
        @Override
        public double height(int region, IntToDoubleFunction numbers) {
            double before = Double.NEGATIVE_INFINITY;
            double after = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < names.size(); k++) {
                if (k < region) {
                    before = Math.max(before, numbers.applyAsDouble(k));
                } else {
                    after = Math.max(after, numbers.applyAsDouble(k));
                }
            }
            if (region == 0) {
                return everywhere(after);
            }
            return after > before ? after - before : Math.min(after - before, -Double.MIN_VALUE);
        }
    }

    private static double everywhere(double number) {
        return Double.isNaN(number) ? number : 1;
    }
}
