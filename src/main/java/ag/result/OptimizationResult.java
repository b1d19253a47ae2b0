package ag.result;

import ag.lang.source.Span;
import java.util.List;

/** Parameters for which a formula is smallest, or a model nearest to its data. */
public sealed interface OptimizationResult extends Result {
    /**
     * A minimization's course.
     *
     * @param losses the loss before each step, and that of the end
     * @param held its conditions, and the bounds that it ended at
     */
    record Minimized(
            String of, int steps, double[] losses, List<DerivativeResult.Slope> inputs, List<Held> held, Span span)
            implements OptimizationResult {
        public Minimized {
            held = List.copyOf(held);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A condition of a minimization at its end.
     *
     * @param slack how far it is from holding with nothing to spare
     * @param multiplier its Lagrange multiplier: by how much the lowest value falls for each unit that it gives way
     */
    record Held(String condition, double slack, double multiplier) {}

    /**
     * A model that was fitted to data.
     *
     * @param residual the residual standard deviation; NaN where there are as many parameters as samples
     * @param degrees the degrees of freedom
     * @param rSquared the share of the data's variance that the model explains; NaN where the data do not vary
     * @param starts from how many starts it was tried
     * @param converged whether the parameters are a minimum
     * @param ending why it stopped
     */
    record Fitted(
            String of,
            List<Parameter> parameters,
            double residual,
            int degrees,
            double rSquared,
            int steps,
            int starts,
            boolean converged,
            String ending,
            Span span)
            implements OptimizationResult {
        public Fitted {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter of a fit.
     *
     * @param error its standard error; NaN where there is none
     * @param held whether it stands at a bound
     */
    record Parameter(String name, double value, double error, boolean held) {}
}
