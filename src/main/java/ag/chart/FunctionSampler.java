package ag.chart;

import ag.chart.Feature.Kind;
import ag.engine.Elementary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Samples a function evenly, and closer where even samples would miss something: its zeros and turning points, the two sides of a
 * pole or a jump, and the places where it begins and ends to be defined. Between two sides stands a sample without a value, at which
 * the line is interrupted.
 *
 * <p>What is found between two even samples is found by halving, so two zeros between the same two samples stay unseen.
 */
public final class FunctionSampler {

    /** A noisy function has something between any two samples; these are not all looked at. */
    private static final int MOST_FEATURES = 80;

    /** Steps smaller than this, relative to the values, are rounding. */
    private static final double NOISE = 1e-12;

    /** Two places nearer than this, in steps, are the same, found from two sides. */
    private static final double CLOSE = 1e-6;

    private final DoubleUnaryOperator function;
    private final double[] evenX;
    private final double[] evenY;
    private final double step;
    /** The two sides of what is broken between an even sample and the next; null where nothing is. */
    private final Halving.@Nullable Sides[] breaks;

    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();

    private FunctionSampler(DoubleUnaryOperator function, Curve even) {
        this.function = function;
        this.evenX = even.x().stream().toArray();
        this.evenY = even.y().stream().toArray();
        this.step = evenX[1] - evenX[0];
        this.breaks = new Halving.@Nullable Sides[evenX.length - 1];
    }

    /** The graph of a function over a range, from {@code samples} (2 or more) even samples and what is found between them. */
    public static Curve of(String name, DoubleUnaryOperator function, Range range, int samples) {
        return new FunctionSampler(function, Curve.of(name, function, range, samples)).curve(name);
    }

    private Curve curve(String name) {
        int looked = 0;
        for (int i = 0; i + 1 < evenX.length && looked < MOST_FEATURES; i++) {
            if (Double.isFinite(evenY[i]) && Double.isFinite(evenY[i + 1]) && isSudden(i)) {
                looked++;
                breaks[i] = broken(i);
            }
        }
        for (int i = 0; i < evenX.length; i++) {
            turn(i);
            if (i + 1 < evenX.length) {
                between(i);
            }
        }
        return new Curve(
                name,
                Samples.of(x.stream().mapToDouble(Double::doubleValue).toArray()),
                Samples.of(y.stream().mapToDouble(Double::doubleValue).toArray()),
                features.size() < MOST_FEATURES ? features : List.of(),
                false);
    }

    /** Adds an even sample, or in its place the turning point that is near it. */
    private void turn(int i) {
        if (evenY[i] == 0 && !isFlat(i - 1) && !isFlat(i + 1)) {
            feature(Kind.ZERO, evenX[i], 0);
        }
        if (features.size() < MOST_FEATURES && (isTurning(i, 1) || isTurning(i, -1))) {
            double sign = isTurning(i, 1) ? 1 : -1;
            double best = new Halving(function, sign).highest(evenX[i - 1], evenX[i], evenX[i + 1]);
            double height = function.applyAsDouble(best);
            if (!(sign * height >= sign * evenY[i])) {
                best = evenX[i];
                height = evenY[i];
            }
            boolean endless = isEndless(best, 1) && isEndless(best, -1);
            if (!endless && touchesZero(i, height)) {
                feature(Kind.ZERO, best, 0);
            }
            feature(endless ? Kind.ASYMPTOTE : sign > 0 ? Kind.TOP : Kind.BOTTOM, best, height);
            boolean before = best < evenX[i];
            if (before) {
                add(best, height);
            }
            add(evenX[i], evenY[i]);
            if (!before && best > evenX[i]) {
                add(best, height);
            }
            return;
        }
        add(evenX[i], evenY[i]);
    }

    /** Whether a sample is none of a curve with a height of its own: a row of zeros is no crossing, and may be rounding. */
    private boolean isFlat(int i) {
        return i >= 0 && i < evenY.length && (evenY[i] == 0 || !Double.isFinite(evenY[i]));
    }

    private boolean isTurning(int i, int sign) {
        return i > 0
                && i + 1 < evenY.length
                && breaks[i - 1] == null
                && breaks[i] == null
                && Double.isFinite(evenY[i - 1])
                && Double.isFinite(evenY[i + 1])
                && sign * (evenY[i] - evenY[i - 1]) > noise(i)
                && sign * (evenY[i] - evenY[i + 1]) >= 0
                && (sign * (evenY[i] - evenY[i + 1]) > noise(i) || leavesPlateau(i, sign));
    }

    /** Whether this sample and the next are equally high, as two on both sides of a top are, and the one behind them is lower. */
    private boolean leavesPlateau(int i, int sign) {
        return i + 2 < evenY.length && sign * (evenY[i + 1] - evenY[i + 2]) > noise(i);
    }

