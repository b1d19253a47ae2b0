package ag.chart.drawing;

/** An sRGB colour, its parts from 0 to 255. */
public record Color(int red, int green, int blue) {
    public static final Color BLACK = new Color(0, 0, 0);
    public static final Color WHITE = new Color(255, 255, 255);

    public Color {
        if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
            throw new IllegalArgumentException("colour parts go from 0 to 255: " + red + ", " + green + ", " + blue);
        }
    }

    /** A colour from {@code 0xRRGGBB}. */
    public static Color rgb(int hex) {
        return new Color((hex >> 16) & 255, (hex >> 8) & 255, hex & 255);
    }

    /** This colour thinned with white: 1 leaves it as it is, 0 gives white. */
    public Color tint(double strength) {
        return new Color(tint(red, strength), tint(green, strength), tint(blue, strength));
    }

    private static int tint(int part, double strength) {
        return (int) Math.round(255 - (255 - part) * strength);
    }
}
