package ag.lang.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How the statements that begin with a word are written, for messages. */
public final class Forms {
    private Forms() {}

    /** The words that statements begin with. */
    public static List<String> words() {
        Stream<String> commands =
                Arrays.stream(CommandWord.values()).map(CommandWord::word).filter(word -> !word.isEmpty());
        return Stream.concat(commands, Stream.of("for", "if")).toList();
    }

    /** The words that can be no names. */
    public static List<String> reserved() {
        return ReservedWords.all();
    }

    /** The words that may stand inside the statement that begins with the word, such as {@code wrt}. */
    public static List<String> clauses(String word) {
        return word.equals("for")
                ? List.of("in")
                : List.copyOf(CommandWord.of(word).clauses().keySet());
    }

    /** An example of the statement that begins with the word; empty where there is none. */
    public static String of(String word) {
        return switch (word) {
            case "for" -> "for x in v { … }";
            case "if" -> "if condition { … } else { … }, or as a value: if condition then a else b";
            default -> CommandWord.of(word).form();
        };
    }
}
