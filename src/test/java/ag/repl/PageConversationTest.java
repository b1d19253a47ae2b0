package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversations that the README and the reference show take place as they are shown. */
final class PageConversationTest {
    private static final Pattern CONVERSATION = Pattern.compile("```text\n(ag> .*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/language.md", "docs/repl.md"})
    void theConversationsOfAPageTakePlace(String page) throws IOException {
        List<String> shown = CONVERSATION
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(heldAgain(block)).isEqualTo(block));
    }

    private static String heldAgain(String block) {
        Talk talk = new Talk();
        StringBuilder now = new StringBuilder();
        block.lines()
                .filter(line -> line.startsWith(Conversation.PROMPT))
                .forEach(line ->
                        now.append(line).append('\n').append(talk.enter(line.substring(Conversation.PROMPT.length()))));
        return now.toString();
    }
}
