package ag.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneHotTest {
    @Test
    void classNumberBecomesTheOnlyOneOfItsRow() {
        assertThat(OneHot.encode(new double[] {2, 0, 1}, 3)).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
        assertThat(OneHot.encode(new double[] {}, 3)).isEmpty();
    }

    @Test
    void dataSetGetsAColumnForEveryClassUpToTheLargest() {
        DataSet encoded = OneHot.of(withTargets(0, 2));
        assertThat(encoded.targetWidth()).isEqualTo(3);
        assertThat(encoded.targets()).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(encoded.inputs()).containsExactly(0, 0);
        assertThat(encoded.targetNames()).isEmpty();
        assertThat(OneHot.of(withTargets(0, 2), 4).targetWidth()).isEqualTo(4);
    }

    @Test
    void namedClassesSetTheNumberOfColumnsAndNameThem() {
        DataSet encoded = OneHot.of(withTargets(0, 0)
                .withColumnNames(List.of("x"), List.of("species"))
                .withClassNames(List.of("cat", "dog")));
        assertThat(encoded.targets()).containsExactly(1, 0, 1, 0);
        assertThat(encoded.inputNames()).containsExactly("x");
        assertThat(encoded.targetNames()).containsExactly("cat", "dog");
        assertThat(encoded.classNames()).containsExactly("cat", "dog");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 3, Double.NaN, 1e300})
    void targetThatIsNoClassIsRefusedWithItsSample(double target) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneHot.of(withTargets(1, target), 3))
                .withMessage("sample 1 has the target %s, but classes are whole numbers from 0 to 2".formatted(target));
    }

    @Test
    void otherMistakesAreRefusedInPlainWords() {
        refuses("one_hot needs at least one class, not 0", () -> OneHot.of(withTargets(0), 0));
        refuses(
                "sample 0 has the target -1.0, but classes are whole numbers from 0 on",
                () -> OneHot.of(withTargets(-1)));
        refuses(
                "one_hot needs a single target column of class numbers, not 2",
                () -> OneHot.of(DataSet.of(new double[1][1], new double[1][2])));
        refuses("2 samples of 2000000001 columns are more than fit into memory", () -> OneHot.of(withTargets(0, 2e9)));
    }

    private static void refuses(String message, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    private static DataSet withTargets(double... targets) {
        return DataSet.ofFlat(new double[targets.length], 1, targets, 1);
    }
}
