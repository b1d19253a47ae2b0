package ag.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number that may be another one in each epoch: a literal where it is not, a function of the epoch where it has a formula, and a
 * list of values where it has none.
 *
 * @param use how the training asks for it
 * @param definition what stands before; empty for a literal
 * @param isConstant whether it is the same in all epochs
 */
record Series(String use, String definition, boolean isConstant) {
    /**
     * @param name what the function is called
     * @param says what the function gives, as a sentence
     * @param values those of the epochs
     */
    static Series of(String name, String says, double[] values, Optional<String> formula) {
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            return new Series(PythonText.number(values[0]), "", true);
        }
        String head = "def " + name + "(epoch, epochs):\n    \"\"\"" + says + " of an epoch, counted from 0.\"\"\"\n";
        String use = name + "(epoch, options.epochs)";
        if (formula.isPresent()) {
            return new Series(use, head + returned(formula.get()), false);
        }
        List<String> items = new ArrayList<>();
        for (double value : values) {
            items.add(PythonText.real(value));
        }
        List<String> lines = PythonText.list(PythonText.INDENT, "values = [", items, "]");
        return new Series(
                use, head + String.join("\n", lines) + "\n    return values[min(epoch, len(values) - 1)]\n", false);
    }

    private static String returned(String formula) {
        String line = "    return " + formula + "\n";
        return line.length() <= PythonText.WIDTH + 1 ? line : "    return (\n        " + formula + "\n    )\n";
    }
}
