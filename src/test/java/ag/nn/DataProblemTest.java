package ag.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ag.data.DataSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DataProblemTest {
    private static final Network ONE = network(1);
    private static final Network THREE = network(3);

    @Test
    void dataThatFitsHasNoProblem() {
        assertThat(DataProblem.find(ONE, new Loss.Mse(), targets(1, 7.5, -1e9))).isEmpty();
        assertThat(DataProblem.find(ONE, new Loss.Bce(), targets(1, 0, 0.25, 1)))
                .isEmpty();
        assertThat(DataProblem.find(ONE, new Loss.Hinge(), targets(1, -1, 1))).isEmpty();
        assertThat(DataProblem.find(THREE, new Loss.CrossEntropy(), targets(1, 0, 2)))
                .isEmpty();
    }

    @Test
    void widthsAreCompared() {
        DataSet wide = DataSet.ofFlat(new double[] {1, 2}, 2, new double[] {1}, 1);
        assertThat(DataProblem.find(ONE, new Loss.Mse(), wide)).contains(new DataProblem.InputWidth(1, 2));
        assertThat(DataProblem.find(THREE, new Loss.Mse(), targets(2, 1, 1)))
                .contains(new DataProblem.TargetWidth(3, 2));
        assertThat(DataProblem.find(THREE, new Loss.CrossEntropy(), targets(3, 1, 0, 0)))
                .contains(new DataProblem.TargetWidth(1, 3));
    }

    @Test
    void binaryCrossEntropyNeedsTargetsFromZeroToOne() {
        assertThat(DataProblem.find(ONE, new Loss.Bce(), targets(1, 0, -1)))
                .contains(new DataProblem.OutOfRange(1, 0, -1, 0, 1));
        assertThat(DataProblem.find(ONE, new Loss.BceLogits(), targets(1, 1.5)))
                .contains(new DataProblem.OutOfRange(0, 0, 1.5, 0, 1));
        assertThat(DataProblem.find(ONE, new Loss.Bce(), targets(1, Double.NaN)))
                .isNotEmpty();
    }

    @Test
    void hingeNeedsSigns() {
        assertThat(DataProblem.find(ONE, new Loss.Hinge(), targets(1, 1, -1, 0)))
                .contains(new DataProblem.NotASign(2, 0, 0));
    }

    @Test
    void crossEntropyNeedsTheNumbersOfClasses() {
        Loss loss = new Loss.CrossEntropy();
        assertThat(DataProblem.find(THREE, loss, targets(1, 0, 3))).contains(new DataProblem.NotAClass(1, 3, 3));
        assertThat(DataProblem.find(THREE, loss, targets(1, 0.5))).contains(new DataProblem.NotAClass(0, 0.5, 3));
        assertThat(DataProblem.find(THREE, loss, targets(1, -1))).contains(new DataProblem.NotAClass(0, -1, 3));
    }

    private static Network network(int outputs) {
        return new Network(List.of(new Layer(1, outputs, new Activation.Linear(), true)));
    }

    private static DataSet targets(int width, double... targets) {
        return DataSet.ofFlat(new double[targets.length / width], 1, targets, width);
    }
}
