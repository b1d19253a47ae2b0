package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import ag.data.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(inTheMiddle(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "--1",
                "1-",
                "1.2.3",
                "1 2",
                "1f",
                "0x10",
                "NaN",
                "Infinity",
                "1e",
                "1,5",
                "+",
                "e5",
                "١",
                "1_0"
            })
    void whatIsNoDecimalNumberIsNaN(String text) {
        assertThat(CsvNumber.parse(text)).isNaN();
        assertThat(inTheMiddle(text)).isNaN();
    }

    /** The oracle is Java's own reading, which rounds right since JDK 8. The short way ends at 15 digits. */
    @Test
    void digitsWithAPointAreRoundedRightWhereverThePointIs() {
        RandomSource random = new RandomSource(7);
        for (int i = 0; i < 20_000; i++) {
            int length = 1 + random.integer(18);
            StringBuilder text = new StringBuilder(random.integer(2) == 0 ? "-" : "");
            int point = random.integer(length + 2);
            for (int k = 0; k < length; k++) {
                text.append(k == point ? "." : "").append(random.integer(10));
            }
            text.append(point == length ? "." : "");
            assertThat(inTheMiddle(text.toString())).isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    /** What is read of a longer array, with digits before and behind. */
    private static double inTheMiddle(String text) {
        return CsvNumber.parse(("12" + text + "34").toCharArray(), 2, 2 + text.length());
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
