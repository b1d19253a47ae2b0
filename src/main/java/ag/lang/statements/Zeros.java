package ag.lang.statements;

import ag.chart.Contours.Piece;
import ag.chart.Range;
import ag.chart.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a height over the plane is 0, beyond what changes of its sign tell: a change of sign at a pole is no zero, and where the height
 * only touches 0, as that of (x - y)² does, its sign does not change.
 *
 * @param size the numbers of columns and of rows
 * @param grid the heights, row by row
 */
record Zeros(PlaneSamples.Height height, PlaneSamples.Window window, int size, Samples grid) {
    private static final int HALVINGS = 40;

    /** A change of sign is decided as soon as the height there is this many times smaller or larger than beside it. */
    private static final double DECIDED = 1e4;

    private static final int SECTIONS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** A least value this small beside those around it is taken for 0. */
    private static final double TOUCHES = 1e-6;

    /** Two places that touch 0 are joined up to this distance in cells, which is more than a cell's diagonal. */
    private static final double NEAR = 1.6;

    /** A single place is drawn as a cross of this size in cells. */
    private static final double DOT = 0.8;

    /** A place in columns and rows. */
    private record Place(double column, double row) {
        double distance(Place other) {
            return Math.max(Math.abs(column - other.column), Math.abs(row - other.row));
        }
    }

    /** The heights, with none at one side of each change of sign that is a pole: no line is drawn there. */
    double[] withoutPoles() {
        double[] kept = new double[size * size];
        for (int i = 0; i < kept.length; i++) {
            double here = grid.at(i);
            kept[i] = Double.isInfinite(here) ? Double.NaN : here;
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (column + 1 < size && isPole(new Place(column, row), 1, 0)) {
                    kept[row * size + column] = Double.NaN;
                }
                if (row + 1 < size && isPole(new Place(column, row), 0, 1)) {
                    kept[row * size + column] = Double.NaN;
                }
            }
        }
        return kept;
    }

    /** Whether the sign changes on an edge of the grid without a zero: the height grows as the place of the change is narrowed down. */
    private boolean isPole(Place from, int across, int up) {
        double low = at(from);
        double high = at(new Place(from.column + across, from.row + up));
        if (!((low < 0 && high > 0) || (low > 0 && high < 0)) || Double.isInfinite(low) || Double.isInfinite(high)) {
            return false;
        }
        double size = Math.min(Math.abs(low), Math.abs(high));
        double left = 0;
        double right = 1;
        double last = size;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (left + right) / 2;
            double value = at(new Place(from.column + middle * across, from.row + middle * up));
            last = Math.abs(value);
            if (last * DECIDED < size) {
                return false;
            }
            if (!(last <= DECIDED * size)) {
                return true;
            }
            if ((value < 0) == (low < 0)) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return last > size;
    }

    /** Lines and dots where the height touches 0 and keeps its sign. */
    List<Piece> touching() {
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                touch(new Place(column, row), 1, 0, column, places);
                touch(new Place(column, row), 0, 1, row, places);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        boolean[] joined = new boolean[places.size()];
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                Place one = places.get(i);
                Place other = places.get(j);
                double distance = one.distance(other);
                if (distance <= NEAR) {
                    joined[i] |= distance > DOT;
                    joined[j] |= distance > DOT;
                    if (distance > 0) {
                        pieces.add(piece(one, other));
                    }
                }
            }
        }
        for (int i = 0; i < joined.length; i++) {
            if (!joined[i]) {
                Place dot = places.get(i);
                pieces.add(piece(new Place(dot.column - DOT, dot.row), new Place(dot.column + DOT, dot.row)));
                pieces.add(piece(new Place(dot.column, dot.row - DOT), new Place(dot.column, dot.row + DOT)));
            }
        }
        return pieces;
    }

    /** Looks for the least size of the height around a place of the grid, along a row or a column. */
    private void touch(Place at, int across, int up, int index, List<Place> places) {
        if (index == 0 || index == size - 1) {
            return;
        }
        double before = at(new Place(at.column - across, at.row - up));
        double here = at(at);
        double after = at(new Place(at.column + across, at.row + up));
        double least = Math.abs(here);
        double around = Math.min(Math.abs(before), Math.abs(after));
        boolean changes = before * after < 0 || before * here < 0;
        if (changes || !(least <= around) || !(around > 0) || !(around <= Double.MAX_VALUE)) {
            return;
        }
        double low = -1;
        double high = 1;
        for (int i = 0; i < SECTIONS && least > 0; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (along(at, left, across, up) <= along(at, right, across, up)) {
                high = right;
            } else {
                low = left;
            }
            least = Math.min(least, along(at, (low + high) / 2, across, up));
        }
        double place = along(at, 0, across, up) == 0 ? 0 : (low + high) / 2;
        if (least <= TOUCHES * around && along(at, place, across, up) <= TOUCHES * around) {
            places.add(new Place(at.column + place * across, at.row + place * up));
        }
    }

    private double along(Place at, double by, int across, int up) {
        return Math.abs(at(new Place(at.column + by * across, at.row + by * up)));
    }

    private double at(Place place) {
        int column = (int) place.column;
        int row = (int) place.row;
        return column == place.column && row == place.row
                ? grid.at(row * size + column)
                : height.at(x(place.column), y(place.row));
    }

    private Piece piece(Place from, Place to) {
        return new Piece(x(from.column), y(from.row), x(to.column), y(to.row));
    }

    private double x(double column) {
        return place(window.x(), column);
    }

    private double y(double row) {
        return place(window.y(), row);
    }

    private double place(Range range, double index) {
        return range.low() + range.width() * index / (size - 1);
    }
}
