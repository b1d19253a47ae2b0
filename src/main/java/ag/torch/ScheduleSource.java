package ag.torch;

import ag.optimize.RateSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learning-rate schedules as functions of a Python program, with the arguments that they have in the language. */
final class ScheduleSource {
    private ScheduleSource() {}

    /** Whether a schedule has this name. */
    static boolean has(String name) {
        return Arrays.stream(RateSchedule.values())
                .anyMatch(row -> row.written().equals(name));
    }

    /** The definitions of those that a text in Python calls. */
    static List<String> calledIn(String python) {
        return Arrays.stream(RateSchedule.values())
                .filter(row -> python.contains(row.written() + "("))
                .map(ScheduleSource::definition)
                .toList();
    }

    private static String definition(RateSchedule row) {
        List<String> parameters = List.of(row.parameters().replace(" = ", "=").split(", ", -1));
        List<String> lines = new ArrayList<>(PythonText.list("", "def " + row.written() + "(", parameters, "):"));
        lines.add(PythonText.INDENT + "\"\"\"The rate of torch.optim.lr_scheduler." + row.torch() + ".\"\"\"");
        row.python().forEach(line -> lines.add(PythonText.INDENT + line));
        return String.join("\n", lines) + "\n";
    }
}
