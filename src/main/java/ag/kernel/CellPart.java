package ag.kernel;

import java.util.ArrayList;
import java.util.List;

/** A piece of a cell: a program, or a line that begins with a percent sign. */
sealed interface CellPart {
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

    /** The pieces of a cell in their order. No line of a program begins with a percent sign. */
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
            if (line.stripLeading().startsWith("%")) {
                add(parts, program, before);
                String[] words = line.strip().substring(1).strip().split("\\s+", 2);
                parts.add(new Command(words[0], words.length > 1 ? words[1] : ""));
                before = number + 1;
            } else {
                program.append(line).append('\n');
            }
            number++;
        }
        add(parts, program, before);
        return parts;
    }

    private static void add(List<CellPart> parts, StringBuilder program, int linesBefore) {
        if (!program.toString().isBlank()) {
            parts.add(new Program("\n".repeat(linesBefore) + program.toString().stripTrailing()));
        }
        program.setLength(0);
    }
}