    private double noise(int i) {
        return NOISE * Math.abs(evenY[i]);
    }

    private boolean touchesZero(int i, double height) {
        return evenY[i] != 0 && Math.abs(height) <= NOISE * Math.max(Math.abs(evenY[i - 1]), Math.abs(evenY[i + 1]));
    }

    /** Adds what lies between an even sample and the next. */
    private void between(int i) {
        if (features.size() >= MOST_FEATURES) {
            return;
        }
        boolean here = Double.isFinite(evenY[i]);
        boolean there = Double.isFinite(evenY[i + 1]);
        if (here && there) {
            Halving.Sides broken = breaks[i];
            if (broken != null) {
                sides(broken);
            } else if (evenY[i] * evenY[i + 1] < 0) {
                double zero = new Halving(function, 1).zero(evenX[i], evenX[i + 1]);
                feature(Kind.ZERO, zero, 0);
                add(zero, function.applyAsDouble(zero));
            }
        } else if (here) {
            end(evenX[i], evenX[i + 1], evenY[i + 1]);
        } else if (there) {
            end(evenX[i + 1], evenX[i], evenY[i]);
        }
    }

    /** Whether the step to the next sample is larger than the steps around it together. */
    private boolean isSudden(int i) {
        double jump = Math.abs(evenY[i + 1] - evenY[i]);
        double before = i == 0 ? 0 : finite(evenY[i] - evenY[i - 1]);
        double after = i + 2 == evenY.length ? 0 : finite(evenY[i + 2] - evenY[i + 1]);
        return jump > Math.max((before + after) * (1 - 1e-9), noise(i));
    }

    private static double finite(double difference) {
        return Double.isFinite(difference) ? Math.abs(difference) : 0;
    }

    /** The two sides of a pole or a jump; null where the function only is steep. */
    private Halving.@Nullable Sides broken(int i) {
        Halving.Sides sides = new Halving(function, 1).sides(evenX[i], evenX[i + 1]);
        double left = function.applyAsDouble(sides.left());
        double right = function.applyAsDouble(sides.right());
        boolean steep = !sides.gap() && Math.abs(right - left) < 0.5 * Math.abs(evenY[i + 1] - evenY[i]);
        return steep ? null : sides;
    }

    /** Adds the two sides of a pole or a jump with a gap between them. */
    private void sides(Halving.Sides sides) {
        double left = function.applyAsDouble(sides.left());
        double right = function.applyAsDouble(sides.right());
        double middle = sides.left() + (sides.right() - sides.left()) / 2;
        boolean endless = isEndless(sides.left(), -1) || isEndless(sides.right(), 1);
        feature(endless ? Kind.ASYMPTOTE : Kind.JUMP, middle, Double.NaN);
        add(sides.left(), left);
        add(middle, Double.NaN);
        add(sides.right(), right);
    }

    /** Adds the last place with a value on the way from one that has it to one that has none. */
    private void end(double from, double to, double beyond) {
        double last = new Halving(function, 1).lastFinite(from, to);
        double height = function.applyAsDouble(last);
        int side = from < to ? -1 : 1;
        if (isEndless(last, side)) {
            feature(Kind.ASYMPTOTE, last, Double.NaN);
        } else if (Double.isNaN(beyond)) {
            end(last, height);
        }
        add(last, height);
    }

    /** An end, or with one from the other side at the same place, a hole. */
    private void end(double last, double height) {
        if (!features.isEmpty()
                && features.getLast().kind() == Kind.END
                && Math.abs(features.getLast().x() - last) < CLOSE * step) {
            features.removeLast();
            feature(Kind.HOLE, last, Double.NaN);
        } else {
            feature(Kind.END, last, height);
        }
    }

    /**
     * Whether the function grows without a bound towards a place from a side: whether each time that the distance is divided by
     * 1024 the value grows by no less than the time before. For a logarithm these steps are equal, for a root they shrink.
     */
    private boolean isEndless(double place, int side) {
        double far = function.applyAsDouble(place + side * step * Elementary.pow(2, -10));
        double near = function.applyAsDouble(place + side * step * Elementary.pow(2, -20));
        double nearest = function.applyAsDouble(place + side * step * Elementary.pow(2, -30));
        double first = near - far;
        double second = nearest - near;
        return first * second > 0 && Math.abs(second) >= 0.95 * Math.abs(first);
    }

    /** Takes a place down, if it is not the one found last from its other side. */
    private void feature(Kind kind, double place, double height) {
        double at = Math.abs(place) < 1e-9 * step ? 0 : place;
        boolean known = features.stream()
                .anyMatch(feature -> feature.kind() == kind && Math.abs(feature.x() - at) < CLOSE * step);
        if (!known) {
            features.add(new Feature(kind, at, height));
        }
    }

    private void add(double place, double height) {
        if (x.isEmpty() || place > x.getLast()) {
            x.add(place);
            y.add(height);
        }
    }
}
