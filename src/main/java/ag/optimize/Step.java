package ag.optimize;

/**
 * What a rule goes by when it takes a step.
 *
 * @param parameters where it stands; the rule moves them in place
 * @param loss the value there
 * @param gradient the gradient there; the rule may write over it
 * @param objective gives the value and the gradient at other points, for rules that search
 * @param box what the parameters must stay in; those of a rule that does not look at it are put back after the step
 */
public record Step(double[] parameters, double loss, double[] gradient, Objective objective, Box box) {
    /** A step without bounds. */
    public Step(double[] parameters, double loss, double[] gradient, Objective objective) {
        this(parameters, loss, gradient, objective, Box.NONE);
    }
}
