package ag.cli;

import java.util.List;
import java.util.Set;

/** The table of options: what is read from a call, refused where it means nothing, and offered by the shell's completion. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Set.of are immutable, which the checker cannot see.
enum Option {
    PROGRAM("e", "PROGRAM", "run this text", Command.RUN),
    INTERACTIVE("i", "", "stay in the REPL afterwards", Command.RUN),
    JSON("json", "", "print one JSON object a line", Command.RUN, Command.CHECK, Command.TEST),
    SEED(
            "seed",
            "N",
            "start the random numbers here",
            Command.RUN,
            Command.REPL,
            Command.TEST,
            Command.SERVE,
            Command.KERNEL),
    QUIET("quiet", "", "show results and errors, no remarks", Command.values()),
    ASCII("ascii", "", "write plain ASCII: x^2 for x², dL/da for ∂L/∂a", Command.values()),
    NO_COLOR("no-color", "", "print without colours", Command.values()),
    MAX_TIME("max-time", "TIME", "end a program after this time: 500ms, 10s, 2m", Command.RUN, Command.TEST),
    MAX_NODES("max-nodes", "N", "end a program that holds more values", Command.RUN, Command.TEST),
    MAX_MEMORY(
            "max-memory",
            "SIZE",
            "end a program that needs more memory: 512m, 4g",
            Command.RUN,
            Command.REPL,
            Command.TEST,
            Command.SERVE,
            Command.KERNEL),
    SANDBOX(
            "sandbox",
            "",
            "refuse to touch any file",
            Command.RUN,
            Command.REPL,
            Command.CHECK,
            Command.TEST,
            Command.SERVE,
            Command.KERNEL),
    JUNIT("junit", "FILE", "also report in JUnit's XML", Command.TEST),
    PYTORCH("pytorch", "FILE", "write the last training as a program for PyTorch", Command.EXPORT),
    CHECK("check", "", "change nothing, fail where something would change", Command.FMT),
    HELP("help h", "", "show this help", Command.values()),
    VERSION("version", "", "show the version", Command.values());

    private final List<String> words;
    private final String value;
    private final String help;
    private final Set<Command> commands;

    Option(String words, String value, String help, Command... commands) {
        this.words = List.of(words.split(" ", -1));
        this.value = value;
        this.help = help;
        this.commands = Set.of(commands);
    }

    static Option of(String word) {
        for (Option option : values()) {
            if (option.words.contains(word)) {
                return option;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** As it is called, without dashes. */
    String word() {
        return words.getFirst();
    }

    /** All it is called by, without dashes. */
    List<String> words() {
        return words;
    }

    /** As it is typed. */
    String dashed() {
        return (word().length() == 1 ? "-" : "--") + word();
    }

    /** What stands behind it, as the help calls it; empty where nothing does. */
    String value() {
        return value;
    }

    boolean takesValue() {
        return !value.isEmpty();
    }

    String help() {
        return help;
    }

    boolean belongsTo(Command command) {
        return commands.contains(command);
    }
}
