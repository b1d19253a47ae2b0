package ag.lang.builtins;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows y' = f(t, y) by the method of Dormand and Prince (1980) of order 5 with an error estimate of order 4. The steps are chosen by
 * plain numbers; where f or the start is built on inputs, they are taken once more on the tape.
 */
final class DormandPrince {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;
    private static final int MOST_STEPS = 20_000;

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

    /** Where steps are kept short by stability and not by the error: h times the fastest rate is at the edge of the method's region. */
    private static final double EDGE = 3.25;

    private static final int STIFF_STEPS = 15;
    private static final int EASY_STEPS = 6;

    private final Workspace workspace;
    private final Span span;
    private final int site;
    private final Slope f;

    /** The slope of y at a time, which has the shape of y. */
    @FunctionalInterface
    interface Slope {
        Datum at(Datum t, Datum y);
    }

    /** A step that was good: from where, and how wide. */
    record Step(double t, double h) {}

    /**
     * Where a step leads.
     *
     * @param error what it may be off by
     * @param before where the last two slopes were taken: both at the end of the step, one of them at this other value
     */
    private record Moved(Datum y, Datum error, Datum before, Datum slopeBefore, Datum slope) {}

    DormandPrince(Workspace workspace, Span span, int site, Slope f) {
        this.workspace = workspace;
        this.span = span;
        this.site = site;
        this.f = f;
    }

    Workspace workspace() {
        return workspace;
    }

    /** The same method, whose values are told to be of another place in the program. */
    DormandPrince at(Span newSpan, int newSite) {
        return new DormandPrince(workspace, newSpan, newSite, f);
    }

    /** The good steps from one of the times to the next, for each two of them. */
    List<List<Step>> steps(Datum start, double[] times) {
        return workspace.trying(() -> new Search(start, times).legs());
    }

    /** Where a step leads, on the tape where there is history. */
    Datum moved(Datum t, Datum y, Datum h) {
        return taken(t, y, h).y;
    }

    /** Where a step leads, in plain numbers. */
    Datum movedPlainly(double t, Datum y, double h) {
        return workspace.trying(() -> plain(taken(new Datum.Num(t), y, new Datum.Num(h)).y));
    }

    boolean hasHistory(double t, Datum y) {
        return Arithmetic.hasHistory(y)
                || workspace.trying(() -> Arithmetic.hasHistory(f.at(new Datum.Num(t), plain(y))));
    }

    Datum plain(Datum datum) {
        return datum instanceof Tensor tensor
                ? tensor.withNumbers(workspace.shown(tensor).clone())
                : new Datum.Num(workspace.shown(datum));
    }

    private Moved taken(Datum t, Datum y, Datum h) {
        List<Datum> slopes = new ArrayList<>();
        Datum last = y;
        Datum before = y;
        for (int stage = 0; stage < STAGES.length; stage++) {
            before = last;
            last = y;
            for (int k = 0; k < STAGES[stage].length; k++) {
                last = plus(last, slopes.get(k), h, STAGES[stage][k]);
            }
            Datum time = apply(Operation.ADD, t, times(h, TIMES[stage]));
            slopes.add(f.at(time, last));
        }
        Datum error = apply(Operation.MULTIPLY, slopes.getFirst(), times(h, DIFFERENCE[0]));
        for (int k = 1; k < slopes.size(); k++) {
            error = plus(error, slopes.get(k), h, DIFFERENCE[k]);
        }
        return new Moved(last, error, before, slopes.get(slopes.size() - 2), slopes.getLast());
    }

    private Datum plus(Datum sum, Datum slope, Datum h, double by) {
        return by == 0 ? sum : apply(Operation.ADD, sum, apply(Operation.MULTIPLY, slope, times(h, by)));
    }

    private Datum times(Datum h, double by) {
        return h instanceof Datum.Num(double width)
                ? new Datum.Num(width * by)
                : apply(Operation.MULTIPLY, h, new Datum.Num(by));
    }

    private Datum apply(Operation operation, Datum a, Datum b) {
        return workspace.arithmetic().apply(operation, a, b, site, span);
    }

    /** Chooses the steps. */
    private final class Search {
        private final double[] times;
        private Datum y;
        private double width;
        private int count;
        private int stiff;
        private int easy;
        private boolean isStiff;

