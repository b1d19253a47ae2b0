package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds each conversation of {@code src/test/resources/transcripts} again: what is typed in it is entered, and all of it must come
 * out the same. With {@code -Dgolden.update=true} the files are written anew.
 */
final class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @TestFactory
    Stream<DynamicTest> conversations() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> dynamicTest(file.getFileName().toString(), file.toUri(), () -> holdAgain(file)));
    }

    private static void holdAgain(Path file) throws IOException {
        String before = Files.readString(file);
        String now = heldAgain(before);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(before);
    }

    private static String heldAgain(String transcript) {
        Talk talk = new Talk();
        StringBuilder now = new StringBuilder();
        for (List<String> entry : entries(transcript)) {
            entry.forEach(line -> now.append(line).append('\n'));
            now.append(talk.enter(Pasted.withoutPrompts(String.join("\n", entry))));
        }
        return now.toString();
    }

    /** The typed lines of each entry, with their prompts. */
    private static List<List<String>> entries(String transcript) {
        List<List<String>> entries = new ArrayList<>();
        for (String line : transcript.lines().toList()) {
            if (line.startsWith(Conversation.PROMPT)) {
                entries.add(new ArrayList<>());
            }
            if (line.startsWith(Conversation.PROMPT) || line.startsWith(Conversation.CONTINUATION)) {
                entries.getLast().add(line);
            }
        }
        return entries;
    }
}
