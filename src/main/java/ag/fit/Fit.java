package ag.fit;

import ag.fit.Problem.Point;

/**
 * A fit of a model to data.
 *
 * @param parameters where it ended
 * @param steps how many steps it took, from all starts together
 * @param ending why it stopped
 * @param starts from how many starts it was tried
 */
public record Fit(double[] parameters, FitStatistics statistics, int steps, Ending ending, int starts) {
    /**
     * Fits a model.
     *
     * @param start where the parameters stand
     * @param most how many steps may be taken from one start
     * @param elsewhere whether other starts are tried where that many steps lead to no minimum
     * @param pause called before each step; throws where the fit has to end
     */
    public static Fit of(Problem problem, double[] start, int most, boolean elsewhere, Runnable pause) {
        Starts.Best best = new Starts(problem, pause).run(start, most, elsewhere);
        Ending ending = best.outcome().ending();
        Point end = best.outcome().point();
        if (ending == Ending.CONVERGED) {
            Point polished = problem.at(Polish.of(problem, end.parameters(), problem.held(end.parameters()), pause));
            end = polished.isFinite() ? polished : end;
        }
        return new Fit(end.parameters(), FitStatistics.of(problem, end), best.steps(), ending, best.starts());
    }
}
