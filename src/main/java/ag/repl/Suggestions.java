package ag.repl;

import ag.help.Help;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can stand where the cursor is. */
final class Suggestions {
    private final FileSuggestions files;
    private final CommandSuggestions commands;
    private final ProgramSuggestions programs;
    /** Null until somebody asks: a start should not wait for it. */
    private @Nullable Help help;

    Suggestions(Workbench bench) {
        Supplier<Help> topics = this::help;
        files = new FileSuggestions(bench.files());
        commands = new CommandSuggestions(topics, files);
        programs = new ProgramSuggestions(() -> bench.session().interpreter(), topics);
    }

    /** All that fits there, whether it begins as the word does or not. */
    List<Suggestion> at(String entry, int cursor) {
        WordAtCursor word = WordAtCursor.of(entry, cursor);
        if (word.quoted()) {
            return files.of(word.text());
        }
        String before = word.before();
        if (!ReplCommand.isOne(before + word.text())) {
            return programs.of(word);
        }
        return ReplCommand.holdsProgram(before + word.text())
                ? programs.of(new WordAtCursor(before.stripLeading().split("\\s+", 2)[1], word.text(), false))
                : commands.of(word);
    }

    /** What is missing for anything to stand there, in a sentence; empty where something can, or where nothing could ever. */
    String lack(String entry, int cursor) {
        WordAtCursor word = WordAtCursor.of(entry, cursor);
        return word.quoted() || ReplCommand.isOne(entry) ? "" : programs.lack(word);
    }

    private Help help() {
        if (help == null) {
            help = Help.standard();
        }
        return help;
    }
}
