package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import ag.data.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "12, 12",
        "2.50, 2.5",
        ".5, 0.5",
        "5., 5",
        "+7, 7",
        "1e-3, 0.001",
        "1E3, 1000",
        "-.5e+2, -50",
        "00012, 12",
        "1e-400, 0",
        "1e400, Infinity",
        "-1e400, -Infinity"
    })
    void decimalNumbersAreReadWithAPoint(String text, double number) {
        assertThat(CsvNumber.parse(text)).isEqualTo(number);
    }

    @Test
    void everyFiniteDoubleIsReadBackFromItsShortestSpelling() {
        RandomSource random = new RandomSource(31);
        for (int i = 0; i < 20_000; i++) {
            long bits = (long) random.integer(Integer.MAX_VALUE) << 33 ^ (long) random.integer(Integer.MAX_VALUE) << 8;
            double number = Double.longBitsToDouble(bits);
            if (Double.isFinite(number)) {
                assertThat(CsvNumber.parse(Double.toString(number))).isEqualTo(number);
            }
        }
    }
}
