package ag.torch;

import ag.fit.FitLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fit as a program for PyTorch: the model, its exact derivatives, and the Levenberg-Marquardt method with Moré's scaling. */
public final class FitProgram {
    private static final Set<String> TAKEN = Set.of("torch", "F", "p");

    private final TorchFit fit;
    private final List<String> parameters = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    private FitProgram(TorchFit fit) {
        this.fit = fit;
        Set<String> taken = new HashSet<>(TAKEN);
        fit.parameters().forEach(each -> parameters.add(free(each.name(), taken)));
        fit.columns().forEach(each -> columns.add(free(each.name(), taken)));
    }

    private static String free(String name, Set<String> taken) {
        String free = PythonText.name(name, taken);
        taken.add(free);
        return free;
    }

    /**
     * The program.
     *
     * @throws NoTorchForm where something has no form in PyTorch
     */
    public static String of(TorchFit fit) {
        return new FitProgram(fit).text();
    }

    private String text() {
        List<String> functions = new ArrayList<>();
        functions.add(model());
        functions.add(residuals());
        functions.add(losses());
        functions.add(linearized());
        functions.add(method());
        functions.add(errors());
        functions.add(main());
        String body = functions.stream().map(function -> "\n\n" + function).collect(Collectors.joining());
        return head(body) + body + "\n\nif __name__ == \"__main__\":\n    main()\n";
    }

    private String head(String body) {
        StringBuilder text = new StringBuilder("""
            ""\"The fit of a model to data as a program for PyTorch.

                %s

            Written by ag from %s.
            ""\"

            import json

            import torch
            %s
            STEPS = %d

            # What was measured%s.
            """.formatted(
                fit.title().replace("\\", "\\\\").replace("\"\"\"", "'''").replaceAll("\\s+", " "),
                PythonText.origin(fit.origin()),
                FormulaProgram.functional(body),
                fit.steps(),
                columns.isEmpty() ? "" : ", and what the model knows of each sample"));
        text.append(numbers("MEASURED", fit.measured()));
        if (!columns.isEmpty()) {
            text.append("DATA = {\n");
            for (int i = 0; i < columns.size(); i++) {
                TorchFormula.Variable column = fit.columns().get(i);
                List<String> items = column.rows() == 0
                        ? Arrays.stream(column.values())
                                .mapToObj(PythonText::real)
                                .toList()
                        : rows(column);
                PythonText.list(PythonText.INDENT, PythonText.text(columns.get(i)) + ": [", items, "],")
                        .forEach(line -> text.append(line).append('\n'));
            }
            text.append("}\n");
        }
        if (!fit.weights().areSame()) {
            text.append("# ")
                    .append(fit.weights().absolute() ? "1 by the error" : "The root of the weight")
                    .append(" of each sample.\n");
            text.append(numbers("ROOTS", fit.weights().roots()));
        }
        text.append("# Where the parameters start.\n");
        List<String> start = IntStream.range(0, parameters.size())
                .mapToObj(i -> PythonText.text(parameters.get(i)) + ": "
                        + FormulaSource.value(fit.parameters().get(i)))
                .toList();
        text.append(DataSource.joined(PythonText.list("", "START = {", start, "}")));
        if (fit.isBounded()) {
            text.append("# Between what each number stays.\n");
            text.append(numbers("LOW", fit.low()));
            text.append(numbers("HIGH", fit.high()));
        }
        return text.toString();
    }

    private static List<String> rows(TorchFormula.Variable column) {
        return IntStream.range(0, column.rows())
                .mapToObj(row -> Arrays.stream(column.values(), row * column.columns(), (row + 1) * column.columns())
                        .mapToObj(PythonText::real)
                        .collect(Collectors.joining(", ", "[", "]")))
                .toList();
    }

    private static String numbers(String name, double[] numbers) {
        List<String> items = Arrays.stream(numbers).mapToObj(PythonText::real).toList();
        return DataSource.joined(PythonText.list("", name + " = [", items, "]"));
    }

