package ag.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    static List<Reference> splits() {
        return Reference.read("scikit-learn.jsonl").stream()
                .filter(line -> line.has("train"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("splits")
    void partsAreThoseOfTrainTestSplit(Reference expected) {
        Split split =
                Split.of(DataSetTest.counting(expected.integer("n")), expected.number("fraction"), expected.random());
        assertThat(split.train().inputs()).containsExactly(expected.numbers("train"));
        assertThat(split.test().inputs()).containsExactly(expected.numbers("test"));
    }

    @Test
    void everySampleIsInExactlyOnePartWithItsTarget() {
        Split split = Split.of(DataSetTest.counting(101), 0.37, new RandomSource(8));
        assertThat(split.train().size()).isEqualTo(37);
        assertThat(split.train().targets()).containsExactly(split.train().inputs());
        assertThat(split.test().targets()).containsExactly(split.test().inputs());
        double[] both = new double[101];
        System.arraycopy(split.train().inputs(), 0, both, 0, 37);
        System.arraycopy(split.test().inputs(), 0, both, 37, 64);
        assertThat(both).containsExactlyInAnyOrder(DataSetTest.counting(101).inputs());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.2, 80, Double.NaN, Double.POSITIVE_INFINITY})
    void fractionHasToLieBetweenZeroAndOne(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(DataSetTest.counting(10), fraction, new RandomSource(0)))
                .withMessage("a split needs a fraction between 0 and 1, not " + fraction);
    }

    @Test
    void splitThatLeavesNothingToTrainOnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(DataSetTest.counting(3), 0.1, new RandomSource(0)))
                .withMessage("a split of 3 samples at 0.1 leaves none to train on");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 1000, 1023})
    void largestFractionStillLeavesASampleToTestWith(int size) {
        Split split = Split.of(DataSetTest.counting(size), Math.nextDown(1.0), new RandomSource(0));
        assertThat(split.test().size()).isEqualTo(1);
    }

    /** Numbers of StratifiedShuffleSplit's algorithm, run on NumPy's RandomState. */
    @Test
    void aStratifiedSplitIsThatOfScikitLearn() {
        double[] targets = {0, 1, 1, 0, 2, 1, 0, 0, 1, 2, 0};
        DataSet data = DataSet.ofFlat(DataSetTest.counting(11).inputs(), 1, targets, 1);
        Split split = Split.of(data, 0.64, true, new RandomSource(3));
        assertThat(split.train().inputs()).containsExactly(7, 5, 10, 4, 3, 2, 8);
        assertThat(split.test().inputs()).containsExactly(0, 9, 6, 1);
    }

    @Test
    void aStratifiedSplitNeedsTwoSamplesOfEachClass() {
        DataSet data = DataSet.ofFlat(DataSetTest.counting(4).inputs(), 1, new double[] {0, 0, 0, 1}, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(data, 0.5, true, new RandomSource(0)))
                .withMessage("the class 1.0 has one sample, which cannot stand in both parts");
    }
}
