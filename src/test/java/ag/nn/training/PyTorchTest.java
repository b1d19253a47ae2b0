package ag.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training gives PyTorch's numbers. */
final class PyTorchTest {
    static Stream<TrainingProgram> programs() throws IOException {
        return TrainingProgram.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void everyLossAndEveryParameterIsThatOfPyTorch(TrainingProgram program) {
        TrainingState end = program.train(1).state();
        double[] losses = end.losses().stream().mapToDouble(Double::doubleValue).toArray();
        assertClose(losses, program.losses());
        assertClose(end.parameters(), program.parameters());
    }

    /**
     * To 1e-8. Only where a loss runs away, to 1e300 within ten epochs and then to NaN, each epoch multiplies the rounding
     * errors of the one before, PyTorch's as much as ours, and five digits are left.
     */
    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double tolerance = 1e-8;
        for (int i = 0; i < expected.length; i++) {
            double size = Math.max(1, Math.abs(expected[i]));
            tolerance = size > 1e6 ? 1e-5 : tolerance;
            if (Double.isNaN(expected[i])) {
                assertThat(actual[i]).as("place %d", i).isNaN();
            } else {
                assertThat(actual[i]).as("place %d", i).isCloseTo(expected[i], within(tolerance * size));
            }
        }
    }
}
