package ag.repl;

import ag.files.ReadFailure;
import ag.files.StoreException;
import ag.files.WholeFile;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Stopped;
import ag.result.Result;
import ag.result.print.Table;
import ag.result.print.Visible;
import ag.spelling.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Does what the commands with a colon ask for. */
final class Commands {
    private static final int LONGEST_VALUE = 60;

    private final Conversation conversation;
    private final Workbench bench;
    private final TextEditor editor;
    private final HelpCommand help;

    Commands(Conversation conversation, Workbench bench, TextEditor editor) {
        this.conversation = conversation;
        this.bench = bench;
        this.editor = editor;
        this.help = new HelpCommand(conversation, bench);
    }

    /**
     * Runs a command, given without its colon.
     *
     * @return whether the conversation goes on
     */
    boolean run(String typed) {
        String[] parts = typed.split("\\s+", 2);
        String argument = parts.length > 1 ? parts[1].strip() : "";
        ReplCommand command = ReplCommand.of(parts[0]).orElse(null);
        if (command == null) {
            unknown(parts[0]);
            return true;
        }
        if (command.argument().isEmpty() && !argument.isEmpty()) {
            complain(":" + command.word() + " takes nothing behind it", "write :" + command.word());
            return true;
        }
        if (argument.isEmpty()
                && !command.argument().isEmpty()
                && !command.argument().startsWith("[")) {
            complain(
                    ":" + command.word() + " needs something behind it",
                    "write :" + command.word() + " " + command.argument());
            return true;
        }
        switch (command) {
            case HELP -> help.run(argument);
            case VARS -> vars();
            case LIST -> list();
            case SAVE -> path(argument).ifPresent(this::save);
            case LOAD -> load(argument);
            case EDIT -> edit();
            case UNDO -> undo();
            case RESET -> {
                bench.reset();
                conversation.tell(dim("everything is forgotten"));
            }
            case TIME -> time(argument);
            case SET -> set(argument);
            case QUIT -> {
                return false;
            }
        }
        return true;
    }

    private void unknown(String word) {
        List<String> begun = ReplCommand.beginningWith(word);
        if (begun.isEmpty() || word.isEmpty()) {
            complain("unknown command :" + word, nearest(word, ReplCommand.words(), ":", "see :help"));
        } else {
            complain(":" + word + " may be any of several commands", "write :" + String.join(", or :", begun));
        }
    }

    private void vars() {
        List<Result.Defined> definitions = bench.definitions().stream()
                .filter(defined -> !defined.name().equals(Workbench.ANSWER))
                .toList();
        if (definitions.isEmpty()) {
            conversation.tell(dim("nothing is defined yet; let x = 2 makes an input, f = x^2 a formula"));
            return;
        }
        Table table = new Table(conversation.preferences().style(), List.of("name", "is", "value"));
        for (Result.Defined defined : definitions) {
            String value = Visible.of(
                    conversation.preferences().format().text(defined.value()).replace("\n", " "));
            String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
            table.add(List.of(defined.name(), defined.role(), shown));
        }
        conversation.tell(table.text());
    }

    private void list() {
        conversation.tell(
                bench.worked().isEmpty()
                        ? dim("nothing has worked yet")
                        : Visible.lines(Transcript.numbered(bench.worked())));
    }

    private void save(Path path) {
        if (bench.worked().isEmpty()) {
            complain("there is nothing to save", "it writes the statements that worked, and none has yet");
            return;
        }
        String program = bench.transcript().program(bench.worked());
        try {
            WholeFile.write(path, program.getBytes(StandardCharsets.UTF_8));
            conversation.tell(dim("wrote " + bench.worked().size() + " statements to " + Visible.of(path.toString())));
        } catch (StoreException problem) {
            complain(path + ": " + problem.problem(), problem.hint().orElse(""));
        }
    }

    private void load(String argument) {
        if (!argument.isEmpty()) {
            path(argument).ifPresent(this::load);
            return;
        }
        bench.earlier()
                .ifPresentOrElse(
                        last -> conversation.run(new SourceText("the last session", last.program())),
                        () -> complain("no session before this one is known", "write :load FILE"));
    }

    private void load(Path path) {
        try {
            conversation.run(new SourceText(path.toString(), bench.read(path)));
        } catch (Stopped stopped) {
            complain(stopped.diagnostic().message(), "");
        } catch (IOException problem) {
            complain("cannot read " + path + ": " + ReadFailure.of(problem).reason(), "");
        }
    }

    private void edit() {
        try {
            String changed = editor.edit(conversation.lastEntry());
            if (!changed.isBlank()) {
                conversation.tell(dim(Visible.lines(changed.strip())));
                conversation.enter(changed);
            }
        } catch (IOException problem) {
            complain("no editor could be used: " + problem.getMessage(), "name one in the variable EDITOR");
        }
    }

    private void undo() {
        if (bench.worked().isEmpty()) {
            complain("there is nothing to take back", "");
            return;
        }
        bench.undo()
                .map(Statement::span)
                .map(Span::text)
                .ifPresentOrElse(
                        text -> conversation.tell(dim("took back: "
                                + Visible.of(text.lines().findFirst().orElse("")))),
                        () -> complain("nothing was taken back", "what came before could not be run again to its end"));
    }

    private void time(String program) {
        long start = System.nanoTime();
        conversation.run(new SourceText(":time", program));
        double seconds = (System.nanoTime() - start) / 1e9;
        String time = seconds < 1
                ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.3g s", seconds);
        conversation.tell(dim("took " + time));
    }

    private void set(String argument) {
        Preferences now = conversation.preferences();
        if (argument.isEmpty()) {
            Table table = new Table(conversation.preferences().style(), List.of("", "", ""));
            for (Setting setting : Setting.values()) {
                table.add(List.of(setting.word(), setting.show(now), setting.help()));
            }
            conversation.tell(table.text().strip());
            return;
        }
        String[] words = argument.split("\\s+", 2);
        Setting setting = Setting.of(words[0]).orElse(null);
        if (setting == null) {
            String known = "there are " + String.join(", ", Setting.words());
            complain("there is no setting '" + words[0] + "'", nearest(words[0], Setting.words(), "", known));
            return;
        }
        setting.change(now, words.length == 2 ? words[1] : "")
                .ifPresentOrElse(
                        conversation::prefer,
                        () -> complain(
                                setting.word() + " takes other values",
                                "write :set " + setting.word() + " " + setting.example() + "   (" + setting.help()
                                        + ")"));
    }

    /** Where a file lies that was named behind a command; empty, with a complaint, where there can be none. */
    private Optional<Path> path(String named) {
        String file = named.replaceAll("^\"|\"$", "");
        try {
            return Optional.of(bench.files().path(file, new Span(new SourceText("", ""), 0, 0)));
        } catch (AgException refused) {
            complain(refused.diagnostic().message(), refused.diagnostic().hint());
            return Optional.empty();
        }
    }

    private void complain(String message, String hint) {
        conversation.complain(message, hint);
    }

    /** The name that was probably meant, or else what to do. */
    static String nearest(String word, List<String> known, String before, String otherwise) {
        return Nearest.to(word, known)
                .map(near -> "did you mean " + before + near + "?")
                .orElse(otherwise);
    }

    private String dim(String text) {
        return conversation.preferences().style().dim(text);
    }
}
