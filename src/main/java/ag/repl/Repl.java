package ag.repl;

import ag.lang.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Holds a conversation on a terminal. */
public final class Repl {
    private static final int HISTORY = 10_000;

    private final ReplSetup setup;
    private final Terminal terminal;
    private final Conversation conversation;
    private final LineReader reader;

    Repl(ReplSetup setup, Terminal terminal) {
        this.setup = setup;
        this.terminal = terminal;
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        Preferences preferences =
                new Preferences(ag.lang.result.Format.STANDARD_DIGITS, setup.colour() && !dumb, setup.unicode(), !dumb);
        Screen screen = new Screen(this::write, terminal::getWidth);
        Workbench bench = new Workbench(setup.files(), setup.seed());
        LineReader answers =
                LineReaderBuilder.builder().terminal(terminal).appName("ag").build();
        answers.setVariable(LineReader.DISABLE_HISTORY, true);
        bench.answersFrom(prompt -> answer(answers, prompt));
        this.conversation = new Conversation(bench, screen, preferences, new ExternalEditor(setup.environment()));
        this.reader = reader();
    }

    /**
     * Holds a conversation on the terminal of the process, until the person leaves.
     *
     * @throws IOException where the terminal cannot be used
     */
    public static void run(ReplSetup setup) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .dumb(true)
                .build()) {
            new Repl(setup, terminal).converse();
        }
    }

    /** What a program asks for is a line of its own, which the history does not keep. Ctrl-C and Ctrl-D end the questions. */
    private static Optional<String> answer(LineReader answers, String prompt) {
        try {
            return Optional.of(answers.readLine(prompt));
        } catch (UserInterruptException | EndOfFileException enough) {
            return Optional.empty();
        }
    }

    private LineReader reader() {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("ag")
                .parser(new InputParser())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, Conversation.CONTINUATION)
                .variable(LineReader.HISTORY_SIZE, HISTORY)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false);
        setup.stateFolder()
                .filter(Repl::canBeUsed)
                .ifPresent(folder -> builder.variable(LineReader.HISTORY_FILE, folder.resolve("history")));
        return builder.build();
    }

    /** Without a folder to write to, the history ends with the session. */
    private static boolean canBeUsed(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException unusable) {
            return false;
        }
    }

    void converse() {
        terminal.handle(Terminal.Signal.INT, signal -> conversation.interrupt());
        conversation.print(conversation
                .preferences()
                .style()
                .dim("ag " + setup.version() + "   :help explains, :quit or Ctrl-D leaves"));
        for (SourceText program : setup.first()) {
            conversation.run(program);
        }
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = conversation.enter(reader.readLine(Conversation.PROMPT));
            } catch (UserInterruptException cleared) {
                // Ctrl-C at the prompt: the line is dropped, and the next one begins.
            } catch (EndOfFileException left) {
                goesOn = false;
            }
        }
    }

    private void write(String text) {
        terminal.writer().write(text);
        terminal.flush();
    }
}
