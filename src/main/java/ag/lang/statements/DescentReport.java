package ag.lang.statements;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.optimize.Minimizer;
import ag.result.Numerals;
import ag.result.Result;
import java.util.List;
import java.util.Optional;

/** The messages about a minimization that did not end at a minimum. */
record DescentReport(Minimization minimization, Minimizer minimizer, int before) {
    /** A condition that is violated by more than this does not hold. */
    private static final double MISSED = 1e-6;

    private int steps() {
        return before + minimizer.steps();
    }

    /** A value of this size was not on the way to a point at which conditions hold. */
    private static final double ENORMOUS = 1e15;

    /** How many steps lead to the best point. */
    int bestStep() {
        return before + minimizer.bestStep();
    }

    Optional<Diagnostic> problem(Minimizer.Outcome outcome) {
        String where =
                steps() == 0 ? "where the inputs stand" : "after " + steps() + (steps() == 1 ? " step" : " steps");
        String kept = bestStep() == 0
                ? "the inputs are as they were"
                : "the inputs are those of step " + bestStep() + ", the best so far";
        return switch (outcome) {
            case MOVED, SETTLED -> Optional.empty();
            case DIVERGED ->
                Optional.of(new Diagnostic(
                        ErrorCode.DIVERGED,
                        steps() == 0
                                ? "'" + minimization.of().text() + "' has no number " + where
                                : "it runs away: " + where + " '"
                                        + minimization.of().text() + "' is " + Numerals.shortest(minimizer.loss()),
                        minimization.optimizer().span(),
                        steps() == 0
                                ? "give the inputs other values with set, from which it has one"
                                : "the steps grew too large. Try a smaller learning rate; " + kept));
            case ENDLESS ->
                Optional.of(new Diagnostic(
                        ErrorCode.DIVERGED,
                        "'" + minimization.of().text() + "' falls without end: " + where + " it is "
                                + Numerals.shortest(minimizer.loss()),
                        minimization.of().span(),
                        "there is no lowest point; " + kept));
            case NO_GRADIENT ->
                Optional.of(new Diagnostic(
                        ErrorCode.DIVERGED,
                        "'" + minimization.of().text() + "' has no finite gradient " + where,
                        minimization.of().span(),
                        "start from other values, or go by values alone: optimizer nelder_mead; " + kept));
        };
    }

    /**
     * The condition that is violated most, if one is.
     *
     * @param off by how much each is off
     */
    Optional<Diagnostic> missed(double[] off, List<Constraint> owners) {
        int worst = 0;
        for (int i = 1; i < off.length; i++) {
            worst = off[i] > off[worst] ? i : worst;
        }
        if (off.length == 0 || off[worst] <= MISSED) {
            return Optional.empty();
        }
        Constraint condition = owners.get(worst);
        if (Math.abs(minimizer.loss()) > ENORMOUS) {
            return Optional.of(new Diagnostic(
                    ErrorCode.DIVERGED,
                    "'" + minimization.of().text() + "' falls without end where the conditions hold",
                    minimization.of().span(),
                    "give the inputs bounds too, with in: over x in -10..10"));
        }
        return Optional.of(new Diagnostic(
                ErrorCode.CONDITION_MISSED,
                "after " + steps() + " steps '" + condition.text() + "' is off by " + Numerals.shortest(off[worst]),
                condition.span(),
                "start from other values, or take more steps; it may be that no point fulfils all conditions"));
    }

    /** What is worth knowing where it ended without a mistake. */
    Optional<Result.Note> note(Minimizer.Outcome ending, boolean ranOut) {
        if (ending == Minimizer.Outcome.SETTLED && steps() == 0 && !minimization.isBound()) {
            return Optional.of(new Result.Note(
                    "it began where no step leads down: the gradient there is 0, or too small to tell the way;"
                            + " optimizer nelder_mead goes by values alone",
                    minimization.of().span()));
        }
        if (ranOut && minimization.optimizer().needs().settles() && ending == Minimizer.Outcome.MOVED) {
            return Optional.of(new Result.Note(
                    "it has not arrived after " + steps() + " steps; write steps " + 10L * steps() + " to let it go on",
                    minimization.optimizer().span()));
        }
        return Optional.empty();
    }
}
