package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.lang.source.Diagnostic;
import ag.result.OptimizationResult;
import ag.result.Plain;
import ag.result.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimizations and fits as programs for PyTorch: they arrive where they arrive here. */
final class MinimumProgramTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.e+-]*|NaN");

    private static final String RUNNER = """
        import runpy, sys
        for path in sys.argv[1:]:
            runpy.run_path(path, run_name="__main__")
        """;

    private static final String ROSENBROCK = "let x = -1.2, y = 1\nR = (1 - x)^2 + 100*(y - x^2)^2\n";

    @TempDir
    private Path folder;

    private List<String> run(List<String> programs) throws Exception {
        PyTorch torch = PyTorch.here();
        List<String> arguments = new ArrayList<>(List.of("-c", RUNNER));
        for (int i = 0; i < programs.size(); i++) {
            arguments.add("p" + i + ".py");
        }
        PyTorch.Said said = torch.run(folder, arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.errors()).isZero();
        return said.out().lines().toList();
    }

    /** The numbers behind a key of JSON. */
    private static double[] numbers(String json, String key) {
        Matcher part = Pattern.compile("\"" + key + "\": (\\{[^}]*\\}|[^,}]*)").matcher(json);
        assertThat(part.find()).as(json).isTrue();
        return NUMBER.matcher(part.group(1).replaceAll("\"[^\"]*\":", ""))
                .results()
                .mapToDouble(number -> Double.parseDouble(number.group()))
                .toArray();
    }

    private static void collect(Plain plain, List<Double> all) {
        switch (plain) {
            case Plain.Real real -> all.add(real.value());
            case Plain.Vector vector -> Arrays.stream(vector.values()).forEach(all::add);
            case Plain.Matrix matrix -> Arrays.stream(matrix.values()).forEach(all::add);
            default -> throw new AssertionError(plain);
        }
    }

    @Test
    @Tag("slow")
    void minimaAreThoseOfHere() throws Exception {
        // The steps of these are the same; of the others the end.
        List<String> sameSteps = List.of(
                ROSENBROCK + "minimize R over x, y { optimizer sgd(lr = 0.001); steps 100 }",
                ROSENBROCK + "minimize R over x, y { optimizer adam(lr = 0.1*(1 - epoch/epochs)); steps 80 }",
                ROSENBROCK + "minimize R over x, y { optimizer sgd(lr = 0.01); steps 60; clip norm 2 }",
                ROSENBROCK + "minimize R over y { optimizer rmsprop(lr = step_lr(0.1, epoch, 20)); steps 60 }",
                ROSENBROCK + "minimize R over x in -2..0.5, y { optimizer sgd(lr = 0.001); steps 200 }",
                ROSENBROCK + "minimize R over x, y { optimizer adam(lr = 0.05); steps 900; stop when loss < 0.5 }",
                ROSENBROCK
                        + "minimize R over x, y { optimizer adam(lr = 0.05); steps 900; stop when min([loss, 7]) < 0.5"
                        + " }",
                ROSENBROCK + "minimize R over x, y { optimizer adam(lr = 0.05); steps 90; stop after step 20 }",
                "let v = [1, -2], k = 3, W = [[1, 2], [3, 4]]\nR = k*norm(W @ v - [1, 2])^2\n"
                        + "minimize R over v, W { optimizer nadam(lr = 0.05); steps 50 }",
                "let x = 0.3, y = 0\nR = -(x - 1)^4 - (x - y)^2\n"
                        + "minimize R over x, y { optimizer nadam(lr = 0.05, maximize = true); steps 50 }");
        List<String> sameEnd = List.of(
                ROSENBROCK + "minimize R over x, y",
                ROSENBROCK + "minimize R over x, y { optimizer lbfgs(history_size = 5) }",
                ROSENBROCK + "minimize R over x, y { optimizer newton }",
                ROSENBROCK + "minimize R over x, y { optimizer nelder_mead }",
                ROSENBROCK + "minimize R over x, y { optimizer levenberg_marquardt }",
                "let r = 1\nR = 2π*r^2 + 2*330/r\nminimize R over r",
                "let v = [1, 2, 3]\nR = sum((v - [1, 5, 2])^4) + norm(v)^2 + exp(v[0])\nminimize R over v");
        List<String> programs = new ArrayList<>(sameSteps);
        programs.addAll(sameEnd);
        List<OptimizationResult.Minimized> ours = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            ours.add(Exported.by(programs.get(i) + "\nexport R to \"p" + i + ".py\"", folder).results().stream()
                    .filter(OptimizationResult.Minimized.class::isInstance)
                    .map(OptimizationResult.Minimized.class::cast)
                    .findFirst()
                    .orElseThrow());
        }
        List<String> lines = run(programs);
        for (int i = 0; i < programs.size(); i++) {
            String line = lines.get(i);
            List<Double> here = new ArrayList<>();
            ours.get(i).inputs().forEach(input -> collect(input.gradient(), here));
            double[] theirs = numbers(line, "point");
            boolean exact = i < sameSteps.size();
            int from = theirs.length > here.size() && programs.get(i).contains("over y") ? 1 : 0;
            double[] losses = ours.get(i).losses();
            if (exact) {
                assertThat(numbers(line, "steps")[0]).as(programs.get(i)).isEqualTo(losses.length - 1);
            }
            double near = exact ? 1e-9 : 1e-5;
            for (int k = 0; k < here.size(); k++) {
                double place = programs.get(i).contains("over v, W") ? theirs[order(k)] : theirs[from + k];
                assertThat(place)
                        .as(programs.get(i) + line)
                        .isCloseTo(here.get(k), within(near * (1 + Math.abs(here.get(k)))));
            }
            assertThat(numbers(line, "value")[0])
                    .as(programs.get(i))
                    .isCloseTo(losses[losses.length - 1], within(1e-9 * (1 + Math.abs(losses[losses.length - 1]))));
        }
    }

    /** The program names inputs in the order in which they were made: v, k, W. */
    private static int order(int k) {
        return k < 2 ? k : k + 1;
    }

    @Test
    @Tag("slow")
    void fitsAreThoseOfHere() throws Exception {
        String data = "t = [0, 1, 2, 3, 4, 5, 6, 7]\ny = [1003, 605, 378, 225, 130, 85, 49, 31]\n";
        String line = "t = [0, 1, 2, 3, 4, 5]\ny = [1.1, 2.9, 5.2, 40, 9.1, 10.8]\nlet a = 0, b = 0\n";
        List<String> programs = List.of(
                data + "let n = 900, k = 0.4\nfit y ~ n*exp(-k*t) over n, k",
                data + "let n = 900, k = 0.4\nfit y ~ n*exp(-k*t) over n, k { weights 1/y }",
                data + "let n = 900, k = 0.4\nfit y ~ n*exp(-k*t) over n, k { sigma 12 }",
                data + "let n = 900, k = 0.4\nfit y ~ n*exp(-k*t) over n, k in 0.5..10",
                data + "let m = 0\nfit y ~ m over m",
                data + "let n = 900, k = 0.4\nf(s) = if s < 3 then n*exp(-k*s) else n*exp(-k*s) + 1\n"
                        + "fit y ~ [f(s) for s in t] over n, k",
                line + "fit y ~ a*t + b over a, b { robust huber(0.5) }",
                line + "fit y ~ a*t + b over a, b { robust soft_l1(2) }",
                "X = [[1, 1, 2], [1, 2, 5], [1, 3, -1], [1, 4, 0], [1, 0, 0]]\ny = [2.1, 3.9, 6.2, 7.8, 1]\n"
                        + "let v = [0, 0, 0], c = 1\nfit y ~ X @ v + c^2 * exp(X[:, 2]/9) over v, c",
                "t = [0, 1, 2, 3, 4, 5, 6, 7, 8]\nw = 0.5*t + t^2\ny = sin(t) + 0.1*w\nlet a = 1, b = 2\n"
                        + "fit y ~ sin(a*t + 0.1) + b*w over a, b");
        List<OptimizationResult.Fitted> ours = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String program : programs) {
            Exported exported = Exported.tried(program + "\nexport fit to \"p" + left.size() + ".py\"", folder);
            if (exported.results().getLast() instanceof Result.FileWritten) {
                left.add(program);
                ours.add(exported.results().stream()
                        .filter(OptimizationResult.Fitted.class::isInstance)
                        .map(OptimizationResult.Fitted.class::cast)
                        .findFirst()
                        .orElseThrow());
            }
        }
        // The list comprehension is not said of one sample alone.
        assertThat(left).hasSize(programs.size() - 1);
        List<String> lines = run(left);
        for (int i = 0; i < left.size(); i++) {
            double[] values = numbers(lines.get(i), "parameters");
            double[] errors = numbers(lines.get(i), "errors");
            double near = left.get(i).contains("robust") ? 1e-5 : 1e-8;
            for (int k = 0; k < values.length; k++) {
                OptimizationResult.Parameter parameter =
                        ours.get(i).parameters().get(k);
                assertThat(values[k])
                        .as(left.get(i) + lines.get(i))
                        .isCloseTo(parameter.value(), within(near * Math.abs(parameter.value()) + 1e-12));
                assertThat(errors[k])
                        .as(left.get(i) + lines.get(i))
                        .isCloseTo(parameter.error(), within(10 * near * Math.abs(parameter.error()) + 1e-12));
            }
        }
    }

    /** Each parameter leaves with the numbers that it had before the fit. */
    @Test
    void aFitLeavesFromWhereItStarted() {
        String text = Exported.by("""
            X = [[1, 1, 2], [1, 2, 5], [1, 3, -1], [1, 4, 0], [1, 0, 0]]; y = [2.1, 3.9, 6.2, 7.8, 1]
            t = [1, 2, 3, 4, 5]; let v = [0.125, 0.25, 0.375], c = 1.5, k = 0.0625
            fit y ~ X @ v + c*exp(t*k) over v, c
            export fit to "p.py"
            """, folder).text("p.py");
        assertThat(text.replaceAll("\\s+", " ")).contains("\"v\": [0.125, 0.25, 0.375], \"c\": 1.5");
    }

    /** Once a name means something else, or inputs are bounded, the formula leaves as it stands. */
    @Test
    void formulaAloneLeavesWhereItsMinimumDoesNot() {
        assertThat(Exported.by(ROSENBROCK + "minimize R over x, y\nR = x^2 + y\nexport R to \"r.py\"", folder)
                        .text("r.py"))
                .doesNotContain("minimize");
        Exported bounded = Exported.by(ROSENBROCK + "minimize R over x in 0..0.5, y\nexport R to \"r.py\"", folder);
        assertThat(bounded.text("r.py")).doesNotContain("minimize").contains("\"x\": 0.5");
        assertThat(bounded.results().toString()).contains("bounds and conditions do not leave");
        assertThat(Exported.by(ROSENBROCK + "minimize R over x, y\nexport R to \"r.py\" for jax", folder)
                        .text("r.py"))
                .contains("jax.grad(R, argnums=(0, 1))")
                .doesNotContain("minimize");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fit y ~ a*t/mean(t) over a; export fit to "p.py"          | of each sample by itself
        fit y ~ a*t over a; export fit to "p.py" for jax          | a fit is exported as a program for PyTorch
        fit y ~ a*t over a; export fit to "p.onnx"                | a fit is exported as a program for PyTorch
        L = a^2; export L to "p.py" for numpy                     | for torch, or for jax
        L = elu(a, 0.5); export L to "p.py" for jax               | no form in JAX
        """)
    void whatCannotLeaveIsRefusedWithItsPlace(String program, String message) {
        Result last = Exported.tried("t = [0, 1, 2]\ny = [1, 2, 4]\nlet a = 1\n" + program.replace("; ", "\n"), folder)
                .results()
                .getLast();
        assertThat(last).isInstanceOf(Result.Failed.class);
        Diagnostic diagnostic = ((Result.Failed) last).diagnostic();
        assertThat(diagnostic.message()).contains(message);
        assertThat(diagnostic.span().line()).isBetween(4, 5);
        assertThat(Files.exists(folder.resolve("p.py"))).isFalse();
    }
}
