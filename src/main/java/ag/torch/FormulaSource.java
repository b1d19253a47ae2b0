package ag.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A formula as a function of Python, and the point at which it stands. */
final class FormulaSource {
    private static final Set<String> TAKEN = Set.of(
            "json",
            "torch",
            "jax",
            "jnp",
            "nn",
            "F",
            "print",
            "zip",
            "all",
            "map",
            "range",
            "max",
            "min",
            "math",
            "gradient",
            "minimize",
            "main",
            "point",
            "name",
            "x",
            "value",
            "epoch",
            "epochs",
            "loss",
            "optimizer",
            "inputs",
            "low",
            "high",
            "before",
            "values",
            "group",
            "learning_rate",
            "clip_norm",
            "clip_value",
            "EPOCHS",
            "result",
            "slopes",
            "numbers",
            "slope",
            "closure");

    private final PythonLibrary library;
    private final TorchFormula formula;
    private final String name;
    private final List<String> names = new ArrayList<>();

    FormulaSource(TorchFormula formula, PythonLibrary library) {
        this.library = library;
        this.formula = formula;
        // Arguments hide other names only within the function.
        Set<String> taken = new HashSet<>(Set.of("torch", "jax", "jnp", "F"));
        name = PythonText.name(formula.name(), TAKEN);
        taken.add(name);
        for (TorchFormula.Variable variable : formula.variables()) {
            String free = PythonText.name(variable.name(), taken);
            taken.add(free);
            names.add(free);
        }
    }

    /** What the function is called. */
    String name() {
        return name;
    }

    /** What its arguments are called. */
    List<String> names() {
        return names;
    }

    /** The function. */
    String function() {
        RecordedFunction.Body body = RecordedFunction.of(library, formula.recording(), inputs());
        TorchExpression result = body.results().getFirst();
        String value = result.isNumber() ? "torch.tensor(" + PythonText.real(result.text()) + ")" : result.text();
        return RecordedFunction.function(name, String.join(", ", names), documentation(), body, library.text(value));
    }

    private String documentation() {
        String text = formula.text().strip();
        boolean fits = !text.isEmpty()
                && text.length() < 60
                && text.indexOf('\n') < 0
                && text.indexOf('"') < 0
                && text.indexOf('\\') < 0;
        return fits ? formula.name() + " = " + text : "The formula " + formula.name() + ".";
    }

    private List<TorchExpression> inputs() {
        List<TorchExpression> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            inputs.addAll(elements(names.get(i), formula.variables().get(i)));
        }
        return inputs;
    }

    /** The numbers of a variable, one after the other. */
    static List<TorchExpression> elements(String of, TorchFormula.Variable variable) {
        List<TorchExpression> elements = new ArrayList<>();
        for (int k = 0; k < variable.values().length; k++) {
            elements.add(
                    variable.columns() == 0
                            ? TorchExpression.name(of)
                            : variable.rows() == 0
                                    ? TorchExpression.whole(of + "[" + k + "]")
                                    : TorchExpression.whole(
                                            of + "[" + k / variable.columns() + ", " + k % variable.columns() + "]"));
        }
        return elements;
    }

    /** The line, or lines, that give the point a name. */
    String point(String indent, String called) {
        List<String> values = IntStream.range(0, names.size())
                .mapToObj(i -> PythonText.text(names.get(i)) + ": "
                        + value(formula.variables().get(i)))
                .toList();
        return DataSource.joined(PythonText.list(indent, called + " = {", values, "}"));
    }

    /** Numbers as Python writes them, in the variable's shape. */
    static String value(TorchFormula.Variable variable) {
        List<String> numbers =
                Arrays.stream(variable.values()).mapToObj(PythonText::real).toList();
        if (variable.columns() == 0) {
            return numbers.getFirst();
        }
        if (variable.rows() == 0) {
            return "[" + String.join(", ", numbers) + "]";
        }
        return IntStream.range(0, variable.rows())
                .mapToObj(row -> "["
                        + String.join(", ", numbers.subList(row * variable.columns(), (row + 1) * variable.columns()))
                        + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
