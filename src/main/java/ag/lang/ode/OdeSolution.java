package ag.lang.ode;

import ag.engine.Operation;
import ag.lang.builtins.Builtin;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.KeepsValues;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The solution of a differential equation as a function of the time. Between two of its points a step of the method itself leads from
 * the one before: so it is as exact there as at the points. Where the time has a history, a step of width 0 leads from there to itself:
 * its derivatives in the width are the solution's in the time, up to the order of the method.
 *
 * @param name what it is called in messages
 * @param letter what the time is called
 * @param times where its points are, in the order they were found
 * @param stiffFrom the first of its points from which on it is followed by the method for stiff equations; their number where it never is
 * @param part which number of the points it gives; -1 for the whole
 * @param history whether the points depend on inputs
 */
public record OdeSolution(
        String name,
        String letter,
        OdeSteps method,
        Callable slope,
        double[] times,
        int stiffFrom,
        Kept kept,
        int part,
        boolean history)
        implements KeepsValues {
    private static final int ORDER = 5;

    /**
     * Follows y' = f(t, y) from one time to another.
     *
     * @param apart whether f takes the numbers of y as arguments of their own, as {@code f(t, x, v)} does
     */
    public static OdeSolution of(
            Workspace workspace, Span span, int site, Callable f, boolean apart, Datum start, double from, double to) {
        Slope slope = (t, y) -> slope(workspace, f, apart, t, y, span, site);
        return of(new OdeSteps(workspace, span, site, slope), f, start, from, to);
    }

    private static Datum slope(Workspace workspace, Callable f, boolean apart, Datum t, Datum y, Span span, int site) {
        List<Datum> arguments = new ArrayList<>(List.of(t));
        if (apart) {
            arguments.addAll(Lists.items(y));
        } else {
            arguments.add(y);
        }
        Datum slope = f.call(workspace, span, site, arguments.toArray(Datum[]::new));
        boolean fits = y instanceof Tensor state
                ? slope instanceof Tensor change && change.sameShape(state)
                : Arithmetic.isNumber(slope);
        if (!fits) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    y instanceof Tensor state && !apart
                            ? "y' has as many numbers as y: y is a " + state.shape() + ", and this is "
                                    + Kinds.article(slope)
                            : "how fast a number changes is a number, and this is " + Kinds.article(slope),
                    span,
                    "");
        }
        return slope;
    }

    /** Where it begins. */
    public double begin() {
        return times[0];
    }

    /** Where it ends. */
    public double end() {
        return times[times.length - 1];
    }

    /** Follows an equation from one time to another; what is computed depends on it. */
    static OdeSolution of(OdeSteps method, Callable slope, Datum start, double from, double to) {
        List<OdeSteps.Step> steps = method.steps(start, new double[] {from, to}).getFirst();
        boolean history = method.hasHistory(from, start);
        method.workspace().evaluation().look();
        double[] times = new double[steps.size() + 1];
        int stiffFrom = steps.size();
        List<Datum> points = new ArrayList<>(List.of(start));
        for (int i = 0; i < steps.size(); i++) {
            OdeSteps.Step step = steps.get(i);
            times[i] = step.t();
            stiffFrom = step.stiff() ? Math.min(stiffFrom, i) : stiffFrom;
            points.add(method.moved(step, points.getLast(), history));
        }
        times[steps.size()] = to;
        return new OdeSolution("y", "t", method, slope, times, stiffFrom, new Kept(points), -1, history);
    }

    /** The same under a name. */
    public OdeSolution named(String newName, String newLetter) {
        return new OdeSolution(newName, newLetter, method, slope, times, stiffFrom, kept, part, history);
    }

    /** One of the numbers of the points. */
    public OdeSolution part(int index) {
        return new OdeSolution(name, letter, method, slope, times, stiffFrom, kept, index, history);
    }

    /** How many steps it takes. */
    public int steps() {
        return times.length - 1;
    }

    /** How many of them are taken by the method for stiff equations. */
    public int stiffSteps() {
        return steps() - stiffFrom;
    }

    @Override
    public String signature() {
        return name + "(" + letter + ")";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public List<Callable> functions() {
        return List.of(slope);
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        if (arguments.count() != 1) {
            throw new AgException(
                    ErrorCode.WRONG_CALL,
                    name + " is called with " + Builtin.plural(arguments.count()),
                    arguments.span(),
                    "write: " + signature());
        }
        Datum time = arguments.get(0);
        if (time instanceof Tensor several && !several.isMatrix()) {
            List<Datum> values = new ArrayList<>();
            for (int i = 0; i < several.size(); i++) {
                values.add(at(workspace, several.element(i), arguments));
            }
            return Lists.of(workspace, values);
        }
        if (!Arithmetic.isNumber(time)) {
            throw arguments.problem(
                    0,
                    ErrorCode.WRONG_TYPE,
                    name + " needs a time, and this is " + Kinds.article(time),
                    "write: " + name + "(" + OdeSteps.number(times[0]) + ")");
        }
        return at(workspace, time, arguments);
    }

    private Datum at(Workspace workspace, Datum time, Arguments arguments) {
        double t = workspace.number(time);
        double last = times[times.length - 1];
        if (!(Math.min(times[0], last) <= t && t <= Math.max(times[0], last))) {
            throw arguments.problem(
                    0,
                    ErrorCode.OUT_OF_RANGE,
                    "the solution is known from " + letter + " = " + OdeSteps.number(times[0]) + " to "
                            + OdeSteps.number(last) + ", and this is " + OdeSteps.number(t),
                    "let it be followed further, or take a time in between");
        }
        OdeSteps here = method.at(arguments.span(), arguments.site());
        Datum y = plainTime(here, t);
        if (Arithmetic.hasHistory(time)) {
            Datum width = workspace
                    .arithmetic()
                    .apply(Operation.SUBTRACT, time, new Datum.Num(t), arguments.site(), arguments.span());
            y = workspace
                    .arithmetic()
                    .apply(
                            Operation.TRUNCATED,
                            here.stayed(t, y, width),
                            new Datum.Num(ORDER),
                            arguments.site(),
                            arguments.span());
        }
        return part < 0 ? y : ((Tensor) y).element(part);
    }

    private Datum plainTime(OdeSteps here, double t) {
        int i = before(t);
        Datum point = kept.get(i);
        double width = t - times[i];
        if (width == 0) {
            return point;
        }
        return here.moved(new OdeSteps.Step(times[i], width, i >= stiffFrom), point, history);
    }

    /** The last point that is not behind the time. */
    private int before(double t) {
        boolean back = times[times.length - 1] < times[0];
        int low = 0;
        int high = times.length - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (back ? times[middle] >= t : times[middle] <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }
}
