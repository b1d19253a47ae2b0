package ag.print;

/** Breaks a text into lines at its spaces. */
public final class Wrapped {
    private Wrapped() {}

    /** The text in lines of at most {@code width} columns, each behind the indent; a word that is longer keeps its own line. */
    public static String text(String text, String indent, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            int columns = Width.of(word);
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
}
