package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slopes of a^b where a or b is special, from PyTorch 1.13: {@code y = a ** b; y.backward()}. */
final class PowerSlopesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0, 0",
        "0, 2, 0, 0, 0",
        "0, 1, 0, 1, 0",
        "0, 0.5, 0, Infinity, 0",
        "0, -1, Infinity, -Infinity, -Infinity",
        "2, 0, 1, 0, 0.6931471805599453"
    })
    void areThoseOfPyTorch(double a, double b, double value, double inA, double inB) {
        Tape tape = new Tape();
        int x = tape.input(a);
        int q = tape.input(b);
        int y = tape.apply(Operation.POWER, x, q);
        tape.backward(y);
        assertThat(tape.value(y)).isEqualTo(value);
        assertThat(tape.gradient(x)).isEqualTo(inA);
        assertThat(tape.gradient(q)).isEqualTo(inB);
    }
}
