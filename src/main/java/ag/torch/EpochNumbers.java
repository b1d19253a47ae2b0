package ag.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number that may be another one in each epoch: a literal where it is not, a function of the epoch where it has a formula, and a
 * list of values where it has none.
 *
 * @param literal the number; empty where it is not the same in all epochs
 * @param name what the function is called
 * @param definition what stands before; empty for a literal
 * @param counter what is counted: {@code epoch}, or {@code step}
 */
record EpochNumbers(String literal, String name, String definition, String counter) {
    static final String EPOCH = "epoch";
    static final String STEP = "step";

    /**
     * @param name what the function is called
     * @param says what the function gives, as a sentence
     * @param values those of the epochs
     */
    static EpochNumbers of(String name, String says, double[] values, Optional<String> formula) {
        return of(name, says, values, formula, EPOCH);
    }

    /** The same for what changes from step to step, where {@code counter} is that. */
    static EpochNumbers of(String name, String says, double[] values, Optional<String> formula, String counter) {
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            return new EpochNumbers(PythonText.number(values[0]), name, "", counter);
        }
        String head = "def " + name + "(" + counter + ", " + counter + "s):\n    \"\"\"" + says + " of "
                + (counter.equals(EPOCH) ? "an " : "a ") + counter + ", counted from 0.\"\"\"\n";
        if (formula.isPresent()) {
            return new EpochNumbers("", name, head + returned(formula.get()), counter);
        }
        List<String> items = new ArrayList<>();
        for (double value : values) {
            items.add(PythonText.real(value));
        }
        List<String> lines = PythonText.list(PythonText.INDENT, "values = [", items, "]");
        return new EpochNumbers(
                "",
                name,
                head + String.join("\n", lines) + "\n    return values[min(" + counter + ", len(values) - 1)]\n",
                counter);
    }

    /** What gradients are cut down to; nothing where they are not. */
    static Optional<EpochNumbers> clip(TorchTraining.Course course, boolean isNorm) {
        double[] limits = course.optimizers().stream()
                .mapToDouble(each ->
                        isNorm ? each.clipping().norm() : each.clipping().value())
                .toArray();
        boolean clips = Arrays.stream(limits).anyMatch(limit -> limit < Double.POSITIVE_INFINITY);
        return !clips
                ? Optional.empty()
                : Optional.of(
                        isNorm
                                ? of("clip_norm", "The longest gradient", limits, course.clipNorm())
                                : of("clip_value", "The largest number of a gradient", limits, course.clipValue()));
    }

    boolean isConstant() {
        return !literal.isEmpty();
    }

    /**
     * How it is asked for in an epoch.
     *
     * @param total the number of epochs, in Python
     */
    String use(String total) {
        return isConstant() ? literal : name + "(" + counter + ", " + total + ")";
    }

    private static String returned(String formula) {
        String line = "    return " + formula + "\n";
        return line.length() <= PythonText.WIDTH + 1 ? line : "    return (\n        " + formula + "\n    )\n";
    }
}
