package ag.lang.ode;

import ag.lang.linear.LinearArithmetic;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.List;

/** The explicit method of Dormand and Prince (1980), of order 5 with an error estimate of order 4. */
record DormandPrince(LinearArithmetic numbers, Slope f) {
    private static final double[] TIMES = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};
    private static final double[][] STAGES = {
        {},
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
        {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
    };
    /** The fifth order less the fourth. */
    private static final double[] DIFFERENCE = {
        71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
    };

    /**
     * Where a step leads.
     *
     * @param error what it may be off by
     * @param before where the last two slopes were taken: both at the end of the step, one of them at this other value
     */
    record Moved(Datum y, Datum error, Datum before, Datum slopeBefore, Datum slope) {}

    /** Where a step leads, on the tape where there is history. */
    Moved taken(Datum t, Datum y, Datum h) {
        List<Datum> slopes = new ArrayList<>();
        Datum last = y;
        Datum before = y;
        for (int stage = 0; stage < STAGES.length; stage++) {
            before = last;
            last = y;
            for (int k = 0; k < STAGES[stage].length; k++) {
                last = plus(last, slopes.get(k), h, STAGES[stage][k]);
            }
            slopes.add(f.at(numbers.plus(t, times(h, TIMES[stage])), last));
        }
        Datum error = numbers.times(slopes.getFirst(), times(h, DIFFERENCE[0]));
        for (int k = 1; k < slopes.size(); k++) {
            error = plus(error, slopes.get(k), h, DIFFERENCE[k]);
        }
        return new Moved(last, error, before, slopes.get(slopes.size() - 2), slopes.getLast());
    }

    private Datum plus(Datum sum, Datum slope, Datum h, double by) {
        return by == 0 ? sum : numbers.plus(sum, numbers.times(slope, times(h, by)));
    }

    private Datum times(Datum h, double by) {
        return h instanceof Datum.Num(double width) ? new Datum.Num(width * by) : numbers.times(h, new Datum.Num(by));
    }
}