        Search(Datum start, double[] times) {
            this.times = times;
            y = plain(start);
            width = times.length < 2 ? 0 : (times[times.length - 1] - times[0]) / 100;
        }

        List<List<Step>> legs() {
            List<List<Step>> legs = new ArrayList<>();
            for (int i = 1; i < times.length; i++) {
                legs.add(leg(times[i - 1], times[i]));
            }
            return legs;
        }

        private List<Step> leg(double start, double end) {
            List<Step> leg = new ArrayList<>();
            double t = start;
            while (t != end) {
                workspace.checkStop(span);
                double rest = end - t;
                width = Math.copySign(width == 0 ? Math.abs(rest) : Math.abs(width), rest);
                boolean last = Math.abs(width) >= Math.abs(rest) * (1 - 1e-12);
                double h = last ? rest : width;
                double from = t;
                Datum now = y;
                Moved there = workspace.trying(() -> plainly(taken(new Datum.Num(from), now, new Datum.Num(h))));
                double error = size(there.error, now, there.y);
                if (++count > MOST_STEPS || Math.abs(h) <= 4 * Math.ulp(t)) {
                    throw lost(t, h);
                }
                double factor = Double.isFinite(error) ? 0.9 * Elementary.pow(Math.max(error, 1e-10), -0.2) : 0.1;
                if (error <= 1) {
                    noteStiffness(there, h);
                    leg.add(new Step(t, h));
                    t = last ? end : t + h;
                    y = there.y;
                    width = last ? width * Math.max(1, Math.min(5, factor)) : h * Math.min(5, factor);
                } else {
                    width = h * Math.max(0.1, factor);
                }
            }
            return leg;
        }

        /** As in Hairer, Norsett and Wanner (1993), section IV.2: two slopes at one time show the fastest rate. */
        private void noteStiffness(Moved there, double h) {
            double values = distance(there.y, there.before);
            double rate = values == 0 ? 0 : Math.abs(h) * distance(there.slope, there.slopeBefore) / values;
            if (rate > EDGE) {
                easy = 0;
                isStiff |= ++stiff >= STIFF_STEPS;
            } else if (++easy >= EASY_STEPS) {
                stiff = 0;
            }
        }

        private AgException lost(double t, double h) {
            String where = "the solution was followed to t = " + number(t) + ", where y is " + shown(y);
            return isStiff
                    ? new AgException(
                            ErrorCode.NO_CONVERGENCE,
                            "the equation is stiff: " + where + ", by " + count
                                    + " steps, and a part of it that dies out at once keeps them near "
                                    + number(Math.abs(h)),
                            span,
                            "end earlier, or put that part's final value in its place")
                    : new AgException(
                            ErrorCode.NO_CONVERGENCE,
                            where + "; the steps became too " + (count > MOST_STEPS ? "many" : "short"),
                            span,
                            "it may go to infinity there");
        }
    }

    private Moved plainly(Moved moved) {
        return new Moved(
                plain(moved.y), plain(moved.error), plain(moved.before), plain(moved.slopeBefore), plain(moved.slope));
    }

    private double distance(Datum a, Datum b) {
        double[] first = numbers(a);
        double[] second = numbers(b);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        }
        return Math.sqrt(sum);
    }

    /** The error, of which 1 is what may be. */
    private double size(Datum error, Datum before, Datum after) {
        double[] e = numbers(error);
        double[] a = numbers(before);
        double[] b = numbers(after);
        double sum = 0;
        for (int i = 0; i < e.length; i++) {
            double scaled = e[i] / (ABSOLUTE + RELATIVE * Math.max(Math.abs(a[i]), Math.abs(b[i])));
            sum += scaled * scaled;
        }
        return e.length == 0 ? 0 : Math.sqrt(sum / e.length);
    }

    private double[] numbers(Datum datum) {
        return datum instanceof Tensor tensor ? workspace.shown(tensor) : new double[] {workspace.shown(datum)};
    }

    private String shown(Datum y) {
        return y instanceof Tensor tensor ? "a vector of " + tensor.size() : number(workspace.shown(y));
    }

    static String number(double x) {
        return Numerals.rounded(x, 6);
    }
}
