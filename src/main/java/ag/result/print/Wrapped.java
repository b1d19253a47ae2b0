package ag.result.print;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks a text into lines at its spaces. */
public final class Wrapped {
    /** What changes a colour takes no column. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Wrapped() {}

    /** Each line as it is where it fits; otherwise it goes on in further lines, further in. */
    public static String lines(String text, int width) {
        return text.lines()
                .map(line -> columns(line) <= width ? line : broken(line, width))
                .collect(Collectors.joining("\n"));
    }

    private static String broken(String line, int width) {
        String begun = line.stripLeading();
        String indent = " ".repeat(line.length() - begun.length());
        String text = text(begun, indent + "    ", width);
        return indent + text.stripLeading();
    }

    /** The text in lines of at most {@code width} columns, each behind the indent; a word that is longer keeps its own line. */
    public static String text(String text, String indent, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            int columns = columns(word);
            if (column == 0) {
                lines.append(indent);
                column = indent.length();
            } else if (column + 1 + columns <= width) {
                lines.append(' ');
                column++;
            } else {
                lines.append('\n').append(indent);
                column = indent.length();
            }
            lines.append(word);
            column += columns;
        }
        return lines.toString();
    }

    private static int columns(String text) {
        return Width.of(COLOUR.matcher(text).replaceAll(""));
    }
}
