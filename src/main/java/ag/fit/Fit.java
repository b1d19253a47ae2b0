package ag.fit;

import ag.fit.Polish.Polished;
import ag.fit.Problem.Point;
import java.util.Optional;

/**
 * A fit of a model to data.
 *
 * @param parameters where it ended
 * @param steps how many steps it took, from all starts together
 * @param ending why it stopped
 * @param starts from how many starts it was tried
 * @param from the start that led there
 */
public record Fit(double[] parameters, FitStatistics statistics, int steps, Ending ending, int starts, double[] from) {
    /** More digits do not make the residuals longer than by this share. */
    private static final double SAME = 1e-6;

    /**
     * Fits a model.
     *
     * @param start where the parameters stand
     * @param most how many steps may be taken from one start
     * @param elsewhere whether other starts are tried where that many steps lead to no minimum
     * @param pause called before each step; throws where the fit has to end
     */
    public static Fit of(Problem problem, double[] start, int most, boolean elsewhere, Runnable pause) {
        Starts.Best found = new Starts(problem, pause).run(start, most, elsewhere);
        Ending ending = found.outcome().ending();
        Point end = found.outcome().point();
        Optional<Polished> polished = ending.isGood()
                ? Polish.of(problem, end.parameters(), problem.held(end.parameters()), pause)
                : Optional.empty();
        Point best = polished.map(exact -> problem.at(exact.parameters()))
                .filter(exact -> exact.norm() <= end.norm() * (1 + SAME) || ending == Ending.EXACT)
                .orElse(end);
        FitStatistics statistics = FitStatistics.of(problem, best, polished);
        return new Fit(best.parameters(), statistics, found.steps(), ending, found.starts(), found.from());
    }
}
