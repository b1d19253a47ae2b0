package ag.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.Axis;
import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Series;
import ag.chart.Shading;
import ag.chart.drawing.Element;
import ag.chart.drawing.Typeface;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of series leaves marks of its kind in a picture, beside those of the axes and its name. */
final class SeriesMarksTest {
    private static final Range SIDE = new Range(-1, 1);
    private static final Samples X = Samples.of(-0.5, 0, 0.5);
    private static final Field FIELD =
            new Field("field", Samples.of(-1, 1, -1, 1), 2, 2, SIDE, SIDE, new Shading.Level(0));

    record Marked(Series series, Class<? extends Element> mark, int atLeast) {}

    static Stream<Marked> series() {
        return Stream.of(
                new Marked(Curve.of("curve", x -> x, SIDE, 9), Element.Lines.class, 1),
                new Marked(
                        new Band("band", X, Samples.of(0, 0.1, 0), Samples.of(0.5, 0.4, 0.6)), Element.Area.class, 1),
                new Marked(new Points("points", X, X, Marker.CIRCLE), Element.class, 1),
                new Marked(FIELD, Element.Area.class, 2),
                new Marked(FIELD, Element.Lines.class, 1),
                new Marked(contours(Contours.Region.NONE), Element.Lines.class, 1),
                new Marked(contours(Contours.Region.CLOSED), Element.Area.class, 1));
    }

    private static Contours contours(Contours.Region region) {
        return new Contours("contours", FIELD, List.of(0.0), region, List.of(), List.of());
    }

    @ParameterizedTest
    @MethodSource("series")
    void areDrawn(Marked marked) {
        assertThat(marks(List.of(marked.series()), marked.mark()))
                .isGreaterThanOrEqualTo(marks(List.of(), marked.mark()) + marked.atLeast());
    }

    /** Those in the plane itself: a name in a legend has a sample of its own. */
    private static long marks(List<Series> series, Class<? extends Element> kind) {
        Chart chart = new Chart("", Axis.over("x", SIDE), Axis.over("y", SIDE), series);
        return ChartPicture.draw(chart, PictureSize.DEFAULT, Typeface.bundled()).elements().stream()
                .flatMap(SeriesMarksTest::within)
                .filter(element -> !(element instanceof Element.Text))
                .filter(kind::isInstance)
                .count();
    }

    private static Stream<Element> within(Element element) {
        return element instanceof Element.Group group
                ? group.elements().stream().flatMap(SeriesMarksTest::within)
                : Stream.of(element);
    }
}
