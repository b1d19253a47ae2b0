package ag.lang.linear;

import ag.lang.builtins.Fresh;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Workspace;
import ag.numeric.LinearSystem;
import ag.numeric.Newton;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A place that is given by equations, as a value with derivatives in what the equations are built on: the implicit function theorem. Two
 * steps of Newton's method from the place itself, taken on the tape, have the derivatives to the third order, and each further step
 * doubles that: four steps have them to the order 15.
 *
 * @param what what the place is called in messages
 * @param slope what must have an inverse there
 */
record ImplicitPlace(LinearArithmetic numbers, String what, String slope) {
    private static final int STEPS_FOR_ONE = 4;
    private static final int STEPS_FOR_SEVERAL = 2;

    /** As many values as the place has numbers, all 0 there. */
    @FunctionalInterface
    interface Equations {
        Datum[] at(Datum[] place);
    }

    /** The equations and their derivatives at plain numbers. */
    Newton.Values values(double[] x, Equations equations) {
        Workspace workspace = numbers.workspace();
        numbers.checkStop();
        return workspace.trying(() -> {
            Datum[] place = leaves(plain(x));
            Datum[] values = equations.at(place);
            Gradients gradients = new Gradients(workspace);
            return new Newton.Values(
                    Arrays.stream(values).mapToDouble(workspace::shown).toArray(),
                    Arrays.stream(values)
                            .map(value -> gradients.numbers(value, nodes(place)))
                            .toArray(double[][]::new));
        });
    }

    /**
     * The place with the history of what the equations are built on.
     *
     * @param function what has a history where the equations have one; plain numbers are the answer where it has none
     */
    Datum[] of(double[] place, Function<Datum[], Datum> function, Equations equations) {
        // Where it is was found by looking at numbers.
        numbers.workspace().evaluation().look();
        Datum[] now = plain(place);
        if (!numbers.workspace().trying(() -> Arithmetic.hasHistory(function.apply(plain(place))))) {
            return now;
        }
        double[][] jacobian = values(place, equations).jacobian();
        if (LinearSystem.solve(jacobian, new double[place.length]).isEmpty()) {
            throw noDerivative(place, jacobian);
        }
        int steps = place.length == 1 ? STEPS_FOR_ONE : STEPS_FOR_SEVERAL;
        for (int step = 0; step < steps; step++) {
            now = stepped(now, equations);
        }
        Datum[] found = now;
        int order = (1 << steps) - 1;
        return place.length == 1
                ? new Datum[] {numbers.truncated(found[0], order)}
                : LinearArithmetic.elements(numbers.truncated(numbers.vector(found), order));
    }

    private Datum[] stepped(Datum[] before, Equations equations) {
        Datum[] place = leaves(before);
        Datum[] values = equations.at(place);
        Gradients gradients = new Gradients(numbers.workspace());
        int n = place.length;
        Datum[][] jacobian = new Datum[n][n];
        Datum[][] right = new Datum[n][];
        for (int i = 0; i < n; i++) {
            int[] slopes = gradients.graph(values[i], nodes(place));
            Arrays.setAll(jacobian[i], j -> new Datum.Scalar(slopes[j]));
            right[i] = new Datum[] {values[i]};
        }
        Datum[][] way = n == 1
                ? new Datum[][] {{numbers.over(right[0][0], jacobian[0][0])}}
                : Elimination.of(numbers, numbers.matrix(jacobian, n), what).solve(right, 1);
        Datum[] next = new Datum[n];
        Arrays.setAll(next, i -> numbers.minus(place[i], way[i][0]));
        return next;
    }

    private AgException noDerivative(double[] place, double[][] jacobian) {
        return new AgException(
                ErrorCode.NO_SLOPE,
                "the " + what + " at "
                        + (place.length == 1 ? RootFunctions.number(place[0]) : RootFunctions.point(place))
                        + " has no derivative: the function's " + slope + " there "
                        + (place.length == 1 ? "is " + RootFunctions.number(jacobian[0][0]) : "has no inverse"),
                numbers.span(),
                "for the number alone give the function numbers without history, by detach");
    }

    static Datum[] plain(double[] place) {
        return Arrays.stream(place).mapToObj(Datum.Num::new).toArray(Datum[]::new);
    }

    Datum[] leaves(Datum[] place) {
        return Arrays.stream(place)
                .map(number -> Fresh.of(numbers.workspace(), number, numbers.site(), numbers.span()))
                .toArray(Datum[]::new);
    }

    static int[] nodes(Datum[] place) {
        return Arrays.stream(place)
                .mapToInt(number -> ((Datum.Scalar) number).node())
                .toArray();
    }
}
