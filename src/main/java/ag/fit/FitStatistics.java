package ag.fit;

import ag.fit.Polish.Polished;
import ag.fit.Problem.Linearized;
import ag.fit.Problem.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How well a fit is known.
 *
 * @param errors the standard error of each parameter: 0 for one held at a bound, NaN where the data do not determine it
 * @param covariance of the parameters, row by row; NaN where they are not determined
 * @param residual the residual standard deviation; NaN where there are as many parameters as samples
 * @param degrees how many samples there are beyond the free parameters
 * @param rSquared the share of the data's variance that the model explains; NaN where the data do not vary, and for robust losses
 * @param held which parameters stand at a bound
 * @param loose which parameters the data do not determine
 */
public record FitStatistics(
        double[] errors,
        double[][] covariance,
        double residual,
        int degrees,
        double rSquared,
        List<Integer> held,
        List<Integer> loose) {

    /** @param polished the same minimum with more digits, where it could be had */
    static FitStatistics of(Problem problem, Point at, Optional<Polished> polished) {
        Linearized near = problem.linearize(at);
        int count = problem.parameterCount();
        boolean[] held = problem.held(at.parameters());
        Rank rank = Rank.of(near.jacobian(), held);
        int degrees = problem.data().length - rank.free().size();
        double norm = polished.map(Polished::norm).orElse(at.norm());
        double residual = degrees > 0 ? norm / Math.sqrt(degrees) : Double.NaN;
        // Known errors are taken as they are; others are told from how far the samples lie off.
        double error = problem.absolute() ? 1 : residual;
        double[][] covariance = new double[count][count];
        if (polished.isPresent() && rank.isFull()) {
            double[][] inverse = polished.get().inverse();
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    covariance[i][j] = inverse[i][j] * error * error;
                }
            }
        } else if (rank.isFull()) {
            fill(covariance, near.jacobian(), rank.free(), error);
        } else {
            rank.free().forEach(i -> rank.free().forEach(j -> covariance[i][j] = Double.NaN));
        }
        double[] errors = new double[count];
        Arrays.setAll(errors, j -> Math.sqrt(covariance[j][j]));
        List<Integer> fixed = java.util.stream.IntStream.range(0, count)
                .filter(j -> held[j])
                .boxed()
                .toList();
        return new FitStatistics(errors, covariance, residual, degrees, rSquared(problem, at), fixed, rank.loose());
    }

    private static void fill(double[][] covariance, double[][] jacobian, List<Integer> free, double error) {
        int count = free.size();
        double[] lengths = new double[count];
        double[][] units = new double[count][];
        for (int k = 0; k < count; k++) {
            double[] column = jacobian[free.get(k)].clone();
            double length = Norms.of(column);
            lengths[k] = length;
            Arrays.setAll(column, i -> column[i] / length);
            units[k] = column;
        }
        if (count == 0) {
            return;
        }
        double[][] inverse = Qr.of(units, units[0].length).inverseProduct();
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < count; m++) {
                covariance[free.get(k)][free.get(m)] = inverse[k][m] * (error / lengths[k]) * (error / lengths[m]);
            }
        }
    }

    private static double rSquared(Problem problem, Point at) {
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < problem.data().length; i++) {
            double weight = problem.roots()[i] * problem.roots()[i];
            weights += weight;
            sum += weight * problem.data()[i];
        }
        double mean = sum / weights;
        double total = 0;
        double rest = 0;
        for (int i = 0; i < problem.data().length; i++) {
            double part = (problem.data()[i] - mean) * problem.roots()[i];
            total += part * part;
            rest += at.residuals()[i] * at.residuals()[i];
        }
        return total == 0 || !(problem.loss() instanceof FitLoss.Squares) ? Double.NaN : 1 - rest / total;
    }
}
