package ag.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartTest {

    @Test
    void aChartDoesNotChangeWithTheListsAndArraysItWasMadeFrom() {
        double[] x = {1, 2};
        List<Series> series = new ArrayList<>(List.of(new Curve("f", x, x)));
        Chart chart = new Chart("", Axis.of(""), Axis.of(""), series);
        x[0] = 99;
        series.clear();
        assertThat(chart.series()).containsExactly(new Curve("f", new double[] {1, 2}, new double[] {1, 2}));
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        double[] one = {1};
        double[] two = {1, 2};
        Range unit = new Range(0, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve("f", one, two));
        assertThatIllegalArgumentException().isThrownBy(() -> new Points("p", one, two, Marker.CIRCLE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Field("n", Samples.of(two), 2, 2, unit, unit, new Shading.Level(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.over("x", unit).withScale(Scale.LOGARITHMIC));
    }

    @Test
    void aFunctionIsSampledFromEndToEnd() {
        Curve curve = Curve.of("f", x -> 2 * x, new Range(-1, 0.1), 3);
        assertThat(curve.x()).isEqualTo(Samples.of(-1, -0.45, 0.1));
        assertThat(curve.y()).isEqualTo(Samples.of(-2, -0.9, 0.2));
    }

    @Test
    void everyClassHasAMarkerAndNeighboursDiffer() {
        assertThat(Marker.forClass(0)).isEqualTo(Marker.CIRCLE);
        assertThat(Marker.forClass(6)).isEqualTo(Marker.CIRCLE);
        for (int k = 0; k < 12; k++) {
            assertThat(Marker.forClass(k)).isNotEqualTo(Marker.forClass(k + 1));
        }
    }
}
