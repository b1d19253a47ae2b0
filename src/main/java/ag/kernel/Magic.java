package ag.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of commands that begin with a percent sign, as in other notebooks. */
enum Magic {
    TIME("time", "PROGRAM", "run the rest of the line, or with %%time the whole cell, and say how long it took"),
    RUN("run", "FILE", "run a file in this session"),
    LOAD("load", "FILE", "put a file's text into the cell"),
    RESET("reset", "", "forget every name"),
    WHO("who", "", "the names that are defined, and their values"),
    HELP("help", "NAME", "explain a function, a statement or a name of yours"),
    LSMAGIC("lsmagic", "", "this list");

    private final String word;
    private final String argument;
    private final String help;

    Magic(String word, String argument, String help) {
        this.word = word;
        this.argument = argument;
        this.help = help;
    }

    static Optional<Magic> of(String word) {
        return Arrays.stream(values()).filter(magic -> magic.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(magic -> magic.word).toList();
    }

    /** Each with what it does, a line each. */
    static String list() {
        return Arrays.stream(values())
                .map(magic -> "%-15s %s".formatted("%" + magic.word + " " + magic.argument, magic.help))
                .collect(Collectors.joining("\n"));
    }
}
