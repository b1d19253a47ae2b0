package ag.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A limit that was found is off by about as much as is said, for functions that swing and functions that do not. */
final class LimitErrorTest {
    private static final int FUNCTIONS = 2_000;

    /** How many times what is told a limit may be off by: what swings with the logarithm of x looks like a power for a while. */
    private static final int ABOUT = 8;

    @Test
    void theErrorThatIsToldHolds() {
        Random random = new Random(5);
        int found = 0;
        for (int i = 0; i < FUNCTIONS; i++) {
            double limit = random.nextInt(4) == 0 ? 0 : Math.round(40 * random.nextGaussian()) / 16.0;
            double size = Math.exp(random.nextGaussian());
            double power = 1 + 3 * random.nextDouble();
            double way = 0.3 + 2 * random.nextDouble();
            int kind = random.nextInt(4);
            DoubleUnaryOperator f = x -> limit
                    + size
                            * Math.pow(Math.abs(x), power)
                            * switch (kind) {
                                case 0 -> Math.sin(Math.pow(Math.abs(x), -way));
                                case 1 -> Math.cos(way * Math.log(Math.abs(x)));
                                case 2 -> Math.exp(way * x);
                                default -> Math.log(Math.abs(x));
                            };
            if (NumericLimit.of(f, 0, 0) instanceof NumericLimit.Found(double value, double error)) {
                found++;
                assertThat(value)
                        .as("%s + %s |x|^%s, kind %s with %s", limit, size, power, kind, way)
                        .isCloseTo(limit, Offset.offset(ABOUT * error));
            }
        }
        assertThat(found).as("limits that are found").isGreaterThan(FUNCTIONS / 2);
    }
}
