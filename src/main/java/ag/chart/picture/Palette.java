package ag.chart.picture;

import ag.chart.drawing.Color;
import ag.chart.drawing.Stroke;
import java.util.List;

/**
 * What tells series apart. The colours are those of Okabe and Ito, <i>Color Universal Design</i> (2002), which people
 * with any common colour blindness can distinguish; their yellow is left out, too pale for a line on white. Dashes (and
 * the markers of points) repeat after another count than colours, so that colour is never the only difference.
 */
final class Palette {
    static final Color TEXT = Color.rgb(0x222222);
    static final Color FRAME = Color.rgb(0x777777);
    static final Color GRID = Color.rgb(0xE4E4E4);
    static final Color ZERO = Color.rgb(0xB0B0B0);
    static final Color BORDER = Color.rgb(0x333333);

    private static final List<Color> COLORS = List.of(
            Color.rgb(0x0072B2), // blue
            Color.rgb(0xD55E00), // vermilion
            Color.rgb(0x009E73), // bluish green
            Color.rgb(0xCC79A7), // reddish purple
            Color.rgb(0xE69F00), // orange
            Color.rgb(0x56B4E9), // sky blue
            Color.rgb(0x000000));

    /** In line widths, round ends included: a dash of length 0 is a dot. */
    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(4.0, 3.0), List.of(0.0, 2.2), List.of(5.0, 2.5, 0.0, 2.5), List.of(9.0, 3.5));

    /** How much of its colour a region's ground has; neighbours differ in lightness, for who sees no hue. */
    private static final List<Double> GROUNDS = List.of(0.17, 0.3, 0.23);

    private Palette() {}

    static Color color(int number) {
        return COLORS.get(number % COLORS.size());
    }

    /** The pale ground of the region with this number. */
    static Color ground(int region) {
        return color(region).tint(GROUNDS.get(region % GROUNDS.size()));
    }

    static Stroke line(int color, int dashes, double width) {
        List<Double> lengths = DASHES.get(dashes % DASHES.size()).stream()
                .map(length -> length * width)
                .toList();
        return new Stroke(color(color), width, lengths);
    }
}
