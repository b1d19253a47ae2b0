package ag.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any bytes as a CSV file. The first line is how it is asked for, such as {@code inputs = ["a"], target = "b"}. */
public final class CsvTarget {
    private CsvTarget() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String arguments = new String(bytes, 0, end, StandardCharsets.UTF_8).replace('\r', ' ');
        byte[] content = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
        try (Trial trial = new Trial()) {
            trial.file("table.csv", content);
            trial.run("data d = csv(\"table.csv\"" + (arguments.isBlank() ? "" : ", " + arguments) + ")\n"
                    + "len(d); d.inputs; d.targets; standardize(d)");
        }
    }
}
