package ag.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.host.Host;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Library;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Interpreter;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Callable;
import ag.lang.values.Workspace;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Programs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function of the language, called with operands that have a history: its gradient is that of central differences, or the
 * operands are refused and the message says how to end their history. No function drops it in silence.
 */
final class FunctionHistoryTest {
    private static final double STEP = 1e-5;
    private static final double ERROR = 1e-6;

    /** Points to try, one after the other: the first where the function has a value all around is taken. */
    private static final List<double[]> POINTS =
            List.of(new double[] {0.3, 0.7, 0.4, 1.3, -0.6}, new double[] {1.4, 2.3, 1.2, 1.7, 2.6}, new double[] {
                -0.4, 0.6, 0.5, 0.2, 0.8
            });

    /** Calls of the functions that are more than one row of the operation table; each gives a number. */
    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            row("clamp", "clamp(p, q, 2)", "clamp(p, -2, q)", "sum(clamp(u, p, 1))"),
            row("mean", "mean(u)", "mean([p, q, p*q])"),
            row("prod", "prod(u)"),
            row("variance", "variance(u)", "sum(variance([u, [p, q, 1]], axis = 0))"),
            row("var", "var(u)"),
            row("std", "std(u)", "sum(std([u, [p, q, 1]], axis = 1))"),
            row("iterate", "iterate(x -> sin(p*x) + q, p, 5)", "iterate(x -> sin(p*x) + q, p, 12, every = 5)"),
            row("median", "median(u)", "median([p, q])"),
            row("quantile", "quantile(u, 0.3)", "quantile([1, 2, 4], 0.5 + 0.1*sin(p))"),
            row("cumsum", "cumsum(u)[2]"),
            row("cumprod", "cumprod(u)[2]"),
            row("diff", "sum(diff(u)^2)"),
            row("flatten", "flatten([u, 2u])[4]"),
            row("reshape", "reshape(u, 3, 1)[1, 0]"),
            row("repeat", "sum(repeat(u, 2)*[1, 2, 3, 4, 5, 6])", "sum(repeat(p, 3))"),
            row("tile", "sum(tile(u, 2)*[1, 2, 3, 4, 5, 6])"),
            row("argsort", "sum(argsort(u)*u)"),
            row("where", "sum(where(u > 1, u, q))", "where(p > q, p^2, q)"),
            row("softmax", "softmax(u)[1]"),
            row("log_softmax", "log_softmax(u)[2]"),
            row("cross_entropy", "cross_entropy(u, 1)", "cross_entropy(u, [p, q, 0])", "cross_entropy([1, 2, 3], u)"),
            row(
                    "normal_pdf",
                    "normal_pdf(p)",
                    "normal_pdf(p, q)",
                    "normal_pdf(p, q, abs(p) + 1)",
                    "sum(normal_pdf(u, p, 2))"),
            row(
                    "normal_cdf",
                    "normal_cdf(p)",
                    "normal_cdf(p, q)",
                    "normal_cdf(p, q, abs(p) + 1)",
                    "sum(normal_cdf(u, p, 2))"),
            row(
                    "normal_quantile",
                    "normal_quantile(sigmoid(p))",
                    "normal_quantile(sigmoid(p), q, abs(p) + 1)",
                    "sum(normal_quantile(sigmoid(u), p))"),
            row("factorial", "factorial(p)", "sum(factorial(u)*[1, 2, 3])"),
            row("step_lr", "step_lr(p, 7, 3, sigmoid(q))", "sum(step_lr(p, u, 3))"),
            row("multistep_lr", "multistep_lr(p, 7, [2, 9], q)"),
            row("exponential_lr", "exponential_lr(p, 7, sigmoid(q))"),
            row("constant_lr", "constant_lr(p, 3, q)", "sum(constant_lr(p, u))"),
            row("linear_lr", "linear_lr(p, 3, q, p)", "sum(linear_lr(p, u))"),
            row("polynomial_lr", "polynomial_lr(p, 3, 9, abs(q))", "sum(polynomial_lr(p, u, 9))"),
            row("cosine_annealing_lr", "cosine_annealing_lr(p, 3, 9, q)", "sum(cosine_annealing_lr(p, u, 9))"),
            row("one_cycle_lr", "one_cycle_lr(p, 3, 9, 0.4, abs(q) + 1)", "sum(one_cycle_lr(p, u, 9))"),
            row("cyclic_lr", "cyclic_lr(p, 7, 2q, 3)", "sum(cyclic_lr(p, u, 2, 3))"),
            row("cyclic_momentum", "cyclic_momentum(p, 7, q, 3)", "sum(cyclic_momentum(p, u, 2, 3))"),
            row("one_cycle_momentum", "one_cycle_momentum(p, 3, 9, 0.4, q)", "sum(one_cycle_momentum(p, u, 9))"),
            row(
                    "cosine_annealing_warm_restarts",
                    "cosine_annealing_warm_restarts(p, 7, 3, 2, q)",
                    "sum(cosine_annealing_warm_restarts(p, u, 3))"),
            row(
                    "reduce_lr_on_plateau",
                    "reduce_lr_on_plateau(p, [3, 2, 2, 2], patience = 1)",
                    "reduce_lr_on_plateau(0.1, u, patience = 1)"),
            row("argmax", "argmax(u)", "u[argmax(u)]", "argmax(x -> q*x - x^4, -9, 9)^2"),
            row("argmin", "argmin(u)", "u[argmin(u)]", "argmin(x -> x^4 - p*x, 1)*q"),
            row("transpose", "transpose([u, 2u])[1, 1]"),
            row("solve", "sum(solve([[p, q], [1, 2]], [q, p])^2)", "solve([[p, 1], [q, 3]], [[1, p], [q, 0]])[1, 0]"),
            row("inv", "inv([[p, q], [1, 3]])[0, 1]"),
            row("det", "det([[p, q], [1, 3]])", "det([[p, q, 1, 2], [1, 3, q, 0], [0, 1, p, 2], [2, 0, 1, q]])"),
            row("trace", "trace([[p, q], [1, q]])"),
            row("identity", "sum(identity(round(2 + 0.1p)))"),
            row("diag", "diag(u)[1, 1]", "sum(diag([u, 2u, u])^2)"),
            row("outer", "outer(u, [p, q])[2, 0]"),
            row("cross", "cross([p, q, 1], [q, 2, p])[0]"),
            row("cholesky", "cholesky([[p^2 + 1, q], [q, q^2 + 1]])[1, 1]"),
            row("qr", "qr([[p, q], [1, 2]])[1][0, 1]"),
            row("eigenvalues", "eigenvalues([[p, q], [q, 3]])[0]"),
            row("eigenvectors", "eigenvectors([[p, q], [q, 3]])[0, 0]"),
            row("svd", "svd([[p, q], [1, 2]])[1][0]", "svd([[p, q], [1, 2]])[0][0, 0]"),
            row("lstsq", "lstsq([[1, p], [1, q], [1, 0]], u)[1]"),
            row("len", "len(u)*p"),
            row("append", "sum(append(u, p)^2)"),
            row("concat", "sum(concat(u, [p, q])^2)"),
            row("zeros", "sum(zeros(round(2 + 0.1p)))"),
            row("ones", "sum(ones(round(2 + 0.1p)))"),
            row("linspace", "sum(linspace(p, q, 4)^2)", "linspace(p, 2, 3)[1]", "linspace(1, q, 5)[4]"),
            row("sort", "dot(sort(u), [1, 2, 3])"),
            row("reverse", "dot(reverse(u), [1, 2, 3])"),
            row("unique", "sum(unique([p, q, p])^2)"),
            row("index_of", "index_of(u, max(u))*p"),
            row("enumerate", "sum(i*x^2 for (i, x) in enumerate(u))"),
            row("zip", "sum(x*y for (x, y) in zip(u, [p, q, 1]))"),
            row("map", "sum(map(sin, u))"),
            row("random", "random()*p"),
            row("uniform", "uniform(p, 9)", "uniform(-9, q)", "uniform(min(p, q), max(p, q))^2"),
            row("normal", "normal(p, 1)", "normal(0, abs(q))", "normal(p, abs(q))^2"),
            row("choice", "choice(u)", "choice(u, weights = abs(u))", "choice([p, q, 3])"),
            row("grad", "grad(p^3*q, p)", "sum(grad(p*sum(u^3), u))"),
            row("gradient", "gradient(hypot, [p, q])[0]", "gradient(logsumexp, u)[1]"),
            row("jacobian", "jacobian(softmax, u)[0][1]", "jacobian(u*p^2, p)[1][0]"),
            row("hessian", "hessian(hypot, [p, q])[0][1]", "hessian(logsumexp, u)[1][2]"),
            row("jvp", "jvp(hypot, [p, q], [1, p])", "jvp(softmax, u, [p, q, 1])[0]"),
            row("vjp", "vjp(softmax, u, [p, q, 1])[0]", "vjp(hypot, [p, q], p)[1]"),
            row(
                    "root",
                    "root(cubic, -9, 9)",
                    "root(cubic, p)^2*q",
                    "sum(root((x, y) -> [x + y^3 - p, x - q*y], u[0..1])^2)"),
            row("roots", "roots(cubic, -9, 9)[0]"),
            row("integral", "integral(cubic, 0, 1)", "integral(sin, p, q)", "integral(cubic, p, 2q)"),
            row("arc_length", "arc_length(cubic, 0, 1)", "arc_length(sin, p, q)"),
            row("directional", "directional(hypot, [p, q], [1, 2])", "directional(hypot, [3, 4], [p, q])"),
            row("limit", "limit(cubic, 1)", "limit(sin, p)"),
            row("ode", "ode(rate, 1, [0, 1])[1]", "ode(rate, p*q, [0, 0.5])[1]", "ode(rate, 1, [0, p])[1]"),
            row("make_moons", "sum(make_moons(n = 4, noise = abs(p), seed = 1).inputs)"),
            row(
                    "make_circles",
                    "sum(make_circles(n = 4, noise = abs(p), seed = 1).inputs)",
                    "sum(make_circles(n = 4, factor = abs(p)/9, seed = 1).inputs)"),
            row("make_blobs", "sum(make_blobs(n = 4, spread = abs(p), seed = 1).inputs)"),
            row(
                    "make_spirals",
                    "sum(make_spirals(n = 4, turns = abs(p), seed = 1).inputs)",
                    "sum(make_spirals(n = 4, noise = abs(p), seed = 1).inputs)"),
            row("xor", "sum(xor(8, noise = abs(p), seed = 1).inputs)"),
            row("dataset", "sum(dataset([u, u], [0, 1]).inputs)", "sum(dataset([1, 2], [p, q]).targets)"),
            row("split", "sum(split(make_moons(n = 9, seed = 1), 0.6 + 0.1p, seed = 1)[0].inputs)"),
            row("standardize", "sum(standardize(dataset([u, 2u], [0, 1])).inputs)"),
            row("unstandardize", "unstandardize(p, like = dataset([1, 2], [3, 7]))"),
            row("shuffle", "dot(shuffle(u, seed = 2), [1, 2, 3])", "shuffle([p, q], seed = round(p + 3))[0]"),
            row("one_hot", "sum(one_hot([round(p + 1), 0, 2])[0]*[p, q, 1])"),
            row("accuracy", "accuracy(net, d)*p"),
            row("confusion", "confusion(net, d)[0, 0]*p"));

    /** Functions that take no numbers, or whose purpose is to end the history of what they take. */
    private static final Set<String> OTHERS =
            Set.of("detach", "lines", "chars", "join", "csv", "describe", "to_number", "json", "from_json");

    private static Map.Entry<String, List<String>> row(String name, String... calls) {
        return Map.entry(name, List.of(calls));
    }

    private static Library library() {
        return new Interpreter(new Workspace(result -> {}, Host.PLAIN, Interruption.none()), new StandardLanguage())
                .library();
    }

    static Stream<String> calls() {
        return library().functions().stream().flatMap(FunctionHistoryTest::calls);
    }

    private static Stream<String> calls(Callable function) {
        return switch (function) {
            case OperationFunction operation ->
                operation.rows().stream().flatMap(row -> calls(operation.name(), row).stream());
            case Builtin builtin -> CALLS.getOrDefault(builtin.name(), List.of()).stream();
            default -> throw new AssertionError("an unknown kind of function: " + function.name());
        };
    }

    private static List<String> calls(String name, Operation row) {
        return switch (row.partials().arity()) {
            case 1 -> List.of(name + "(p)", "sum(" + name + "(u)*[1, 2, 3])");
            case 2 -> List.of(name + "(p, q)", name + "(p, 0.5)", name + "(0.5, q)");
            default -> List.of(name.equals("dot") ? "dot(u, [p, q, 1])" : name + "(u)");
        };
    }

    @Test
    void everyFunctionIsTried() {
        Set<String> missing = new HashSet<>();
        for (Callable function : library().functions()) {
            if (calls(function).findAny().isEmpty() && !OTHERS.contains(function.name())) {
                missing.add(function.name());
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theGradientIsThatOfDifferencesOrTheHistoryIsRefused(String call) {
        for (double[] point : POINTS) {
            Result last = Programs.results(program(call, point)).getLast();
            if (last instanceof Result.Failed failed
                    && failed.diagnostic().code().equals("has-history")) {
                assertThat(failed.diagnostic().hint()).contains("detach(");
                return;
            }
            double[] differences = differences(call, point);
            if (last instanceof Result.Value && differences.length > 0) {
                double[] gradient = gradient(call, point);
                for (int i = 0; i < gradient.length; i++) {
                    assertThat(Programs.agree(gradient[i], differences[i], ERROR))
                            .as("%s in input %d: %s and by differences %s", call, i, gradient[i], differences[i])
                            .isTrue();
                }
                return;
            }
        }
        throw new AssertionError(call + " has a value at no point: "
                + Programs.results(program(call, POINTS.getFirst())).getLast());
    }

    private static String program(String call, double[] point) {
        return String.format(
                Locale.ROOT,
                "seed 5; data d { 0 -> 0; 1 -> 1 }; mlp net { input 1; layer 1; seed 3 }%nlet p = %s, q = %s, u = [%s,"
                        + " %s, %s]; cubic(t) = t^3 + t - p*q; rate(t, z) = q - p*z; y = %s; y",
                point[0],
                point[1],
                point[2],
                point[3],
                point[4],
                call);
    }

    private static double[] gradient(String call, double[] point) {
        List<Double> gradient = new ArrayList<>();
        for (Plain part : Values.of(program(call, point) + "; grad(y + 0p, p); grad(y + 0q, q); grad(y + 0sum(u), u)")
                .subList(1, 4)) {
            switch (part) {
                case Plain.Real real -> gradient.add(real.value());
                case Plain.Vector vector -> {
                    for (double number : vector.values()) {
                        gradient.add(number);
                    }
                }
                default -> throw new AssertionError("not a gradient: " + part);
            }
        }
        return gradient.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Empty where the function has no value at the point or beside it. */
    private static double[] differences(String call, double[] point) {
        double[] differences = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double above = moved(call, point, i, STEP);
            double below = moved(call, point, i, -STEP);
            differences[i] = (above - below) / (2 * STEP);
            if (!Double.isFinite(differences[i])) {
                return new double[0];
            }
        }
        return differences;
    }

    private static double moved(String call, double[] point, int input, double by) {
        double[] beside = point.clone();
        beside[input] += by;
        return Programs.results(program(call, beside)).getLast() instanceof Result.Value value
                        && value.value() instanceof Plain.Real real
                ? real.value()
                : Double.NaN;
    }
}
