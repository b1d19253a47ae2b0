package ag.chart.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
    void longTextIsShortenedToItsRoom() {
        String text = "a rather long name";
        double room = TYPEFACE.width(text, 12) / 2;
        String shorter = TYPEFACE.shorten(text, 12, room);
        assertThat(shorter).startsWith("a rat").endsWith("…");
        assertThat(TYPEFACE.width(shorter, 12)).isLessThanOrEqualTo(room);
        assertThat(TYPEFACE.shorten(text, 12, 2 * room)).isEqualTo(text);
        assertThat(TYPEFACE.shorten(text, 12, 1)).isEmpty();
        // Exactly as much room as the text, or as the shortened text, needs is enough.
        assertThat(TYPEFACE.shorten(text, 12, TYPEFACE.width(text, 12))).isEqualTo(text);
        assertThat(TYPEFACE.shorten(text, 12, Math.nextDown(TYPEFACE.width(text, 12))))
                .endsWith("…");
        assertThat(TYPEFACE.shorten(text, 12, TYPEFACE.width("a rat…", 12))).isEqualTo("a rat…");
        assertThat(TYPEFACE.shorten(text, 12, TYPEFACE.width("a…", 12))).isEqualTo("a…");
    }
}
