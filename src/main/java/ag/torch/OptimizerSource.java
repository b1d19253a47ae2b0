package ag.torch;

import ag.optimize.Argument;
import ag.optimize.Argument.Torch;
import ag.optimize.ArgumentRange;
import ag.optimize.Optimizer;
import ag.optimize.OptimizerRule;
import ag.optimize.TorchForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An optimizer of PyTorch with its arguments, and those that are set again for each epoch. */
final class OptimizerSource {
    private final TorchTraining.Course course;
    private final OptimizerRule rule;
    private final List<String> definitions = new ArrayList<>();
    /** The keywords of PyTorch, as they are at the start. */
    private final Map<String, String> keywords = new LinkedHashMap<>();
    /** Those of them that change. */
    private final Map<String, String> changing = new LinkedHashMap<>();

    private final String parameters;
    private final String total;

    /**
     * @param parameters what it changes, in Python
     * @param total the number of epochs, in Python
     */
    OptimizerSource(TorchTraining.Course course, String parameters, String total) {
        this.course = course;
        this.parameters = parameters;
        this.total = course.bySteps() ? "steps" : total;
        rule = course.optimizers().getFirst().rule();
        rule.arguments().forEach(this::argument);
    }

    private TorchForm form() {
        return rule.torch();
    }

    private void argument(Argument argument) {
        EpochNumbers series = series(argument);
        if (!series.definition().isEmpty()) {
            definitions.add(series.definition());
        }
        double value = first().number(argument);
        boolean left = form().sameStandards()
                && series.isConstant()
                && argument.standard().isPresent()
                && argument.standard().getAsDouble() == value;
        switch (argument.torch()) {
            case Torch.Keyword _ when argument.equals(Argument.MAXIMIZE) && !form().maximizes() -> {}
            case Torch.Keyword keyword -> put(left, keyword.name(), written(argument, value), series);
            case Torch.Choice choice -> {
                if (value != 0) {
                    int sign = choice.written().indexOf('=');
                    put(
                            false,
                            choice.written().substring(0, sign),
                            choice.written().substring(sign + 1),
                            series);
                }
            }
            case Torch.InPair pair -> {
                if (pair.place() == 0) {
                    pair(pair.name());
                }
            }
        }
    }

    private void put(boolean left, String keyword, String value, EpochNumbers series) {
        if (!left) {
            keywords.put(keyword, value);
        }
        if (!series.isConstant()) {
            changing.put(keyword, series.use(total));
        }
    }

    /** Both numbers of a pair, where one of them is not what it is when left out. */
    private void pair(String name) {
        List<Argument> both = rule.arguments().stream()
                .filter(argument -> argument.torch() instanceof Torch.InPair pair
                        && pair.name().equals(name))
                .toList();
        boolean left = both.stream()
                .allMatch(argument -> series(argument).isConstant()
                        && argument.standard().orElse(Double.NaN) == first().number(argument));
        if (left) {
            return;
        }
        keywords.put(
                name,
                both.stream()
                        .map(argument -> written(argument, first().number(argument)))
                        .collect(Collectors.joining(", ", "(", ")")));
        if (both.stream().anyMatch(argument -> !series(argument).isConstant())) {
            changing.put(
                    name,
                    both.stream()
                            .map(argument -> series(argument).use(total))
                            .collect(Collectors.joining(", ", "(", ")")));
        }
    }

    private static String written(Argument argument, double value) {
        return argument.range() == ArgumentRange.TRUTH ? (value == 1 ? "True" : "False") : PythonText.number(value);
    }

    private EpochNumbers series(Argument argument) {
        double[] values = course.optimizers().stream()
                .mapToDouble(optimizer -> optimizer.number(argument))
                .toArray();
        boolean isRate = argument.name().equals("lr");
        return EpochNumbers.of(
                isRate ? "learning_rate" : argument.name(),
                isRate ? "The learning rate" : "The optimizer's " + argument.name(),
                values,
                Optional.ofNullable(course.formulas().get(argument)),
                course.bySteps() ? EpochNumbers.STEP : EpochNumbers.EPOCH);
    }

    private Optimizer first() {
        return course.optimizers().getFirst();
    }

    /** Functions of the epoch. */
    List<String> definitions() {
        return definitions;
    }

    /** The line that makes it. */
    List<String> construction(String indent) {
        List<String> arguments = new ArrayList<>();
        arguments.add(parameters);
        keywords.forEach((keyword, value) -> arguments.add(keyword + "=" + value));
        if (!form().fixed().isEmpty()) {
            arguments.add(form().fixed());
        }
        return PythonText.list(indent, "optimizer = torch.optim." + form().name() + "(", arguments, ")");
    }

    /** What sets arguments before each epoch, or before each step; empty where none changes. */
    List<String> updates(String indent) {
        List<String> lines = new ArrayList<>();
        if (!changing.isEmpty()) {
            lines.add(indent + "for group in optimizer.param_groups:");
            changing.forEach(
                    (keyword, use) -> lines.add(indent + PythonText.INDENT + "group[\"" + keyword + "\"] = " + use));
        }
        return lines;
    }

    /** Whether the loss is negated because the optimizer only goes down. */
    boolean negates() {
        return first().maximizes() && !form().maximizes();
    }
}
