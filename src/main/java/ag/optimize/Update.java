package ag.optimize;

/** How a rule moves parameters. */
@FunctionalInterface
public interface Update {
    /**
     * Takes one step: changes the parameters and the state in place. What the objective throws passes through, with parameters and
     * state as they were.
     *
     * @param arguments the rule's arguments
     */
    Progress take(Optimizer arguments, Step step, OptimizerState state);
}
