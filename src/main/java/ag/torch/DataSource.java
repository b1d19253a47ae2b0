package ag.torch;

import ag.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The samples in Python: read from their file, or written out. */
final class DataSource {
    private final DataSet data;
    private final TorchTraining.Samples samples;

    DataSource(TorchTraining.Samples samples) {
        this.samples = samples;
        data = samples.data();
    }

    boolean isFile() {
        return samples.file().isPresent() && named(data.inputNames()) && named(data.targetNames());
    }

    private static boolean named(List<String> names) {
        return !names.isEmpty()
                && names.stream().noneMatch(String::isBlank)
                && new HashSet<>(names).size() == names.size();
    }

    /** The file's name in quotes. */
    String path() {
        return PythonText.text(samples.file().orElseThrow().path());
    }

    /** Constants that the function needs. */
    String constants() {
        if (!isFile()) {
            return array("INPUTS", data.inputs(), data.inputWidth())
                    + array("TARGETS", data.targets(), data.targetWidth());
        }
        String names = tuple("INPUTS", data.inputNames()) + tuple("TARGETS", data.targetNames());
        return data.classNames().isEmpty() ? names : names + tuple("CLASSES", data.classNames());
    }

    private static String tuple(String name, List<String> texts) {
        return joined(PythonText.list(
                "", name + " = [", texts.stream().map(PythonText::text).toList(), "]"));
    }

    static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** A list of numbers, or of rows of them. */
    private static String array(String name, double[] numbers, int width) {
        return joined(PythonText.list("", name + " = [", rows(numbers, width), "]"));
    }

    private static List<String> rows(double[] numbers, int width) {
        if (width == 1) {
            return Arrays.stream(numbers).mapToObj(PythonText::real).toList();
        }
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += width) {
            List<String> row = IntStream.range(from, from + width)
                    .mapToObj(i -> PythonText.real(numbers[i]))
                    .toList();
            String line = "[" + String.join(", ", row) + "]";
            rows.add(
                    line.length() + PythonText.INDENT.length() + 1 <= PythonText.WIDTH
                            ? line
                            : "[\n" + String.join("\n", PythonText.filled("        ", row)) + "\n    ]");
        }
        return rows;
    }

    /** The function that gives inputs and targets. */
    String function() {
        if (!isFile()) {
            return """
                def samples():
                    ""\"Inputs and targets, a row for each sample.""\"
                    return %s, %s
                """.formatted(tensor("INPUTS", data.inputWidth()), tensor("TARGETS", data.targetWidth()));
        }
        char separator = samples.file().orElseThrow().options().separator();
        String delimiter = separator == ',' ? "" : ", delimiter=" + PythonText.text(Character.toString(separator));
        String target = data.classNames().isEmpty() ? "float(row[i])" : "float(CLASSES.index(row[i]))";
        return """
            def samples(path):
                ""\"Inputs and targets of a CSV file, a row for each sample.""\"
                with open(path, encoding="utf-8-sig", newline="") as file:
                    rows = [row for row in csv.reader(file%s) if row]
                names, *rows = [[value.strip() for value in row] for row in rows]
                inputs = [names.index(name) for name in INPUTS]
                targets = [names.index(name) for name in TARGETS]
                x = [[float(row[i]) for i in inputs] for row in rows]
                y = [[%s for i in targets] for row in rows]
                return torch.tensor(x), torch.tensor(y)
            """.formatted(delimiter, target);
    }

    private static String tensor(String name, int width) {
        return "torch.tensor(" + name + ")" + (width == 1 ? ".reshape(-1, 1)" : "");
    }

    /** {@code 100 samples: 2 inputs, 1 target}. */
    String describe() {
        return counted(data.size(), "sample") + ": " + counted(data.inputWidth(), "input") + ", "
                + counted(data.targetWidth(), "target");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
