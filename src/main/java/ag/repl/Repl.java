package ag.repl;

import ag.lang.source.SourceText;
import ag.result.print.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;

/** Holds a conversation on a terminal. */
public final class Repl {
    private final ReplSetup setup;
    private final Terminal terminal;
    /** How the terminal is for other programs. */
    private final Attributes usual;

    private final TerminalOutput output;
    private final boolean dumb;
    private final Workbench bench;
    private final Conversation conversation;
    private final EntryReader reader;

    Repl(ReplSetup setup, Terminal terminal) {
        this.setup = setup;
        this.terminal = terminal;
        this.usual = terminal.getAttributes();
        this.output = new TerminalOutput(terminal);
        this.dumb = output.isDumb();
        Preferences preferences =
                new Preferences(ag.result.Format.STANDARD_DIGITS, setup.colour() && !dumb, setup.unicode(), !dumb);
        Screen screen = new Screen(output::write, this::columns, !dumb);
        this.bench = new Workbench(setup.files(), setup.seed());
        bench.answersFrom(new AnswerReader(terminal));
        this.conversation = new Conversation(bench, screen, preferences, this::edit);
        this.reader = reader();
        setup.stateFolder().filter(Repl::canBeUsed).ifPresent(folder -> {
            reader.keepHistory(folder.resolve("history"));
            bench.keep(new SessionLog(folder.resolve("sessions"), bench.transcript()));
        });
    }

    /**
     * Holds a conversation on the terminal of the process, until the person leaves.
     *
     * @throws IOException where the terminal cannot be used
     */
    public static void run(ReplSetup setup) throws IOException {
        describe(setup.environment().getOrDefault("TERM", ""));
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .dumb(true)
                .build()) {
            if (terminal instanceof DumbTerminal) {
                // JLine leaves it to the system, which would end the program at Ctrl-C.
                Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
            }
            new Repl(setup, terminal).converse();
        }
    }

    /**
     * Has the terminal's description ready. JLine asks a program of the system for it, also where it brings one itself; and for a type
     * that neither knows it would greet with a stack trace.
     */
    private static void describe(String type) {
        String description = InfoCmp.getDefaultInfoCmp(type);
        if (description == null && !type.isEmpty()) {
            try {
                description = InfoCmp.getInfoCmp(type);
            } catch (IOException unknown) {
                description = InfoCmp.getDefaultInfoCmp("ansi");
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
        if (description != null) {
            InfoCmp.setLoadedInfoCmp(type, description);
        }
    }

    private int columns() {
        int told = terminal.getWidth();
        return told > 0 ? told : setup.columns().getAsInt();
    }

    private EntryReader reader() {
        EntryReader created = new EntryReader(terminal);
        Suggestions suggestions = new Suggestions(bench);
        created.setCompleter(new Suggester(suggestions));
        created.explainsNothing(suggestions::lack);
        created.setHighlighter(new EntryColours(
                new EntryHighlighter(name -> bench.session().interpreter().role(name)),
                () -> conversation.preferences().colour()));
        return created;
    }

    /** Without a folder to write to, the history and the statements end with the session. */
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
        // What is typed while something runs waits, key by key, and shows once it can be edited.
        terminal.enterRawMode();
        try {
            greet();
            talk();
        } finally {
            terminal.setAttributes(usual);
        }
        bench.leave();
    }

    private void talk() {
        for (SourceText program : setup.first()) {
            conversation.run(program);
        }
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = conversation.enter(read());
            } catch (UserInterruptException cleared) {
                // Ctrl-C at the prompt: the line is dropped, with what showed below it, and the next one begins.
                output.write(dumb ? "\n" : "");
                terminal.puts(Capability.clr_eos);
            } catch (EndOfFileException left) {
                goesOn = false;
            }
        }
    }

    private void greet() {
        Style style = conversation.preferences().style();
        conversation.print(style.dim("ag " + setup.version() + "   :help explains, :quit or Ctrl-D leaves"));
        bench.earlier()
                .filter(SessionLog.Earlier::isCutOff)
                .ifPresent(last -> conversation.print(
                        style.dim("the last session was cut off; :load does again what it had done")));
    }

    private String edit(String text) throws IOException {
        Attributes talking = terminal.getAttributes();
        terminal.setAttributes(usual);
        try {
            return new ExternalEditor(setup.environment()).edit(text);
        } finally {
            terminal.setAttributes(talking);
        }
    }

    private String read() {
        Preferences preferences = conversation.preferences();
        if (preferences.live() && !dumb) {
            reader.showLive(
                    new LiveSource(bench.session().interpreter(), bench.worked()), new LiveValue(preferences.format()));
        } else {
            reader.showNothingLive();
        }
        return reader.readEntry();
    }
}
