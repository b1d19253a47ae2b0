package ag.files.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.drawing.Color;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.drawing.Typeface;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngWriterTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int RED = 0xFF0000;
    private static final Paint RED_FILL = Paint.filled(Color.rgb(RED));
    private static final Typeface TYPEFACE = Typeface.bundled();

    @Test
    void theImageHasTheDrawingsSizeTimesTheScale() throws IOException {
        BufferedImage image = read(PngWriter.write(new Drawing(31, 20.2, "", "", List.of()), 2, TYPEFACE));
        assertThat(image.getWidth()).isEqualTo(62);
        assertThat(image.getHeight()).isEqualTo(41);
        assertThat(pixel(image, 30, 20)).isEqualTo(WHITE);
    }

    @Test
    void shapesCoverThePixelsInsideThem() throws IOException {
        BufferedImage image = image(
                new Rectangle(2, 2, 6, 6, 0, RED_FILL),
                new Circle(new Point(15, 5), 4, RED_FILL),
                Area.polygon(List.of(new Point(20, 10), new Point(30, 10), new Point(20, 20)), RED_FILL),
                Lines.line(new Point(0, 25.5), new Point(40, 25.5), Stroke.solid(Color.rgb(RED), 1)));
        assertThat(pixel(image, 2, 2)).isEqualTo(RED);
        assertThat(pixel(image, 7, 7)).isEqualTo(RED);
        assertThat(pixel(image, 8, 8)).isEqualTo(WHITE);
        assertThat(pixel(image, 15, 5)).isEqualTo(RED);
        assertThat(pixel(image, 11, 1)).isEqualTo(WHITE);
        assertThat(pixel(image, 21, 11)).isEqualTo(RED);
        assertThat(pixel(image, 28, 18)).isEqualTo(WHITE);
        assertThat(pixel(image, 20, 25)).isEqualTo(RED);
    }

    @Test
    void laterElementsCoverEarlierOnesInGroupsToo() throws IOException {
        BufferedImage image = image(
                new Rectangle(0, 0, 9, 9, 0, RED_FILL),
                new Group("over", List.of(new Rectangle(0, 0, 9, 9, 0, Paint.filled(Color.rgb(0x00FF00))))));
        assertThat(pixel(image, 4, 4)).isEqualTo(0x00FF00);
    }

    @Test
    void dashesLeaveGaps() throws IOException {
        Stroke dashed = new Stroke(Color.rgb(RED), 1, List.of(4.0, 6.0));
        BufferedImage image = image(Lines.line(new Point(0, 5.5), new Point(40, 5.5), dashed));
        assertThat(pixel(image, 2, 5)).isEqualTo(RED);
        assertThat(pixel(image, 7, 5)).isEqualTo(WHITE);
        assertThat(pixel(image, 12, 5)).isEqualTo(RED);
    }

    @Test
    void lettersAreFilledWhereTheirAnchorSays() throws IOException {
        // The letter l is a plain vertical bar.
        double width = TYPEFACE.width("l", 20);
        assertThat(redColumns(Anchor.START)).allMatch(x -> x >= 20 && x <= 20 + width);
        assertThat(redColumns(Anchor.END)).allMatch(x -> x >= 20 - width - 1 && x <= 20);
        assertThat(redColumns(Anchor.MIDDLE)).allMatch(x -> Math.abs(x + 0.5 - 20) <= width / 2);
    }

    private static List<Integer> redColumns(Anchor anchor) throws IOException {
        BufferedImage image = image(new Text(new Point(20, 25), "l", 20, anchor, Color.rgb(RED)));
        List<Integer> columns = IntStream.range(0, image.getWidth())
                .filter(x -> pixel(image, x, 17) != WHITE)
                .boxed()
                .toList();
        assertThat(columns).isNotEmpty();
        return columns;
    }

    private static BufferedImage image(Element... elements) throws IOException {
        return read(PngWriter.write(new Drawing(40, 30, "", "", List.of(elements)), 1, TYPEFACE));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int pixel(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }
}
