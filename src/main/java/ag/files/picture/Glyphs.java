package ag.files.picture;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
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
 * The outlines of the letters of DejaVu Sans, from the program's own resources.
 *
 * <p>Reading its glyphs with FontBox, not through {@code java.awt.Font}, keeps pictures the same on every machine and
 * works where no fonts are installed. One instance must not be used by two threads at once.
 */
final class Glyphs {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final Typeface typeface = Typeface.bundled();

    private Glyphs(TrueTypeFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /** Reads the bundled font; takes some ten milliseconds. */
    static Glyphs bundled() {
        try (InputStream file =
                Objects.requireNonNull(Glyphs.class.getResourceAsStream("DejaVuSans.ttf"), "the font is missing")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            return new Glyphs(font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline of a line of text that starts on the base line at {@code at}. */
    Shape outline(String text, Point at, double size) {
        double scale = size / unitsPerEm();
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = at.x();
        for (int letter : text.codePoints().toArray()) {
            // Font coordinates grow upwards.
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, at.y());
            outline.append(glyph(letter).getPathIterator(place), false);
            x += typeface.width(Character.toString(letter), size);
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

    /** The width of a letter as the font says it. */
    int width(int letter) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(letter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int unitsPerEm() {
        try {
            return font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
