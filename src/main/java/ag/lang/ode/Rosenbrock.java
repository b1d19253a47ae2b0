package ag.lang.ode;

import ag.lang.builtins.Fresh;
import ag.lang.linear.Elimination;
import ag.lang.linear.LinearArithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.numeric.LinearSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A method for stiff equations: Rodas5P of Steinebach (2023), a Rosenbrock method of order 5 with an error estimate of order 4, stable
 * however fast a part dies out. Each stage solves linear equations with the matrix 1/γ - h·J, where J is the exact Jacobian matrix of f
 * in y. As a step is mere arithmetic with J, it has exact derivatives of any order.
 */
record Rosenbrock(LinearArithmetic numbers, Slope f) {
    private static final double GAMMA = 0.21193756319429014;
    private static final double[] TIMES = {
        0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1
    };
    /** How much of h²·∂f/∂t each stage gets. */
    private static final double[] DRIFT = {
        GAMMA, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0, 0, 0
    };
    /** Where f is taken: the last two stages begin at the one before them and where that led. */
    private static final double[][] PLACES = {
        {},
        {3},
        {2.849394379747939, 0.45842242204463923},
        {-6.954028509809101, 2.489845061869568, -10.358996098473584},
        {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
        {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946}
    };

    private static final double[][] STAGES = {
        {},
        {-14.155112264123755},
        {-17.97296035885952, -2.859693295451294},
        {147.12150275711716, -1.41221402718213, 71.68940251302358},
        {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
        {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
        {
            30.91273214028599,
            -3.1208243349937974,
            77.79954646070892,
            34.28646028294783,
            -19.097331116725623,
            -28.087943162872662
        },
        {
            37.80277123390563,
            -3.2571969029072276,
            112.26918849496327,
            66.9347231244047,
            -40.06618937091002,
            -54.66780262877968,
            -9.48861652309627
        }
    };

    /**
     * Where a step leads.
     *
     * @param error what it may be off by
     */
    record Moved(Datum y, Datum error) {}

    /** Solves the equations of a stage, and what is added for a time that f itself depends on. */
    private record Linear(UnaryOperator<Datum[]> solve, Datum drift) {}

    /** Where a step leads, on the tape where there is history; empty where the equations of its stages have no solution. */
    Optional<Moved> taken(Datum t, Datum y, double h, boolean history) {
        Optional<Linear> linear = history ? Optional.of(recorded(t, y, h)) : plain(t, y, h);
        return linear.map(found -> taken(t, y, h, found));
    }

    private Moved taken(Datum t, Datum y, double h, Linear linear) {
        List<Datum> stages = new ArrayList<>();
        Datum place = y;
        for (int stage = 0; stage < STAGES.length; stage++) {
            place = stage < PLACES.length ? plus(y, stages, PLACES[stage]) : numbers.plus(place, stages.getLast());
            Datum slope = f.at(numbers.plus(t, new Datum.Num(TIMES[stage] * h)), place);
            Datum right = plus(times(slope, h), stages, STAGES[stage]);
            if (DRIFT[stage] != 0) {
                right = numbers.plus(right, times(linear.drift, DRIFT[stage] * h * h));
            }
            stages.add(shaped(y, linear.solve.apply(elements(right))));
        }
        return new Moved(numbers.plus(place, stages.getLast()), stages.getLast());
    }

    private Datum plus(Datum sum, List<Datum> stages, double[] by) {
        Datum all = sum;
        for (int k = 0; k < by.length; k++) {
            all = numbers.plus(all, times(stages.get(k), by[k]));
        }
        return all;
    }

    private Datum times(Datum a, double by) {
        return numbers.times(a, new Datum.Num(by));
    }

    private Optional<Linear> plain(Datum t, Datum y, double h) {
        double[][] slopes = numbers.workspace()
                .trying(() -> Arrays.stream(slopes(t, y)).map(this::numbers).toArray(double[][]::new));
        int n = slopes.length;
        double[][] matrix = new double[n][n];
        double[] drift = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = (i == j ? 1 / GAMMA : 0) - h * slopes[i][j];
            }
            drift[i] = slopes[i][n];
        }
        return LinearSystem.factors(matrix)
                .map(factors -> new Linear(right -> plain(factors.solve(numbers(right))), shaped(y, plain(drift))));
    }

    private Linear recorded(Datum t, Datum y, double h) {
        Datum[][] slopes = slopes(t, y);
        int n = slopes.length;
        Datum[][] matrix = new Datum[n][n];
        Datum[] drift = new Datum[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = numbers.minus(new Datum.Num(i == j ? 1 / GAMMA : 0), times(slopes[i][j], h));
            }
            drift[i] = slopes[i][n];
        }
        Elimination factors = Elimination.of(numbers, numbers.matrix(matrix, n), "a step");
        UnaryOperator<Datum[]> solve = right -> {
            Datum[][] column =
                    Arrays.stream(right).map(one -> new Datum[] {one}).toArray(Datum[][]::new);
            return Arrays.stream(factors.solve(column, 1)).map(row -> row[0]).toArray(Datum[]::new);
        };
        return new Linear(solve, shaped(y, drift));
    }

    /** For each number of f its slopes in the numbers of y, and behind them that in the time. */
    private Datum[][] slopes(Datum t, Datum y) {
        Datum[] place = Stream.concat(Arrays.stream(elements(y)), Stream.of(t))
                .map(this::leaf)
                .toArray(Datum[]::new);
        int n = place.length - 1;
        int[] nodes = Arrays.stream(place)
                .mapToInt(leaf -> ((Datum.Scalar) leaf).node())
                .toArray();
        Datum value = f.at(place[n], shaped(y, Arrays.copyOf(place, n)));
        // Of a long tape only what was made here is walked over.
        Gradients gradients = new Gradients(numbers.workspace());
        return Arrays.stream(elements(value))
                .map(each -> Arrays.stream(gradients.graph(each, nodes))
                        .mapToObj(Datum.Scalar::new)
                        .toArray(Datum[]::new))
                .toArray(Datum[][]::new);
    }

    private Datum leaf(Datum number) {
        return Fresh.of(numbers.workspace(), number, numbers.site(), numbers.span());
    }

    private static Datum[] elements(Datum y) {
        return y instanceof Tensor tensor ? LinearArithmetic.elements(tensor) : new Datum[] {y};
    }

    private Datum shaped(Datum like, Datum[] elements) {
        if (!(like instanceof Tensor tensor)) {
            return elements[0];
        }
        Tensor vector = numbers.vector(elements);
        return tensor.isMatrix() ? vector.asMatrix(tensor.rows(), tensor.columns()) : vector;
    }

    private static Datum[] plain(double[] values) {
        return Arrays.stream(values).mapToObj(Datum.Num::new).toArray(Datum[]::new);
    }

    private double[] numbers(Datum[] values) {
        Workspace workspace = numbers.workspace();
        return Arrays.stream(values).mapToDouble(workspace::shown).toArray();
    }
}
