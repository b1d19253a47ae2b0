package ag.lang.linear;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.builtins.OneNumber;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.numeric.DifferentiableFunction;
import ag.numeric.Lowest;
import ag.numeric.Newton;
import ag.optimize.Minimizer;
import ag.optimize.Objective;
import ag.optimize.Optimizer;
import java.util.Arrays;
import java.util.List;

/**
 * Where something is smallest or largest: the index in a vector, or the place of a function. The derivatives of such a place in what the
 * function is built on are those of {@link ImplicitPlace}: the gradient is 0 there.
 */
final class ExtremeFunctions {
    private static final int MOST_STEPS = 1000;

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "argmax",
                    "v, from?, to?",
                    "index of the largest element, the first of equals; of a nan where there is one. Of a function the"
                            + " place where it is largest, as for argmin",
                    "argmax([3, 9, 4])",
                    call -> place(call, -1)),
            Builtin.of(
                    "argmin",
                    "v, from?, to?",
                    "index of the smallest element, the first of equals; of a nan where there is one. Of a function the"
                            + " place where it is smallest, between two numbers, or near a number or a vector; has"
                            + " derivatives in what the function is built on",
                    "argmin(cosh, -1, 2)",
                    call -> place(call, 1)));

    private ExtremeFunctions() {}

    private static Datum place(Call call, int sign) {
        if (!(call.get(0) instanceof Callable)) {
            if (call.has(1)) {
                throw call.wrongType(0, "a function");
            }
            return index(call, sign);
        }
        if (!call.has(1)) {
            throw call.problem(
                    ErrorCode.WRONG_CALL,
                    "the place where a function is " + word(sign) + " is looked for between two numbers, or near one",
                    "write: " + call.name() + "(f, 0, 5), or " + call.name() + "(f, 1)");
        }
        if (call.has(2)) {
            return between(call, sign, call.number(1), call.number(2), call.get(1), call.get(2));
        }
        if (call.get(1) instanceof Tensor start && start.size() > 1) {
            call.vector(1);
            return near(call, sign, call.workspace().numbers(start), true);
        }
        return near(call, sign, new double[] {call.number(1)}, false);
    }

    private static String word(int sign) {
        return sign > 0 ? "smallest" : "largest";
    }

    private static Datum index(Call call, int sign) {
        Tensor vector = call.nonEmpty(0);
        double[] numbers = call.workspace().numbers(vector);
        int best = 0;
        boolean tied = false;
        for (int i = 1; i < numbers.length; i++) {
            if (sign * numbers[i] < sign * numbers[best]
                    || (Double.isNaN(numbers[i]) && !Double.isNaN(numbers[best]))) {
                best = i;
                tied = false;
            } else {
                tied |= numbers[i] == numbers[best];
            }
        }
        if (tied && vector.hasHistory()) {
            call.workspace().tie();
        }
        return new Datum.Num(best);
    }

    // ---- in a range

    /** @param start the ends, with their history */
    private static Datum between(Call call, int sign, double from, double to, Datum start, Datum end) {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw call.problem(
                    ErrorCode.BAD_RANGE,
                    "it is looked for from one finite number to a larger one, and not from "
                            + RootFunctions.number(from) + " to " + RootFunctions.number(to),
                    "write: " + call.name() + "(f, 0, 5)");
        }
        OneNumber f = new OneNumber(call);
        Lowest.Found found = Lowest.between(turned(f, sign), from, to);
        call.workspace().evaluation().look();
        return switch (found.kind()) {
            case FLAT -> withHistory(call, new double[] {found.x()}, false)[0];
            case START -> start;
            case END -> end;
            case CORNER -> corner(call, f, found.x());
            case ENDLESS -> throw endless(call, sign, "near " + RootFunctions.number(found.x()));
            case NONE ->
                throw call.problem(
                        ErrorCode.NO_VALUE,
                        "the function has no value between " + RootFunctions.number(from) + " and "
                                + RootFunctions.number(to),
                        "look where it has one");
        };
    }

    private static DifferentiableFunction turned(OneNumber f, int sign) {
        return new DifferentiableFunction() {
            @Override
            public double value(double x) {
                return sign * f.value(x);
            }

            @Override
            public double slope(double x) {
                return sign * f.slope(x);
            }
        };
    }

    private static Datum corner(Call call, OneNumber f, double x) {
        if (f.hasHistory(x)) {
            throw new AgException(
                    ErrorCode.NO_SLOPE,
                    "the place " + RootFunctions.number(x) + " has no derivative that is known: the function has a"
                            + " corner or a jump there",
                    call.span(),
                    "for the number alone give the function numbers without history, by detach");
        }
        return new Datum.Num(x);
    }

    private static AgException endless(Call call, int sign, String where) {
        return call.problem(
                ErrorCode.NO_CONVERGENCE,
                "the function is nowhere " + word(sign) + ": " + where + " it goes to "
                        + (sign > 0 ? "-infinity" : "infinity"),
                "look in a range: " + call.name() + "(f, 0, 5)");
    }

    // ---- near a start

    private static Datum near(Call call, int sign, double[] start, boolean vector) {
        Function f = new Function(call, SeveralNumbers.of(call, start.length), sign, vector);
        Minimizer minimizer = new Minimizer(f, start);
        Minimizer.Outcome outcome = minimizer.run(Optimizer.of("newton"), MOST_STEPS);
        String there = vector
                ? RootFunctions.point(minimizer.x())
                : RootFunctions.number(minimizer.x()[0]);
        switch (outcome) {
            case SETTLED -> {}
            case ENDLESS -> throw endless(call, sign, "at " + there);
            case MOVED, DIVERGED, NO_GRADIENT ->
                throw call.problem(
                        ErrorCode.NO_CONVERGENCE,
                        "no place where the function is " + word(sign) + " was found from "
                                + (vector ? RootFunctions.point(start) : RootFunctions.number(start[0])) + ": after "
                                + minimizer.steps() + " steps it is at " + there
                                + (outcome == Minimizer.Outcome.NO_GRADIENT
                                        ? ", where it has no finite gradient"
                                        : outcome == Minimizer.Outcome.DIVERGED
                                                ? ", where it has no finite value"
                                                : ""),
                        "try another start" + (vector ? "" : ", or a range: " + call.name() + "(f, 0, 5)"));
        }
        ImplicitPlace implicit = implicit(call);
        Newton.Outcome last = Newton.solve(x -> implicit.values(x, f::gradient), minimizer.x());
        double[] place = last.converged() && f.isNear(minimizer.x(), last.x()) ? last.x() : minimizer.x();
        Datum[] found = withHistory(call, place, vector);
        return vector ? LinearArithmetic.of(call).vector(found) : found[0];
    }

    private static ImplicitPlace implicit(Call call) {
        return new ImplicitPlace(LinearArithmetic.of(call), "place", "second derivative");
    }

    private static Datum[] withHistory(Call call, double[] place, boolean vector) {
        Function f = new Function(call, SeveralNumbers.of(call, place.length), 1, vector);
        return implicit(call).of(place, f::at, f::gradient);
    }

    /**
     * What is made small.
     *
     * @param sign -1 where it is to be large
     */
    private record Function(Call call, SeveralNumbers f, int sign, boolean vector) implements Objective {
        Datum at(Datum[] place) {
            Datum value =
                    vector ? f.at(place) : f.function().call(call.workspace(), call.span(), call.site(), place[0]);
            if (vector && value instanceof Tensor) {
                throw call.problem(
                        0,
                        ErrorCode.NOT_A_NUMBER,
                        "of a vector this function gives a vector, and only a number can be smallest or largest",
                        "to look between two numbers write: " + call.name() + "(f, 0, 5)");
            }
            Gradients.requireNumber(value, call.spanOf(0));
            return value;
        }

        Datum[] gradient(Datum[] place) {
            int[] slopes = new Gradients(call.workspace()).graph(at(place), ImplicitPlace.nodes(place));
            return Arrays.stream(slopes).mapToObj(Datum.Scalar::new).toArray(Datum[]::new);
        }

        @Override
        public double at(double[] x, double[] gradient) {
            Workspace workspace = call.workspace();
            workspace.checkStop(call.span());
            return workspace.trying(() -> {
                Datum[] place = implicit(call).leaves(ImplicitPlace.plain(x));
                Datum value = at(place);
                double[] slopes = new Gradients(workspace).numbers(value, ImplicitPlace.nodes(place));
                Arrays.setAll(gradient, i -> sign * slopes[i]);
                return sign * workspace.shown(value);
            });
        }

        @Override
        public double[][] hessian(double[] x) {
            double[][] rows = implicit(call).values(x, this::gradient).jacobian();
            return Arrays.stream(rows)
                    .map(row -> Arrays.stream(row).map(number -> sign * number).toArray())
                    .toArray(double[][]::new);
        }

        /** Whether the last steps, which solve for a gradient of 0, have stayed where the function is as good. */
        boolean isNear(double[] found, double[] polished) {
            double before = value(found);
            return value(polished) <= before + 1e-9 * Math.max(1, Math.abs(before));
        }
    }
}
