package ag.chart.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypefaceTest {
    private static final Typeface TYPEFACE = Typeface.bundled();

    @Test
    void widthsAreThoseOfDejaVuSans() {
        // From the font's hmtx table, as any font viewer shows it: 1303 of 2048 units for a digit, 651 for the space.
        assertThat(TYPEFACE.width("0", 2048)).isEqualTo(1303, within(1e-9));
        assertThat(TYPEFACE.width("10 10", 2048)).isEqualTo(4 * 1303 + 651, within(1e-9));
        assertThat(TYPEFACE.width("", 12)).isZero();
    }

    @Test
    void anOutlineStandsOnItsBaseLine() {
        Rectangle2D box = TYPEFACE.outline("H", new Point(100, 50), 20).getBounds2D();
        assertThat(box.getMaxY()).isEqualTo(50, within(1e-6));
        // The height of its capitals is 1493 of 2048 units.
        assertThat(box.getHeight()).isEqualTo(20 * 1493 / 2048.0, within(1e-6));
        assertThat(box.getMinX()).isBetween(100.0, 105.0);
        assertThat(box.getMaxX()).isLessThan(100 + TYPEFACE.width("H", 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"θ", "∂", "₁", "²", "σ", "·", "√", "π", "∞", "≤", "…", "é", "ж", "′", "→"})
    void theLettersOfMathematicsAreThere(String letter) {
        Rectangle2D missing = TYPEFACE.outline("\ue000", new Point(0, 0), 20).getBounds2D();
        Rectangle2D box = TYPEFACE.outline(letter, new Point(0, 0), 20).getBounds2D();
        assertThat(box.isEmpty()).isFalse();
        assertThat(box).isNotEqualTo(missing);
    }

    @Test
    void longTextIsShortenedToItsRoom() {
        String text = "a rather long name";
        double room = TYPEFACE.width(text, 12) / 2;
        String shorter = TYPEFACE.shorten(text, 12, room);
        assertThat(shorter).startsWith("a rat").endsWith("…");
        assertThat(TYPEFACE.width(shorter, 12)).isLessThanOrEqualTo(room);
        assertThat(TYPEFACE.shorten(text, 12, 2 * room)).isEqualTo(text);
        assertThat(TYPEFACE.shorten(text, 12, 1)).isEmpty();
    }
}
