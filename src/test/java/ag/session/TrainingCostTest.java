package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.SourceText;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training costs besides its arithmetic, by the memory it takes: the same on any machine at any load. */
final class TrainingCostTest {
    private static final int EPOCHS = 1000;

    /** A vector of all losses in each epoch would take four times as much for each epoch of a training four times as long. */
    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.1/(1 + epoch)"})
    void anEpochTakesNoMoreMemoryTheMoreThereAre(String rate) {
        allocated(rate, EPOCHS); // What the first training of a process loads is not counted.
        long few = allocated(rate, EPOCHS);
        long many = allocated(rate, 4 * EPOCHS);
        assertThat((double) many / few).isLessThan(5);
    }

    @Test
    void theLossesAreGivenToAnOptimizerThatAsks() {
        assertThat(allocated("0.1/(1 + len(losses))", 4 * EPOCHS)).isGreaterThan(4L * EPOCHS * EPOCHS);
    }

    private static long allocated(String rate, int epochs) {
        Session session = new Session(_ -> {}, Host.PLAIN, Interruption.none());
        String data = "data d { 0 -> 1; 1 -> 2 }\nmlp net { input 1; layer 1 }";
        String training = "train net on d { loss mse; optimizer sgd(lr = %s); epochs %d }".formatted(rate, epochs);
        assertThat(session.run(new SourceText("test", data))).isEmpty();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(session.run(new SourceText("test", training))).isEmpty();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
