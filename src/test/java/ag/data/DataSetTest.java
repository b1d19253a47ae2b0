package ag.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataSetTest {
    private static final DataSet THREE =
            DataSet.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[][] {{10}, {20}, {30}});

    @Test
    void rowsAndColumnsAreWhereTheyWerePut() {
        assertThat(THREE.size()).isEqualTo(3);
        assertThat(THREE.inputWidth()).isEqualTo(2);
        assertThat(THREE.targetWidth()).isEqualTo(1);
        assertThat(THREE.input(1, 0)).isEqualTo(3);
        assertThat(THREE.target(2, 0)).isEqualTo(30);
        assertThat(THREE.inputRow(2)).containsExactly(5, 6);
        assertThat(THREE.targetRow(0)).containsExactly(10);
        assertThat(THREE.inputs()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(THREE.targets()).containsExactly(10, 20, 30);
        assertThat(THREE).hasToString("3 samples of 2 inputs and 1 target");
    }

    @Test
    void changingWhatItWasMadeFromOrARowTakenFromItLeavesItAsItWas() {
        double[][] inputs = {{1}};
        double[][] targets = {{2}};
        List<String> names = new ArrayList<>(List.of("x"));
        DataSet data = DataSet.of(inputs, targets).withColumnNames(names, List.of());
        inputs[0][0] = 9;
        targets[0][0] = 9;
        names.set(0, "changed");
        data.inputRow(0)[0] = 9;
        data.targetRow(0)[0] = 9;
        assertThat(data.inputs()).containsExactly(1);
        assertThat(data.targets()).containsExactly(2);
        assertThat(data.inputNames()).containsExactly("x");
    }

    @Test
    void flatArraysAreTakenOverWithoutACopy() {
        double[] inputs = {1, 2};
        double[] targets = {};
        DataSet data = DataSet.ofFlat(inputs, 1, targets, 0);
        assertThat(data.inputs()).isSameAs(inputs);
        assertThat(data.targets()).isSameAs(targets);
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.targetRow(1)).isEmpty();
    }

    @Test
    void chosenRowsKeepTheirTargetsAndNames() {
        DataSet chosen = THREE.withColumnNames(List.of("a", "b"), List.of("t"))
                .withClassNames(List.of("no", "yes"))
                .rows(2, 0, 2);
        assertThat(chosen.inputs()).containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(chosen.targets()).containsExactly(30, 10, 30);
        assertThat(chosen.inputNames()).containsExactly("a", "b");
        assertThat(chosen.targetNames()).containsExactly("t");
        assertThat(chosen.classNames()).containsExactly("no", "yes");
    }

    @Test
    void placesOutsideTheDataAreRefused() {
        outside(() -> THREE.input(0, 2));
        outside(() -> THREE.input(3, 0));
        outside(() -> THREE.input(-1, 0));
        outside(() -> THREE.target(1, 1));
        outside(() -> THREE.inputRow(3));
        outside(() -> THREE.targetRow(-1));
        outside(() -> THREE.rows(0, 3));
        outside(() -> THREE.rows(-1));
    }

    private static void outside(Runnable access) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(access::run);
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithBothNumbers() {
        refuses("a data set needs at least one sample", () -> DataSet.of(new double[0][], new double[0][]));
        refuses("a data set needs at least one sample", () -> THREE.rows());
        refuses("a data set needs at least one input column", () -> DataSet.of(new double[2][0], new double[2][1]));
        refuses(
                "2 rows of inputs do not go with 3 rows of targets",
                () -> DataSet.of(new double[2][1], new double[3][1]));
        refuses(
                "sample 1 has 3 inputs, but sample 0 has 2",
                () -> DataSet.of(new double[][] {{1, 2}, {1, 2, 3}}, new double[2][1]));
        refuses(
                "sample 1 has 0 targets, but sample 0 has 1",
                () -> DataSet.of(new double[2][1], new double[][] {{1}, {}}));
        refuses(
                "5 inputs in rows of 2 do not go with 3 targets in rows of 1",
                () -> DataSet.ofFlat(new double[5], 2, new double[3], 1));
        refuses("2 input columns cannot have 3 names", () -> THREE.withColumnNames(List.of("a", "b", "c"), List.of()));
        refuses("1 target columns cannot have 2 names", () -> THREE.withColumnNames(List.of(), List.of("t", "u")));
    }

    private static void refuses(String message, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    static List<Reference> shuffles() {
        return Reference.read("scikit-learn.jsonl").stream()
                .filter(line -> line.has("order"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shuffles")
    void shuffledOrderIsScikitLearns(Reference expected) {
        DataSet shuffled = counting(expected.integer("n")).shuffled(expected.random());
        assertThat(shuffled.inputs()).containsExactly(expected.numbers("order"));
        assertThat(shuffled.targets()).containsExactly(expected.numbers("order"));
    }

    /** {@code size} samples whose input and target are their own number. */
    static DataSet counting(int size) {
        double[] numbers = IntStream.range(0, size).asDoubleStream().toArray();
        return DataSet.ofFlat(numbers, 1, numbers.clone(), 1);
    }
}
