package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.engine.Partials;
import java.util.Arrays;

/**
 * A function of one number, run over lanes: rows with a number for each sample. Any row of the operation table can be run
 * through its own formulas, number by number; for those that training meets most there are loops of their own, which give
 * the same digits (a test compares them with the table).
 */
interface UnaryLanes {
    /** {@code y = f(x)} for the first lanes; {@code y} may be {@code x}. */
    void value(double[] x, double[] y, int lanes);

    /** What reaches the operand: {@code dx = dy * f'(x)}, where {@code y = f(x)}; {@code dx} may be {@code dy}. */
    void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes);

    /** Turns the first lanes of a row into their values, and writes the slopes there; {@code room} is for the use of this method. */
    default void valueAndSlope(double[] row, double[] slope, double[] room, int lanes) {
        value(row, room, lanes);
        Arrays.fill(slope, 0, lanes, 1);
        pull(row, room, slope, slope, lanes);
        System.arraycopy(room, 0, row, 0, lanes);
    }

    /** Whether {@link #pull} gets by without {@code x}, so that {@code y} may have taken its room. */
    default boolean pullsFromResult() {
        return false;
    }

    /** The function of a row of the table that takes one number. */
    static UnaryLanes of(Operation operation, ElementaryArrays arrays) {
        return switch (operation) {
            case NEGATE -> new Negate();
            case TANH -> new Tanh(arrays);
            case SIGMOID -> new Sigmoid(arrays);
            case EXP -> new Exp(arrays);
            case LOG -> new Log(arrays);
            case SOFTPLUS -> new Softplus(arrays);
            case SILU -> new Silu(arrays);
            case RELU -> new Relu();
            case ABS -> new Abs();
            case SQRT -> new Sqrt();
            default -> {
                if (operation.partials() instanceof Partials.Unary unary) {
                    yield new ByTable(unary);
                }
                throw new IllegalArgumentException(operation.title() + " does not take one number");
            }
        };
    }

    /** Any function, one call of the table's formulas after another. */
    record ByTable(Partials.Unary row) implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = row.value().applyAsDouble(x[i]);
            }
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * row.slope().applyAsDouble(x[i], y[i]);
            }
        }
    }

    record Negate() implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = -x[i];
            }
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = -dy[i];
            }
        }

        @Override
        public boolean pullsFromResult() {
            return true;
        }
    }

    record Tanh(ElementaryArrays arrays, double[] result, double[] slope) implements UnaryLanes {
        Tanh(ElementaryArrays arrays) {
            this(arrays, new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public void value(double[] x, double[] y, int lanes) {
            arrays.tanh(x, y, slope, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            arrays.tanh(x, result, slope, lanes);
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * slope[i];
            }
        }

        @Override
        public void valueAndSlope(double[] row, double[] slopes, double[] room, int lanes) {
            arrays.tanh(row, row, slopes, lanes);
        }
    }

    record Sigmoid(ElementaryArrays arrays, double[] result, double[] slope) implements UnaryLanes {
        Sigmoid(ElementaryArrays arrays) {
            this(arrays, new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public void value(double[] x, double[] y, int lanes) {
            arrays.sigmoid(x, y, 0, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            arrays.sigmoid(x, result, slope, lanes);
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * slope[i];
            }
        }

        @Override
        public void valueAndSlope(double[] row, double[] slopes, double[] room, int lanes) {
            arrays.sigmoid(row, row, slopes, lanes);
        }
    }

    record Exp(ElementaryArrays arrays) implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            arrays.exp(x, y, 0, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * y[i];
            }
        }

        @Override
        public boolean pullsFromResult() {
            return true;
        }
    }

    record Log(ElementaryArrays arrays) implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            arrays.log(x, y, 0, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * (1 / x[i]);
            }
        }
    }

    record Softplus(ElementaryArrays arrays, double[] slope) implements UnaryLanes {
        Softplus(ElementaryArrays arrays) {
            this(arrays, new double[arrays.length()]);
        }

        @Override
        public void value(double[] x, double[] y, int lanes) {
            arrays.softplus(x, y, 0, lanes);
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            arrays.sigmoid(x, slope, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * slope[i];
            }
        }
    }

    record Silu(ElementaryArrays arrays, double[] sigmoid, double[] opposite) implements UnaryLanes {
        Silu(ElementaryArrays arrays) {
            this(arrays, new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public void value(double[] x, double[] y, int lanes) {
            arrays.sigmoid(x, sigmoid, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                y[i] = x[i] * sigmoid[i];
            }
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            arrays.sigmoid(x, sigmoid, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                opposite[i] = -x[i];
            }
            arrays.sigmoid(opposite, opposite, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * (sigmoid[i] * (1 + x[i] * opposite[i]));
            }
        }
    }

    record Relu() implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = Math.max(x[i], 0);
            }
        }

        /**
         * The slope is 0 where the result is 0, and 1 where it is positive or NaN. The whole number above a result bounded by 1
         * is 0 or 1, and turned into an integer NaN becomes 0: so is a branch avoided, which would not be vectorised.
         */
        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * (1 - (double) (int) (1 - Math.ceil(Math.min(y[i], 1))));
            }
        }

        @Override
        public boolean pullsFromResult() {
            return true;
        }
    }

    record Abs() implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = Math.abs(x[i]);
            }
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * Math.signum(x[i]);
            }
        }
    }

    record Sqrt() implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = Math.sqrt(x[i]);
            }
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * (1 / (2 * y[i]));
            }
        }

        @Override
        public boolean pullsFromResult() {
            return true;
        }
    }

    /** The power 2, which recordings meet more often than any other. */
    record Square() implements UnaryLanes {
        @Override
        public void value(double[] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = x[i] * x[i];
            }
        }

        @Override
        public void pull(double[] x, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * (2 * x[i]);
            }
        }
    }
}
