package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a program prints that needs no file is the same where there are no files, threads, deep stacks and clock. */
@Tag("slow")
final class PlainHostTest {
    @Test
    void programsPrintTheSameWithoutAMachine() {
        List<Golden> alone = Stream.concat(Golden.all("programs"), Golden.all("errors"))
                .filter(golden -> !golden.needsAMachine())
                .toList();
        assertThat(alone).hasSizeGreaterThan(300);
        assertThat(alone)
                .allSatisfy(golden -> assertThat(golden.outputWithoutAMachine())
                        .as(golden.program().toString())
                        .isEqualTo(golden.expected()));
    }
}
