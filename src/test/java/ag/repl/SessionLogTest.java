package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.Statement;
import ag.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionLogTest {
    private static final Transcript UNSEEDED = new Transcript(null);

    /** With lines that end inside of a statement, and characters of several bytes. */
    private static final String PROGRAM = """
        let θ = 2
        f(x) = {
          y = x^2
          y + 1
        }
        data 形 {
          1, 2 -> 3
          4, 5 -> 6
        }
        L = f(θ) +
          θ
        print "so far: {L}"
        """;

    private static final List<Statement> STATEMENTS =
            Session.parse(new SourceText("", PROGRAM)).statements();

    @TempDir
    Path folder;

    private SessionLog killed;

    @BeforeEach
    void aSessionOfBefore() {
        killed = new SessionLog(folder, UNSEEDED);
    }

    @Test
    void theTwentyLatestSessionsAreKept() throws IOException {
        for (int i = 10; i < 35; i++) {
            Files.writeString(folder.resolve("20200101-0000" + i + "-000-1.ag"), "1\n");
        }
        killed.add(STATEMENTS);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .hasSize(20)
                    .startsWith("20200101-000016-000-1.ag")
                    .doesNotContain("20200101-000015-000-1.ag");
        }
    }

    @Test
    void whereverASessionIsCutItsStatementsAreWhole() throws IOException {
        for (int i = 1; i <= STATEMENTS.size(); i++) {
            killed.add(STATEMENTS.subList(0, i));
        }
        Path file = onlyFile();
        byte[] all = Files.readAllBytes(file);
        assertThat(new String(all, StandardCharsets.UTF_8)).isEqualTo(PROGRAM);
        for (int length = 0; length <= all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            String left = last().program();
            int whole = Session.parse(new SourceText("", left)).statements().size();
            assertThat(left).isEqualTo(UNSEEDED.program(STATEMENTS.subList(0, whole)));
            String written = new String(all, 0, length, StandardCharsets.UTF_8);
            if (whole < STATEMENTS.size()) {
                assertThat(written)
                        .as("nothing that was written whole is lost")
                        .doesNotContain(UNSEEDED.program(STATEMENTS.subList(0, whole + 1)));
            }
        }
    }

    @Test
    void aSessionThatWasLeftIsToldFromOneThatWasCutOff() throws IOException {
        killed.add(STATEMENTS.subList(0, 1));
        assertThat(last().isLeft()).isFalse();
        killed.leave();
        assertThat(last().isLeft()).isTrue();
        Path file = onlyFile();
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - 1));
        assertThat(last().isLeft()).isFalse();
        assertThat(last().program()).isEqualTo("let θ = 2\n");
    }

    private SessionLog.Earlier last() {
        return new SessionLog(folder, UNSEEDED).last().orElseThrow();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }
}
