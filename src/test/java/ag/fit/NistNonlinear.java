package ag.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A data set of NIST's Statistical Reference Datasets for nonlinear regression, which are in the public domain: data, two starts, and
 * certified values. The files are as NIST has them (www.itl.nist.gov/div898/strd/nls/nls_main.shtml).
 */
record NistNonlinear(
        String name,
        String model,
        List<double[]> starts,
        double[] certified,
        double[] errors,
        double residual,
        List<double[]> columns) {
    static final Map<String, String> MODELS = Map.ofEntries(
            Map.entry("Bennett5", "b1*(b2 + x)^(-1/b3)"),
            Map.entry("BoxBOD", "b1*(1 - exp(-b2*x))"),
            Map.entry("Chwirut1", "exp(-b1*x)/(b2 + b3*x)"),
            Map.entry("Chwirut2", "exp(-b1*x)/(b2 + b3*x)"),
            Map.entry("DanWood", "b1*x^b2"),
            Map.entry(
                    "ENSO",
                    "b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/12) + b5*cos(2*pi*x/b4) + b6*sin(2*pi*x/b4)"
                            + " + b8*cos(2*pi*x/b7) + b9*sin(2*pi*x/b7)"),
            Map.entry("Eckerle4", "(b1/b2)*exp(-0.5*((x - b3)/b2)^2)"),
            Map.entry("Gauss1", "b1*exp(-b2*x) + b3*exp(-(x - b4)^2/b5^2) + b6*exp(-(x - b7)^2/b8^2)"),
            Map.entry("Gauss2", "b1*exp(-b2*x) + b3*exp(-(x - b4)^2/b5^2) + b6*exp(-(x - b7)^2/b8^2)"),
            Map.entry("Gauss3", "b1*exp(-b2*x) + b3*exp(-(x - b4)^2/b5^2) + b6*exp(-(x - b7)^2/b8^2)"),
            Map.entry("Hahn1", "(b1 + b2*x + b3*x^2 + b4*x^3)/(1 + b5*x + b6*x^2 + b7*x^3)"),
            Map.entry("Kirby2", "(b1 + b2*x + b3*x^2)/(1 + b4*x + b5*x^2)"),
            Map.entry("Lanczos1", "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)"),
            Map.entry("Lanczos2", "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)"),
            Map.entry("Lanczos3", "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)"),
            Map.entry("MGH09", "b1*(x^2 + x*b2)/(x^2 + x*b3 + b4)"),
            Map.entry("MGH10", "b1*exp(b2/(x + b3))"),
            Map.entry("MGH17", "b1 + b2*exp(-x*b4) + b3*exp(-x*b5)"),
            Map.entry("Misra1a", "b1*(1 - exp(-b2*x))"),
            Map.entry("Misra1b", "b1*(1 - (1 + b2*x/2)^(-2))"),
            Map.entry("Misra1c", "b1*(1 - (1 + 2*b2*x)^(-0.5))"),
            Map.entry("Misra1d", "b1*b2*x*(1 + b2*x)^(-1)"),
            Map.entry("Nelson", "b1 - b2*x1*exp(-b3*x2)"),
            Map.entry("Rat42", "b1/(1 + exp(b2 - b3*x))"),
            Map.entry("Rat43", "b1/(1 + exp(b2 - b3*x))^(1/b4)"),
            Map.entry("Roszman1", "b1 - b2*x - atan(b3/(x - b4))/pi"),
            Map.entry("Thurber", "(b1 + b2*x + b3*x^2 + b4*x^3)/(1 + b5*x + b6*x^2 + b7*x^3)"));

    private static final int DATA_FROM = 60;

    static NistNonlinear read(String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("src/test/resources/nist/nonlinear", name + ".dat"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        List<double[]> parameters = lines.subList(0, DATA_FROM).stream()
                .filter(line -> line.matches("\\s*b\\d =.*"))
                .map(line -> numbers(line.substring(line.indexOf('=') + 1)))
                .toList();
        List<double[]> rows = lines.subList(DATA_FROM, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .map(NistNonlinear::numbers)
                .toList();
        double residual = lines.stream()
                .filter(line -> line.startsWith("Residual Standard Deviation"))
                .mapToDouble(line -> numbers(line.substring(line.indexOf(':') + 1))[0])
                .findFirst()
                .orElseThrow();
        return new NistNonlinear(
                name,
                java.util.Objects.requireNonNull(MODELS.get(name)),
                List.of(column(parameters, 0), column(parameters, 1)),
                column(parameters, 2),
                column(parameters, 3),
                residual,
                IntStream.range(0, rows.getFirst().length)
                        .mapToObj(k -> column(rows, k))
                        .toList());
    }

    private static double[] numbers(String text) {
        return List.of(text.strip().split("\\s+")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(row -> row[k]).toArray();
    }

    /** The fit as a program, from the first or the second start. */
    String program(int start) {
        List<String> names = IntStream.rangeClosed(1, certified.length)
                .mapToObj(j -> "b" + j)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("let "
                + IntStream.range(0, names.size())
                        .mapToObj(j -> names.get(j) + " = " + starts.get(start)[j])
                        .collect(Collectors.joining(", ")));
        List<String> data = columns.size() == 2 ? List.of("y", "x") : List.of("y", "x1", "x2");
        for (int k = 0; k < data.size(); k++) {
            lines.add(data.get(k) + " = "
                    + DoubleStream.of(columns.get(k))
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        String measured = name.equals("Nelson") ? "log(y)" : "y";
        lines.add("fit " + measured + " ~ " + model + " over " + String.join(", ", names));
        return String.join("\n", lines);
    }
}