    private String model() {
        List<TorchExpression> inputs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            TorchFormula.Variable column = fit.columns().get(i);
            String name = columns.get(i);
            if (column.rows() == 0) {
                inputs.add(TorchExpression.name(name));
            } else {
                IntStream.range(0, column.columns())
                        .forEach(j -> inputs.add(TorchExpression.whole(name + "[:, " + j + "]")));
            }
        }
        for (int i = 0; i < parameters.size(); i++) {
            inputs.addAll(
                    FormulaSource.elements(parameters.get(i), fit.parameters().get(i)));
        }
        RecordedFunction.Body body = RecordedFunction.of(fit.model(), inputs);
        String arguments = Stream.concat(parameters.stream(), columns.stream()).collect(Collectors.joining(", "));
        return RecordedFunction.function(
                "model",
                arguments,
                "What the model says of each sample.",
                body,
                body.results().getFirst().text());
    }

    private String residuals() {
        List<String> lines = new ArrayList<>();
        lines.add("def residuals(p):");
        lines.add("    \"\"\"How far the model is from what was measured, for each sample.\"\"\"");
        int from = 0;
        for (int i = 0; i < parameters.size(); i++) {
            TorchFormula.Variable variable = fit.parameters().get(i);
            int to = from + variable.values().length;
            String shape = variable.rows() == 0 ? "" : ".reshape(" + variable.rows() + ", " + variable.columns() + ")";
            lines.add("    " + parameters.get(i) + " = p["
                    + (variable.columns() == 0 ? Integer.toString(from) : from + ":" + to) + "]" + shape);
            from = to;
        }
        for (String column : columns) {
            lines.add("    " + column + " = torch.tensor(DATA[" + PythonText.text(column) + "])");
        }
        List<String> arguments =
                Stream.concat(parameters.stream(), columns.stream()).toList();
        lines.addAll(PythonText.list("    ", "said = model(", arguments, ")"));
        lines.add(
                fit.weights().areSame()
                        ? "    return said - torch.tensor(MEASURED)"
                        : "    return (said - torch.tensor(MEASURED)) * torch.tensor(ROOTS)");
        return DataSource.joined(lines);
    }

    private String losses() {
        String says = "    \"\"\"What is made as small as it can be.\"\"\"\n";
        return switch (fit.loss()) {
            case FitLoss.Squares _ -> "def cost(p):\n" + says + "    return (residuals(p) ** 2).sum()\n";
            case FitLoss.Huber(double scale) -> """
                def cost(p):
                %s    z = (residuals(p) / %s) ** 2
                    return %s ** 2 * torch.where(z <= 1, z, 2 * z ** 0.5 - 1).sum()
                """.formatted(says, PythonText.number(scale), PythonText.number(scale));
            case FitLoss.SoftL1(double scale) ->
                """
                def cost(p):
                %s    z = (residuals(p) / %s) ** 2
                    return %s ** 2 * (2 * z / ((1 + z) ** 0.5 + 1)).sum()
                """.formatted(says, PythonText.number(scale), PythonText.number(scale));
        };
    }

    /** Residuals and Jacobian; of robust losses those whose squares behave as the losses do nearby. */
    private String linearized() {
        String begin = """
            def linearized(p):
                ""\"The residuals, and their derivatives by each parameter.""\"
                r = residuals(p)
                J = torch.autograd.functional.jacobian(residuals, p, vectorize=True)
            """;
        String slopes = switch (fit.loss()) {
            case FitLoss.Squares _ -> "";
            case FitLoss.Huber(double scale) -> """
                    z = (r / %s) ** 2
                    slope = torch.where(z <= 1, 1.0, z ** -0.5)
                    bend = torch.where(z <= 1, 0.0, -0.5 * z ** -1.5)
                """.formatted(PythonText.number(scale));
            case FitLoss.SoftL1(double scale) -> """
                    z = (r / %s) ** 2
                    slope = (1 + z) ** -0.5
                    bend = -0.5 * (1 + z) ** -1.5
                """.formatted(PythonText.number(scale));
        };
        String weighted = """
                factor = (slope + 2 * bend * z).clamp(min=2.0 ** -52).sqrt()
                return r * slope / factor, J * factor[:, None]
            """;
        return begin + (slopes.isEmpty() ? "    return r, J\n" : slopes + weighted);
    }

    private String method() {
        boolean bounded = fit.isBounded();
        String ends = bounded ? "    low, high = torch.tensor(LOW), torch.tensor(HIGH)\n" : "";
        String begin = bounded ? "    p = p.clamp(low, high)\n" : "";
        String held = bounded ? """
                    slope = r @ J
                    held = (p <= low) & (slope >= 0) | (p >= high) & (slope <= 0)
                    J = J * ~held
            """ : "";
        String there = bounded ? "(p + change[:, 0]).clamp(low, high)" : "p + change[:, 0]";
        return """
            def fit(p, steps=STEPS):
                ""\"The Levenberg-Marquardt method; gives parameters and steps.""\"
            %s%s    scale = torch.zeros_like(p)
                damping = 1e-3
                for step in range(steps):
                    r, J = linearized(p)
                    here = cost(p)
            %s        length = J.norm(dim=0)
                    scale = torch.maximum(scale, length)
                    scale[scale == 0] = 1
                    # What the parameters can still do about the residuals.
                    share = (r @ J).abs() / (length * here.sqrt()).clamp(min=1e-300)
                    if share.max() <= 1e-11:
                        return p, step
                    zeros = torch.zeros_like(p)
                    while True:
                        A = torch.cat([J, damping ** 0.5 * torch.diag(scale)])
                        b = torch.cat([-r, zeros])[:, None]
                        change = torch.linalg.lstsq(A, b).solution
                        there = %s
                        if cost(there) <= here * (1 + 1e-15):
                            break
                        damping *= 4
                        if damping > 1e20:
                            return p, step
                    damping = max(damping / 16, 1e-30)
                    p = there
                return p, steps
            """.formatted(ends, begin, held, there);
    }

    private String errors() {
        boolean bounded = fit.isBounded();
        String free = bounded ? """
                free = (p > torch.tensor(LOW)) & (p < torch.tensor(HIGH))
                J = J[:, free]
            """ : "";
        String variance = fit.weights().absolute() ? "" : "    variance = cost(p) / (J.shape[0] - J.shape[1])\n";
        String known = "(inverse ** 2).sum(1)" + (fit.weights().absolute() ? "" : " * variance");
        String last = bounded
                ? "    errors = torch.zeros_like(p)\n    errors[free] = (" + known + ").sqrt()\n    return errors\n"
                : "    return (" + known + ").sqrt()\n";
        return """
            def errors(p):
                ""\"The standard error of each parameter.""\"
                _, J = linearized(p)
            %s    inverse = torch.linalg.inv(torch.linalg.qr(J).R)
            %s%s\
            """.formatted(free, variance, last);
    }

    private String main() {
        boolean flat = fit.parameters().stream().allMatch(variable -> variable.columns() == 0);
        String start = flat
                ? "torch.tensor(list(START.values()))"
                : "torch.cat(\n        [torch.tensor(x).flatten() for x in START.values()]\n    )";
        String named = flat ? "dict(zip(START, p.tolist()))" : "named(p)";
        String errors = flat ? "dict(zip(START, errors(p).tolist()))" : "named(errors(p))";
        String shapes = flat ? "" : """
            def named(p):
                ""\"The numbers by the names of the parameters, in their shapes.""\"
                shapes = {name: torch.tensor(x) for name, x in START.items()}
                parts = p.split([x.numel() for x in shapes.values()])
                return {
                    name: part.reshape(x.shape).tolist()
                    for part, (name, x) in zip(parts, shapes.items())
                }


            """;
        return shapes + """
            def main():
                ""\"Prints the fitted parameters, and how well they are known.""\"
                torch.set_default_dtype(torch.float64)
                start = %s
                p, steps = fit(start)
                result = {
                    "parameters": %s,
                    "errors": %s,
                    "cost": cost(p).item(),
                    "steps": steps,
                }
                print(json.dumps(result))
            """.formatted(start, named, errors);
    }
}
