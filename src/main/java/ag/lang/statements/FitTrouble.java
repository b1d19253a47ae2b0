package ag.lang.statements;

import ag.fit.Fit;
import ag.fit.Model;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a fit, in words. */
record FitTrouble(FitStatement fit, List<String> names) {
    AgException sizes(int samples, Datum said) {
        return new AgException(
                ErrorCode.SHAPE_MISMATCH,
                "'" + fit.data().text() + "' has " + samples + (samples == 1 ? " number" : " numbers") + ", and '"
                        + fit.model().text() + "' is " + Kinds.article(said),
                fit.model().span(),
                "the model gives one number for each sample");
    }

    void requireEnough(int samples) {
        if (samples < names.size()) {
            throw new AgException(
                    ErrorCode.TOO_FEW_SAMPLES,
                    names.size() + " parameters cannot be fitted to " + samples
                            + (samples == 1 ? " sample" : " samples"),
                    fit.span(),
                    "give at least as many samples as parameters, or fit fewer: the others keep their values");
        }
    }

    /** What was measured must not depend on what is fitted. */
    void requireApart(Model measured) {
        List<Integer> unused = measured.unused();
        for (int j = 0; j < names.size(); j++) {
            if (!unused.contains(j)) {
                throw new AgException(
                        ErrorCode.BAD_FIT,
                        "what was measured depends on the parameter '" + names.get(j) + "'",
                        fit.data().span(),
                        "left of ~ stand the data, right of it the model");
            }
        }
    }

    void requireUsed(Model model) {
        List<Integer> unused = model.unused();
        if (!unused.isEmpty()) {
            String name = names.get(unused.getFirst());
            throw new AgException(
                    ErrorCode.UNUSED_PARAMETER,
                    "the model does not depend on '" + name + "'",
                    fit.model().span(),
                    "leave '" + name + "' out behind 'over', or use it in the model");
        }
    }

    /** Why there is no fit, how far it came, and what may help. */
    AgException notFitted(Fit found, double[] start) {
        return switch (found.ending()) {
            case NOT_FINITE ->
                new AgException(
                        ErrorCode.NOT_FINITE,
                        "the model has no finite value at the start, where " + point(start),
                        fit.model().span(),
                        "set the parameters to values for which it has one");
            case SINGULAR -> singular(found);
            case STUCK, STEPS, CONVERGED, EXACT ->
                new AgException(
                        ErrorCode.NO_FIT,
                        "no minimum was found in " + found.steps() + " steps; the best was a residual standard"
                                + " deviation of " + number(found.statistics().residual()) + " at "
                                + point(found.parameters()),
                        fit.span(),
                        "start nearer to the answer: set " + names.getFirst() + " = …; or give bounds: over "
                                + names.getFirst() + " in 0..10");
        };
    }

    private AgException singular(Fit found) {
        List<String> loose = found.statistics().loose().stream().map(names::get).toList();
        String what = loose.size() == 1
                ? "the data do not determine '" + loose.getFirst() + "': the model does not change with it where "
                : "the data determine " + FitStatement.names(loose)
                        + " only together: they can be changed so that the model stays the same where ";
        return new AgException(
                ErrorCode.SINGULAR,
                what + point(found.parameters()),
                fit.model().span(),
                "leave '" + loose.getLast() + "' out behind 'over' so that it keeps its value, or set other values to"
                        + " start from");
    }

    private String point(double[] parameters) {
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < Math.min(names.size(), 9); j++) {
            parts.add(names.get(j) + " = " + number(parameters[j]));
        }
        return String.join(", ", parts) + (names.size() > 9 ? ", …" : "");
    }

    private static String number(double x) {
        return Numerals.rounded(x, 6);
    }
}
