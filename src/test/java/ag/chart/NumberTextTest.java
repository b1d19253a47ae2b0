package ag.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.333333333, 0.3333",
        "31.8512, 31.85",
        "-2.5, -2.5",
        "0.0001234567, 0.0001235",
        "0.00001234567, 1.235e-5",
        "1e-12, 1e-12",
        "9999999, 1e7",
        "1234567, 1235000",
        "99999.7, 100000",
        "1.5e300, 1.5e300",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void numbersAreRoundedToFourDigitsInTheShorterNotation(double value, String text) {
        assertThat(NumberText.rounded(value)).isEqualTo(text);
    }
}
