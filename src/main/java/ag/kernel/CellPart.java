package ag.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A piece of a cell: a program, a line that begins with a percent sign, or a question such as {@code ?tanh}. */
sealed interface CellPart {
    /** A word with a question mark before or behind it, as other notebooks ask for help. */
    Pattern QUESTION = Pattern.compile("\\?+\\s*\\p{L}\\w*|\\p{L}\\w*\\?+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * A program.
     *
     * @param text with as many empty lines before it as other lines stand there, so that messages name the cell's lines
     */
    record Program(String text) implements CellPart {}

    /**
     * A command.
     *
     * @param word what stands behind the sign
     * @param argument what stands behind the word; for one with two signs, the rest of the cell
     */
    record Command(String word, String argument) implements CellPart {}

    /** The pieces of a cell in their order. No line of a program begins with a percent sign or holds a question mark. */
    static List<CellPart> of(String cell) {
        String begun = cell.stripLeading();
        if (begun.startsWith("%%")) {
            String[] lines = begun.split("\n", 2);
            String[] words = lines[0].substring(2).strip().split("\\s+", 2);
            return List.of(new Command(words[0], "\n" + (lines.length > 1 ? lines[1] : "")));
        }
        List<CellPart> parts = new ArrayList<>();
        StringBuilder program = new StringBuilder();
        int before = 0;
        int number = 0;
        for (String line : cell.split("\n", -1)) {
            Optional<Command> command = command(line.strip());
            if (command.isPresent()) {
                add(parts, program, before);
                parts.add(command.get());
                before = number + 1;
            } else {
                program.append(line).append('\n');
            }
            number++;
        }
        add(parts, program, before);
        return parts;
    }

    /** The command that a line is; empty where it belongs to a program. */
    private static Optional<Command> command(String line) {
        if (line.startsWith("%")) {
            String[] words = line.substring(1).strip().split("\\s+", 2);
            return Optional.of(new Command(words[0], words.length > 1 ? words[1] : ""));
        }
        return QUESTION.matcher(line).matches()
                ? Optional.of(new Command("help", line.replace("?", "").strip()))
                : Optional.empty();
    }

    private static void add(List<CellPart> parts, StringBuilder program, int linesBefore) {
        if (!program.toString().isBlank()) {
            parts.add(new Program("\n".repeat(linesBefore) + program.toString().stripTrailing()));
        }
        program.setLength(0);
    }
}
