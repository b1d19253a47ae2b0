package ag.lang.builtins;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;

/**
 * Differential equations y' = f(t, y), by the method of Dormand and Prince (1980) of order 5 with an error estimate of order 4. The steps
 * are chosen by plain numbers; where f or the start is built on inputs, they are taken once more on the tape.
 */
final class OdeFunctions {
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

    static final List<Builtin> ROWS = List.of(Builtin.of(
            "ode",
            "f, start, times",
            "the solution of y' = f(t, y) from y = start at the first of the times, at each of them; y may be a vector",
            "",
            OdeFunctions::ode));

    private OdeFunctions() {}

    /** A step that was good: from where, and how wide. */
    private record Step(double t, double h) {}

    /** Where a step leads, and what it may be off by. */
    private record Moved(Datum y, Datum error) {}

    private static Datum ode(Call call) {
        Workspace workspace = call.workspace();
        Callable f = call.function(0);
        Datum start = call.numeric(1);
        if (Arithmetic.hasHistory(call.vector(2))) {
            throw call.problem(
                    2,
                    ErrorCode.HAS_HISTORY,
                    "the times are plain numbers, and these have a history",
                    "take them without it: detach(" + call.spanOf(2).text() + ")");
        }
        double[] times = call.vector(2).numbers();
        if (times.length < 1) {
            throw call.problem(
                    2, ErrorCode.EMPTY, "ode needs at least one time", "write: ode(f, 1, linspace(0, 10, 11))");
        }
        List<List<Step>> steps = workspace.trying(() -> steps(call, f, plain(workspace, start), times));
        boolean history = Arithmetic.hasHistory(start)
                || workspace.trying(() -> Arithmetic.hasHistory(slope(call, f, times[0], plain(workspace, start))));
        workspace.evaluation().look();
        List<Datum> states = new ArrayList<>(List.of(start));
        Datum y = start;
        for (List<Step> leg : steps) {
            for (Step step : leg) {
                Datum from = y;
                y = history
                        ? moved(call, f, step.t, from, step.h).y
                        : workspace.trying(() -> plain(workspace, moved(call, f, step.t, from, step.h).y));
            }
            states.add(y);
        }
        return Lists.of(workspace, states);
    }

    private static Datum plain(Workspace workspace, Datum datum) {
        return datum instanceof Tensor tensor
                ? tensor.withNumbers(workspace.shown(tensor).clone())
                : new Datum.Num(workspace.shown(datum));
    }

    private static Datum slope(Call call, Callable f, double t, Datum y) {
        Datum slope = f.call(call.workspace(), call.span(), call.site(), new Datum.Num(t), y);
        boolean fits = y instanceof Tensor state
                ? slope instanceof Tensor change && change.sameShape(state)
                : Arithmetic.isNumber(slope);
        if (!fits) {
            throw call.problem(
                    0,
                    ErrorCode.SHAPE_MISMATCH,
                    "f(t, y) gives the slope of y, and has the shape of y",
                    y instanceof Tensor ? "write: f(t, y) = [y[1], -y[0]]" : "write: f(t, y) = -0.5y");
        }
        return slope;
    }

    private static Moved moved(Call call, Callable f, double t, Datum y, double h) {
        List<Datum> slopes = new ArrayList<>();
        Datum last = y;
        for (int stage = 0; stage < STAGES.length; stage++) {
            last = y;
            for (int k = 0; k < STAGES[stage].length; k++) {
                last = plus(call, last, slopes.get(k), h * STAGES[stage][k]);
            }
            slopes.add(slope(call, f, t + TIMES[stage] * h, last));
        }
        Datum error = call.apply(Operation.MULTIPLY, slopes.getFirst(), new Datum.Num(h * DIFFERENCE[0]));
        for (int k = 1; k < slopes.size(); k++) {
            error = plus(call, error, slopes.get(k), h * DIFFERENCE[k]);
        }
        return new Moved(last, error);
    }

    private static Datum plus(Call call, Datum sum, Datum slope, double by) {
        return by == 0 ? sum : call.apply(Operation.ADD, sum, call.apply(Operation.MULTIPLY, slope, new Datum.Num(by)));
    }

    /** The good steps between each two times. */
    private static List<List<Step>> steps(Call call, Callable f, Datum start, double[] times) {
        Workspace workspace = call.workspace();
        List<List<Step>> legs = new ArrayList<>();
        Datum y = start;
        double width = times.length < 2 ? 0 : (times[times.length - 1] - times[0]) / 100;
        int count = 0;
        for (int i = 1; i < times.length; i++) {
            List<Step> leg = new ArrayList<>();
            double t = times[i - 1];
            double end = times[i];
            requireTimes(call, t, end);
            while (t != end) {
                workspace.checkStop(call.span());
                double rest = end - t;
                width = Math.copySign(width == 0 ? Math.abs(rest) : Math.abs(width), rest);
                boolean last = Math.abs(width) >= Math.abs(rest) * (1 - 1e-12);
                double h = last ? rest : width;
                double from = t;
                Datum now = y;
                Moved there = workspace.trying(() -> {
                    Moved step = moved(call, f, from, now, h);
                    return new Moved(plain(workspace, step.y), plain(workspace, step.error));
                });
                double error = size(workspace, there.error, now, there.y);
                if (++count > MOST_STEPS || Math.abs(h) <= 4 * Math.ulp(t)) {
                    throw call.problem(
                            ErrorCode.NO_CONVERGENCE,
                            "the solution was followed to t = " + number(t) + ", where y is " + number(workspace, now)
                                    + "; the steps became too short or too many",
                            "it may go to infinity there, or be stiff");
                }
                double factor = Double.isFinite(error) ? 0.9 * Elementary.pow(Math.max(error, 1e-10), -0.2) : 0.1;
                if (error <= 1) {
                    leg.add(new Step(t, h));
                    t = last ? end : t + h;
                    y = there.y;
                    width = last ? width * Math.max(1, Math.min(5, factor)) : h * Math.min(5, factor);
                } else {
                    width = h * Math.max(0.1, factor);
                }
            }
            legs.add(leg);
        }
        return legs;
    }

    private static void requireTimes(Call call, double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw call.problem(
                    2, ErrorCode.BAD_ARGUMENT, "the times are finite numbers", "write: ode(f, 1, linspace(0, 10, 11))");
        }
    }

    private static double size(Workspace workspace, Datum error, Datum before, Datum after) {
        double[] e = numbers(workspace, error);
        double[] a = numbers(workspace, before);
        double[] b = numbers(workspace, after);
        double sum = 0;
        for (int i = 0; i < e.length; i++) {
            double scaled = e[i] / (ABSOLUTE + RELATIVE * Math.max(Math.abs(a[i]), Math.abs(b[i])));
            sum += scaled * scaled;
        }
        return e.length == 0 ? 0 : Math.sqrt(sum / e.length);
    }

    private static double[] numbers(Workspace workspace, Datum datum) {
        return datum instanceof Tensor tensor ? workspace.shown(tensor) : new double[] {workspace.shown(datum)};
    }

    private static String number(Workspace workspace, Datum datum) {
        return datum instanceof Tensor ? "a vector" : number(workspace.shown(datum));
    }

    private static String number(double x) {
        return Numerals.rounded(x, 6);
    }
}
