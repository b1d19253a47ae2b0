package ag.lang.statements;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.Range;
import ag.chart.Series;
import ag.fit.Bands;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Figure;
import ag.lang.syntax.PictureStatement;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs {@code plot fit}: the data, the fitted curve, and its bands of 95 %. */
record FitPlot(Code fit, @Nullable PlotRange across, Code plot, PictureStatement.Plot statement) implements Code {
    private static final int SAMPLES = 201;
    /** How far the curve goes on beyond the data, as a share of their range. */
    private static final double BEYOND = 0.05;

    /** Whether a plot is of the name under which the last fit is kept. */
    static boolean isMeant(PictureStatement.Plot plot) {
        return plot.figures().size() == 1
                && plot.ranges().size() < 2
                && plot.figures().getFirst() instanceof Figure.Curve(Expr.Name name, var _)
                && name.name().equals(FitStatement.NAME);
    }

    /** @param plot what runs where the name stands for something else */
    static FitPlot compile(PictureStatement.Plot statement, Code plot, StatementCompiler compiler, Scope scope) {
        Expr name = ((Figure.Curve) statement.figures().getFirst()).of();
        PlotRange across = statement.ranges().isEmpty()
                ? null
                : PlotRange.compile(statement.ranges().getFirst(), compiler.expressions(), scope);
        return new FitPlot(compiler.expressions().compile(name, scope), across, plot, statement);
    }

    @Override
    public Datum run(Frame frame) {
        if (!(fit.run(frame) instanceof FitThing thing)) {
            return plot.run(frame);
        }
        FitRecording.Along along = thing.recorded().along();
        if (along == null) {
            throw new AgException(
                    ErrorCode.NOT_A_CURVE,
                    "a fit is drawn over the one vector of data in its model, and the model '"
                            + thing.result().of() + "' has none or several, or does not take each sample by itself",
                    statement.span(),
                    "write the model behind ~ as a formula in one vector x; what is taken of all samples, such as"
                            + " their mean, stands in a name of its own");
        }
        Range range = across == null ? range(along.x()) : across.range(frame);
        Bands bands =
                new Bands(along.curve(), thing.fit().parameters(), thing.fit().statistics());
        List<Series> series = new ArrayList<>();
        series.add(new Points(
                "data", along.x().clone(), thing.recorded().problem().data().clone(), Marker.CIRCLE));
        series.add(Curve.of("fit", bands::value, range, SAMPLES));
        if (thing.fit().statistics().degrees() > 0 && Double.isFinite(bands.confidence(range.low()))) {
            series.add(band("95 % confidence", bands, bands::confidence, range));
            if (!thing.weighted()) {
                series.add(band("95 % prediction", bands, bands::prediction, range));
            }
        }
        String title = statement.title() == null ? thing.result().of() : statement.title();
        Chart chart = new Chart(title, Axis.of(along.name()), Axis.of(""), series);
        Drawn.show(frame.machine.workspace, chart, statement.path(), statement.span());
        return Loops.NOTHING;
    }

    private static Range range(double[] x) {
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        double beyond = low < high ? BEYOND * (high - low) : 1;
        return new Range(low - beyond, high + beyond);
    }

    /** Both edges as one line with a gap in it. */
    private static Curve band(String name, Bands bands, DoubleUnaryOperator half, Range range) {
        Curve low = Curve.of(name, x -> bands.value(x) - half.applyAsDouble(x), range, SAMPLES);
        Curve high = Curve.of(name, x -> bands.value(x) + half.applyAsDouble(x), range, SAMPLES);
        double[] x = new double[2 * SAMPLES + 1];
        double[] y = new double[2 * SAMPLES + 1];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = low.x().at(i);
            y[i] = low.y().at(i);
            x[SAMPLES + 1 + i] = high.x().at(i);
            y[SAMPLES + 1 + i] = high.y().at(i);
        }
        x[SAMPLES] = Double.NaN;
        y[SAMPLES] = Double.NaN;
        return new Curve(name, x, y);
    }
}
