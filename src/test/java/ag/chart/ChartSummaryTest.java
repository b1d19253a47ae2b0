package ag.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartSummaryTest {

    @Test
    void aCurveIsToldByItsEndsAndItsExtremes() {
        double[] x = {0, 1, 2, 3};
        double[] y = {0.7, 0.2, Double.NaN, 0.25};
        Chart chart = new Chart("Loss of net", Axis.of("epoch"), Axis.of("loss"), List.of(new Curve("training", x, y)));
        assertThat(ChartSummary.of(chart))
                .isEqualTo(
                        "Chart \"Loss of net\" of loss over epoch. training: a curve from 0.7 at x = 0 to 0.25 at x ="
                                + " 3, lowest 0.2 at x = 1, highest 0.7 at x = 0.");
    }

    @Test
    void pointsAndRegionsAreToldByTheirRanges() {
        Samples grid = Samples.of(-1, -1, -1, 2);
        Range unit = new Range(0, 1);
        assertThat(summary(
                        new Field("net", grid, 2, 2, unit, unit, new Shading.Level(0)),
                        new Points("class 0", new double[] {0, 4}, new double[] {-1, 1}, Marker.CIRCLE)))
                .isEqualTo("Chart. net: 25 % of the area at or above 0, x from 0 to 1, y from 0 to 1;"
                        + " class 0: 2 points, x from 0 to 4, y from -1 to 1.");
    }

    @Test
    void whatHasNoExtentIsToldAsSuch() {
        double[] none = {};
        double[] one = {2};
        double[] three = {3, 3, 3};
        assertThat(summary()).isEqualTo("An empty chart.");
        assertThat(summary(new Points("p", none, none, Marker.PLUS))).isEqualTo("Chart. p: no points.");
        assertThat(summary(new Points("p", one, one, Marker.PLUS))).isEqualTo("Chart. p: one point, 2 at x = 2.");
        assertThat(summary(new Curve("", one, new double[] {Double.NaN})))
                .isEqualTo("Chart. unnamed: a curve without a finite value.");
        assertThat(summary(new Curve("c", one, one))).isEqualTo("Chart. c: one point, 2 at x = 2.");
        assertThat(summary(new Curve("c", new double[] {1, 2}, new double[] {Double.NaN, 5})))
                .isEqualTo("Chart. c: one point, 5 at x = 2.");
        assertThat(summary(new Curve("c", new double[] {1, 2}, new double[] {4, 5})))
                .isEqualTo("Chart. c: a curve from 4 at x = 1 to 5 at x = 2, lowest 4 at x = 1, highest 5 at x = 2.");
        assertThat(summary(new Curve("c", new double[] {1, 2, 4}, three)))
                .isEqualTo("Chart. c: constant 3 from x = 1 to 4.");
    }

    @Test
    void manySeriesAreCounted() {
        Series one = new Points("p", new double[] {1}, new double[] {2}, Marker.PLUS);
        assertThat(summary(Collections.nCopies(9, one).toArray(Series[]::new))).endsWith("; and 5 more.");
    }

    private static String summary(Series... series) {
        return ChartSummary.of(new Chart("", Axis.of(""), Axis.of(""), List.of(series)));
    }
}
