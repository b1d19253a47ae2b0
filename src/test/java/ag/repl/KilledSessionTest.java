package ag.repl;

import static ag.repl.EndlessTyping.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.ChildProcess;
import ag.cli.RandomKills;
import ag.lang.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.reader.History;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a session that is killed while it keeps its history and its statements has left: whole entries, and none is missing. */
@Timeout(300)
@Tag("slow")
final class KilledSessionTest {
    /** Soon as many as make JLine write the file anew without the oldest. */
    private static final int ENTRIES_OF_BEFORE = 12_400;

    private static final List<Statement> STATEMENTS = EndlessTyping.statements();

    @TempDir
    private Path folder;

    @Test
    void eachEntryIsKeptWholeOrNotAtAll() throws Exception {
        RandomKills.of(
                folder,
                place -> {
                    Files.write(
                            place.resolve("history"),
                            IntStream.range(0, ENTRIES_OF_BEFORE)
                                    .mapToObj(KilledSessionTest::older)
                                    .toList());
                    return ChildProcess.java(List.of("-XX:TieredStopAtLevel=1"), EndlessTyping.class, place.toString());
                },
                place -> {
                    boolean caught = isCutOff(place.resolve("history")) || hasCutSession(place);
                    assertThat(keptByHistory(place))
                            .isGreaterThanOrEqualTo(EndlessTyping.STATEMENTS * EndlessTyping.ENTRIES_PER_STATEMENT);
                    assertWholeStatements(place);
                    return caught;
                });
    }

    private static String older(int number) {
        return "older = " + number;
    }

    /** How many of the entries that were typed are there; all are whole and follow each other, after those of before. */
    private static int keptByHistory(Path place) throws IOException {
        List<String> entries = new ArrayList<>();
        for (History.Entry each : EndlessTyping.history(place)) {
            entries.add(each.line());
        }
        int old = entries.indexOf(entry(0));
        for (int i = 0; i < old; i++) {
            assertThat(entries.get(i)).isEqualTo(older(ENTRIES_OF_BEFORE - old + i));
        }
        for (int i = old; i < entries.size(); i++) {
            assertThat(entries.get(i)).isEqualTo(entry(i - old));
        }
        return entries.size() - old;
    }

    private static void assertWholeStatements(Path place) {
        String program = new SessionLog(place.resolve("sessions"), EndlessTyping.UNSEEDED)
                .last()
                .orElseThrow()
                .program();
        assertThat(IntStream.rangeClosed(0, EndlessTyping.STATEMENTS)
                        .mapToObj(count -> EndlessTyping.UNSEEDED.program(STATEMENTS.subList(0, count))))
                .contains(program);
    }

    private static boolean isCutOff(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return content.length > 0 && content[content.length - 1] != '\n';
    }

    private static boolean hasCutSession(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".tmp") || (name.endsWith(".ag") && isCutOff(file))) {
                    return true;
                }
            }
        }
        return false;
    }
}
