package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page says is printed is read, and written, behind its arrows. */
final class BlockTest {
    private static final String PAGE = """
        Some text.
        ```ag fresh
        print 1      # -> 1
        for x in [2, 3] { print x }
        # -> 2
        # ->   3
        ```
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void linesStandBehindArrowsWithTheirIndentation() throws Exception {
        assertThat(block().expected()).containsExactly("1", "2", "  3");
    }

    @Test
    void aProgramThatPrintsWithoutAnArrowHasNothingExpectedOfIt() {
        Block block = new Block(new Page(folder), 0, "ag", List.of("print 1   # one"));
        PrintedSession session = new PrintedSession(folder);
        session.run("example", block.text());
        assertThat(session.text()).isNotEqualTo(block.expected());
    }

    @Test
    void updatingWritesBehindTheArrowsAndNothingElse() throws Exception {
        Block block = block();
        block.update(List.of("one", "two", " three"));
        assertThat(Files.readString(block.page().file()))
                .isEqualTo(
                        PAGE.replace("-> 1", "-> one").replace("-> 2", "-> two").replace("->   3", "->  three"));
    }

    @Test
    void aBlockFurtherInIsReadAndWrittenAsAnyOther() throws Exception {
        String list = PAGE.indent(3).replace("   Some text.", "1. Some text.") + "   More.\n";
        Path file = Files.writeString(folder.resolve("list.md"), list);
        Block block = new Page(file).blocks().getFirst();
        assertThat(block.isFresh()).isTrue();
        assertThat(block.text()).isEqualTo(block().text());
        assertThat(block.expected()).containsExactly("1", "2", "  3");
        block.update(List.of("one", "2", "  3"));
        assertThat(Files.readString(file)).isEqualTo(list.replace("-> 1", "-> one"));
    }

    private Block block() throws Exception {
        Path file = Files.writeString(folder.resolve("page.md"), PAGE);
        return new Page(file).blocks().getFirst();
    }
}
