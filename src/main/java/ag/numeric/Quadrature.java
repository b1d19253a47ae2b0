package ag.numeric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrals by Gauss–Kronrod quadrature with 15 points: the interval whose error is largest is halved until the error is small enough.
 * What it gives are the places and their weights, so that the same sum can be taken once more of what depends on parameters.
 */
public final class Quadrature {
    // Piessens et al., QUADPACK, 1983, qk15.
    private static final double[] PLACES = {
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789848,
        0
    };
    private static final double[] WEIGHTS = {
        0.022935322010529224,
        0.06309209262997856,
        0.10479001032225019,
        0.14065325971552592,
        0.1690047266392679,
        0.19035057806478542,
        0.20443294007529889,
        0.20948214108472782
    };
    /** Those of the seven points of Gauss, which are every second one. */
    private static final double[] GAUSS = {
        0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694
    };

    private static final double RELATIVE = 1e-11;
    private static final double ABSOLUTE = 1e-13;
    private static final int MOST_INTERVALS = 400;

    private final DoubleUnaryOperator f;

    private Quadrature(DoubleUnaryOperator f) {
        this.f = f;
    }

    /** A place and what the function there counts. */
    public record Point(double x, double weight) {}

    /**
     * An integral.
     *
     * @param error about how much the value may be off by
     */
    public record Outcome(double value, double error, List<Point> points) {
        public Outcome {
            points = List.copyOf(points);
        }
    }

    /** A range of the variable that runs, which for an infinite range differs from that of the function. */
    private record Piece(double low, double high, Way way) {}

    /** How the function's argument follows from what runs. */
    private enum Way {
        STRAIGHT,
        /** From a place to infinity, by t/(1 - t). */
        UP,
        DOWN
    }

    private record Part(Piece piece, double start, double value, double error, double size, List<Point> points) {}

    /** The integral from one number to another; both may be infinite. */
    public static Outcome integrate(DoubleUnaryOperator f, double from, double to) {
        if (from == to) {
            return new Outcome(0, 0, List.of());
        }
        if (from > to) {
            Outcome back = integrate(f, to, from);
            return new Outcome(
                    -back.value,
                    back.error,
                    back.points.stream()
                            .map(point -> new Point(point.x, -point.weight))
                            .toList());
        }
        return new Quadrature(f).run(from, to);
    }

    private Outcome run(double from, double to) {
        PriorityQueue<Part> parts = new PriorityQueue<>(Comparator.comparingDouble(part -> -part.error));
        if (Double.isInfinite(from)) {
            double middle = Double.isInfinite(to) ? 0 : to;
            parts.add(part(new Piece(0, 1, Way.DOWN), middle));
        }
        if (Double.isInfinite(to)) {
            double middle = Double.isInfinite(from) ? 0 : from;
            parts.add(part(new Piece(0, 1, Way.UP), middle));
        }
        if (parts.isEmpty()) {
            parts.add(part(new Piece(from, to, Way.STRAIGHT), 0));
        }
        while (parts.size() < MOST_INTERVALS && !isDone(parts)) {
            Part worst = parts.remove();
            double middle = worst.piece.low + (worst.piece.high - worst.piece.low) / 2;
            if (!(worst.piece.low < middle && middle < worst.piece.high)) {
                parts.add(worst);
                break;
            }
            parts.add(part(new Piece(worst.piece.low, middle, worst.piece.way), worst.start));
            parts.add(part(new Piece(middle, worst.piece.high, worst.piece.way), worst.start));
        }
        double value = 0;
        double error = 0;
        List<Point> points = new ArrayList<>();
        for (Part part : parts) {
            value += part.value;
            error += part.error;
            points.addAll(part.points);
        }
        return new Outcome(value, error, points);
    }

    private static boolean isDone(PriorityQueue<Part> parts) {
        double value = 0;
        double error = 0;
        double size = 0;
        for (Part part : parts) {
            value += part.value;
            error += part.error;
            size += part.size;
        }
        return !Double.isFinite(value) || error <= Math.max(RELATIVE * Math.abs(value), ABSOLUTE * size);
    }

    private Part part(Piece piece, double start) {
        double half = (piece.high - piece.low) / 2;
        double middle = piece.low + half;
        List<Point> points = new ArrayList<>();
        double[] values = new double[15];
        double kronrod = 0;
        double gauss = 0;
        double size = 0;
        for (int i = 0; i < 15; i++) {
            int k = Math.min(i, 14 - i);
            double t = middle + (i < 7 ? -half : half) * PLACES[k];
            double away = t / (1 - t);
            double stretch = piece.way == Way.STRAIGHT ? 1 : 1 / ((1 - t) * (1 - t));
            double x = switch (piece.way) {
                case STRAIGHT -> t;
                case UP -> start + away;
                case DOWN -> start - away;
            };
            double weight = WEIGHTS[k] * half * stretch;
            double there = f.applyAsDouble(x);
            values[i] = there * stretch;
            kronrod += there * weight;
            size += Math.abs(there * weight);
            gauss += k % 2 == 1 ? GAUSS[k / 2] * half * values[i] : 0;
            points.add(new Point(x, weight));
        }
        return new Part(piece, start, kronrod, error(values, kronrod, gauss, half), size, points);
    }

    /** As QUADPACK scales the difference of the two rules by how much the function varies. */
    private static double error(double[] values, double kronrod, double gauss, double half) {
        double mean = kronrod / (2 * half);
        double varies = 0;
        for (int i = 0; i < 15; i++) {
            varies += WEIGHTS[Math.min(i, 14 - i)] * Math.abs(values[i] - mean) * Math.abs(half);
        }
        double error = Math.abs(kronrod - gauss);
        double ratio = 200 * error / varies;
        return varies == 0 || error == 0 ? error : varies * Math.min(1, ratio * Math.sqrt(ratio));
    }
}
