package ag.chart.drawing;

/**
 * How wide text is in the font that pictures are lettered with: DejaVu Sans. The widths are part of the program, so a picture is laid
 * out alike on every machine, whatever fonts are installed there.
 */
public final class Typeface {
    private final GlyphWidths widths = new GlyphWidths();

    private Typeface() {}

    /** The one font there is. */
    public static Typeface bundled() {
        return new Typeface();
    }

    /** How wide a line of text is, in the unit of {@code size}. */
    public double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    /** The text itself, or its beginning and "…" where it is wider than {@code room}. */
    public String shorten(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int kept = letters.length - 1; kept > 0; kept--) {
            String shorter = new String(letters, 0, kept).stripTrailing() + "…";
            if (width(shorter, size) <= room) {
                return shorter;
            }
        }
        return "";
    }

    private double advance(int letter) {
        return (double) widths.of(letter) / GlyphWidths.UNITS_PER_EM;
    }
}
