package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test of a program knows: what stands before it. */
final class TestRunTest {
    @TempDir
    Path folder;

    @Test
    void aTestKnowsWhatStandsBeforeItAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("t.ag"), """
            a = 1
            test "the first" { a += 10; assert a == 11 }
            test "the second" { assert a == 1; later = 3 }
            a = 2
            f(x) = a*x
            test "the third" { assert f(1) == 2 }
            a = 5
            """);
        Call call = Call.of("test", file.toString());
        assertThat(call.status()).as(call.output() + call.error()).isZero();
        Path early = Files.writeString(folder.resolve("u.ag"), "test \"too early\" { assert b == 2 }\nb = 2\n");
        assertThat(Call.of("test", early.toString()).status()).isNotZero();
    }
}
