package ag.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizationTest {
    @Test
    void meansDeviationsAndScaledInputsAreStandardScalers() {
        Reference expected = Reference.read("scikit-learn.jsonl").stream()
                .filter(line -> line.has("scaled"))
                .findFirst()
                .orElseThrow();
        DataSet data = DataSet.ofFlat(expected.numbers("x"), 3, new double[8], 1);
        Standardization standardization = Standardization.of(data);
        assertThat(relative(standardization.means(), expected.numbers("means"))).isLessThan(1e-13);
        assertThat(relative(standardization.deviations(), expected.numbers("deviations")))
                .isLessThan(1e-13);
        // The second column is about 1000 times as far from 0 as it is wide, which costs three digits.
        assertThat(standardization.apply(data).inputs()).containsExactly(expected.numbers("scaled"), within(1e-12));
    }

    private static double relative(double[] actual, double[] expected) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] / expected[i] - 1));
        }
        return largest;
    }

    @Test
    void deviationIsThatOfThePopulation() {
        // Mean 5; squared differences 9, 1, 1, 1, 0, 0, 4, 16 with the sum 32; 32/8 = 2 squared
        DataSet data = DataSet.ofFlat(new double[] {2, 4, 4, 4, 5, 5, 7, 9}, 1, new double[8], 1);
        assertThat(Standardization.of(data).means()).containsExactly(5);
        assertThat(Standardization.of(data).deviations()).containsExactly(2);
        assertThat(Standardization.of(data).apply(data).inputs()).containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.1, -1e10, 1.0 / 3, 1e300})
    void columnThatIsAlwaysTheSameIsLeftAsItIs(double constant) {
        double[] inputs = new double[3000];
        for (int i = 0; i < 1000; i++) {
            inputs[3 * i] = i;
            inputs[3 * i + 1] = constant;
            inputs[3 * i + 2] = -i;
        }
        DataSet data = DataSet.ofFlat(inputs, 3, new double[1000], 1);
        DataSet scaled = Standardization.of(data).apply(data);
        for (int i = 0; i < 1000; i++) {
            assertThat(scaled.input(i, 1)).isEqualTo(constant);
            assertThat(scaled.input(i, 0)).isEqualTo(-scaled.input(i, 2)).isBetween(-1.74, 1.74);
        }
    }

    @Test
    void scaledColumnsHaveMeanZeroAndDeviationOne() {
        RandomSource random = new RandomSource(6);
        double[] inputs = new double[2 * 20_000];
        for (int i = 0; i < inputs.length; i += 2) {
            inputs[i] = random.normal(1e4, 3);
            inputs[i + 1] = random.uniform(0, 1e-6);
        }
        DataSet data = DataSet.ofFlat(inputs, 2, new double[20_000], 1);
        DataSet scaled = Standardization.of(data).apply(data);
        Standardization again = Standardization.of(scaled);
        assertThat(again.means()).containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(again.deviations()).containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(scaled.targets()).isEqualTo(data.targets());
    }

    @Test
    void testDataIsScaledAsTheTrainingDataWas() {
        DataSet train = DataSet.of(new double[][] {{0}, {4}}, new double[][] {{0}, {1}});
        DataSet test =
                DataSet.of(new double[][] {{6}}, new double[][] {{1}}).withColumnNames(List.of("age"), List.of("sick"));
        DataSet scaled = Standardization.of(train).apply(test);
        assertThat(scaled.inputs()).containsExactly(2);
        assertThat(scaled.targets()).containsExactly(1);
        assertThat(scaled.inputNames()).containsExactly("age");
        assertThat(test.inputs()).containsExactly(6);
    }

    @Test
    void millionEqualStepsKeepTheirMean() {
        double[] inputs = new double[1_000_000];
        Arrays.setAll(inputs, i -> 0.1 + (i % 2) * 1e-3);
        DataSet data = DataSet.ofFlat(inputs, 1, new double[inputs.length], 1);
        assertThat(Standardization.of(data).means()[0]).isCloseTo(0.1005, within(1e-16));
    }

    @Test
    void inputsThatHaveNoMeanAndOtherWidthsAreRefused() {
        DataSet broken = DataSet.of(new double[][] {{1, 2}, {3, Double.NaN}}, new double[2][1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(broken))
                .withMessageContaining("input 1 of sample 1 is NaN");
        Standardization narrow = Standardization.of(DataSetTest.counting(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> narrow.apply(broken))
                .withMessage("2 input columns cannot be rescaled as 1 were");
    }
}
