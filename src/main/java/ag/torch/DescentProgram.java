package ag.torch;

import ag.optimize.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A formula with its gradient, and the search for the point at which it is smallest, as a program for PyTorch. */
public final class DescentProgram {
    private final TorchDescent descent;
    private final FormulaSource source;
    private final OptimizerSource optimizer;
    private final Optional<EpochNumbers> clipNorm;
    private final Optional<EpochNumbers> clipValue;

    private DescentProgram(TorchDescent descent) {
        this.descent = descent;
        source = new FormulaSource(descent.formula(), PythonLibrary.TORCH);
        optimizer = new OptimizerSource(descent.course(), "inputs", "epochs");
        clipNorm = EpochNumbers.clip(descent.course(), true);
        clipValue = EpochNumbers.clip(descent.course(), false);
    }

    /**
     * The program.
     *
     * @throws NoTorchForm where something has no form in PyTorch
     */
    public static String of(TorchDescent descent) {
        return new DescentProgram(descent).text();
    }

    private String text() {
        List<String> ofSteps = new ArrayList<>(optimizer.definitions());
        clipNorm.filter(series -> !series.isConstant()).ifPresent(series -> ofSteps.add(series.definition()));
        clipValue.filter(series -> !series.isConstant()).ifPresent(series -> ofSteps.add(series.definition()));
        String stops = String.join("\n", descent.course().stops());
        List<String> functions = new ArrayList<>();
        functions.add(source.function());
        functions.add(FormulaProgram.gradient(source.name()));
        functions.addAll(ScheduleSource.calledIn(String.join("\n", ofSteps) + stops));
        functions.addAll(ofSteps);
        functions.add(minimize());
        functions.add(main());
        String body = functions.stream().map(function -> "\n\n" + function).collect(Collectors.joining());
        return head(body) + body + "\n\nif __name__ == \"__main__\":\n    main()\n";
    }

    private String head(String body) {
        TorchFormula formula = descent.formula();
        return """
            ""\"The formula %s for PyTorch, with its gradient and its lowest point.

            Written by ag from %s.
            ""\"

            import json
            %s
            import torch
            %s
            EPOCHS = %d

            # Where it starts.
            %s\
            """.formatted(
                        formula.name(),
                        PythonText.origin(formula.origin()),
                        body.contains("math.") ? "import math\n" : "",
                        FormulaProgram.functional(body),
                        descent.steps(),
                        source.point("", "POINT"));
    }

    private boolean searches() {
        return descent.course().optimizers().getFirst().rule().needs() == Needs.SEARCH;
    }

    private List<String> changed() {
        return descent.changed().stream()
                .map(each -> source.names().get(descent.formula().variables().indexOf(each.variable())))
                .toList();
    }

    private String minimize() {
        List<String> lines = new ArrayList<>();
        lines.add("def minimize(point, epochs=EPOCHS):");
        lines.add("    \"\"\"The point where " + source.name() + " is smallest, and its values on the way.\"\"\"");
        lines.add("    point = {name: torch.tensor(x) for name, x in point.items()}");
        boolean all = changed().equals(source.names());
        if (all) {
            lines.add("    inputs = [x.requires_grad_() for x in point.values()]");
        } else {
            lines.addAll(PythonText.list(
                    "    ",
                    "inputs = [",
                    changed().stream()
                            .map(name -> "point[\"" + name + "\"].requires_grad_()")
                            .toList(),
                    "]"));
        }
        bounds(lines);
        lines.addAll(optimizer.construction("    "));
        lines.add("    values = []");
        if (searches()) {
            lines.add("");
            lines.add("    def closure():");
            lines.add("        optimizer.zero_grad()");
            lines.add("        value = " + source.name() + "(**point)");
            lines.add("        value.backward()");
            lines.add("        return value");
            lines.add("");
        }
        boolean counts = !optimizer.updates("").isEmpty()
                || clipNorm.filter(series -> !series.isConstant()).isPresent()
                || clipValue.filter(series -> !series.isConstant()).isPresent()
                || descent.course().stops().stream().anyMatch(stop -> stop.matches(".*\\bepoch\\b.*"));
        lines.add("    for " + (counts ? "epoch" : "_") + " in range(epochs):");
        lines.addAll(optimizer.updates("        "));
        if (searches()) {
            lines.add("        before = [x.detach().clone() for x in inputs]");
            lines.add("        values.append(optimizer.step(closure).item())");
            lines.add("        if all(map(torch.equal, inputs, before)):");
            lines.add("            break");
        } else {
            step(lines);
        }
        stops(lines);
        lines.add("    with torch.no_grad():");
        lines.add("        values.append(" + source.name() + "(**point).item())");
        lines.add("    return {name: x.detach() for name, x in point.items()}, values");
        return DataSource.joined(lines);
    }

    private void step(List<String> lines) {
        lines.add("        optimizer.zero_grad()");
        lines.add("        value = " + source.name() + "(**point)");
        lines.add("        " + (optimizer.negates() ? "(-value).backward()" : "value.backward()"));
        clipValue.ifPresent(
                limit -> lines.add("        torch.nn.utils.clip_grad_value_(inputs, " + limit.use("epochs") + ")"));
        clipNorm.ifPresent(
                limit -> lines.add("        torch.nn.utils.clip_grad_norm_(inputs, " + limit.use("epochs") + ")"));
        lines.add("        optimizer.step()");
        if (isBounded()) {
            lines.add("        with torch.no_grad():");
            lines.add("            for x, least, most in zip(inputs, low, high):");
            lines.add("                x.copy_(x.clamp(least, most))");
        }
        lines.add("        values.append(value.item())");
    }

    private boolean isBounded() {
        return descent.changed().stream().anyMatch(TorchDescent.Changed::isBounded);
    }

    private void bounds(List<String> lines) {
        if (!isBounded()) {
            return;
        }
        for (boolean isLow : new boolean[] {true, false}) {
            List<String> items = descent.changed().stream()
                    .map(each ->
                            "torch.tensor(" + FormulaSource.value(with(each, isLow ? each.low() : each.high())) + ")")
                    .toList();
            lines.addAll(PythonText.list("    ", (isLow ? "low" : "high") + " = [", items, "]"));
        }
    }

    private static TorchFormula.Variable with(TorchDescent.Changed each, double[] values) {
        return new TorchFormula.Variable(
                each.variable().name(), each.variable().rows(), each.variable().columns(), values);
    }

    private void stops(List<String> lines) {
        List<String> stops = descent.course().stops();
        if (stops.stream().anyMatch(stop -> stop.matches(".*\\bloss\\b.*"))) {
            lines.add("        loss = values[-1]");
        }
        for (String stop : stops) {
            lines.add("        if " + stop + ":");
            lines.add("            break");
        }
    }

    private String main() {
        return """
            def main():
                ""\"Prints the lowest point, with value and gradient there.""\"
                torch.set_default_dtype(torch.float64)
                point, values = minimize(POINT)
                slopes = gradient(*point.values())
                result = {
                    "value": values[-1],
                    "steps": len(values) - 1,
                    "point": {name: x.tolist() for name, x in point.items()},
                    "gradient": {
                        name: slope.tolist() for name, slope in zip(point, slopes)
                    },
                }
                print(json.dumps(result))
            """;
    }
}
