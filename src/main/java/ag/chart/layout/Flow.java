package ag.chart.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Labels set side by side in rows, like words in a text.
 *
 * @param remark says how many labels were left out at the end, because they needed more rows than allowed; else empty
 * @param remarkX where the remark starts, in the last row
 */
public record Flow<T>(List<List<Placed<T>>> rows, String remark, double remarkX) {

    /** A label, and where it starts in its row. */
    public record Placed<T>(T item, double x) {}

    /** The room that labels are set into; lengths in any unit. */
    public record Room(double width, double gap, int rows) {}

    /**
     * Fills rows from left to right.
     *
     * @param width of a label
     * @param remarkWidth of the remark
     */
    public static <T> Flow<T> of(
            List<T> items, Room room, ToDoubleFunction<T> width, ToDoubleFunction<String> remarkWidth) {
        List<List<Placed<T>>> rows = new ArrayList<>();
        double x = 0;
        for (T item : items) {
            double needed = width.applyAsDouble(item);
            if (rows.isEmpty() || x + needed > room.width()) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(new Placed<>(item, x));
            x += needed + room.gap();
        }
        return rows.size() <= room.rows()
                ? new Flow<>(rows, "", 0)
                : cut(rows.subList(0, room.rows()), items.size(), room, width, remarkWidth);
    }

    /** Takes labels from the last row until the remark has a place behind the others. */
    private static <T> Flow<T> cut(
            List<List<Placed<T>>> rows,
            int all,
            Room room,
            ToDoubleFunction<T> width,
            ToDoubleFunction<String> remarkWidth) {
        List<Placed<T>> last = rows.getLast();
        while (true) {
            int shown = rows.stream().mapToInt(List::size).sum();
            String remark = "… and " + (all - shown) + " more";
            double end = last.isEmpty()
                    ? 0
                    : last.getLast().x() + width.applyAsDouble(last.getLast().item()) + room.gap();
            if (last.isEmpty() || end + remarkWidth.applyAsDouble(remark) <= room.width()) {
                return new Flow<>(rows, remark, end);
            }
            last.removeLast();
        }
    }
}
