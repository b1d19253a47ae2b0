package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Field;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Shading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The legend calls each region what its places are. */
final class LegendEntryTest {
    private static final Range SIDE = new Range(0, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.75})
    void aRegionIsCalledWhatItsPlacesAre(double height) {
        Field field = new Field("f", Samples.of(0, 1, height, height), 2, 2, SIDE, SIDE, new Shading.Level(0.5));
        int region = field.height(1, 0, 1) >= 0 ? 1 : 0;
        String name = LegendEntry.of(new Chart("", Axis.of(""), Axis.of(""), List.of(field))).stream()
                .filter(entry -> entry.symbol().equals(new LegendEntry.Symbol.Patch(region)))
                .map(LegendEntry::name)
                .findFirst()
                .orElseThrow();
        assertThat(name).isEqualTo(height < 0.5 ? "f < 0.5" : "f > 0.5");
    }
}
