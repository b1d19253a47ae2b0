package ag.lang.syntax;

import java.util.List;

/** Puts the comments behind neighbouring lines under each other. */
final class Aligned {
    private static final int GAP = 2;

    private Aligned() {}

    /** The lines with their comments, each line with its end. A comment is empty where a line has none. */
    static String text(List<String> lines, List<String> comments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); ) {
            int end = i;
            int widest = 0;
            while (end < lines.size() && !comments.get(end).isEmpty()) {
                widest = Math.max(widest, width(lines.get(end)));
                end++;
            }
            for (; i < end; i++) {
                String gap = " ".repeat(widest - width(lines.get(i)) + GAP);
                text.append(lines.get(i)).append(gap).append(comments.get(i)).append('\n');
            }
            if (i < lines.size()) {
                text.append(lines.get(i)).append('\n');
                i++;
            }
        }
        return text.toString();
    }

    private static int width(String line) {
        return line.codePointCount(0, line.length());
    }
}
