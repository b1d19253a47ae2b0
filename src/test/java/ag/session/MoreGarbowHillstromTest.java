package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.optimize.Minimizer;
import ag.optimize.Objective;
import ag.optimize.Optimizer;
import ag.result.DerivativeResult;
import ag.result.Plain;
import ag.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first 23 problems of Moré, Garbow and Hillstrom (1981), from their standard starts. Beside them stands what
 * {@code src/test/python/mgh.py} found with SciPy's methods: the value at the start, the lowest value, and the fewest evaluations that led
 * there.
 */
final class MoreGarbowHillstromTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "nn");

    /** What SciPy says of a problem. */
    private record Reference(double start, double lowest, int evaluations, String method) {
        /** What counts as arrived. */
        double target() {
            return lowest + 1e-10 * Math.max(1, lowest);
        }
    }

    /** A program as a function of its input {@code x}. */
    private static final class Problem implements Objective {
        private final Answers answers;
        private final double target;
        private int evaluations;
        private int arrived;
        private double lowest = Double.POSITIVE_INFINITY;

        Problem(String program, double target) {
            answers = Answers.after(program);
            this.target = target;
        }

        double[] start() {
            answers.run("x + 0");
            return vector(((Result.Value) answers.results().getLast()).value());
        }

        @Override
        public double at(double[] x, double[] gradient) {
            evaluations++;
            answers.run("set x = " + Arrays.toString(x) + "; grad L");
            DerivativeResult.Gradient found = answers.results().stream()
                    .filter(DerivativeResult.Gradient.class::isInstance)
                    .map(DerivativeResult.Gradient.class::cast)
                    .findFirst()
                    .orElseThrow();
            System.arraycopy(vector(found.slopes().getFirst().gradient()), 0, gradient, 0, gradient.length);
            if (found.value() <= target && arrived == 0) {
                arrived = evaluations;
            }
            lowest = Math.min(lowest, found.value());
            return found.value();
        }

        @Override
        public double[][] hessian(double[] x) {
            answers.run("set x = " + Arrays.toString(x) + "; hessian(L, x)");
            Plain.Matrix matrix =
                    (Plain.Matrix) ((Result.Value) answers.results().getLast()).value();
            double[][] rows = new double[x.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOfRange(matrix.values(), i * x.length, (i + 1) * x.length);
            }
            return rows;
        }

        @Override
        public Squares squares(double[] x) {
            answers.run("set x = " + Arrays.toString(x) + "; R + 0; transpose(jacobian(R, x))");
            Plain.Matrix matrix =
                    (Plain.Matrix) ((Result.Value) answers.results().getLast()).value();
            double[][] columns = new double[x.length][];
            int count = matrix.columns();
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOfRange(matrix.values(), i * count, (i + 1) * count);
            }
            return new Squares(vector(((Result.Value) answers.results().getFirst()).value()), columns);
        }

        @Override
        public double[] bend(double[] x, double[] direction) {
            answers.run("set x = " + Arrays.toString(x) + "; w = " + Arrays.toString(direction)
                    + "; jacobian(jacobian(R, x) @ w, x) @ w");
            return vector(((Result.Value) answers.results().getLast()).value());
        }

        private static double[] vector(Plain plain) {
            return ((Plain.Vector) plain).values();
        }
    }

    private static <T> T given(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static Map<String, Reference> references() throws IOException {
        return Files.readAllLines(FOLDER.resolve("mgh.txt")).stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> new Reference(
                                Double.parseDouble(part[1]),
                                Double.parseDouble(part[2]),
                                Integer.parseInt(part[3]),
                                part[4])));
    }

    /** The programs, by the name in the line before each. */
    private static Map<String, String> programs() throws IOException {
        return Arrays.stream(Files.readString(FOLDER.resolve("mgh.ag")).split("\n\n", -1))
                .collect(Collectors.toMap(
                        part -> part.lines().findFirst().orElseThrow().substring(2), Function.identity()));
    }

    @Test
    void theProgramsSayWhatSciPysFunctionsSay() throws IOException {
        Map<String, String> programs = programs();
        Map<String, Reference> references = references();
        assertThat(programs).hasSize(23).containsOnlyKeys(references.keySet());
        programs.forEach((name, program) -> {
            Problem problem = new Problem(program, 0);
            double[] start = problem.start();
            double expected = given(references, name).start;
            assertThat(problem.at(start, new double[start.length]))
                    .as(name)
                    .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
            double sum = Arrays.stream(problem.squares(start).residuals())
                    .map(part -> part * part)
                    .sum();
            assertThat(sum).as(name).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
        });
    }

    /** A sample in every run; {@link #all} has the others. */
    @ParameterizedTest
    @CsvSource({
        "rosenbrock, newton",
        "helical_valley, newton",
        "brown_dennis, newton",
        "wood, scaled",
        "kowalik_osborne, scaled",
        "beale, levenberg_marquardt",
        "biggs_exp6, levenberg_marquardt",
        "meyer, levenberg_marquardt",
        "powell_badly_scaled, levenberg_marquardt",
        "gulf, levenberg_marquardt"
    })
    void aMethodArrivesInNoMoreEvaluationsThanSciPysBest(String name, String method) throws IOException {
        Reference reference = given(references(), name);
        Problem problem = run(name, reference, method);
        assertThat(problem.arrived).isBetween(1, reference.evaluations);
    }

    @Tag("slow")
    @Test
    void all() throws IOException {
        Map<String, Reference> references = references();
        for (String name : programs().keySet().stream().sorted().toList()) {
            Reference reference = given(references, name);
            StringBuilder line = new StringBuilder("| %s | %s | %d (%s) |"
                    .formatted(name, Double.toString(reference.lowest), reference.evaluations, reference.method));
            for (String method : List.of("newton", "scaled", "levenberg_marquardt", "lbfgs")) {
                Problem problem = run(name, reference, method);
                line.append(
                        problem.arrived > 0
                                ? " %d |".formatted(problem.arrived)
                                : " - (%.6g) |".formatted(problem.lowest));
            }
            System.out.println(line);
        }
    }

    private static Problem run(String name, Reference reference, String method) throws IOException {
        Problem problem = new Problem(given(programs(), name), reference.target());
        Optimizer rule = method.equals("scaled") ? Optimizer.of("newton").with("scaled", 1) : Optimizer.of(method);
        new Minimizer(problem, problem.start()).run(rule, 1500);
        return problem;
    }
}
