package ag.chart;

import java.util.Optional;

/** How far the line goes on which a field has a level: the smallest rectangle around it. */
public record Extremes(double left, double right, double bottom, double top) {

    /** Empty where the field passes the level nowhere. */
    public static Optional<Extremes> of(Field field, double level) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                double here = at(field, column, row) - level;
                double x = place(field.xRange(), column, field.columns());
                double y = place(field.yRange(), row, field.rows());
                if (column + 1 < field.columns()) {
                    double share = crossing(here, at(field, column + 1, row) - level);
                    if (share >= 0) {
                        double crossing = x + share * field.xRange().width() / (field.columns() - 1);
                        left = Math.min(left, crossing);
                        right = Math.max(right, crossing);
                        bottom = Math.min(bottom, y);
                        top = Math.max(top, y);
                    }
                }
                if (row + 1 < field.rows()) {
                    double share = crossing(here, at(field, column, row + 1) - level);
                    if (share >= 0) {
                        double crossing = y + share * field.yRange().width() / (field.rows() - 1);
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        bottom = Math.min(bottom, crossing);
                        top = Math.max(top, crossing);
                    }
                }
            }
        }
        return left <= right ? Optional.of(new Extremes(left, right, bottom, top)) : Optional.empty();
    }

    private static double at(Field field, int column, int row) {
        return field.grid().at(row * field.columns() + column);
    }

    private static double place(Range range, int index, int count) {
        return range.low() + range.width() * index / (count - 1);
    }

    /** Where between two heights of different signs 0 lies, as a share of the way; negative where it does not. */
    private static double crossing(double from, double to) {
        boolean passes = (from >= 0) != (to >= 0) && Double.isFinite(from) && Double.isFinite(to);
        return passes ? from / (from - to) : -1;
    }
}
