package ag.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class OrderedSumTest {
    /** Their sum is 1 in this order, and 0 or 2 in most others. */
    private static final double[] PARTS = {1e16, 1, -1e16, 1};

    @Test
    void partsAreAddedInTheirOrderHoweverTheyCome() {
        int[][] arrivals = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 0, 3, 1}};
        for (int[] arrival : arrivals) {
            double[] gradient = new double[2];
            OrderedSum sum = new OrderedSum(gradient, PARTS.length);
            double[] room = new double[2];
            for (int part : arrival) {
                room[0] = PARTS[part];
                room[1] = -PARTS[part];
                room = sum.add(part, PARTS[part], room);
                assertThat(room).containsExactly(0, 0);
            }
            assertThat(gradient).containsExactly(1, -1);
            assertThat(sum.loss()).isEqualTo(1);
        }
    }

    @Test
    @Timeout(20)
    void aPartTooFarAheadWaitsForThoseBeforeIt() {
        double[] gradient = new double[1];
        OrderedSum sum = new OrderedSum(gradient, 2);
        sum.add(1, 1, new double[] {PARTS[1]});
        CompletableFuture<double[]> ahead = CompletableFuture.supplyAsync(() -> sum.add(2, 1, new double[] {PARTS[2]}));
        assertThatThrownBy(() -> ahead.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        sum.add(0, 1, new double[] {PARTS[0]});
        ahead.join();
        sum.add(3, 1, new double[] {PARTS[3]});
        assertThat(gradient).containsExactly(1);
        assertThat(sum.loss()).isEqualTo(4);
    }

    @Test
    @Timeout(20)
    void noOneWaitsForAPartThatWillNeverCome() {
        OrderedSum sum = new OrderedSum(new double[1], 1);
        CompletableFuture<double[]> waiting = CompletableFuture.supplyAsync(() -> sum.add(1, 1, new double[1]));
        sum.abandon();
        assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(CancellationException.class);
    }
}
