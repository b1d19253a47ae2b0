package ag.chart;

/**
 * Numbers for every place of a rectangle, such as the outputs of a classifier over its two inputs, drawn as pale
 * regions with a line where they meet.
 *
 * <p>The grid holds the numbers at {@code columns} × {@code rows} evenly spaced places, row by row from the bottom
 * ({@code yRange.low()}) up, each row from left to right, as many for each place as the shading asks for; the outermost places
 * lie on the rectangle's edge. A NaN leaves its surroundings blank.
 *
 * <p>Region k takes the colour of the k-th {@link Points} of the same chart, so that a class and the region where it
 * is predicted look alike.
 */
public record Field(String name, Samples grid, int columns, int rows, Range xRange, Range yRange, Shading shading)
        implements Series {
    /** @throws IllegalArgumentException unless there are at least 2 columns and rows and the grid has the numbers of each place */
    public Field {
        if (columns < 2 || rows < 2 || grid.size() != (long) columns * rows * shading.numbers()) {
            throw new IllegalArgumentException("a field of " + columns + " columns and " + rows
                    + " rows (2 or more each) does not fit " + grid.size() + " numbers");
        }
    }

    /** How high a region lies at a place of the grid: {@link Shading#height}. */
    public double height(int region, int column, int row) {
        int first = (row * columns + column) * shading.numbers();
        return shading.height(region, k -> grid.at(first + k));
    }
}
