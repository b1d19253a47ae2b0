package ag.repl;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.ProgressBar;
import ag.result.print.Wrapped;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said and done between the prompts: takes entries, one after the other, and shows what they give. It knows no terminal.
 */
final class Conversation {
    static final String PROMPT = "ag> ";
    static final String CONTINUATION = "...> ";

    /** What people type who know other REPLs. */
    private static final Set<String> FAREWELLS = Set.of("quit", "exit", "quit()", "exit()", "bye");

    /** Asking for help without a colon, as other systems have it: {@code help}, {@code help sin}, {@code ?sin}. */
    private static final Pattern HELP = Pattern.compile("(?:help\\b|\\?)\\s*\\(?([\\p{L}_0-9 :]*)\\)?");

    private final Workbench bench;
    private final Screen screen;
    private final Commands commands;
    private Preferences preferences;
    private String lastEntry = "";
    private int entries;

    Conversation(Workbench bench, Screen screen, Preferences preferences, TextEditor editor) {
        this.bench = bench;
        this.screen = screen;
        this.preferences = preferences;
        this.commands = new Commands(this, bench, editor);
    }

    /**
     * Takes an entry: a program, or a command that begins with a colon.
     *
     * @return whether the conversation goes on
     */
    boolean enter(String typed) {
        String entry = Pasted.withoutPrompts(typed).strip();
        if (entry.startsWith(":")) {
            return commands.run(entry.substring(1).strip());
        }
        Matcher help = HELP.matcher(entry);
        if (help.matches() && !bench.session().interpreter().known().contains("help")) {
            return commands.run(("help " + help.group(1)).strip());
        }
        if (FAREWELLS.contains(entry) && !bench.session().interpreter().known().contains(entry.replace("()", ""))) {
            return false;
        }
        if (!entry.isEmpty()) {
            lastEntry = entry;
            boolean changed = typed.contains(PROMPT);
            run(new SourceText("entry " + ++entries, changed ? entry : typed), true);
        }
        return true;
    }

    /** Runs a program and shows its results. */
    Optional<Diagnostic> run(SourceText source) {
        return run(source, false);
    }

    private Optional<Diagnostic> run(SourceText source, boolean typed) {
        EntryPrinter printer = new EntryPrinter(source, typed, preferences, PROMPT.length(), screen.width());
        Optional<Diagnostic> mistake = bench.run(source, result -> show(printer, result));
        screen.endPassing();
        return mistake;
    }

    private void show(EntryPrinter printer, Result result) {
        if (result instanceof NetworkResult.Progress progress && !progress.logged()) {
            screen.pass(new ProgressBar(preferences.style()).line(progress, screen.passingWidth()), preferences);
        }
        if (result instanceof Result.DigitsSet set) {
            prefer(preferences.withDigits(set.digits()));
        }
        print(printer.text(result));
    }

    void print(String lines) {
        screen.print(lines, preferences);
    }

    /** Shows what a command has to say, in lines no wider than the screen. */
    void tell(String lines) {
        print(Wrapped.lines(lines, screen.width()));
    }

    /** Says what is wrong with a command, and what to do; the hint may be empty. */
    void complain(String message, String hint) {
        print(new DiagnosticPrinter(preferences.style(), screen.width()).print(message, hint));
    }

    /** How many columns the screen has. */
    int width() {
        return screen.width();
    }

    /** Ends what is running, soon; what was computed before stays. */
    void interrupt() {
        bench.interrupt();
    }

    /** The program that was entered last, whether it worked or not. */
    String lastEntry() {
        return lastEntry;
    }

    Preferences preferences() {
        return preferences;
    }

    void prefer(Preferences others) {
        preferences = others;
        bench.format(others.format());
    }
}
