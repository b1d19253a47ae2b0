package ag.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.RandomChart;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Shading;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Typeface;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text stands inside of its picture, with room around it, and none stands on another. */
final class ChartPictureTest {
    private static final Typeface TYPEFACE = Typeface.bundled();
    private static final double ROOM = 6;

    static Stream<Chart> charts() {
        Chart named = new Chart(
                "title",
                Axis.of("the name below"),
                Axis.of("the name above"),
                List.of(Curve.of("sin", Math::sin, new Range(-3, 3), 50)));
        return Stream.concat(Stream.of(named), IntStream.range(0, 40).mapToObj(RandomChart::of));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void textsKeepTheirDistanceFromTheEdge(Chart chart) {
        for (PictureSize size : List.of(PictureSize.DEFAULT, new PictureSize(240, 180))) {
            Drawing drawing = ChartPicture.draw(chart, size, TYPEFACE);
            for (Element element : drawing.elements()) {
                if (element instanceof Text text) {
                    double width = TYPEFACE.width(text.text(), text.size());
                    double left = switch (text.anchor()) {
                        case START -> text.at().x();
                        case MIDDLE -> text.at().x() - width / 2;
                        case END -> text.at().x() - width;
                    };
                    assertThat(left).as(text.text()).isGreaterThanOrEqualTo(ROOM);
                    assertThat(left + width).as(text.text()).isLessThanOrEqualTo(size.width() - ROOM);
                    assertThat(text.at().y()).as(text.text()).isBetween(text.size(), size.height() - ROOM);
                }
            }
        }
    }

    /** As in textbooks: a border that belongs to its region is solid, one that does not is dashed. */
    @ParameterizedTest
    @EnumSource(names = {"OPEN", "CLOSED"})
    void theBorderTellsWhetherItBelongsToTheRegion(Contours.Region region) {
        Range side = new Range(0, 1);
        Field field = new Field("", Samples.of(-1, 1, -1, 1), 2, 2, side, side, new Shading.Level(0));
        Contours contours = new Contours("c", field, List.of(0.0), region, List.of(), List.of());
        Chart chart = new Chart("", Axis.of(""), Axis.of(""), List.of(contours));
        assertThat(ChartPicture.draw(chart, PictureSize.DEFAULT, TYPEFACE).elements().stream()
                        .flatMap(ChartPictureTest::within)
                        .filter(Element.Lines.class::isInstance)
                        .map(line -> ((Element.Lines) line).stroke())
                        .filter(stroke -> stroke.width() == ChartPicture.LINE)
                        .map(stroke -> !stroke.dashes().isEmpty()))
                .containsExactly(region == Contours.Region.OPEN);
    }

    /** Points that fall together are drawn once, those that are no points not at all, and each other one by itself. */
    @ParameterizedTest
    @EnumSource
    void eachPointIsDrawnOnce(Marker marker) {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {0, 3, 1, 4, 2};
        double[] xAgain = {0, 1, 2, 3, 4, 1, Double.NaN, 2, 1, 4, Double.POSITIVE_INFINITY};
        double[] yAgain = {0, 3, 1, 4, 2, 3, 1, Double.NaN, 3, 2, 1};
        int all = marks(marker, x, y);
        assertThat(marks(marker, xAgain, yAgain)).as("with some again").isEqualTo(all);
        // The outermost stay, so that the axes do.
        int one = marks(marker, new double[] {0, 4, 3}, new double[] {0, 2, 4});
        assertThat(marks(marker, new double[] {0, 4, 3, 1}, new double[] {0, 2, 4, 3}) - one)
                .isPositive();
        assertThat(all - one)
                .isEqualTo(2 * (marks(marker, new double[] {0, 4, 3, 1}, new double[] {0, 2, 4, 3}) - one));
    }

    private static int marks(Marker marker, double[] x, double[] y) {
        Chart chart = new Chart("", Axis.of(""), Axis.of(""), List.of(new Points("p", x, y, marker)));
        return (int) ChartPicture.draw(chart, PictureSize.DEFAULT, TYPEFACE).elements().stream()
                .flatMap(ChartPictureTest::within)
                .count();
    }

    private static Stream<Element> within(Element element) {
        return element instanceof Element.Group group
                ? group.elements().stream().flatMap(ChartPictureTest::within)
                : Stream.of(element);
    }
}
