package ag.chart;

import java.util.List;

/** How the numbers of a {@link Field} divide the plane into regions. */
public sealed interface Shading {

    /** Two regions: 0 where the number is below the level, 1 where it is at or above; a contour line between them. */
    record Level(double level) implements Shading {}

    /** One region per class: the numbers are class indices 0, 1, … into these names. */
    record Classes(List<String> names) implements Shading {
        public Classes {
            names = List.copyOf(names);
        }
    }
}
