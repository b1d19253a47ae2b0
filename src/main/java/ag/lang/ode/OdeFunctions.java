package ag.lang.ode;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Differential equations y' = f(t, y) by a function: the solution at some times, or as a function of the time. */
public final class OdeFunctions {
    private static final String TIMES = "write: ode(f, 1, linspace(0, 10, 11))";

    public static final List<Builtin> ROWS = List.of(Builtin.of(
            "ode",
            "f, start, times, to?",
            "the solution of y' = f(t, y) from y = start at the first of the times, at each of them; between two"
                    + " numbers, ode(f, start, 0, 10), as a function of t; y may be a vector",
            "",
            OdeFunctions::ode));

    private OdeFunctions() {}

    private static Datum ode(Call call) {
        Callable f = call.function(0);
        Datum start = call.numeric(1);
        Slope slope = (t, y) -> slope(call, f, t, y);
        OdeSteps method = new OdeSteps(call.workspace(), call.span(), call.site(), slope);
        if (call.has(3)) {
            double from = time(call, 2);
            double to = time(call, 3);
            if (from == to) {
                throw call.problem(
                        3, ErrorCode.BAD_RANGE, "the solution ends at another time than it begins at", TIMES);
            }
            return OdeSolution.of(method, f, start, from, to);
        }
        refuseHistory(call, 2, call.vector(2));
        double[] times = call.vector(2).numbers();
        if (times.length < 1) {
            throw call.problem(2, ErrorCode.EMPTY, "ode needs at least one time", TIMES);
        }
        for (double time : times) {
            requireFinite(call, 2, time);
        }
        Workspace workspace = call.workspace();
        List<List<OdeSteps.Step>> steps = method.steps(start, times);
        boolean history = method.hasHistory(times[0], start);
        workspace.evaluation().look();
        List<Datum> states = new ArrayList<>(List.of(start));
        Datum y = start;
        for (List<OdeSteps.Step> leg : steps) {
            for (OdeSteps.Step step : leg) {
                y = method.moved(step, y, history);
            }
            states.add(y);
        }
        return Lists.of(workspace, states);
    }

    private static double time(Call call, int parameter) {
        refuseHistory(call, parameter, call.get(parameter));
        double time = call.number(parameter);
        requireFinite(call, parameter, time);
        return time;
    }

    private static void refuseHistory(Call call, int parameter, Datum times) {
        if (Arithmetic.hasHistory(times)) {
            throw call.problem(
                    parameter,
                    ErrorCode.HAS_HISTORY,
                    "the times are plain numbers, and these have a history",
                    "take them without it: detach(" + call.spanOf(parameter).text() + ")");
        }
    }

    private static void requireFinite(Call call, int parameter, double time) {
        if (!Double.isFinite(time)) {
            throw call.problem(parameter, ErrorCode.BAD_ARGUMENT, "the times are finite numbers", TIMES);
        }
    }

    private static Datum slope(Call call, Callable f, Datum t, Datum y) {
        Datum slope = f.call(call.workspace(), call.span(), call.site(), t, y);
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
}
