package ag.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of 32 digits against mpmath's of 36. */
final class DoubleDoubleTest {
    private static BigDecimal exact(DoubleDouble x) {
        return new BigDecimal(x.high()).add(new BigDecimal(x.low()));
    }

    private static double error(DoubleDouble found, BigDecimal known) {
        return exact(found)
                .subtract(known)
                .divide(known, MathContext.DECIMAL64)
                .abs()
                .doubleValue();
    }

    @ParameterizedTest
    @CsvSource({
        "exp, 0.1, 1.10517091807564763094663882345877966",
        "exp, 1.5, 4.48168907033806482260205546011927582",
        "exp, -2.25, 0.105399224561864336783217689240698097",
        "exp, 30.7, 21519917121859.2979339450940454086968",
        "sine, 0.1, 0.0998334166468281578301968678586166677",
        "sine, 1.5, 0.997494986604054430941723371141487323",
        "sine, -2.25, -0.778073196887921241410966675587757321",
        "sine, 30.7, -0.656316756177790403639954491430252134",
        "cosine, 0.1, 0.995004165278025765541375198862345256",
        "cosine, 1.5, 0.0707372016677029100881898514342687091",
        "cosine, -2.25, -0.628173622722739088913389057396403307",
        "cosine, 30.7, 0.75448546411462614873216455419617467",
        "arctangent, 0.1, 0.0996686524911620328745997071312707873",
        "arctangent, 1.5, 0.982793723247329067985710611014666014",
        "arctangent, -2.25, -1.15257199721566751804014986261275138",
        "arctangent, 30.7, 1.53823454985971182263860771991381512",
        "log, 0.1, -2.30258509299404562850684022342653873",
        "log, 1.5, 0.405465108108164381978013115464349137",
        "log, 2.25, 0.810930216216328763956026230928698273",
        "log, 30.7, 3.42426265459315144643575659272515758"
    })
    void functionsHaveThirtyDigits(String name, double x, String known) {
        DoubleDouble at = DoubleDouble.of(x);
        DoubleDouble found = switch (name) {
            case "exp" -> at.exp();
            case "log" -> at.log();
            case "sine" -> at.sineAndCosine()[0];
            case "cosine" -> at.sineAndCosine()[1];
            default -> at.arctangent();
        };
        assertThat(error(found, new BigDecimal(known))).isLessThan(1e-30);
    }

    @Test
    void arithmeticHasThirtyDigits() {
        DoubleDouble third = DoubleDouble.ONE.over(DoubleDouble.of(3));
        assertThat(error(third, BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL128)))
                .isLessThan(1e-31);
        assertThat(error(DoubleDouble.of(2).root().power(2), new BigDecimal(2))).isLessThan(1e-31);
        assertThat(error(third.plus(third).plus(third).minus(DoubleDouble.of(0.5)), new BigDecimal("0.5")))
                .isLessThan(1e-31);
        assertThat(error(DoubleDouble.of(10).power(-3), new BigDecimal("0.001")))
                .isLessThan(1e-31);
    }
}
