package ag.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import ag.result.DerivativeResult;
import ag.result.Plain;
import ag.session.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The PyTorch of this machine gives the same values and gradients for random programs. {@code -Dpytorch=python3} asks for it and
 * names the Python; without PyTorch there the test is skipped.
 */
@EnabledIfSystemProperty(named = "pytorch", matches = ".+", disabledReason = "-Dpytorch=python3 compares with PyTorch")
@Tag("slow")
final class LivePyTorchTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 1_000);

    private static final String HEAD = """
        import torch

        def number(x):
            return torch.tensor(float(x), dtype=torch.float64)

        # PyTorch's own is x itself from 20 on.
        def softplus(x):
            return torch.logaddexp(x, number(0))

        def show(f, *point):
            leaves = [number(p).requires_grad_() for p in point]
            value = f(*leaves)
            value.backward()
            print(value.item(), *(0.0 if p.grad is None else p.grad.item() for p in leaves))

        """;

    @TempDir
    private Path folder;

    @Test
    void valuesAndGradientsAreThoseOfPyTorch() throws Exception {
        String python = System.getProperty("pytorch", "");
        assumeThat(InstalledProgram.runs(python, "-c", "import torch"))
                .as("%s has PyTorch", python)
                .isTrue();
        List<String> lines = run(python, script());
        assertThat(lines).hasSize(PROGRAMS);
        for (int seed = 0; seed < PROGRAMS; seed++) {
            RandomProgram program = RandomProgram.of(seed);
            double[] theirs = Arrays.stream(lines.get(seed).split(" ", -1))
                    .mapToDouble(text ->
                            Double.parseDouble(text.replace("nan", "NaN").replace("inf", "Infinity")))
                    .toArray();
            double[] ours = valueAndGradient(program);
            double size = Math.max(1, Arrays.stream(theirs).map(Math::abs).max().orElseThrow());
            for (int i = 0; i < ours.length; i++) {
                assertThat(Double.compare(ours[i], theirs[i]) == 0 || Math.abs(ours[i] - theirs[i]) <= 1e-11 * size)
                        .as(
                                "%s at %s is %s, and PyTorch says %s",
                                program.body(),
                                Arrays.toString(program.point()),
                                Arrays.toString(ours),
                                Arrays.toString(theirs))
                        .isTrue();
            }
        }
    }

    private static String script() {
        StringBuilder script = new StringBuilder(HEAD);
        for (int seed = 0; seed < PROGRAMS; seed++) {
            RandomProgram program = RandomProgram.of(seed);
            script.append(TorchSource.of(program, "f" + seed))
                    .append("show(f%d, %s)%n"
                            .formatted(seed, Arrays.toString(program.point()).replaceAll("[\\[\\]]", "")));
        }
        return script.toString();
    }

    private static double[] valueAndGradient(RandomProgram program) {
        double[] point = program.point();
        DerivativeResult.Gradient gradient = (DerivativeResult.Gradient) Programs.results(program.definition("f") + "\n"
                        + "let x = " + point[0] + ", a = " + point[1] + ", b = " + point[2] + "\n"
                        + "L = f(x, a, b)\n"
                        + "grad L wrt x, a, b")
                .getLast();
        double[] numbers = new double[1 + point.length];
        numbers[0] = gradient.value();
        for (int i = 0; i < point.length; i++) {
            numbers[1 + i] = ((Plain.Real) gradient.slopes().get(i).gradient()).value();
        }
        return numbers;
    }

    private List<String> run(String python, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("programs.py"), script);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(python, file.toString())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        int status = process.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as(said).isZero();
        return said.lines().toList();
    }
}
