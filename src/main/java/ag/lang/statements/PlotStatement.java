package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.Range;
import ag.chart.Series;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.Span;
import ag.lang.syntax.Along;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs {@code plot f, f' for x in -3..3}: curves of functions, of expressions in the running variable, or of vectors, and points. */
public record PlotStatement(
        List<Sketch> sketches,
        @Nullable PlotRange across,
        int slot,
        @Nullable PlotRange up,
        @Nullable String title,
        @Nullable String path,
        Span span)
        implements Code {
    private static final Range STANDARD = new Range(-5, 5);

    static PlotStatement compile(Statement.Plot plot, StatementCompiler compiler, Scope scope) {
        ExpressionCompiler expressions = compiler.expressions();
        List<Along> ranges = plot.ranges();
        Along along = ranges.isEmpty() ? null : ranges.getFirst();
        PlotRange up = ranges.size() < 2 ? null : PlotRange.compile(ranges.getLast(), expressions, scope);
        if (along == null) {
            // Without 'for', a name that is an input or a formula keeps its meaning.
            return new PlotStatement(
                    sketches(plot, expressions, scope), null, -1, up, plot.title(), plot.path(), plot.span());
        }
        PlotRange across = PlotRange.compile(along, expressions, scope);
        Integer hidden = scope.hide(along.variable());
        int slot = Objects.requireNonNull(scope.slot(along.variable()));
        List<Sketch> sketches = sketches(plot, expressions, scope);
        scope.restore(along.variable(), hidden);
        return new PlotStatement(sketches, across, slot, up, plot.title(), plot.path(), plot.span());
    }

    private static List<Sketch> sketches(Statement.Plot plot, ExpressionCompiler expressions, Scope scope) {
        return plot.figures().stream()
                .map(figure -> Sketch.of(figure, expressions, scope))
                .toList();
    }

    @Override
    public Datum run(Frame frame) {
        Range range = across == null ? STANDARD : across.range(frame);
        Running variable = across == null ? null : Running.variable(frame, across.variable(), slot);
        CurveSamples samples = new CurveSamples(frame, variable, range, span);
        List<Series> series = new ArrayList<>();
        for (Sketch sketch : sketches) {
            series.add(
                    switch (sketch) {
                        case Sketch.Graph graph -> samples.of(graph);
                        case Sketch.Mark mark -> mark(frame, mark);
                    });
        }
        Axis x = across == null ? Axis.of("x") : Axis.over(across.variable(), range);
        Axis y = Axis.of(series.size() == 1 ? series.getFirst().name() : "");
        if (up != null) {
            y = Axis.over(y.label(), up.range(frame));
        }
        Drawn.show(frame.machine.workspace, new Chart(title == null ? "" : title, x, y, series), path, span);
        return Loops.NOTHING;
    }

    private static Points mark(Frame frame, Sketch.Mark mark) {
        try (Evaluation _ = frame.machine.workspace.evaluation().quietly()) {
            double x = PlotRange.number(frame, mark.x(), mark.span(), "a point has two numbers", "write: (2, 4)");
            double y = PlotRange.number(frame, mark.y(), mark.span(), "a point has two numbers", "write: (2, 4)");
            return new Points(mark.span().text(), new double[] {x}, new double[] {y}, Marker.CIRCLE);
        }
    }
}
