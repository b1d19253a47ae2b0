package ag.chart.terminal;

import ag.chart.drawing.Point;
import java.util.Arrays;
import java.util.List;

/**
 * Lines drawn over cells that are finer than these: with Braille patterns each cell has 2 × 4 dots, in ASCII it is one
 * dot, the letter of its curve.
 */
final class DotLayer {
    /** The bit of each dot in a Braille pattern, row by row (Unicode, chapter 21.1). */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final int BLANK_PATTERN = 0x2800;

    private final boolean braille;
    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final String[][] letters;
    private final int[][] colors;

    /** How a line looks: its colour, its letter in ASCII, its dashes in dots otherwise. */
    record Pen(int color, String letter, List<Integer> dashes) {}

    DotLayer(int columns, int rows, boolean braille) {
        this.braille = braille;
        this.columns = columns;
        this.rows = rows;
        this.dots = new int[rows][columns];
        this.letters = new String[rows][columns];
        this.colors = new int[rows][columns];
    }

    int dotsAcross() {
        return braille ? 2 * columns : columns;
    }

    /** The column of cells where a place of the window lies, by its share of the width. */
    int column(double x) {
        return braille ? dotX(x) / 2 : dotX(x);
    }

    /** The row of cells, from the top, by the share of the height from the bottom. */
    int row(double y) {
        return braille ? dotY(y) / 4 : dotY(y);
    }

    /** Draws a line through places of the window. */
    void draw(List<Point> places, Pen pen) {
        int travelled = 0;
        dot(places.getFirst(), pen);
        for (int i = 1; i < places.size(); i++) {
            travelled = draw(places.get(i - 1), places.get(i), pen, travelled);
        }
    }

    /** Steps along the longer direction, a dot at a time; the dashes go on from the piece before. */
    private int draw(Point from, Point to, Pen pen, int travelled) {
        int x0 = dotX(from.x());
        int y0 = dotY(from.y());
        int dx = dotX(to.x()) - x0;
        int dy = dotY(to.y()) - y0;
        int steps = Math.max(Math.abs(dx), Math.abs(dy));
        for (int step = 1; step <= steps; step++) {
            if (isOn(travelled + step, pen.dashes())) {
                dot(Math.round(x0 + (float) dx * step / steps), Math.round(y0 + (float) dy * step / steps), pen);
            }
        }
        return travelled + steps;
    }

    private boolean isOn(int travelled, List<Integer> dashes) {
        if (!braille) {
            return true;
        }
        int at = travelled % dashes.stream().mapToInt(Integer::intValue).sum();
        boolean on = true;
        for (int length : dashes) {
            if (at < length) {
                return on;
            }
            at -= length;
            on = !on;
        }
        return on;
    }

    private void dot(Point place, Pen pen) {
        dot(dotX(place.x()), dotY(place.y()), pen);
    }

    private void dot(int x, int y, Pen pen) {
        int column = braille ? x / 2 : x;
        int row = braille ? y / 4 : y;
        dots[row][column] |= braille ? BITS[y % 4][x % 2] : 1;
        letters[row][column] = pen.letter();
        colors[row][column] = pen.color();
    }

    private int dotX(double x) {
        return (int) Math.round(x * (dotsAcross() - 1));
    }

    private int dotY(double y) {
        int dotsDown = braille ? 4 * rows : rows;
        return (int) Math.round((1 - y) * (dotsDown - 1));
    }

    boolean isEmpty() {
        return Arrays.stream(dots).flatMapToInt(Arrays::stream).allMatch(dot -> dot == 0);
    }

    /** Puts what was drawn onto the page. */
    void stamp(Cells cells, int left, int top) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (dots[row][column] != 0) {
                    String glyph =
                            braille ? Character.toString(BLANK_PATTERN + dots[row][column]) : letters[row][column];
                    cells.put(left + column, top + row, glyph, colors[row][column]);
                }
            }
        }
    }
}
