package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.result.DerivativeResult;
import ag.result.Plain;
import ag.result.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as functions for PyTorch: their values and gradients are those of here. */
final class FormulaProgramTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.e+-]*|-?Infinity|NaN");

    private static final String RUNNER = """
        import runpy, sys
        for path in sys.argv[1:]:
            runpy.run_path(path, run_name="__main__")
        """;

    @TempDir
    private Path folder;

    /** Every operation of one number or two, at points of its domain, and reductions. */
    @Test
    @Tag("slow")
    void valuesAndGradientsAreThoseOfHere() throws Exception {
        requireSame(formulas(), "", 1e-9, 0.9);
    }

    /** JAX is not at hand: NumPy and SciPy stand in for it, and differences of the eighth order for its derivatives. */
    @Test
    @Tag("slow")
    void valuesAndGradientsInJaxAreThoseOfHere() throws Exception {
        Path jax = Files.createDirectories(folder.resolve("jax"));
        Path standIn = Path.of("src/test/python/jax");
        try (Stream<Path> files = Files.list(standIn)) {
            for (Path file : files.toList()) {
                Files.copy(file, jax.resolve(file.getFileName()));
            }
        }
        // What is not smooth has no differences to compare; what has no form is refused.
        List<String> smooth = formulas().stream()
                .filter(formula ->
                        !formula.matches("(sign|floor|ceil|round|trunc|mod|relu|hinge|abs|cbrt|csc|min|max).*"))
                .toList();
        requireSame(smooth, " for jax", 1e-6, 0.8);
    }

    private static List<String> formulas() {
        List<String> formulas = new ArrayList<>();
        for (Operation operation : Operation.functions()) {
            switch (operation.partials()) {
                case Partials.Unary _ ->
                    formulas.addAll(List.of(
                            operation.symbol() + "(a)", operation.symbol() + "(b)", operation.symbol() + "(-a - 1)"));
                case Partials.Binary _ -> formulas.addAll(binary(operation.symbol()));
                case Partials.Vector _ ->
                    formulas.add(operation == Operation.DOT ? "dot(v, [a, b, 2])" : operation.symbol() + "(v)");
                case Partials.Leaf _ -> {}
            }
        }
        formulas.addAll(List.of(
                "a^b - (a - (b - a))/(b/(a*b)) - -a^2 + 2^a + (-b)^2 + (a^b)^a",
                "sum(W @ v) + norm([a, 1, b]) + max([a, b, 0.1]) + W[1, 2]*v[0]",
                "a*b*sin(a*b) + exp(a*b)/(1 + exp(a*b))",
                "sin(sin(a) + cos(b)*tanh(a - b)*log(a + b) - sqrt(a*b + 1)*atan(a/b)*asinh(a + 2b))"));
        return formulas;
    }

    private static List<String> binary(String name) {
        return switch (name) {
            case "polygamma" -> List.of("polygamma(2, a)");
            case "leaky_relu", "elu" -> List.of(name + "(a, 0.2)", name + "(-a, 0.2)");
            case "bce" -> List.of("bce(a, 0.7)");
            case "bce_logits", "hinge" -> List.of(name + "(a, 0.7)");
            default -> List.of(name + "(a, b)", name + "(b, a)", name + "(a, 1.5)", name + "(1.5, a)");
        };
    }

    private void requireSame(List<String> formulas, String library, double near, double share) throws Exception {
        PyTorch torch = PyTorch.here();
        List<String> names = new ArrayList<>(List.of("-c", RUNNER));
        List<String> written = new ArrayList<>();
        List<double[]> ours = new ArrayList<>();
        for (String formula : formulas) {
            String file = "f" + names.size() + ".py";
            Exported exported = Exported.tried("""
                let a = 0.3, b = 1.4, v = [0.2, -0.5, 1.1], W = [[1, 2, 3], [0.5, 0.25, -1]]
                L = %s
                grad L
                export L to "%s"%s
                """.formatted(formula, file, library), folder);
            if (exported.results().getLast() instanceof Result.FileWritten) {
                names.add(file);
                written.add(formula);
                ours.add(numbers((DerivativeResult.Gradient) exported.results().stream()
                        .filter(DerivativeResult.Gradient.class::isInstance)
                        .findFirst()
                        .orElseThrow()));
            }
        }
        assertThat(written).hasSizeGreaterThan((int) (formulas.size() * share));
        PyTorch.Said said = torch.run(folder, names.toArray(String[]::new));
        assertThat(said.status()).as(said.errors()).isZero();
        List<String> lines = said.out().lines().toList();
        for (int i = 0; i < written.size(); i++) {
            double[] theirs = NUMBER.matcher(lines.get(i))
                    .results()
                    .mapToDouble(number -> Double.parseDouble(number.group()))
                    .toArray();
            double[] here = ours.get(i);
            assertThat(theirs).as(written.get(i) + lines.get(i)).hasSameSizeAs(here);
            // Outside of its domain a formula has no derivative to compare.
            int count = Double.isNaN(here[0]) ? 1 : here.length;
            for (int k = 0; k < count; k++) {
                assertThat(Double.compare(here[k], theirs[k]) == 0
                                || Math.abs(here[k] - theirs[k]) <= near * Math.max(1, Math.abs(here[k])))
                        .as("%s is %s, and PyTorch says %s", written.get(i), Arrays.toString(here), lines.get(i))
                        .isTrue();
            }
        }
    }

    private static double[] numbers(DerivativeResult.Gradient gradient) {
        List<Double> all = new ArrayList<>(List.of(gradient.value()));
        gradient.slopes().forEach(slope -> collect(slope.gradient(), all));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
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
    void choicesLeaveWithBothWays() {
        Exported exported = Exported.by("""
            f(x, y) = if x > y then x^2 else if y == 2 then 1 else exp(y)
            export f to "f.py"
            """, folder);
        assertThat(exported.text("f.py"))
                .contains("torch.where(x > y, x ** 2, ", "torch.where(y == 2, 1.0, torch.exp(y))");
        assertThat(Exported.by("g(x, y) = if x >= y then x else if x < 2 then y else 3\nexport g to \"g.py\"", folder)
                        .text("g.py"))
                .contains("torch.where(x >= y, x, torch.where(2 > x, y, 3.0))");
    }

    @Test
    void wordsOfPythonGetOtherNames() {
        assertThat(Exported.by("let class = 2\nL = class^2\nexport L to \"l.py\"", folder)
                        .text("l.py"))
                .contains("def L(class_):", "return class_ ** 2");
    }

    @Test
    void formulaInLettersIsAFunctionOfThem() {
        assertThat(Exported.by("z = p₁ sin(q) + r\nexport z to \"z.py\"", folder)
                        .text("z.py"))
                .contains("def z(p_1, q, r):", "return p_1 * torch.sin(q) + r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        let a = 2; L = if a > 1 then a else 1; export L to "l.py"                     | branches on the values
        f(x) = { y = x; while y > 1 { y = y/2 }; y }; export f to "l.py"              | this depends on an argument
        L = 3; export L to "l.py"                                                     | no input
        let a = 2; L = a^2; export L to "l.onnx"                                      | exported as a program
        let v = [1, 2]; L = 2*v; export L to "l.py"                                   | number
        """)
    void whatCannotLeaveIsRefused(String program, String message) {
        Result last = Exported.tried(program.replaceAll("; (?=L|export)", "\n"), folder)
                .results()
                .getLast();
        assertThat(last)
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.diagnostic().message()).contains(message));
        assertThat(folder.resolve("l.py")).doesNotExist();
    }
}
