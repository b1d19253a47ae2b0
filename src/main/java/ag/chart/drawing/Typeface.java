package ag.chart.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font that pictures are lettered with: DejaVu Sans, from the program's own resources.
 *
 * <p>Reading its glyphs with FontBox, not through {@code java.awt.Font}, keeps pictures the same on every machine and
 * works where no fonts are installed. One instance must not be used by two threads at once.
 */
public final class Typeface {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Typeface(TrueTypeFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /** Reads the bundled font; takes some ten milliseconds. */
    public static Typeface bundled() {
        try (InputStream file =
                Objects.requireNonNull(Typeface.class.getResourceAsStream("DejaVuSans.ttf"), "the font is missing")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            return new Typeface(font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The outline of a line of text that starts on the base line at {@code at}. */
    public Shape outline(String text, Point at, double size) {
        double scale = size / unitsPerEm();
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = at.x();
        for (int letter : text.codePoints().toArray()) {
            // Font coordinates grow upwards.
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, at.y());
            outline.append(glyph(letter).getPathIterator(place), false);
            x += advance(letter) * size;
        }
        return outline;
    }

    private Shape glyph(int letter) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
            // A blank, such as the space, has no outline.
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double advance(int letter) {
        try {
            return (double) font.getAdvanceWidth(glyphs.getGlyphId(letter)) / unitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int unitsPerEm() {
        try {
            return font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
