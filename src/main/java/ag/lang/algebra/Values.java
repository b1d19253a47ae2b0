package ag.lang.algebra;

import java.math.BigDecimal;
import java.util.Map;

/** Numbers that formulas without letters are worth, to the last digit where the formula is of a kind that can be. */
final class Values {
    private Values() {}

    static double of(Term term) {
        return Precise.of(term, Map.of())
                .map(BigDecimal::doubleValue)
                .orElseGet(() -> PointEvaluation.of(term, Map.of()));
    }
}
