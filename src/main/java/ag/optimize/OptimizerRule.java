package ag.optimize;

import java.util.Arrays;
import java.util.List;

/**
 * A row of the table of optimizers.
 *
 * @param name what it is written with in a program
 * @param summary what it does and when it is good, for help
 * @param formula its step, in the letters of {@link Optimizers}
 * @param source who described it, and when
 * @param arguments in the order in which they may be given without names
 * @param needs what it asks of the function
 * @param torch what it is in PyTorch
 * @param update its step as code
 */
public record OptimizerRule(
        String name,
        String summary,
        String formula,
        String source,
        List<Argument> arguments,
        Needs needs,
        TorchForm torch,
        Update update) {
    public OptimizerRule {
        arguments = List.copyOf(arguments);
    }

    /** The rule with its arguments left out; those that must be given are NaN. */
    public Optimizer standard() {
        double[] values = new double[arguments.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = arguments.get(k).standard().orElse(Double.NaN);
        }
        return new Optimizer(this, values);
    }

    /** How it is called, with what is left out: {@code sgd(lr, momentum = 0)}. */
    public List<String> signature() {
        return arguments.stream().map(OptimizerRule::written).toList();
    }

    /** A line that uses it: {@code sgd(lr = 0.1)}, or the name alone where nothing must be given. */
    public String example() {
        List<String> needed = arguments.stream()
                .filter(argument -> argument.standard().isEmpty())
                .map(argument -> argument.name() + " = 0.01")
                .toList();
        return needed.isEmpty() ? name : name + "(" + String.join(", ", needed) + ")";
    }

    private static String written(Argument argument) {
        if (argument.standard().isEmpty()) {
            return argument.name();
        }
        double standard = argument.standard().getAsDouble();
        return argument.name() + " = "
                + (argument.range() == ArgumentRange.TRUTH ? (standard == 1 ? "true" : "false") : number(standard));
    }

    private static String number(double x) {
        return x == (long) x && Math.abs(x) < 1e7
                ? Long.toString((long) x)
                : Double.toString(x).replace(".0E", "E").replace('E', 'e');
    }

    /** Where an argument stands, by its name: every step asks for some, and comparing all of a record takes longer than a small step. */
    int place(Argument argument) {
        for (int place = 0; place < arguments.size(); place++) {
            if (arguments.get(place).name().equals(argument.name())) {
                return place;
            }
        }
        throw new IllegalArgumentException(name + " has no argument " + argument.name());
    }

    /** The argument of this name, which the rule must have. */
    Argument argument(String called) {
        return arguments.stream()
                .filter(argument -> argument.name().equals(called))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " takes " + Arrays.toString(signature().toArray())));
    }
}
