package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.PracticeResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A root is a power, whatever it is written as: a mistake that is made with the one is known with the other. */
final class RootsAsPowersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the exponent is lowered, but not written in front
                "cbrt(x) | x^(1/3) | x^(-2/3)",
                "sqrt(x) | x^(1/2) | x^(-1/2)",
                // the exponent is written in front, but not lowered
                "cbrt(x) | x^(1/3) | x^(1/3)/3",
                "sqrt(x) | x^(1/2) | x^(1/2)/2",
            })
    void aMistakeIsKnownInBoth(String root, String power, String answer) {
        PracticeResult.Marked ofRoot = marked(root, answer);
        assertThat(ofRoot.found())
                .isNotEmpty()
                .first()
                .isEqualTo(marked(power, answer).found().getFirst());
    }

    private static PracticeResult.Marked marked(String function, String answer) {
        return Programs.results("guess d/dx " + function + " = " + answer).stream()
                .filter(PracticeResult.Marked.class::isInstance)
                .map(PracticeResult.Marked.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
