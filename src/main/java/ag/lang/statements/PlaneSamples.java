package ag.lang.statements;

import ag.chart.Contours;
import ag.chart.Contours.Arrow;
import ag.chart.Contours.Region;
import ag.chart.Extremes;
import ag.chart.Field;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Shading;
import ag.chart.layout.AxisView;
import ag.chart.layout.Tick;
import ag.engine.Elementary;
import ag.engine.Tape;
import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Figure;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples what a plot draws over the plane: where two sides are equal, where one is larger, and maps of heights. */
record PlaneSamples(Frame frame, Span span) {
    private static final int GRID = 141;
    private static final int ARROWS_ACROSS = 12;
    private static final int ARROWS_UP = 8;
    private static final int MOST_LEVELS = 9;
    private static final double DECADES = 50;

    /** How long an arrow is at most, beside the room it has. */
    private static final double LONGEST = 0.8;

    /** The window of a plot. */
    record Window(Range x, Range y) {
        static Window around(double reach, double aspect) {
            return new Window(new Range(-reach * aspect, reach * aspect), new Range(-reach, reach));
        }
    }

    /** A number over the plane. */
    @FunctionalInterface
    interface Height {
        double at(double x, double y);
    }

    Field field(String name, Height height, Window window) {
        Workspace workspace = frame.machine.workspace;
        double[] grid = new double[GRID * GRID];
        try (Evaluation _ = workspace.evaluation().quietly()) {
            for (int row = 0; row < GRID; row++) {
                workspace.checkStop(span);
                for (int column = 0; column < GRID; column++) {
                    int mark = workspace.tape().mark();
                    long rebuilds = frame.machine.rebuilds();
                    grid[row * GRID + column] =
                            height.at(place(window.x(), column, GRID), place(window.y(), row, GRID));
                    if (rebuilds == frame.machine.rebuilds()) {
                        workspace.tape().rewind(mark);
                    }
                }
            }
        }
        return field(name, grid, window);
    }

    private static Field field(String name, double[] grid, Window window) {
        return new Field(name, Samples.of(grid), GRID, GRID, window.x(), window.y(), new Shading.Level(0));
    }

    private static double place(Range range, int index, int count) {
        return range.low() + range.width() * index / (count - 1);
    }

    /** By how much all relations hold: the least of their differences. */
    Height difference(Plane plane, List<Sketch.Relation> relations) {
        List<Height> differences =
                relations.stream().map(relation -> difference(plane, relation)).toList();
        return differences.size() == 1
                ? differences.getFirst()
                : (x, y) -> {
                    double least = Double.POSITIVE_INFINITY;
                    for (Height difference : differences) {
                        least = Math.min(least, difference.at(x, y));
                    }
                    return least;
                };
    }

    /** How far the left side lies above the right one, or below where that is asked. */
    private Height difference(Plane plane, Sketch.Relation relation) {
        int sign = switch (relation.sign()) {
            case EQUAL, GREATER, AT_LEAST -> 1;
            case LESS, AT_MOST -> -1;
        };
        return (x, y) -> plane.at(
                x,
                y,
                () -> sign
                        * (number(relation.left().run(frame), relation)
                                - number(relation.right().run(frame), relation)));
    }

    /** A curve where two sides are equal, or the region where inequalities hold. */
    Contours relations(List<Sketch.Relation> relations, String name, Height difference, Window window) {
        Field field = field(name, difference, window);
        return switch (relations.getFirst().sign()) {
            case EQUAL -> {
                Zeros zeros = new Zeros(difference, window, GRID, field.grid());
                yield new Contours(
                        name,
                        field(name, zeros.withoutPoles(), window),
                        List.of(0.0),
                        Region.NONE,
                        List.of(),
                        zeros.touching());
            }
            case LESS, GREATER, AT_MOST, AT_LEAST ->
                new Contours(name, field, List.of(0.0), region(relations), List.of(), List.of());
        };
    }

    /** The border is drawn as one that belongs to the region where some of it does. */
    private static Region region(List<Sketch.Relation> relations) {
        boolean open = relations.stream()
                .allMatch(relation -> relation.sign() == Figure.Sign.LESS || relation.sign() == Figure.Sign.GREATER);
        return open ? Region.OPEN : Region.CLOSED;
    }

    /** A window that shows the whole curve where it is closed, and its middle where it is not. */
    Window framing(Height difference, double aspect) {
        for (double reach : new double[] {10, 100, 1}) {
            Optional<Extremes> extremes = Extremes.of(field("", difference, Window.around(reach, aspect)), 0);
            if (extremes.isPresent()) {
                Extremes box = extremes.get();
                double step = 2 * reach * aspect / (GRID - 1);
                boolean closed = box.left() > -reach * aspect + step
                        && box.right() < reach * aspect - step
                        && box.bottom() > -reach + step
                        && box.top() < reach - step;
                return closed ? around(box, aspect) : Window.around(reach == 10 ? 5 : reach, aspect);
            }
        }
        return Window.around(5, aspect);
    }

