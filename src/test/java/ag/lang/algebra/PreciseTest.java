package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Fifty digits are compared with the values that the tape gives to the same formula, at a point where no condition is a tie. */
final class PreciseTest {
    private static final Map<Term.Letter, Double> POINT = Map.of(
            new Term.Letter("x"),
            0.7,
            new Term.Letter("a"),
            -1.3,
            new Term.Letter("b"),
            2.13,
            new Term.Letter("v[0]"),
            0.4,
            new Term.Letter("v[1]"),
            -0.6,
            new Term.Letter("v[2]"),
            1.9);

    @Test
    void formulasWithConditionsAreWorthWhatTheTapeSays() {
        int compared = 0;
        RandomTerm terms = new RandomTerm(11);
        for (int i = 0; i < 4000; i++) {
            Term term = terms.any(3);
            Optional<BigDecimal> precise = Precise.of(term, exact());
            double value = precise.isPresent() ? PointEvaluation.of(term, POINT) : Double.NaN;
            if (Double.isFinite(value)
                    && Math.abs(value) < 1e6
                    && !Letters.in(term).isEmpty()) {
                assertThat(precise.orElseThrow().doubleValue())
                        .as(TextWriter.text(term))
                        .isCloseTo(value, within(1e-7 * Math.max(1, Math.abs(value))));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static Map<Term.Letter, BigDecimal> exact() {
        return POINT.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> BigDecimal.valueOf(entry.getValue())));
    }
}
