package ag.result;

import java.util.List;

/** A step of the forward or of the backward pass. */
public sealed interface PassStep {
    /**
     * A value is computed.
     *
     * @param given whether it is an input, which nothing is computed for
     * @param operands what it is made from, constants aside
     */
    record Forward(String name, String expression, boolean given, double value, List<Given> operands)
            implements PassStep {
        public Forward {
            operands = List.copyOf(operands);
        }
    }

    /** The gradient of a step as the sum over everything that is made from it. */
    record Backward(String node, List<Contribution> contributions, double gradient) implements PassStep {
        public Backward {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * What one use of a step adds to its gradient: the gradient of what was made of it times the derivative between them.
     *
     * @param rule that derivative in names, where ∂L/∂a would say both it and the gradient; empty elsewhere
     */
    record Contribution(String user, double gradient, double factor, String rule) {}

    /** A name and its number. */
    record Given(String name, double value) {}
}
