package ag.repl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of commands that begin with a colon: what is understood, completed and listed by {@code :help}. */
enum ReplCommand {
    HELP("help", "[TOPIC]", "this list; :help tanh or :help train explains"),
    VARS("vars", "", "the names you have defined, and their values"),
    LIST("list", "", "the statements that worked, in order"),
    SAVE("save", "FILE", "write those statements to a file that runs as it is"),
    LOAD("load", "[FILE]", "run a file in this session; without a name, what the last session did"),
    EDIT("edit", "", "change the last entry in your editor ($EDITOR), then run it"),
    UNDO("undo", "", "take the last statement back"),
    RESET("reset", "", "forget everything"),
    TIME("time", "PROGRAM", "run something and say how long it took"),
    SET("set", "[NAME VALUE]", "how things are shown: digits 10, color off, unicode off, live off"),
    QUIT("quit", "", "leave; so does Ctrl-D");

    private final String word;
    private final String argument;
    private final String help;

    ReplCommand(String word, String argument, String help) {
        this.word = word;
        this.argument = argument;
        this.help = help;
    }

    /** Whether an entry is a command: it begins with a colon. */
    static boolean isOne(String entry) {
        return entry.stripLeading().startsWith(":");
    }

    /** Whether what is typed is a command with a program behind it, as far as that has begun. */
    static boolean holdsProgram(String entry) {
        String[] parts = entry.stripLeading().split("\\s+", 2);
        return isOne(entry)
                && parts.length == 2
                && of(parts[0].substring(1)).filter(TIME::equals).isPresent();
    }

    /** The command of this word, or the only one that begins with it. */
    static Optional<ReplCommand> of(String word) {
        List<String> begun = beginningWith(word);
        String meant = begun.size() == 1 && !word.isEmpty() ? begun.getFirst() : word;
        return Arrays.stream(values())
                .filter(command -> command.word.equals(meant))
                .findFirst();
    }

    /** The words that begin so. */
    static List<String> beginningWith(String word) {
        return words().stream().filter(whole -> whole.startsWith(word)).toList();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ReplCommand::word).toList();
    }

    /** As it is typed, without the colon. */
    String word() {
        return word;
    }

    /** What stands behind it, as the help calls it; empty where nothing does. */
    String argument() {
        return argument;
    }

    String help() {
        return help;
    }
}
