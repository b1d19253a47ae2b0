package ag.lang.linear;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.builtins.OneNumber;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Stopped;
import ag.lang.values.Tensor;
import ag.numeric.Brent;
import ag.numeric.LinearSystem;
import ag.numeric.Newton;
import ag.numeric.RootSearch;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Roots as values, of one function and of systems. Their derivatives in what the function is built on are those of {@link ImplicitPlace}. */
final class RootFunctions {
    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "root",
                    "f, from, to?",
                    "where f(x) is 0, between two numbers, or near one; near a vector, where all that f gives is 0; has"
                            + " derivatives in what f is built on",
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
            return isRange(call, ends[0])
                    ? withHistory(call, f, between(call, f, ends[0], ends[ends.length - 1]))
                    : system(call, ends);
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
                            + number(f.value(outcome.x()[0]))
                            + (f.slope(outcome.x()[0]) == 0 ? " and its slope is 0" : ""),
                    "give two numbers with a root between them: root(f, 0, 5)");
        }
        return outcome.x()[0];
    }

    static String number(double x) {
        return Numerals.rounded(x, 6);
    }

    /** A root with the history of what the function is built on. */
    private static Datum withHistory(Call call, OneNumber f, double root) {
        return new ImplicitPlace(LinearArithmetic.of(call), "root", "slope")
                .of(new double[] {root}, place -> f.at(place[0]), place -> new Datum[] {f.at(place[0])})[0];
    }

    /** Whether a vector is a range to look in, as {@code root(cos, 0..3)} has it: the function takes one number and gives one. */
    private static boolean isRange(Call call, double first) {
        try {
            return call.workspace()
                    .trying(() -> Arithmetic.isNumber(
                            call.function(0).call(call.workspace(), call.span(), call.site(), new Datum.Num(first))));
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return false;
        }
    }

    /** A place where all equations hold, from a start for each unknown. */
    private static Datum system(Call call, double[] start) {
        SeveralNumbers f = SeveralNumbers.of(call, start.length);
        ImplicitPlace.Equations equations = place -> equations(call, f, place);
        ImplicitPlace implicit = new ImplicitPlace(LinearArithmetic.of(call), "root", "Jacobian matrix");
        Newton.Outcome outcome = Newton.solve(x -> implicit.values(x, equations), start);
        if (!outcome.converged()) {
            throw call.problem(
                    ErrorCode.NO_CONVERGENCE,
                    "no root was found from " + point(start) + ": after " + outcome.steps() + " steps it is at "
                            + point(outcome.x()) + ", where the equations are still off by "
                            + number(outcome.residual())
                            + (LinearSystem.solve(
                                                    implicit.values(outcome.x(), equations)
                                                            .jacobian(),
                                                    new double[start.length])
                                            .isEmpty()
                                    ? " and their Jacobian matrix is singular"
                                    : ""),
                    "try another start, nearer to the root");
        }
        return LinearArithmetic.of(call).vector(implicit.of(outcome.x(), f::at, equations));
    }

    private static Datum[] equations(Call call, SeveralNumbers f, Datum[] place) {
        Datum value = f.at(place);
        List<Datum> values = Lists.hasItems(value) ? Lists.items(value) : List.of(value);
        if (values.size() != place.length || !values.stream().allMatch(Arithmetic::isNumber)) {
            throw call.problem(
                    0,
                    ErrorCode.SHAPE_MISMATCH,
                    "a system has as many equations as unknowns: the start has " + place.length
                            + " numbers, and the function gives " + values.size(),
                    "write: root((x, y) -> [x + y - 3, x*y - 2], [0, 1])");
        }
        return values.toArray(Datum[]::new);
    }

    static String point(double[] x) {
        return Arrays.stream(x).mapToObj(RootFunctions::number).collect(Collectors.joining(", ", "[", "]"));
    }
}
