package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program on a page prints what the page says, and every link leads somewhere. */
final class PageTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** What messages call a program of a page. */
    private static final String NAME = "example";

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#([^)]+))?\\)");
    private static final Pattern PROGRAM_FILE = Pattern.compile("(?:^|\\s)(examples/\\S+)");

    @TestFactory
    Stream<DynamicContainer> programsPrintWhatThePageSays(@TempDir Path scratch) {
        return Page.all().stream().map(page -> dynamicContainer(page.toString(), tests(page, scratch)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Page page) {
        assertThat(found(LINK, String.join("\n", page.lines())))
                .map(link -> link.group(1))
                .filteredOn(link -> !link.startsWith("https://"))
                .allSatisfy(link -> assertThat(page.file().resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsNameFilesThatExist(Page page) {
        String commands = String.join(
                "\n",
                page.blocks().stream()
                        .filter(block -> block.info().equals("sh"))
                        .map(Block::text)
                        .toList());
        assertThat(found(PROGRAM_FILE, commands))
                .map(file -> Path.of(file.group(1)))
                .allSatisfy(file -> assertThat(file).exists());
    }

    static List<Page> pages() {
        return Page.all();
    }

    /** The programs of a page run one after the other in one session, until a block asks for a fresh one. */
    private static List<DynamicTest> tests(Page page, Path scratch) {
        List<DynamicTest> tests = new ArrayList<>();
        PrintedSession session = new PrintedSession(scratch);
        for (Block block : page.blocks()) {
            if (block.isProgram()) {
                session = block.isFresh() ? new PrintedSession(scratch) : session;
                PrintedSession own = session;
                tests.add(dynamicTest(block.toString(), () -> check(block, own)));
            }
        }
        return tests;
    }

    private static void check(Block block, PrintedSession session) {
        session.run(NAME, block.text());
        List<String> printed = block.isJson() ? session.json() : session.text();
        if (UPDATE && printed.size() == block.expected().size()) {
            block.update(printed);
            return;
        }
        assertThat(printed).as("what %s prints", block).isEqualTo(block.expected());
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
