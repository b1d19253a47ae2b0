package ag.repl;

import ag.assist.FileSuggestions;
import ag.assist.ProgramSuggestions;
import ag.assist.Suggestion;
import ag.assist.WordAtCursor;
import ag.help.Help;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can stand where the cursor is. */
final class Suggestions {
    private final FileSuggestions files;
    private final CommandSuggestions commands;
    private final ProgramSuggestions programs;
    /** Null until it is asked for: a start should not wait for it. */
    private @Nullable Help help;

    Suggestions(Workbench bench) {
        Supplier<Help> topics = this::help;
        files = new FileSuggestions(bench.files());
        commands = new CommandSuggestions(topics, files);
        programs = new ProgramSuggestions(() -> bench.session().interpreter(), topics);
    }

    /** All that fits there, whether it begins as the word does or not. */
    List<Suggestion> at(String entry, int cursor) {
        WordAtCursor word = wordAt(entry, cursor);
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
        WordAtCursor word = wordAt(entry, cursor);
        return word.quoted() || ReplCommand.isOne(entry) ? "" : programs.lack(word);
    }

    /** The word that ends at the cursor, of a program or of a command with a colon. */
    static WordAtCursor wordAt(String entry, int cursor) {
        String typed = entry.substring(0, cursor);
        return ReplCommand.isOne(typed) && !ReplCommand.holdsProgram(typed)
                ? WordAtCursor.split(typed, Math.max(typed.lastIndexOf(' ') + 1, typed.indexOf(':')), false)
                : WordAtCursor.of(typed);
    }

    private Help help() {
        if (help == null) {
            help = Help.standard();
        }
        return help;
    }
}
