package ag.optimize;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A rule with its arguments. It is only that, so each epoch may bring another one of the same rule; what the rule remembers is in its
 * {@link OptimizerState}.
 *
 * <pre>{@code
 * Optimizer adam = Optimizer.of("adam").with("lr", 0.01);
 * adam.step(new Step(parameters, loss, gradient, objective), state);
 * }</pre>
 */
public final class Optimizer {
    private final OptimizerRule rule;
    private final double[] values;
    private final Clipping clipping;

    Optimizer(OptimizerRule rule, double[] values) {
        this(rule, values, Clipping.NONE);
    }

    private Optimizer(OptimizerRule rule, double[] values, Clipping clipping) {
        this.rule = rule;
        this.values = values;
        this.clipping = clipping;
    }

    /** The same with gradients cut down before each step. */
    public Optimizer clipped(Clipping to) {
        return new Optimizer(rule, values, to);
    }

    /** The rule of this name, with what its arguments are when left out. */
    public static Optimizer of(String name) {
        return Optimizers.find(name)
                .orElseThrow(() -> new IllegalArgumentException("no optimizer is called " + name))
                .standard();
    }

    /** The same with another value for an argument; 1 and 0 stand for true and false. */
    public Optimizer with(String argument, double value) {
        return with(rule.argument(argument), value);
    }

    /** The same with another value for an argument of its rule, which must be in its range. */
    public Optimizer with(Argument argument, double value) {
        if (!argument.range().contains(value)) {
            throw new IllegalArgumentException(
                    argument.name() + " is " + argument.range().words() + ", not " + value);
        }
        double[] changed = values.clone();
        changed[rule.place(argument)] = value;
        return new Optimizer(rule, changed, clipping);
    }

    /** The same with all arguments taken from elsewhere, each in its range. */
    public static Optimizer of(OptimizerRule rule, ToDoubleFunction<Argument> value) {
        Optimizer optimizer = rule.standard();
        for (Argument argument : rule.arguments()) {
            optimizer = optimizer.with(argument, value.applyAsDouble(argument));
        }
        return optimizer;
    }

    /** Whether it does the same as another of its rule: asked in every epoch, so by numbers alone. */
    public boolean isSame(Optimizer other) {
        return Arrays.equals(values, other.values)
                && clipping.value() == other.clipping.value()
                && clipping.norm() == other.clipping.norm();
    }

    /** What gradients are cut down to before each step. */
    public Clipping clipping() {
        return clipping;
    }

    public OptimizerRule rule() {
        return rule;
    }

    /** The name it is written with in a program. */
    public String name() {
        return rule.name();
    }

    /** Whether it goes up instead of down. */
    public boolean maximizes() {
        return rule.arguments().contains(Argument.MAXIMIZE) && truth(Argument.MAXIMIZE);
    }

    /** The value of an argument. */
    public double number(Argument argument) {
        return values[rule.place(argument)];
    }

    boolean truth(Argument argument) {
        return number(argument) != 0;
    }

    /** Takes one step: changes the parameters and the state in place; the gradient may be written over. */
    public Progress step(Step step, OptimizerState state) {
        clipping.cut(step.gradient());
        return rule.update().take(this, step, state);
    }

    /** A step of a rule that needs nothing but the gradient. */
    public void step(double[] parameters, double[] gradient, OptimizerState state) {
        step(
                new Step(parameters, Double.NaN, gradient, (_, _) -> {
                    throw new IllegalStateException(name() + " asks for the loss again");
                }),
                state);
    }

    /**
     * The gradient that most rules go by: turned around where they go up, and with weight decay added. In place.
     */
    double[] gradient(Step step) {
        double[] gradient = step.gradient();
        if (truth(Argument.MAXIMIZE)) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = -gradient[i];
            }
        }
        return gradient;
    }

    /** The same with {@code weight_decay·p} added. */
    double[] decayedGradient(Step step) {
        double[] gradient = gradient(step);
        double decay = number(Argument.WEIGHT_DECAY);
        if (decay != 0) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += decay * step.parameters()[i];
            }
        }
        return gradient;
    }
}
