package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Labels that are shown and those that the remark counts are all there are, and none stands beyond its row. */
final class FlowTest {
    @Test
    void noLabelIsLost() {
        for (int count = 0; count <= 30; count++) {
            for (int rows = 1; rows <= 3; rows++) {
                List<String> labels = IntStream.range(0, count)
                        .mapToObj(i -> "abcdefghij".substring(0, 1 + i % 7))
                        .toList();
                Flow<String> flow = Flow.of(labels, new Flow.Room(20, 1, rows), String::length, String::length);
                assertThat(flow.rows()).hasSizeLessThanOrEqualTo(rows);
                int shown = 0;
                for (List<Flow.Placed<String>> row : flow.rows()) {
                    shown += row.size();
                    double free = 0;
                    for (Flow.Placed<String> placed : row) {
                        assertThat(placed.x()).isGreaterThanOrEqualTo(free);
                        free = placed.x() + placed.item().length() + 1;
                        assertThat(free).isLessThanOrEqualTo(21);
                    }
                }
                assertThat(flow.remark()).isEqualTo(shown == count ? "" : "… and " + (count - shown) + " more");
                assertThat(flow.remarkX() + flow.remark().length()).isLessThanOrEqualTo(20);
            }
        }
    }
}
