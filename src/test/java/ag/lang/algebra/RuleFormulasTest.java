package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule as a formula has an inner function where it is used on one. */
final class RuleFormulasTest {
    private static final Term.Letter X = new Term.Letter("x");

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "x^3 : (x^n)' = n·x^(n - 1)",
                "sin(x)^3 : (u^n)' = n·u^(n - 1)·u'",
                "2^x : (a^x)' = a^x·ln(a)",
                "2^sin(x) : (a^u)' = a^u·ln(a)·u'",
                "x^x : (u^v)' = u^v·(v'·ln(u) + v·u'/u)",
                "x*sin(x) : (u·v)' = u'·v + u·v'",
                "sin(x)/x : (u/v)' = (u'·v - u·v')/v²",
                "2/sin(x) : (c/v)' = -c·v'/v²",
                "3*sin(x) : (c·u)' = c·u'",
                "x + sin(x) : (u + v)' = u' + v'",
            })
    void tellsWhatItIsUsedOn(String formula, String rule) {
        assertThat(DerivativeRule.of(Terms.read(formula), X, false).formula()).isEqualTo(rule);
    }
}
