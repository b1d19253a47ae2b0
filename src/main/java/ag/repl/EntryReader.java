package ag.repl;

import ag.files.StoreException;
import ag.result.Format;
import ag.result.print.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.widget.AutosuggestionWidgets;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries from a terminal. To JLine's line editing it adds: Up and Down go through the entries that begin as the typed one
 * does, and a pasted conversation loses its prompts.
 */
final class EntryReader extends LineReaderImpl {
    private static final int HISTORY = 10_000;
    private static final String SHOW_LIVE = "show-live";

    private final Recall recall = new Recall();
    private final AtomicReference<LiveLine.Answer> arrived = new AtomicReference<>(new LiveLine.Answer("", ""));
    private final LiveLine live = new LiveLine(this::showLive);
    /** Where definitions for the live line come from; null where there is none. */
    private @Nullable LiveSource liveSource;

    private BiFunction<String, Integer, String> lack = (entry, cursor) -> "";
    /** Why Tab found nothing, for the entry as it then was. */
    private Explained explained = new Explained("", "");

    private record Explained(String entry, String reason) {}

    private LiveValue liveValue = new LiveValue(new Format(Format.STANDARD_DIGITS));
    /** The entry that was last handed over to be evaluated. */
    private String asked = "";
    /** What it gives; empty as long as that is not known. */
    private String answered = "";

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
        getWidgets().put(SHOW_LIVE, this::takeLive);
        getWidgets().put("insert-line-end", this::insertLineEnd);
        getWidgets().put("drop", this::drop);
        for (String name : List.of(EMACS, VIINS)) {
            KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(name));
            keys.bind(new Reference("recall-older"), KeyMap.key(terminal, Capability.key_up), "\u001b[A", "\u001bOA");
            keys.bind(new Reference("recall-newer"), KeyMap.key(terminal, Capability.key_down), "\u001b[B", "\u001bOB");
            // Some terminals send other sequences than the description of their type says.
            keys.bind(new Reference(FORWARD_CHAR), "\u001b[C", "\u001bOC");
            keys.bind(new Reference(BACKWARD_CHAR), "\u001b[D", "\u001bOD");
            keys.bind(new Reference(BEGINNING_OF_LINE), "\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~");
            keys.bind(new Reference(END_OF_LINE), "\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~");
            keys.bind(new Reference(DELETE_CHAR), "\u001b[3~");
            keys.bind(new Reference("drop"), KeyMap.ctrl('C'));
            keys.bind(new Reference("insert-line-end"), KeyMap.alt("\r"), KeyMap.alt("\n"));
        }
    }

    /** Keeps the history in a file, an entry written as soon as it is typed. */
    void keepHistory(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                WholeLines.mend(file);
            }
            setVariable(HISTORY_FILE, file);
        } catch (IOException | StoreException unusable) {
            // The history ends with the session.
        }
    }

    /**
     * Reads an entry. Ctrl-C is a key like any other as long as that goes on: as a signal it might overtake the keys around it.
     *
     * @throws UserInterruptException where Ctrl-C was pressed
     * @throws EndOfFileException where Ctrl-D was pressed on an empty line
     */
    String readEntry() {
        Attributes before = terminal.getAttributes();
        Attributes typing = new Attributes(before);
        typing.setControlChar(Attributes.ControlChar.VINTR, 0);
        terminal.setAttributes(typing);
        try {
            return readLine(Conversation.PROMPT);
        } finally {
            terminal.setAttributes(before);
        }
    }

    private boolean drop() {
        state = State.INTERRUPT;
        return true;
    }

    /** Shows below the next entry what it gives while it is typed. */
    void showLive(LiveSource source, LiveValue value) {
        liveSource = source;
        liveValue = value;
        asked = "";
        answered = "";
    }

    /** Shows nothing below the next entry. */
    void showNothingLive() {
        liveSource = null;
    }

    /** What was typed has been evaluated; called on another thread. */
    private void showLive(LiveLine.Answer answer) {
        arrived.set(answer);
        try {
            if (isReading()) {
                callWidget(SHOW_LIVE);
            }
        } catch (IllegalStateException over) {
            // The entry was finished in the meantime: its value is no longer needed.
        }
    }

    private boolean takeLive() {
        LiveLine.Answer answer = Objects.requireNonNull(arrived.get());
        if (buf.toString().equals(answer.entry())) {
            answered = answer.value();
            redisplay();
        }
        return true;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        boolean typing = doAutosuggestion;
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (!typing || post != null) {
            return shown;
        }
        String entry = buf.toString();
        String below = explained.entry().equals(entry) ? explained.reason() : live(entry);
        if (below.isEmpty()) {
            return shown;
        }
        int width = Math.max(1, terminal.getWidth() - 1);
        return new AttributedStringBuilder()
                .append(shown)
                .append("\n")
                .append(new AttributedString(below, AttributedStyle.DEFAULT.faint()).columnSubSequence(0, width))
                .toAttributedString();
    }

    /** What the entry gives, as soon as that is known; empty until then. */
    private String live(String entry) {
        LiveSource source = liveSource;
        if (source != null && !entry.equals(asked)) {
            asked = entry;
            answered = "";
            source.needed(entry).ifPresent(needed -> live.evaluate(entry, needed, liveValue));
        }
        return source == null ? "" : answered;
    }

    /** Where Tab finds nothing, it may be known why. */
    void explainsNothing(BiFunction<String, Integer, String> reason) {
        lack = reason;
    }

    @Override
    protected boolean doComplete(CompletionType type, boolean useMenu, boolean prefix, boolean forSuggestion) {
        boolean found = super.doComplete(type, useMenu, prefix, forSuggestion);
        String reason = forSuggestion || post != null ? "" : lack.apply(buf.toString(), buf.cursor());
        if (!reason.isEmpty()) {
            explained = new Explained(buf.toString(), reason);
        }
        return found || !reason.isEmpty();
    }

    private boolean recalled(int step) {
        return recall.entry(history, buf.toString(), buf.cursor(), step)
                .map(entry -> {
                    setBuffer(entry);
                    return true;
                })
                .orElse(false);
    }

    /** A resized window shows the entry again from where it begins; nothing of what stood there stays. */
    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (signal == Signal.WINCH && terminal.getWidth() != size.getColumns()) {
                terminal.puts(Capability.carriage_return);
                for (int row = rowsAbove(); row > 0; row--) {
                    terminal.puts(Capability.cursor_up);
                }
                terminal.puts(Capability.clr_eos);
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many rows stand between the beginning of the entry and the cursor. Some terminals rewrap rows for their new width, some
     * leave them as they are: of both it is the smaller, for one row too many would wipe off what is none of the entry.
     */
    private int rowsAbove() {
        int columns = Math.max(1, Math.max(size.getColumns(), terminal.getWidth()));
        int rows = 0;
        for (String line : (Conversation.PROMPT + buf.upToCursor()).split("\n", -1)) {
            int width = (rows == 0 ? 0 : Conversation.CONTINUATION.length()) + Width.of(line);
            rows += 1 + width / columns;
        }
        return rows - 1;
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
