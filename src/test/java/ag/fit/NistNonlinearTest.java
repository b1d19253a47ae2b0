package ag.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ag.result.OptimizationResult;
import ag.session.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** All of NIST's nonlinear regressions, from both starts, against the certified values of eleven digits. */
final class NistNonlinearTest {
    /** Certified values have eleven digits, so that the tenth may be off by one. */
    private static final double TEN_DIGITS = 1e-10;

    @TestFactory
    Stream<DynamicTest> certifiedValues() {
        return NistNonlinear.MODELS.keySet().stream()
                .sorted()
                .map(NistNonlinear::read)
                .flatMap(set -> Stream.of(0, 1)
                        .map(start -> dynamicTest(set.name() + " from start " + (start + 1), () -> run(set, start))));
    }

    private static void run(NistNonlinear set, int start) {
        OptimizationResult.Fitted fitted =
                (OptimizationResult.Fitted) Programs.results(set.program(start)).getLast();
        assertThat(fitted.converged()).isTrue();
        for (int j = 0; j < set.certified().length; j++) {
            OptimizationResult.Parameter parameter = fitted.parameters().get(j);
            assertThat(relative(parameter.value(), set.certified()[j]))
                    .as(parameter.name())
                    .isLessThan(TEN_DIGITS);
            // The residuals of Lanczos1 are smaller than the rounding of its data.
            double digits = set.name().equals("Lanczos1") ? 1e-3 : TEN_DIGITS;
            assertThat(relative(parameter.error(), set.errors()[j]))
                    .as("error of " + parameter.name())
                    .isLessThan(digits);
        }
        double digits = set.name().equals("Lanczos1") ? 1e-3 : TEN_DIGITS;
        assertThat(relative(fitted.residual(), set.residual())).isLessThan(digits);
    }

    private static double relative(double found, double known) {
        return Math.abs(found - known) / Math.abs(known);
    }
}
