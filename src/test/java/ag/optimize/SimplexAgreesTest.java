package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simplex goes, corner by corner, where SciPy's goes: {@code minimize(f, x, method="Nelder-Mead", options={"adaptive": n > 1})}. */
final class SimplexAgreesTest {
    private static final Pattern BETWEEN = Pattern.compile(", ");

    private static double[] numbers(String text) {
        return BETWEEN.splitAsStream(text).mapToDouble(Double::parseDouble).toArray();
    }

    private static double value(double[] x) {
        double sum = x.length > 1 ? 0.5 * x[0] * x[x.length - 1] : 0;
        for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * (x[i] - i) * (x[i] - i) + 0.3 * x[i] * x[i] * x[i] * x[i];
        }
        return sum + Math.cos(3 * x[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2.0; 2; 1.7999999999999998",
                "2.0; 5; 0.5999999999999988",
                "2.0; 12; 0.7812499999999989",
                "2.0; 30; 0.7824741363525379",
                "2.0; 60; 0.7824741393327701",
                "1.0, 0.0; 2; 0.8999999999999999, 0.000375",
                "1.0, 0.0; 5; 0.7499999999999993, 0.0013125",
                "1.0, 0.0; 12; 0.7781249999999988, 0.002210937500000001",
                "1.0, 0.0; 30; 0.7521484374998018, 0.3594262695312499",
                "1.0, 0.0; 60; 0.7440384631739942, 0.7700134924202127",
                "-1.5, 2.0; 2; -1.6125000000000007, 1.7999999999999998",
                "-1.5, 2.0; 5; -1.5984375000000028, 0.8249999999999966",
                "-1.5, 2.0; 12; -0.8549560546875026, 0.7769531249999959",
                "-1.5, 2.0; 30; -0.8233231884047507, 0.8908656680617203",
                "-1.5, 2.0; 60; -0.8229582664763039, 0.8908048395402557",
                "0.5, -1.0, 2.0; 2; 0.5222222222222221, -1.0444444444444443, 1.833333333333333",
                "0.5, -1.0, 2.0; 5; 0.585874866636183, -1.0010364273738754, 1.471422039323274",
                "0.5, -1.0, 2.0; 12; 0.7400384770305728, -0.7161253687592133, 1.3405338120875712",
                "0.5, -1.0, 2.0; 30; 1.0348952956925126, 0.4629566512033898, 1.6675855245021334",
                "0.5, -1.0, 2.0; 60; 0.6884632891819148, 0.8047921943866103, 1.4095530245674017",
                "3.0, 0.0, -2.0, 1.0; 2; 2.7749999999999995, 0.00015625, -2.0625, 1.03125",
                "3.0, 0.0, -2.0, 1.0; 5; 2.6572265624999982, 8.764648437500005e-05, -1.95458984375, 1.123779296875",
                "3.0, 0.0, -2.0, 1.0; 12; 1.1488063001073723, 0.0009534976672148336, -1.3905240481253713,"
                        + " 1.432152361492624",
                "3.0, 0.0, -2.0, 1.0; 30; -1.0732319823646719, 0.003512128704665737, 0.7810473057840354,"
                        + " 2.3631047258061484",
                "3.0, 0.0, -2.0, 1.0; 60; -0.8694117717593004, 0.004146349520506507, 1.412445291488308,"
                        + " 2.0437448220119037",
            })
    void theLowestCornerIsThatOfSciPy(String start, int iterations, String corner) {
        Minimizer minimizer = new Minimizer((x, _) -> value(x), numbers(start));
        minimizer.run(Optimizer.of("nelder_mead"), iterations - 1);
        double[] expected = numbers(corner);
        assertThat(minimizer.x()).containsExactly(expected, within(1e-6));
    }
}
