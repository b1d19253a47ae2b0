package ag.files.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlyphsTest {
    private static final Glyphs GLYPHS = Glyphs.bundled();

    /** The widths that text is laid out with are written down in the program; they must be those of the font. */
    @Test
    void theWidthsOfTheTypefaceAreThoseOfTheFont() {
        Typeface typeface = Typeface.bundled();
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (typeface.width(Character.toString(letter), GLYPHS.unitsPerEm()) != GLYPHS.width(letter)) {
                assertThat(letter).as("a letter of another width").isNegative();
            }
        }
    }

    @Test
    void anOutlineStandsOnItsBaseLine() {
        Rectangle2D box = GLYPHS.outline("H", new Point(100, 50), 20).getBounds2D();
        assertThat(box.getMaxY()).isEqualTo(50, within(1e-6));
        // The height of its capitals is 1493 of 2048 units.
        assertThat(box.getHeight()).isEqualTo(20 * 1493 / 2048.0, within(1e-6));
        assertThat(box.getMinX()).isBetween(100.0, 105.0);
        assertThat(box.getMaxX()).isLessThan(100 + Typeface.bundled().width("H", 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"θ", "∂", "₁", "²", "σ", "·", "√", "π", "∞", "≤", "…", "é", "ж", "′", "→"})
    void theLettersOfMathematicsAreThere(String letter) {
        Rectangle2D missing = GLYPHS.outline("\ue000", new Point(0, 0), 20).getBounds2D();
        Rectangle2D box = GLYPHS.outline(letter, new Point(0, 0), 20).getBounds2D();
        assertThat(box.isEmpty()).isFalse();
        assertThat(box).isNotEqualTo(missing);
    }
}
