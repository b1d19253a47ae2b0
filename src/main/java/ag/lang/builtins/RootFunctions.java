package ag.lang.builtins;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.numeric.Brent;
import ag.numeric.Newton;
import ag.numeric.RootSearch;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;

/**
 * Roots as values. What a root's derivative in the parameters of its function is, the implicit function theorem says: two steps of
 * Newton's method from the root itself, taken on the tape, have it to the third order, and each further step doubles that: four steps
 * have it to the order 15.
 */
final class RootFunctions {
    private static final int STEPS = 4;
    private static final int ORDER = (1 << STEPS) - 1;

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "root",
                    "f, from, to?",
                    "where f(x) is 0, between two numbers, or near one; has derivatives in what f is built on",
                    "root(cos, 0, 3)",
                    RootFunctions::root),
            Builtin.of(
                    "roots",
                    "f, from, to",
                    "all places between two numbers where f(x) is 0, as far as 512 steps show them",
                    "roots(sin, 1, 10)",
                    RootFunctions::roots));

    private RootFunctions() {}

    private static Datum root(Call call) {
        OneNumber f = new OneNumber(call);
        if (call.get(1) instanceof Tensor range && range.size() > 1 && !call.has(2)) {
            double[] ends = call.workspace().numbers(range);
            return withHistory(call, f, between(call, f, ends[0], ends[ends.length - 1]));
        }
        double from = call.number(1);
        return withHistory(call, f, call.has(2) ? between(call, f, from, call.number(2)) : near(call, f, from));
    }

    private static Datum roots(Call call) {
        OneNumber f = new OneNumber(call);
        double from = call.number(1);
        double to = call.number(2);
        requireRange(call, from, to);
        List<Datum> found = new ArrayList<>();
        for (RootSearch.Root root : RootSearch.between(f, from, to).roots()) {
            found.add(withHistory(call, f, root.x()));
        }
        return found.isEmpty() ? Tensor.vector(new double[0]) : Lists.of(call.workspace(), found);
    }

    private static void requireRange(Call call, double from, double to) {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw call.problem(
                    ErrorCode.BAD_RANGE,
                    "a root is looked for from one finite number to a larger one, and not from " + number(from) + " to "
                            + number(to),
                    "write: root(f, 0, 5)");
        }
    }

    private static double between(Call call, OneNumber f, double from, double to) {
        requireRange(call, from, to);
        double atFrom = f.value(from);
        double atTo = f.value(to);
        if (atFrom == 0 || atTo == 0) {
            return atFrom == 0 ? from : to;
        }
        if (Double.isFinite(atFrom) && Double.isFinite(atTo) && (atFrom > 0) != (atTo > 0)) {
            Brent.Found found = Brent.find(f::value, from, atFrom, to, atTo);
            if (found.isRoot(atFrom, atTo)) {
                return found.root();
            }
        }
        List<RootSearch.Root> found = RootSearch.between(f, from, to).roots();
        if (found.size() == 1) {
            return found.getFirst().x();
        }
        String ends = call.function(0).name() + "(" + number(from) + ") = " + number(atFrom) + " and "
                + call.function(0).name() + "(" + number(to) + ") = " + number(atTo);
        throw call.problem(
                ErrorCode.NO_ROOT,
                found.isEmpty()
                        ? "no root was found between " + number(from) + " and " + number(to) + ": " + ends
                        : found.size() + " roots lie between " + number(from) + " and " + number(to) + ", the first at "
                                + number(found.get(0).x()) + " and at "
                                + number(found.get(1).x()),
                found.isEmpty()
                        ? "plot it to see where it crosses 0"
                        : "take a smaller range, or all of them: roots(f, 0, 5)");
    }

    private static double near(Call call, OneNumber f, double start) {
        Newton.Outcome outcome =
                Newton.solve(
                        x -> new Newton.Values(new double[] {f.value(x[0])}, new double[][] {{f.slope(x[0])}}),
                        new double[] {start});
        if (!outcome.converged()) {
            throw call.problem(
                    ErrorCode.NO_CONVERGENCE,
                    "no root was found from " + number(start) + ": after " + outcome.steps() + " steps x is "
                            + number(outcome.x()[0]) + ", where the function is still "
                            + number(f.value(outcome.x()[0])),
                    "give two numbers with a root between them: root(f, 0, 5)");
        }
        return outcome.x()[0];
    }

    private static String number(double x) {
        return Numerals.rounded(x, 6);
    }

    /** A root with the history of what the function is built on. */
    private static Datum withHistory(Call call, OneNumber f, double root) {
        Workspace workspace = call.workspace();
        // Where it is was found by looking at numbers.
        workspace.evaluation().look();
        if (!f.hasHistory(root)) {
            return new Datum.Num(root);
        }
        Tape tape = workspace.tape();
        Datum now = new Datum.Num(root);
        for (int step = 0; step < STEPS; step++) {
            Datum.Scalar place = (Datum.Scalar) Fresh.of(workspace, now, call.site(), call.span());
            Datum value = f.at(place);
            Datum.Scalar slope = new Datum.Scalar(new Gradients(workspace).graph(value, new int[] {place.node()})[0]);
            requireSlope(call, root, tape.value(slope.node()));
            now = call.apply(Operation.SUBTRACT, place, call.apply(Operation.DIVIDE, value, slope));
        }
        return call.apply(Operation.TRUNCATED, now, new Datum.Num(ORDER));
    }

    private static void requireSlope(Call call, double root, double slope) {
        if (!Double.isFinite(slope) || slope == 0) {
            throw new AgException(
                    ErrorCode.NO_SLOPE,
                    "the root at " + number(root) + " has no derivative: the function's slope there is "
                            + number(slope),
                    call.span(),
                    "for the number alone give the function numbers without history, by detach");
        }
    }
}
