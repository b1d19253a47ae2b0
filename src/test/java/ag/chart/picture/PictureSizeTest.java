package ag.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureSizeTest {
    @ParameterizedTest
    @CsvSource({"240, 180", "10000, 10000", "240, 10000", "10000, 180"})
    void theSmallestAndTheLargestAreAllowed(int width, int height) {
        assertThat(new PictureSize(width, height).width()).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"239, 180", "240, 179", "10001, 180", "240, 10001"})
    void oneLessOrMoreIsRefusedWithTheLimits(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureSize(width, height))
                .withMessageContaining("240 × 180")
                .withMessageContaining("10000 × 10000")
                .withMessageEndingWith(width + " × " + height);
    }
}
