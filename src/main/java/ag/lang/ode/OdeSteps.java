package ag.lang.ode;

import ag.engine.Elementary;
import ag.lang.linear.LinearArithmetic;
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
import java.util.Optional;

/**
 * Follows y' = f(t, y) step by step: by Dormand and Prince's method, and by a Rosenbrock method from where the equation is seen to be
 * stiff. The steps are chosen by plain numbers; where f or the start is built on inputs, they are taken once more on the tape.
 */
final class OdeSteps {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;
    private static final int MOST_STEPS = 20_000;

    /**
     * From where on h times the fastest rate is that of a stiff equation: steps that are short for the sake of an active part stay below 0.2. The
     * edge of what is stable is at 3.3, but before it the fastest part has spoilt the order of the method.
     */
    private static final double EDGE = 0.5;

    private static final int STIFF_STEPS = 15;
    private static final int EASY_STEPS = 6;

    private final Workspace workspace;
    private final Span span;
    private final Slope f;
    private final DormandPrince explicit;
    private final Rosenbrock implicit;

    /**
     * A step that was good: from where, and how wide.
     *
     * @param stiff whether it is taken by the method for stiff equations
     */
    record Step(double t, double h, boolean stiff) {}

    /**
     * Where a step would lead, in plain numbers.
     *
     * @param rate how often y would turn around in the step, by its fastest part; 0 where that does not matter
     */
    private record Tried(Datum y, Datum error, double rate) {}

    OdeSteps(Workspace workspace, Span span, int site, Slope f) {
        this.workspace = workspace;
        this.span = span;
        this.f = f;
        LinearArithmetic numbers = new LinearArithmetic(workspace, site, span);
        this.explicit = new DormandPrince(numbers, f);
        this.implicit = new Rosenbrock(numbers, f);
    }

    Workspace workspace() {
        return workspace;
    }

    /** The same, whose values are told to be of another place in the program. */
    OdeSteps at(Span newSpan, int newSite) {
        return new OdeSteps(workspace, newSpan, newSite, f);
    }

    /** The good steps from one of the times to the next, for each two of them. */
    List<List<Step>> steps(Datum start, double[] times) {
        return workspace.trying(() -> new Search(start, times).legs());
    }

    /** Where a step leads, with its history, if there is one. */
    Datum moved(Step step, Datum y, boolean history) {
        Datum t = new Datum.Num(step.t);
        if (!history) {
            return workspace.trying(() -> plain(
                    step.stiff
                            ? implicit.taken(t, y, step.h, false)
                                    .map(Rosenbrock.Moved::y)
                                    .orElseThrow()
                            : explicit.taken(t, y, new Datum.Num(step.h)).y()));
        }
        return step.stiff
                ? implicit.taken(t, y, step.h, true).map(Rosenbrock.Moved::y).orElseThrow()
                : explicit.taken(t, y, new Datum.Num(step.h)).y();
    }

    /** Where a step of no width leads, with the derivatives in the width, which are those in the time. */
    Datum stayed(double t, Datum y, Datum width) {
        return explicit.taken(new Datum.Num(t), y, width).y();
    }

    boolean hasHistory(double t, Datum y) {
        return Arithmetic.hasHistory(y)
                || workspace.trying(() -> Arithmetic.hasHistory(f.at(new Datum.Num(t), plain(y))));
    }

    private Datum plain(Datum datum) {
        return datum instanceof Tensor tensor
                ? tensor.withNumbers(workspace.shown(tensor).clone())
                : new Datum.Num(workspace.shown(datum));
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
                Step step = new Step(t, last ? rest : width, isStiff);
                double h = step.h;
                Optional<Tried> there = tried(step);
                double error = there.map(tried -> size(tried.error, y, tried.y)).orElse(Double.NaN);
                if (++count > MOST_STEPS || Math.abs(h) <= 4 * Math.ulp(t)) {
                    throw lost(t);
                }
                double factor = Double.isFinite(error) ? 0.9 * Elementary.pow(Math.max(error, 1e-10), -0.2) : 0.1;
                there.ifPresent(tried -> noteStiffness(tried.rate));
                if (error <= 1) {
                    leg.add(step);
                    t = last ? end : t + h;
                    y = there.orElseThrow().y;
                    width = last ? width * Math.max(1, Math.min(5, factor)) : h * Math.min(5, factor);
                } else {
                    width = h * Math.max(0.1, factor);
                }
            }
            return leg;
        }

        private Optional<Tried> tried(Step step) {
            Datum t = new Datum.Num(step.t);
            return workspace.trying(() -> step.stiff
                    ? implicit.taken(t, y, step.h, false)
                            .map(there -> new Tried(plain(there.y()), plain(there.error()), 0))
                    : Optional.of(tried(explicit.taken(t, y, new Datum.Num(step.h)), step.h)));
        }

        /** As in Hairer, Norsett and Wanner (1993), section IV.2: two slopes at one time show the fastest rate. */
        private Tried tried(DormandPrince.Moved there, double h) {
            double values = distance(there.y(), there.before());
            double rate = values == 0 ? 0 : Math.abs(h) * distance(there.slope(), there.slopeBefore()) / values;
            return new Tried(plain(there.y()), plain(there.error()), rate);
        }

        private void noteStiffness(double rate) {
            if (rate > EDGE) {
                easy = 0;
                isStiff |= ++stiff >= STIFF_STEPS;
            } else if (++easy >= EASY_STEPS) {
                stiff = 0;
            }
        }

        private AgException lost(double t) {
            return new AgException(
                    ErrorCode.NO_CONVERGENCE,
                    "the solution was followed to t = " + number(t) + ", where y is " + text(y)
                            + "; the steps became too " + (count > MOST_STEPS ? "many" : "short"),
                    span,
                    "it may go to infinity there");
        }
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

    private String text(Datum of) {
        return of instanceof Tensor tensor ? "a vector of " + tensor.size() : number(workspace.shown(of));
    }

    static String number(double x) {
        return Numerals.rounded(x, 6);
    }
}
