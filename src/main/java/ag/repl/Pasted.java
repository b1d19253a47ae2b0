package ag.repl;

import java.util.stream.Collectors;

/** Text that was copied from a conversation, prompts and answers and all. */
final class Pasted {
    private Pasted() {}

    /** What was typed in it: where lines begin with prompts, those lines alone, without the prompts. */
    static String withoutPrompts(String text) {
        if (text.lines().noneMatch(line -> line.startsWith(Conversation.PROMPT))) {
            return text;
        }
        return text.lines()
                .filter(line -> line.startsWith(Conversation.PROMPT) || line.startsWith(Conversation.CONTINUATION))
                .map(line -> line.substring(line.indexOf('>') + 2))
                .collect(Collectors.joining("\n"));
    }
}
