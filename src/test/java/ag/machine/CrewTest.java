package ag.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrewTest {
    @Test
    @Timeout(20)
    void allThreadsWorkAtOnceAndAreWaitedFor() {
        CyclicBarrier together = new CyclicBarrier(3);
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        try (Crew crew = new Crew()) {
            crew.run(3, number -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                done.add(number);
            });
        }
        assertThat(done).containsExactlyInAnyOrder(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theFailureIsToldThatMadeTheOthersGiveUp(int failing) {
        OutOfMemoryError full = new OutOfMemoryError("none left");
        try (Crew crew = new Crew()) {
            assertThatThrownBy(() -> crew.run(2, number -> {
                        if (number == failing) {
                            throw full;
                        }
                        throw new CancellationException();
                    }))
                    .isSameAs(full);
        }
    }
}
