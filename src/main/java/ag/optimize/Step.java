package ag.optimize;

/**
 * What a rule goes by when it takes a step.
 *
 * @param parameters where it stands; the rule moves them in place
 * @param loss the value there
 * @param gradient the gradient there; the rule may write over it
 * @param objective gives the value and the gradient at other points, for rules that search
 */
public record Step(double[] parameters, double loss, double[] gradient, Objective objective) {}
