package ag.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In whatever order the samples are taken, each keeps its inputs, its target and what it counts for. */
final class SampleOrderTest {
    private static final int SIZE = 12;

    @Test
    void eachSampleKeepsWhatIsItsOwn() {
        double[][] inputs = new double[SIZE][];
        double[][] targets = new double[SIZE][];
        Arrays.setAll(inputs, i -> new double[] {i, 10 + i});
        Arrays.setAll(targets, i -> new double[] {i % 3});
        DataSet data = DataSet.of(inputs, targets);
        Loss loss = new Loss.Weighted(new Loss.CrossEntropy(), new double[] {1, 10, 100});
        int[] order = new RandomSource(4).permutation(SIZE);
        SampleOrder shuffled = new SampleOrder(data, order);
        for (int from = 0; from < SIZE; from += 4) {
            int first = from;
            double[][] in = new double[2][4];
            double[][] out = new double[1][4];
            shuffled.inputs(from, in, 4);
            shuffled.targets(from, out, 4);
            assertThat(in[0])
                    .isEqualTo(IntStream.range(0, 4)
                            .mapToDouble(i -> order[first + i])
                            .toArray());
            assertThat(in[1])
                    .isEqualTo(IntStream.range(0, 4)
                            .mapToDouble(i -> 10 + order[first + i])
                            .toArray());
            assertThat(out[0])
                    .isEqualTo(IntStream.range(0, 4)
                            .mapToDouble(i -> order[first + i] % 3)
                            .toArray());
            assertThat(shuffled.shares(loss, from, 4))
                    .isCloseTo(
                            Arrays.stream(out[0])
                                    .map(target -> Math.pow(10, target))
                                    .sum(),
                            within(1e-9));
        }
    }
}
