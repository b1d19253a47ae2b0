package ag.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.ChartSummary;
import ag.chart.Curve;
import ag.chart.RandomChart;
import ag.chart.Range;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.files.picture.PngRenderer;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@Isolated("sets the locale")
final class PictureTest {
    private static final Typeface TYPEFACE = Typeface.bundled();
    private static final PictureSize SMALL = new PictureSize(240, 180);
    private static final String NASTY = "f'' <script> & \"θ₁\" ]]>";

    @Test
    void everySvgIsWellFormed() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Document svg = parse(new SvgRenderer(PictureSize.DEFAULT, TYPEFACE).render(RandomChart.of(seed)));
            assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        }
    }

    @Test
    void namesComeThroughMarkupUnharmed() throws Exception {
        Document svg = parse(new SvgRenderer(PictureSize.DEFAULT, TYPEFACE).render(nasty()));
        assertThat(texts(svg, "title")).containsExactly(NASTY, NASTY, "g");
        assertThat(texts(svg, "desc")).containsExactly(ChartSummary.of(nasty()));
        assertThat(texts(svg, "text")).contains(NASTY, "g");
        assertThat(texts(svg, "script")).isEmpty();
    }

    @Test
    void anSvgNeedsNothingButItself() {
        String svg = new SvgRenderer(PictureSize.DEFAULT, TYPEFACE).render(nasty());
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href", "url(", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG", "de", "th-TH-u-nu-thai", "fa"})
    void aPictureIsTheSameInEveryLocale(String tag) {
        Chart chart = nasty();
        String svg = new SvgRenderer(SMALL, TYPEFACE).render(chart);
        byte[] png = new PngRenderer(SMALL, 1, TYPEFACE).render(chart);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(new SvgRenderer(SMALL, TYPEFACE).render(chart)).isEqualTo(svg);
            assertThat(new PngRenderer(SMALL, 1, TYPEFACE).render(chart)).isEqualTo(png);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 640, 1600})
    void textStaysInThePictureAndNeverCoversOtherText(int width) {
        for (int seed = 0; seed < 200; seed++) {
            Drawing drawing = ChartPicture.draw(RandomChart.of(seed), new PictureSize(width, width * 3 / 4), TYPEFACE);
            List<Rectangle2D> boxes =
                    texts(drawing.elements()).map(PictureTest::box).toList();
            Rectangle2D picture = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(picture.contains(boxes.get(i)))
                        .as("seed %d: %s", seed, boxes.get(i))
                        .isTrue();
                for (Rectangle2D other : boxes.subList(i + 1, boxes.size())) {
                    assertThat(boxes.get(i).intersects(other))
                            .as("seed %d: %s and %s", seed, boxes.get(i), other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aPngHasItsSizeAndShowsEverySeriesInItsColour() throws IOException {
        byte[] png = new PngRenderer(PictureSize.DEFAULT, 1.5, TYPEFACE).render(nasty());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getHeight()).isEqualTo(630);
        List<Integer> colors = IntStream.range(0, 960 * 630)
                .map(i -> image.getRGB(i % 960, i / 960) & 0xFFFFFF)
                .boxed()
                .toList();
        // Okabe and Ito's blue and vermilion.
        assertThat(colors).contains(0xFFFFFF, 0x0072B2, 0xD55E00);
    }

    @Test
    void anyChartMakesAPng() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            byte[] png = new PngRenderer(SMALL, 1, TYPEFACE).render(RandomChart.of(seed));
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(240);
        }
    }

    @Test
    @Tag("slow")
    void aPngIsMadeWithoutADisplayAndWithoutTheMachinesFonts() throws Exception {
        ProcessBuilder bare = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                BareMachine.class.getName());
        bare.environment().put("DISPLAY", ":no-such-display");
        Process java = bare.redirectErrorStream(true).start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        // The class that looks for the machine's fonts.
        assertThat(output).contains("PngWriter").doesNotContain("sun.font.FontManager", "sun.font.SunFontManager");
    }

    @Test
    void anEmptyChartSaysSo() {
        Drawing drawing =
                ChartPicture.draw(new Chart("", Axis.of(""), Axis.of(""), List.of()), PictureSize.DEFAULT, TYPEFACE);
        assertThat(texts(drawing.elements()).map(Text::text)).contains("nothing to draw");
    }

    @Test
    void aPictureTooSmallForItsAxesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PictureSize(100, 100));
    }

    private static Chart nasty() {
        Range range = new Range(-3, 3);
        return new Chart(
                NASTY,
                Axis.of(NASTY),
                Axis.of(NASTY),
                List.of(Curve.of(NASTY, Math::sin, range, 50), Curve.of("g", Math::tan, range, 50)));
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg, String tag) {
        NodeList nodes = svg.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Stream<Text> texts(List<Element> elements) {
        List<Text> texts = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Text text && !text.text().isBlank()) {
                texts.add(text);
            } else if (element instanceof Group group) {
                texts(group.elements()).forEach(texts::add);
            }
        }
        return texts.stream();
    }

    /** From the top of its capitals to the base line. */
    private static Rectangle2D box(Text text) {
        double width = TYPEFACE.width(text.text(), text.size());
        double share = switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
        Point at = text.at();
        double height = 0.73 * text.size();
        return new Rectangle2D.Double(at.x() - share * width, at.y() - height, width, height);
    }
}
