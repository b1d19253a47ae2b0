package ag.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WarmupTest {
    @Test
    void itEndsWhenItsTimeIsUpAndKeepsNoProcessAlive() throws InterruptedException {
        Thread warmup = TrainingAhead.start(Duration.ofMillis(50));
        assertThat(warmup.isDaemon()).isTrue();
        assertThat(warmup.join(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void itEndsWhenInterrupted() throws InterruptedException {
        Thread warmup = TrainingAhead.start(Duration.ofHours(1));
        warmup.interrupt();
        assertThat(warmup.join(Duration.ofSeconds(60))).isTrue();
    }
}
