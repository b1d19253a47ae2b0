package ag.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A formula as a function for PyTorch, with its gradient and the point at which it stood. */
public final class FormulaProgram {
    private static final Set<String> TAKEN =
            Set.of("json", "torch", "F", "print", "zip", "gradient", "main", "point", "name");

    private final TorchFormula formula;
    private final String name;
    private final List<String> names = new ArrayList<>();

    private FormulaProgram(TorchFormula formula) {
        this.formula = formula;
        name = PythonText.name(formula.name(), TAKEN);
        Set<String> taken = new HashSet<>(TAKEN);
        taken.add(name);
        for (TorchFormula.Variable variable : formula.variables()) {
            String free = PythonText.name(variable.name(), taken);
            taken.add(free);
            names.add(free);
        }
    }

    /**
     * The program.
     *
     * @throws NoTorchForm where something has no form in PyTorch
     */
    public static String of(TorchFormula formula) {
        return new FormulaProgram(formula).text();
    }

    private String text() {
        RecordedFunction.Body body = RecordedFunction.of(formula.recording(), inputs());
        TorchExpression result = body.results().getFirst();
        String value = result.isNumber() ? "torch.tensor(" + PythonText.real(result.text()) + ")" : result.text();
        String function = RecordedFunction.function(name, String.join(", ", names), documentation(), body, value);
        String point = DataSource.joined(PythonText.list(PythonText.INDENT, "point = {", values(), "}"));
        String functional = function.contains("F.") ? "import torch.nn.functional as F\n" : "";
        return """
            ""\"The formula %s as a function for PyTorch, with its gradient.

            Written by ag from %s; the numbers are the same.
            ""\"

            import json

            import torch
            %s

            %s

            def gradient(*point):
                ""\"The derivatives of %s by each of its arguments.""\"
                point = [torch.as_tensor(x).detach() for x in point]
                for x in point:
                    x.requires_grad_()
                value = %s(*point)
                return torch.autograd.grad(value, point, allow_unused=True)


            def main():
                ""\"Prints value and gradient at the point where it stood.""\"
                torch.set_default_dtype(torch.float64)
            %s    numbers = [torch.tensor(x) for x in point.values()]
                slopes = [
                    torch.zeros_like(x) if slope is None else slope
                    for x, slope in zip(numbers, gradient(*numbers))
                ]
                result = {
                    "value": %s(*numbers).item(),
                    "gradient": {
                        name: slope.tolist() for name, slope in zip(point, slopes)
                    },
                }
                print(json.dumps(result))


            if __name__ == "__main__":
                main()
            """.formatted(
                formula.name(), PythonText.origin(formula.origin()), functional, function, name, name, point, name);
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
            String of = names.get(i);
            TorchFormula.Variable variable = formula.variables().get(i);
            for (int k = 0; k < variable.values().length; k++) {
                inputs.add(
                        variable.columns() == 0
                                ? TorchExpression.name(of)
                                : variable.rows() == 0
                                        ? TorchExpression.whole(of + "[" + k + "]")
                                        : TorchExpression.whole(of + "[" + k / variable.columns() + ", "
                                                + k % variable.columns() + "]"));
            }
        }
        return inputs;
    }

    private List<String> values() {
        return IntStream.range(0, names.size())
                .mapToObj(i -> PythonText.text(names.get(i)) + ": "
                        + value(formula.variables().get(i)))
                .toList();
    }

    private static String value(TorchFormula.Variable variable) {
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
