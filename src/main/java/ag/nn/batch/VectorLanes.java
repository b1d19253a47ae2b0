package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import java.util.Arrays;

/**
 * A function of a whole vector, run over lanes: a row for each element of the vector.
 */
interface VectorLanes {
    /** {@code y = f(x[0], x[1], …)} in each of the first lanes. */
    void value(double[][] x, double[] y, int lanes);

    /**
     * What reaches each element: {@code dx[k] = dy * ∂f/∂x[k]}; right after {@link #value} for the same rows.
     *
     * @param dx an empty row for an element that is not needed
     */
    void pull(double[][] x, double[] y, double[] dy, double[][] dx, int lanes);

    /** The function of a row of the table that takes a vector. */
    static VectorLanes of(Operation operation, ElementaryArrays arrays) {
        return switch (operation) {
            case SUM -> new Sum();
            case DOT -> new Dot();
            case LARGEST -> new Extreme(1);
            case SMALLEST -> new Extreme(-1);
            case NORM -> new Norm();
            case LOGSUMEXP -> new LogSumExp(arrays);
            case ELEMENT -> new ElementLanes(arrays);
            default -> throw new IllegalArgumentException(operation.title() + " does not take a vector");
        };
    }

    /** A function that is taken back one element after another. */
    interface OneByOne extends VectorLanes {
        /** What reaches element k. */
        void pull(double[][] x, int k, double[] y, double[] dy, double[] dx, int lanes);

        @Override
        default void pull(double[][] x, double[] y, double[] dy, double[][] dx, int lanes) {
            for (int k = 0; k < dx.length; k++) {
                if (dx[k].length > 0) {
                    pull(x, k, y, dy, dx[k], lanes);
                }
            }
        }
    }

    record Sum() implements OneByOne {
        @Override
        public void value(double[][] x, double[] y, int lanes) {
            System.arraycopy(x[0], 0, y, 0, lanes);
            for (int k = 1; k < x.length; k++) {
                double[] element = x[k];
                for (int i = 0; i < lanes; i++) {
                    y[i] += element[i];
                }
            }
        }

        @Override
        public void pull(double[][] x, int k, double[] y, double[] dy, double[] dx, int lanes) {
            System.arraycopy(dy, 0, dx, 0, lanes);
        }
    }

    /** The first half of the elements times the second. */
    record Dot() implements OneByOne {
        @Override
        public void value(double[][] x, double[] y, int lanes) {
            int half = x.length / 2;
            Arrays.fill(y, 0, lanes, 0);
            for (int k = 0; k < half; k++) {
                double[] a = x[k];
                double[] b = x[half + k];
                for (int i = 0; i < lanes; i++) {
                    y[i] += a[i] * b[i];
                }
            }
        }

        @Override
        public void pull(double[][] x, int k, double[] y, double[] dy, double[] dx, int lanes) {
            int half = x.length / 2;
            double[] partner = x[k < half ? k + half : k - half];
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * partner[i];
            }
        }
    }

    /** The largest element, or the smallest where the sign is -1; elements that tie share the derivative. */
    record Extreme(int sign) implements OneByOne {
        @Override
        public void value(double[][] x, double[] y, int lanes) {
            System.arraycopy(x[0], 0, y, 0, lanes);
            for (int k = 1; k < x.length; k++) {
                double[] element = x[k];
                for (int i = 0; i < lanes; i++) {
                    y[i] = sign > 0 ? Math.max(y[i], element[i]) : Math.min(y[i], element[i]);
                }
            }
        }

        @Override
        public void pull(double[][] x, int k, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = x[k][i] == y[i] ? dy[i] / ties(x, y, i) : 0;
            }
        }

        private static int ties(double[][] x, double[] y, int lane) {
            int ties = 0;
            for (double[] element : x) {
                ties += element[lane] == y[lane] ? 1 : 0;
            }
            return ties;
        }
    }

    /** The length of the vector, scaled by its largest element so that no square overflows or vanishes. */
    record Norm() implements OneByOne {
        @Override
        public void value(double[][] x, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                double squares = 0;
                double largest = 0;
                for (double[] element : x) {
                    squares += element[i] * element[i];
                    largest = Math.max(largest, Math.abs(element[i]));
                }
                boolean safe = squares > 1e-290 && squares < Double.POSITIVE_INFINITY;
                y[i] = safe || largest == 0 || !Double.isFinite(largest) ? Math.sqrt(squares) : scaled(x, i, largest);
            }
        }

        private static double scaled(double[][] x, int lane, double largest) {
            double squares = 0;
            for (double[] element : x) {
                double part = element[lane] / largest;
                squares += part * part;
            }
            return largest * Math.sqrt(squares);
        }

        @Override
        public void pull(double[][] x, int k, double[] y, double[] dy, double[] dx, int lanes) {
            for (int i = 0; i < lanes; i++) {
                dx[i] = y[i] == 0 ? 0 : dy[i] * (x[k][i] / y[i]);
            }
        }
    }

    /**
     * m + log(1 + Σ e^(x - m)) with m the largest element, which the sum leaves out: what the others add to m keeps its digits.
     * Back: e^(x - m) over the whole sum, not over the rounded logarithm.
     */
    record LogSumExp(ElementaryArrays arrays, double[] largest, double[] others, double[] part) implements OneByOne {
        LogSumExp(ElementaryArrays arrays) {
            this(arrays, new double[arrays.length()], new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public void value(double[][] x, double[] y, int lanes) {
            LargestOfRows.into(largest, x, lanes);
            Arrays.fill(others, 0, lanes, 0);
            Arrays.fill(y, 0, lanes, 0);
            for (double[] element : x) {
                exponentials(element, lanes);
                for (int i = 0; i < lanes; i++) {
                    // y counts the largest elements met: the first of them is m, all further ones are others.
                    boolean first = element[i] == largest[i] && y[i]++ == 0;
                    others[i] += first ? 0 : part[i];
                }
            }
            arrays.log1p(others, part, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                y[i] = Double.isInfinite(largest[i]) ? largest[i] : largest[i] + part[i];
            }
        }

        @Override
        public void pull(double[][] x, int k, double[] y, double[] dy, double[] dx, int lanes) {
            exponentials(x[k], lanes);
            for (int i = 0; i < lanes; i++) {
                dx[i] = dy[i] * (x[k][i] == Double.NEGATIVE_INFINITY ? 0 : part[i] / (1 + others[i]));
            }
        }

        private void exponentials(double[] x, int lanes) {
            for (int i = 0; i < lanes; i++) {
                part[i] = x[i] - largest[i];
            }
            arrays.exp(part, part, 0, lanes);
        }
    }
}
