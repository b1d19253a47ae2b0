package ag.repl;

import java.nio.file.Path;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.widget.AutosuggestionWidgets;

/**
 * Reads entries from a terminal. To JLine's line editing it adds: Up and Down go through the entries that begin as the typed one
 * does, and a pasted conversation loses its prompts.
 */
final class EntryReader extends LineReaderImpl {
    private static final int HISTORY = 10_000;

    private final Recall recall = new Recall();

    EntryReader(Terminal terminal) {
        super(terminal, "ag", null);
        setParser(new InputParser());
        setVariable(SECONDARY_PROMPT_PATTERN, Conversation.CONTINUATION);
        setVariable(HISTORY_SIZE, HISTORY);
        setVariable(HISTORY_FILE_SIZE, HISTORY);
        option(Option.DISABLE_EVENT_EXPANSION, true);
        option(Option.HISTORY_TIMESTAMPED, false);
        option(Option.CASE_INSENSITIVE, true);
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            setAutosuggestion(SuggestionType.HISTORY);
            new AutosuggestionWidgets(this).enable();
        }
        getWidgets().put("recall-older", () -> upLine() || recalled(-1));
        getWidgets().put("recall-newer", () -> downLine() || recalled(1));
        getWidgets().put("insert-line-end", this::insertLineEnd);
        for (String name : List.of(EMACS, VIINS)) {
            KeyMap<Binding> keys = getKeyMaps().get(name);
            keys.bind(new Reference("recall-older"), KeyMap.key(terminal, Capability.key_up), "\u001b[A", "\u001bOA");
            keys.bind(new Reference("recall-newer"), KeyMap.key(terminal, Capability.key_down), "\u001b[B", "\u001bOB");
            keys.bind(new Reference("insert-line-end"), KeyMap.alt("\r"), KeyMap.alt("\n"));
        }
    }

    /** Keeps the history in a file, an entry written as soon as it is typed. */
    void keepHistory(Path file) {
        setVariable(HISTORY_FILE, file);
    }

    private boolean recalled(int step) {
        return recall.entry(history, buf.toString(), buf.cursor(), step)
                .map(entry -> {
                    setBuffer(entry);
                    return true;
                })
                .orElse(false);
    }

    private boolean insertLineEnd() {
        buf.write("\n");
        return true;
    }

    @Override
    public boolean beginPaste() {
        int start = buf.cursor();
        boolean done = super.beginPaste();
        String pasted = buf.substring(start, buf.cursor());
        String typed = Pasted.withoutPrompts(pasted).stripTrailing();
        if (!typed.equals(pasted)) {
            buf.backspace(pasted.length());
            buf.write(typed);
        }
        return done;
    }
}
