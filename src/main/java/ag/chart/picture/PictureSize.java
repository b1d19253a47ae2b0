package ag.chart.picture;

/** The size of a picture in pixels. */
public record PictureSize(int width, int height) {
    /** Fits a page of text. */
    public static final PictureSize DEFAULT = new PictureSize(640, 420);

    /** @throws IllegalArgumentException below 240 × 180, where names and axes leave no room for data, and above 10000 */
    public PictureSize {
        if (width < 240 || height < 180 || Math.max(width, height) > 10_000) {
            throw new IllegalArgumentException(
                    "a picture is between 240 × 180 and 10000 × 10000 pixels, not " + width + " × " + height);
        }
    }
}
