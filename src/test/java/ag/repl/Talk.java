package ag.repl;

import ag.machine.FileAccess;
import ag.result.Format;
import java.io.IOException;

/** A conversation without a terminal. */
final class Talk {
    private final StringBuilder said = new StringBuilder();
    private final Conversation conversation;

    Talk() {
        this(FileAccess.ALL, text -> {
            throw new IOException("there is none here");
        });
    }

    Talk(FileAccess files, TextEditor editor) {
        conversation = new Conversation(
                new Workbench(files, null),
                new Screen(said::append, () -> 80, false),
                new Preferences(Format.STANDARD_DIGITS, false, true, false),
                editor);
    }

    /** What the entry gives. */
    String enter(String entry) {
        said.setLength(0);
        conversation.enter(entry);
        return said.toString();
    }

    /** Whether the conversation goes on after the entry. */
    boolean goesOnAfter(String entry) {
        return conversation.enter(entry);
    }

    Conversation conversation() {
        return conversation;
    }
}
