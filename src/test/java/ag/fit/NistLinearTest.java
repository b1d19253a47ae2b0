package ag.fit;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.OptimizationResult;
import ag.session.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * NIST's linear regressions, which are in the public domain (www.itl.nist.gov/div898/strd/lls/lls.shtml). The expected values are those of exact
 * rational arithmetic on the decimals, by {@code certify.py} beside the data; NIST's certified values are the same.
 */
final class NistLinearTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Filip",
                "Longley",
                "NoInt1",
                "NoInt2",
                "Norris",
                "Pontius",
                "Wampler1",
                "Wampler2",
                "Wampler3",
                "Wampler4",
                "Wampler5"
            })
    void twelveDigits(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/nist/linear", name + ".txt"));
        double[] coefficients = numbers(lines.get(0));
        double[] errors = numbers(lines.get(1));
        List<String[]> rows =
                lines.stream().skip(3).map(line -> line.split(" ")).toList();
        String program = program(coefficients.length, rows, name.startsWith("NoInt") ? 1 : 0);
        OptimizationResult.Fitted fitted =
                (OptimizationResult.Fitted) Programs.results(program).getLast();
        assertThat(fitted.converged()).isTrue();
        assertThat(relative(fitted.residual(), numbers(lines.get(2))[0])).isLessThan(1e-12);
        for (int j = 0; j < coefficients.length; j++) {
            assertThat(relative(fitted.parameters().get(j).value(), coefficients[j]))
                    .as("coefficient " + j)
                    .isLessThan(1e-12);
            assertThat(relative(fitted.parameters().get(j).error(), errors[j]))
                    .as("error " + j)
                    .isLessThan(1e-12);
        }
    }

    private static double relative(double found, double known) {
        return known == 0 ? Math.abs(found) : Math.abs(found - known) / Math.abs(known);
    }

    private static double[] numbers(String line) {
        return List.of(line.split(" ")).stream()
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** A polynomial where there is one predictor, else a sum of all; {@code first} is the lowest power. */
    private static String program(int count, List<String[]> rows, int first) {
        int columns = rows.getFirst().length;
        String names = IntStream.range(0, count).mapToObj(j -> "b" + j).collect(Collectors.joining(", "));
        String data = IntStream.range(0, columns)
                .mapToObj(k -> (k == 0 ? "y" : "x" + k) + " = "
                        + rows.stream().map(row -> row[k]).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining("\n"));
        String model = IntStream.range(0, count)
                .mapToObj(j -> "b" + j + (columns == 2 ? "*x1^" + (j + first) : j == 0 ? "" : "*x" + j))
                .collect(Collectors.joining(" + "));
        return "let " + names.replace(",", " = 0,") + " = 0\n" + data + "\nfit y ~ " + model + " over " + names;
    }
}
