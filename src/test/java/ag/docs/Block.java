package ag.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of code on a page. In an {@code ag} block each line that is printed stands behind an arrow in a comment, in the order
 * of printing: on the line of the statement, or on lines of its own below. {@code ag fresh} starts a new session, {@code ag json}
 * prints as {@code --json} does.
 *
 * @param start the number of lines on the page before the block's first
 * @param info what stands behind the opening fence
 */
record Block(Page page, int start, String info, List<String> lines) {
    private static final String ARROW = "# ->";

    boolean isProgram() {
        return info.equals("ag") || info.startsWith("ag ");
    }

    boolean isFresh() {
        return info.startsWith("ag ") && info.contains("fresh");
    }

    boolean isJson() {
        return info.startsWith("ag ") && info.contains("json");
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** What the page says is printed. */
    List<String> expected() {
        return lines.stream()
                .filter(line -> line.contains(ARROW))
                .map(line -> line.substring(line.indexOf(ARROW) + ARROW.length()))
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .toList();
    }

    /** Writes what is printed behind the arrows, of which there must be as many as there are lines. */
    void update(List<String> printed) {
        List<String> page = new ArrayList<>(page().lines());
        int next = 0;
        for (int i = start; i < start + lines.size(); i++) {
            int arrow = page.get(i).indexOf(ARROW);
            if (arrow >= 0) {
                page.set(i, (page.get(i).substring(0, arrow) + ARROW + " " + printed.get(next++)).stripTrailing());
            }
        }
        page().write(page);
    }

    @Override
    public String toString() {
        return page + ":" + (start + 1);
    }
}
