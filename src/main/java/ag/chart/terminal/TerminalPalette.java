package ag.chart.terminal;

import ag.chart.Marker;
import ag.engine.Elementary;
import java.util.List;

/**
 * What tells series apart in a terminal: the colours of Okabe and Ito, as near as the 256-colour palette has them, and
 * beside them dashes, letters and textures, which do without colour.
 */
final class TerminalPalette {
    static final int FAINT = 244;
    static final int BORDER = 236;

    /** Readable on dark and light grounds alike. */
    private static final List<Integer> COLORS = List.of(32, 166, 36, 175, 172, 74, Cells.PLAIN);

    /** The same hues, darker: for drawing on the pale ground of a field. */
    private static final List<Integer> DEEP = List.of(25, 130, 29, 132, 94, 31, 16);

    private static final List<Integer> GROUNDS = List.of(153, 223, 158, 225, 230, 195, 254);

    /** The grounds a little darker, for the textures on them. */
    private static final List<Integer> SHADES = List.of(110, 180, 115, 182, 187, 152, 250);

    /** Lengths of dash, gap, dash, gap … in dots; a solid line has no gap. */
    private static final List<List<Integer>> DASHES =
            List.of(List.of(1, 0), List.of(4, 3), List.of(1, 2), List.of(5, 2, 1, 2), List.of(9, 3));

    private static final String LETTERS = "*=~%&$@";

    private TerminalPalette() {}

    static int color(int number) {
        return COLORS.get(number % COLORS.size());
    }

    static int deep(int number) {
        return DEEP.get(number % DEEP.size());
    }

    static int ground(int region) {
        return GROUNDS.get(region % GROUNDS.size());
    }

    static int shade(int region) {
        return SHADES.get(region % SHADES.size());
    }

    static List<Integer> dashes(int number) {
        return DASHES.get(number % DASHES.size());
    }

    /** What a curve is drawn with where there are no dots. */
    static String letter(int number) {
        int at = number % LETTERS.length();
        return LETTERS.substring(at, at + 1);
    }

    static String texture(int region, boolean unicode) {
        List<String> textures = unicode ? List.of(" ", "░", "▒", "·", ":", "▓") : List.of(" ", ".", ":", "-", "'", ",");
        return textures.get(region % textures.size());
    }

    /** The arrow that points nearest to a direction. */
    static String arrow(double across, double up, boolean unicode) {
        double angle = Elementary.atan2(up, across);
        int eighth = Math.floorMod((int) Elementary.round(angle / (Math.PI / 4)), 8);
        return unicode ? "→↗↑↖←↙↓↘".substring(eighth, eighth + 1) : ">/^\\</v\\".substring(eighth, eighth + 1);
    }

    static String marker(Marker marker, boolean unicode) {
        return switch (marker) {
            case CIRCLE -> unicode ? "●" : "o";
            case SQUARE -> unicode ? "■" : "#";
            case TRIANGLE -> unicode ? "▲" : "^";
            case DIAMOND -> unicode ? "◆" : "d";
            case CROSS -> unicode ? "×" : "x";
            case PLUS -> "+";
        };
    }
}
