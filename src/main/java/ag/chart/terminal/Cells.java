package ag.chart.terminal;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page of character cells to draw on. What falls outside is cut off, so that no line is ever longer than the page is
 * wide.
 */
final class Cells {
    /** The terminal's own foreground or background. */
    static final int PLAIN = -1;

    private final String[][] glyphs;
    private final int[][] foreground;
    private final int[][] background;

    Cells(int width, int height) {
        glyphs = new String[height][width];
        foreground = new int[height][width];
        background = new int[height][width];
        for (int row = 0; row < height; row++) {
            Arrays.fill(glyphs[row], " ");
            Arrays.fill(foreground[row], PLAIN);
            Arrays.fill(background[row], PLAIN);
        }
    }

    /** Puts a glyph one cell wide; the background stays. Colours are numbers of the 256-colour palette, or PLAIN. */
    void put(int column, int row, String glyph, int color) {
        if (isInside(column, row)) {
            glyphs[row][column] = glyph;
            foreground[row][column] = color;
        }
    }

    void fill(int column, int row, int color) {
        if (isInside(column, row)) {
            background[row][column] = color;
        }
    }

    /** Writes text from a column on; a wide letter takes two cells, a combining one joins the letter before it. */
    void write(int column, int row, String text, int color) {
        int at = column;
        for (int letter : text.codePoints().toArray()) {
            String glyph = Character.toString(letter);
            int width = TerminalText.width(letter);
            if (width == 0) {
                join(at - 1, row, glyph);
            } else if (at + width <= glyphs[0].length) {
                put(at, row, glyph, color);
                for (int next = at + 1; next < at + width; next++) {
                    put(next, row, "", color);
                }
            }
            at += width;
        }
    }

    private void join(int column, int row, String mark) {
        if (isInside(column, row)) {
            glyphs[row][column] += mark;
        }
    }

    private boolean isInside(int column, int row) {
        return row >= 0 && row < glyphs.length && column >= 0 && column < glyphs[row].length;
    }

    /** The page as lines without blanks at their ends, with escape sequences for colours if wanted. */
    String text(boolean color) {
        return IntStream.range(0, glyphs.length)
                .mapToObj(row ->
                        color ? colored(row) : String.join("", glyphs[row]).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private String colored(int row) {
        StringBuilder line = new StringBuilder();
        int foregroundNow = PLAIN;
        int backgroundNow = PLAIN;
        for (int column = 0; column < end(row); column++) {
            int foregroundNext = glyphs[row][column].equals(" ") ? foregroundNow : foreground[row][column];
            int backgroundNext = background[row][column];
            if (foregroundNext != foregroundNow || backgroundNext != backgroundNow) {
                line.append(escape(foregroundNext, backgroundNext));
                foregroundNow = foregroundNext;
                backgroundNow = backgroundNext;
            }
            line.append(glyphs[row][column]);
        }
        return foregroundNow == PLAIN && backgroundNow == PLAIN ? line.toString() : line + "\u001b[0m";
    }

    private int end(int row) {
        int end = glyphs[row].length;
        while (end > 0 && glyphs[row][end - 1].equals(" ") && background[row][end - 1] == PLAIN) {
            end--;
        }
        return end;
    }

    /** Select graphic rendition (ECMA-48, 8.3.117): reset, then the two colours. */
    private static String escape(int foreground, int background) {
        return "\u001b[0" + (foreground == PLAIN ? "" : ";38;5;" + foreground)
                + (background == PLAIN ? "" : ";48;5;" + background) + "m";
    }
}
