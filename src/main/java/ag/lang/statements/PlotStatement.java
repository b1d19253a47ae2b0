package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Series;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Along;
import ag.lang.syntax.PictureStatement;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs {@code plot f, f' for x in -3..3}: curves, points, tangents, areas, equations and functions over the plane. */
public record PlotStatement(
        List<Sketch> sketches,
        List<Variable> variables,
        @Nullable String title,
        @Nullable String path,
        Span span) implements Code {
    private static final Range STANDARD = new Range(-5, 5);

    /** The window's width beside its height, so that a circle is round: that of a picture, and that of a terminal of 80 columns. */
    private static final double PICTURE = 1.8;

    private static final double TERMINAL = 2.7;

    /** What runs along an axis, with its place among the local names. */
    record Variable(PlotRange range, int slot) {
        Plane.Named running(Frame frame) {
            return new Plane.Named(range.variable(), Running.variable(frame, range.variable(), slot));
        }
    }

    static PlotStatement compile(PictureStatement.Plot plot, StatementCompiler compiler, Scope scope) {
        List<PlotRange> ranges = plot.ranges().stream()
                .map(along -> PlotRange.compile(along, compiler.expressions(), scope))
                .toList();
        List<@Nullable Integer> hidden = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (PlotRange range : ranges) {
            hidden.add(scope.hide(range.variable()));
            variables.add(new Variable(range, Objects.requireNonNull(scope.slot(range.variable()))));
        }
        // Without 'for', a name that is an input or a formula keeps its meaning.
        String second = ranges.size() < 2 ? "" : ranges.getLast().variable();
        Sketch.Compiler sketches = new Sketch.Compiler(compiler.expressions(), scope, second);
        List<Sketch> drawn = plot.figures().stream().map(sketches::of).toList();
        for (Along along : plot.ranges().reversed()) {
            scope.restore(along.variable(), hidden.removeLast());
        }
        return new PlotStatement(drawn, variables, plot.title(), plot.path(), plot.span());
    }

    @Override
    public Datum run(Frame frame) {
        Drawn.show(frame.machine.workspace, new Drawing(frame).chart(), path, span);
        return Loops.NOTHING;
    }

    /** One picture in the making. */
    private final class Drawing {
        private final Frame frame;
        private final PlaneSamples planes;
        private final double aspect = path == null ? TERMINAL : PICTURE;
        private final @Nullable Range givenX;
        private final @Nullable Range givenY;
        private String across;
        private String up = "";
        private PlaneSamples.@Nullable Window window;

        Drawing(Frame frame) {
            this.frame = frame;
            this.planes = new PlaneSamples(frame, span);
            this.givenX =
                    variables.isEmpty() ? null : variables.getFirst().range().range(frame);
            this.givenY =
                    variables.size() < 2 ? null : variables.getLast().range().range(frame);
            this.across =
                    variables.isEmpty() ? "x" : variables.getFirst().range().variable();
        }

        Chart chart() {
            // What lies in the plane says how much of it is shown, and curves go as far as that.
            List<@Nullable Series> series = new ArrayList<>();
            for (Sketch sketch : sketches) {
                series.add(plane(sketch));
            }
            Range range = window == null ? givenX == null ? STANDARD : givenX : window.x();
            Running variable = variables.isEmpty()
                    ? null
                    : variables.getFirst().running(frame).running();
            Set<String> letters = new HashSet<>();
            CurveSamples samples = new CurveSamples(frame, variable, range, letters::add, span);
            for (int i = 0; i < series.size(); i++) {
                if (series.get(i) == null) {
                    series.set(
                            i,
                            switch (sketches.get(i)) {
                                case Sketch.Graph graph -> samples.of(graph);
                                case Sketch.Mark mark -> mark(mark);
                                case Sketch.Tangent tangent -> samples.tangent(tangent);
                                case Sketch.Touching touching ->
                                    touching(touching, range, window == null ? givenY : window.y());
                                case Sketch.Area area -> samples.area(area);
                                case Sketch.Relation _, Sketch.Region _ ->
                                    throw new IllegalStateException("a relation is in the plane");
                            });
                }
            }
            if (variables.isEmpty() && window == null && letters.size() == 1) {
                across = letters.iterator().next();
            }
            return chart(series.stream().map(Objects::requireNonNull).toList());
        }

        private Chart chart(List<Series> series) {
            Axis x = givenX == null ? Axis.of(across) : Axis.over(across, givenX);
            String name = series.size() == 1 ? series.getFirst().name() : "";
            if (window != null) {
                String heading = title == null ? name : title;
                return new Chart(heading, Axis.over(across, window.x()), Axis.over(up, window.y()), series);
            }
            Axis y = givenY == null ? Axis.of(name) : Axis.over(name, givenY);
            return new Chart(title == null ? "" : title, x, y, series);
        }

        private @Nullable Series plane(Sketch sketch) {
            return switch (sketch) {
                case Sketch.Relation relation -> relations(List.of(relation), relation.span());
                case Sketch.Region region -> relations(region.relations(), region.span());
                case Sketch.Graph graph
                when isPlane(graph) -> {
                    try (Plane plane = Plane.find(
                            frame, given(), () -> List.of(graph.code().run(frame)), graph.span())) {
                        yield planes.map(graph, plane, window(plane, null));
                    }
                }
                case Sketch.Graph _, Sketch.Mark _, Sketch.Tangent _, Sketch.Touching _, Sketch.Area _ -> null;
            };
        }

        /** Where all of some relations hold. */
        private Series relations(List<Sketch.Relation> relations, Span span) {
            try (Plane plane = Plane.find(
                    frame,
                    given(),
                    () -> relations.stream()
                            .flatMap(relation -> Stream.of(
                                    relation.left().run(frame), relation.right().run(frame)))
                            .toList(),
                    span)) {
                PlaneSamples.Height difference = planes.difference(plane, relations);
                return planes.relations(relations, span.text(), difference, window(plane, difference));
            }
        }

        private List<Plane.Named> given() {
            return variables.stream().map(variable -> variable.running(frame)).toList();
        }

        /** The window of all that lies in the plane: what is given, else what the first asks for. */
        private PlaneSamples.Window window(Plane plane, PlaneSamples.@Nullable Height difference) {
            if (window == null) {
                PlaneSamples.Window framing = (givenX != null && givenY != null) || difference == null
                        ? PlaneSamples.Window.around(STANDARD.high() / (difference == null ? aspect : 1), aspect)
                        : planes.framing(difference, aspect);
                window = new PlaneSamples.Window(
                        givenX == null ? framing.x() : givenX, givenY == null ? framing.y() : givenY);
                across = plane.acrossName();
                up = plane.upName();
            }
            return window;
        }

        /** Whether it has a height over the plane: a function of two numbers, or a formula in two letters. */
        private boolean isPlane(Sketch.Graph graph) {
            if (graph.plane()) {
                return true;
            }
            try (Evaluation _ = frame.machine.workspace.evaluation().quietly();
                    Plane plane = Plane.find(
                            frame,
                            variables.isEmpty() ? List.of() : given().subList(0, 1),
                            () -> List.of(graph.code().run(frame)),
                            graph.span())) {
                Datum value = plane.at(1, 1, () -> graph.code().run(frame));
                return value instanceof Callable function ? function.arity() == 2 : plane.isWhole();
            } catch (FreeLetter letter) {
                return false;
            }
        }

        /** The line that touches a curve, through all of the picture; it may stand upright. */
        private Curve touching(Sketch.Touching touching, Range across, @Nullable Range upwards) {
            TouchedCurve.Touch touch = touching.curve().touch(frame);
            if (touch.letters().size() > 2) {
                throw new AgException(
                        ErrorCode.BAD_PLOT,
                        "a picture has two axes, and '" + touching.curve().text() + "' has "
                                + touch.letters().size() + " letters",
                        touching.span(),
                        "give one of them a value: let "
                                + touch.letters().getLast().name() + " = 2");
            }
            double[] place = {touch.number(touch.at(0)), touch.number(touch.at(1))};
            double along = touch.number(touch.slopes().get(0));
            double height = touch.number(touch.slopes().get(1));
            String name = touching.span().text();
            if (height == 0) {
                double low = upwards == null ? place[1] - STANDARD.high() : upwards.low();
                double high = upwards == null ? place[1] + STANDARD.high() : upwards.high();
                return new Curve(
                        name,
                        Samples.of(place[0], place[0], place[0]),
                        Samples.of(low, place[1], high),
                        List.of(),
                        true);
            }
            double[] x = {Math.min(across.low(), place[0]), place[0], Math.max(across.high(), place[0])};
            double[] y = Arrays.stream(x)
                    .map(at -> place[1] - along / height * (at - place[0]))
                    .toArray();
            return new Curve(name, Samples.of(x), Samples.of(y), List.of(), true);
        }

        private Points mark(Sketch.Mark mark) {
            try (Evaluation _ = frame.machine.workspace.evaluation().quietly()) {
                double x = PlotRange.number(frame, mark.x(), mark.span(), "a point has two numbers", "write: (2, 4)");
                double y = PlotRange.number(frame, mark.y(), mark.span(), "a point has two numbers", "write: (2, 4)");
                return new Points(mark.span().text(), new double[] {x}, new double[] {y}, Marker.CIRCLE);
            }
        }
    }
}
