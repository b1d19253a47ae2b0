package ag.lang.statements;

import ag.lang.algebra.Solution;
import ag.numeric.DifferentiableFunction;
import ag.numeric.RootSearch;
import java.util.ArrayList;
import java.util.List;

/** The curve of a function of one letter in the range that is searched, as numbers. */
record SearchedCurve(Mapping.Seen seen, Ends.Range range) {
    /** How far beside a place its two sides are looked at, relative to its size. */
    private static final double BESIDE = 1e-5;

    double value(double x) {
        return seen.numeric().trying(() -> seen.numeric().value(x));
    }

    /** The places where the slopes are 0 or leap. */
    RootSearch.Outcome slopeRoots() {
        return seen.numeric().trying(() -> RootSearch.between(slopes(), range.low(), range.high()));
    }

    /** The slopes of the curve as a curve. */
    DifferentiableFunction slopes() {
        return new DifferentiableFunction() {
            @Override
            public double value(double x) {
                return seen.numeric().slope(x);
            }

            @Override
            public double slope(double x) {
                double h = BESIDE * Math.max(1, Math.abs(x));
                return (value(x + h) - value(x - h)) / (2 * h);
            }
        };
    }

    /** Whether the slope does not go to 0 towards the place, whatever it is taken for there. */
    boolean isCorner(double x) {
        double h = BESIDE * Math.max(1, Math.abs(x));
        return seen.numeric().trying(() -> stays(x, h) || stays(x, -h));
    }

    private boolean stays(double x, double h) {
        double far = Math.abs(seen.numeric().slope(x + h));
        double near = Math.abs(seen.numeric().slope(x + h / 10));
        return far > 1e-9 && near > 0.5 * far;
    }

    /** What a flat place is by the slopes on its two sides. */
    String bySides(double x) {
        double h = BESIDE * Math.max(1, Math.abs(x));
        double left = seen.numeric().trying(() -> seen.numeric().slope(x - h));
        double right = seen.numeric().trying(() -> seen.numeric().slope(x + h));
        return left < 0 && right > 0
                ? "minimum"
                : left > 0 && right < 0 ? "maximum" : left * right > 0 ? "inflection" : "flat";
    }

    /** 0 for a place that is 0 but for rounding. */
    double snapped(double x) {
        return Math.abs(x) < 1e-12 * (range.high() - range.low()) ? 0 : x;
    }

    /** Where the values leap, or the slopes do and the values are enormous. */
    List<Double> poles() {
        List<Double> poles = new ArrayList<>();
        Unknowns f = seen.numeric();
        RootSearch.Outcome outcome = f.trying(() -> RootSearch.between(f, range.low(), range.high()));
        for (double x : outcome.leaps()) {
            add(poles, x);
        }
        for (double x : slopeRoots().leaps()) {
            double h = BESIDE * Math.max(1, Math.abs(x));
            double beside = f.trying(() -> Math.abs(f.value(x + h)));
            double farther = f.trying(() -> Math.abs(f.value(x + 100 * h)));
            if (!(beside <= 5 * farther + 1)) {
                add(poles, x);
            }
        }
        return poles;
    }

    private void add(List<Double> poles, double leap) {
        double x = snapped(leap);
        if (poles.stream().noneMatch(other -> Math.abs(other - x) < 1e-6 * (1 + Math.abs(x)))) {
            poles.add(x);
        }
    }

    /** The slope of the slopes. */
    double second(double x) {
        return seen.numeric().trying(() -> slopes().slope(x));
    }

    Turn sharpTurn(Solution at, double x) {
        SharpPlace place = sharp(x);
        return new Turn(at, place.what(), place.test());
    }

    /** What stands at a place that is no smooth one. */
    SharpPlace sharp(double x) {
        return seen.numeric().trying(() -> SharpPlace.of(seen.numeric()::value, x));
    }

    /** Whether the values on both sides of a place join there. */
    boolean isContinuous(double x) {
        double h = BESIDE * Math.max(1, Math.abs(x));
        double[] values = seen.numeric().trying(() -> new double[] {
            seen.numeric().value(x - h), seen.numeric().value(x), seen.numeric().value(x + h)
        });
        return Math.abs(values[1] - values[0]) + Math.abs(values[2] - values[1]) <= 1e-2 * (1 + Math.abs(values[1]))
                && Unknowns.isFinite(values);
    }
}