    private static Window around(Extremes box, double aspect) {
        double half = 0.6 * Math.max(box.top() - box.bottom(), (box.right() - box.left()) / aspect);
        double x = (box.left() + box.right()) / 2;
        double y = (box.bottom() + box.top()) / 2;
        return new Window(new Range(x - half * aspect, x + half * aspect), new Range(y - half, y + half));
    }

    /** A map of heights with arrows along the gradient. */
    Contours map(Sketch.Graph graph, Plane plane, Window window) {
        Field field = field(
                graph.span().text(),
                (x, y) -> plane.at(x, y, () -> number(value(graph, new Datum.Num(x), new Datum.Num(y)), graph)),
                window);
        return new Contours(
                graph.span().text(), field, levels(field), Region.NONE, arrows(graph, plane, window), List.of());
    }

    private Datum value(Sketch.Graph graph, Datum x, Datum y) {
        Datum value = graph.code().run(frame);
        return value instanceof Callable function
                ? function.call(frame.machine.workspace, graph.span(), 0, x, y)
                : value;
    }

    /** Round numbers between the lowest and the highest twentieth; powers of ten where these are far apart, as in a valley. */
    private static List<Double> levels(Field field) {
        double[] sorted =
                field.grid().stream().filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return List.of(0.0);
        }
        double low = sorted[sorted.length / 20];
        double high = sorted[sorted.length - 1 - sorted.length / 20];
        if (!(low < high) || !Double.isFinite(high - low)) {
            return List.of(low);
        }
        return new AxisView(new Range(low, high), low > 0 && high > DECADES * low)
                .ticks(1, MOST_LEVELS, _ -> 0, 0).stream().map(Tick::value).toList();
    }

    private List<Arrow> arrows(Sketch.Graph graph, Plane plane, Window window) {
        Workspace workspace = frame.machine.workspace;
        List<double[]> slopes = new ArrayList<>();
        double roomX = window.x().width() / ARROWS_ACROSS;
        double roomY = window.y().width() / ARROWS_UP;
        try (Evaluation _ = workspace.evaluation().quietly()) {
            for (int row = 0; row < ARROWS_UP; row++) {
                for (int column = 0; column < ARROWS_ACROSS; column++) {
                    int mark = workspace.tape().mark();
                    double x = window.x().low() + (column + 0.5) * roomX;
                    double y = window.y().low() + (row + 0.5) * roomY;
                    double[] slope = slope(graph, plane, x, y);
                    workspace.tape().rewind(mark);
                    if (Double.isFinite(slope[0]) && Double.isFinite(slope[1])) {
                        slopes.add(new double[] {x, y, slope[0], slope[1]});
                    }
                }
            }
        }
        double[] lengths = slopes.stream()
                .mapToDouble(slope -> Elementary.hypot(slope[2], slope[3]))
                .sorted()
                .toArray();
        double longest = lengths.length == 0 ? 0 : lengths[lengths.length - 1 - lengths.length / 20];
        List<Arrow> arrows = new ArrayList<>();
        for (double[] slope : slopes) {
            double length = Elementary.hypot(slope[2], slope[3]);
            if (length > 0 && longest > 0) {
                // Half of the longest for a quarter of its slope: flat places still show a direction.
                double size = LONGEST * Math.min(roomX, roomY) * Math.sqrt(Math.min(1, length / longest)) / length;
                double dx = size * slope[2];
                double dy = size * slope[3];
                arrows.add(new Arrow(slope[0] - dx / 2, slope[1] - dy / 2, dx, dy));
            }
        }
        return arrows;
    }

    private double[] slope(Sketch.Graph graph, Plane plane, double x, double y) {
        Tape tape = frame.machine.workspace.tape();
        if (!plane.isWhole()) {
            int left = tape.input(x);
            int right = tape.input(y);
            return slope(value(graph, new Datum.Scalar(left), new Datum.Scalar(right)), left, right);
        }
        return plane.leaves(
                x,
                y,
                leaves -> slope(
                        value(graph, new Datum.Scalar(leaves[0]), new Datum.Scalar(leaves[1])), leaves[0], leaves[1]));
    }

    private double[] slope(Datum value, int left, int right) {
        if (!(value instanceof Datum.Scalar scalar)) {
            return new double[] {0, 0};
        }
        Tape tape = frame.machine.workspace.tape();
        tape.backward(scalar.node());
        return new double[] {tape.gradient(left), tape.gradient(right)};
    }

    private double number(Datum datum, Sketch sketch) {
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.NOT_A_CURVE,
                    "this is drawn where numbers are equal or larger, and it gives " + Kinds.article(datum),
                    sketch.span(),
                    "");
        }
        return frame.machine.workspace.number(datum);
    }
}
