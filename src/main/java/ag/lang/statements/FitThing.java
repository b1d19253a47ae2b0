package ag.lang.statements;

import ag.fit.Fit;
import ag.lang.interpreter.WithMembers;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.OptimizationResult;
import ag.torch.TorchFormula.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last fit in the language: {@code fit.errors}, {@code plot fit}.
 *
 * @param weighted whether its samples had weights
 * @param parameters what was fitted, where it started
 * @param most how many steps it might have taken
 */
record FitThing(
        OptimizationResult.Fitted result,
        Fit fit,
        FitRecording.Recorded recorded,
        boolean weighted,
        List<Variable> parameters,
        int most)
        implements WithMembers {
    @Override
    public String kind() {
        return "fit";
    }

    @Override
    public @Nullable Datum member(Workspace workspace, String name) {
        return switch (name) {
            case "parameters" -> Tensor.vector(fit.parameters().clone());
            case "errors" -> Tensor.vector(fit.statistics().errors().clone());
            case "covariance" -> covariance();
            case "residual" -> new Datum.Num(fit.statistics().residual());
            case "degrees" -> new Datum.Num(fit.statistics().degrees());
            case "r_squared" -> new Datum.Num(fit.statistics().rSquared());
            case "steps" -> new Datum.Num(fit.steps());
            default -> null;
        };
    }

    private Tensor covariance() {
        int count = fit.parameters().length;
        double[] flat = new double[count * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(fit.statistics().covariance()[i], 0, flat, i * count, count);
        }
        return Tensor.matrix(count, count, flat);
    }

    @Override
    public List<String> members() {
        return List.of("parameters", "errors", "covariance", "residual", "degrees", "r_squared", "steps");
    }

    @Override
    public String toString() {
        return result.of() + ": " + result.ending();
    }
}
