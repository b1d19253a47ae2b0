package ag.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.drawing.Typeface;
import ag.diagram.ColumnLayout.Column;
import ag.diagram.Diagram.Node;
import ag.diagram.Diagram.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnLayoutTest {
    private static final Typeface TYPEFACE = Typeface.bundled();

    private static Placement place(List<Integer> sizes) {
        List<Node> nodes = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int size : sizes) {
            for (int i = 0; i < size; i++) {
                nodes.add(new Node("n" + nodes.size(), Shape.NEURON, List.of(), ""));
            }
            columns.add(new Column(size, List.of("a wide caption of " + size, "tanh")));
        }
        return new ColumnLayout(columns).place(new Diagram("", "", "", nodes, List.of()), TYPEFACE);
    }

    /** Whatever column is the tallest: nothing lies outside, columns do not touch, all are centred on one line. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "9 1", "1 9", "2 7 3", "7 2 3", "2 3 7", "1 1 1 1"})
    void everyColumnIsCentredAndInside(String text) {
        List<Integer> sizes =
                List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
        Placement placement = place(sizes);
        assertThat(placement.boxes()).allSatisfy(box -> {
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(placement.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(placement.height());
        });
        double middle = Double.NaN;
        double right = 0;
        int first = 0;
        for (int column = 0; column < sizes.size(); column++) {
            List<Placement.Box> own = placement.boxes().subList(first, first + sizes.get(column));
            first += sizes.get(column);
            double center =
                    (own.getFirst().y() + own.getLast().y() + own.getLast().height()) / 2;
            middle = Double.isNaN(middle) ? center : middle;
            assertThat(center).isEqualTo(middle, within(1e-9));
            double x = own.getFirst().center().x();
            assertThat(own).allSatisfy(box -> assertThat(box.center().x()).isEqualTo(x, within(1e-9)));
            for (int i = 1; i < own.size(); i++) {
                assertThat(own.get(i).y())
                        .isGreaterThan(own.get(i - 1).y() + own.get(i - 1).height());
            }
            for (Placement.Caption caption : placement.captions().subList(2 * column, 2 * column + 2)) {
                double half = TYPEFACE.width(caption.text(), NodeSize.TEXT) / 2;
                assertThat(caption.at().x()).isEqualTo(x, within(1e-9));
                assertThat(caption.at().x() - half).isGreaterThan(right);
                assertThat(caption.at().y()).isGreaterThan(lowest(placement)).isLessThan(placement.height());
            }
            right = x + TYPEFACE.width("a wide caption of " + sizes.get(column), NodeSize.TEXT) / 2;
        }
        assertThat(right).isLessThanOrEqualTo(placement.width());
    }

    private static double lowest(Placement placement) {
        return placement.boxes().stream()
                .mapToDouble(box -> box.y() + box.height())
                .max()
                .orElseThrow();
    }
}
