package ag.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions in several threads of one JVM. */
@Tag("slow")
final class ThreadsTest {
    @Test
    @Timeout(60)
    void sessionsDoNotSeeEachOther() throws Exception {
        List<String> alone = IntStream.range(0, 8).mapToObj(ThreadsTest::output).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> tasks = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<String>) () -> output(i % 8))
                    .toList();
            var together = threads.invokeAll(tasks);
            for (int i = 0; i < tasks.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 8));
            }
        }
        assertThat(alone).doesNotHaveDuplicates();
    }

    private static String output(int number) {
        String program = """
            seed %1$d
            let w = %1$d
            f(x) = w*x + random()
            y = sum(f(x) for x in [k/10 for k in 0..<500])
            grad y
            data d = make_moons(n = 40, noise = 0.1, seed = %1$d)
            mlp net { input 2; layer 6 tanh; layer 1; seed %1$d }
            train net on d { loss bce_logits; optimizer adam(lr = 0.05); epochs 40; batch 8; threads 2 }
            net([0.5, 0.5])
            nobody
            """.formatted(number);
        String output = Program.run(program).output();
        assertThat(output).contains("unknown name 'nobody'");
        // The time a training takes is its own.
        return output.replaceAll("in [0-9.]+ m?s", "");
    }
}
