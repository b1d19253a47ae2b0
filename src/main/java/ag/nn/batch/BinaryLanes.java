package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.engine.Partials;

/**
 * A function of two numbers, run over lanes, like {@link UnaryLanes}. The rows of the results must be other arrays than the
 * operands, except that {@code da} and {@code db} may be {@code dy}.
 */
interface BinaryLanes {
    /** {@code y = f(a, b)} for the first lanes. */
    void value(double[] a, double[] b, double[] y, int lanes);

    /** What reaches the first operand: {@code da = dy * ∂f/∂a}. */
    void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes);

    /** What reaches the second operand: {@code db = dy * ∂f/∂b}. */
    void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes);

    /** What reaches both; neither row may be {@code dy}. */
    default void pull(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db, int lanes) {
        pullA(a, b, y, dy, da, lanes);
        pullB(a, b, y, dy, db, lanes);
    }

    /** The function of a row of the table that takes two numbers. */
    static BinaryLanes of(Operation operation, ElementaryArrays arrays) {
        return switch (operation) {
            case ADD -> new Add();
            case SUBTRACT -> new Subtract();
            case MULTIPLY -> new Multiply();
            case DIVIDE -> new Divide();
            case SQUARED_ERROR -> new SquaredError();
            case BCE_LOGITS -> new BceLogits(arrays, new ByTable((Partials.Binary) operation.partials()));
            case HINGE -> new Hinge();
            case GREATER, GREATER_OR_EQUAL, EQUAL -> new ChoiceLanes.Comparison(operation);
            case GATE -> new ChoiceLanes.Gate();
            case MAX -> new ChoiceLanes.Max();
            case MIN -> new ChoiceLanes.Min();
            case LEAKY_RELU -> new ChoiceLanes.LeakyRelu();
            default -> {
                if (operation.partials() instanceof Partials.Binary binary) {
                    yield new ByTable(binary);
                }
                throw new IllegalArgumentException(operation.title() + " does not take two numbers");
            }
        };
    }

    /** Any function, one call of the table's formulas after another. */
    record ByTable(Partials.Binary row) implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = row.value().applyAsDouble(a[i], b[i]);
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * row.slopeA().at(a[i], b[i], y[i]);
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * row.slopeB().at(a[i], b[i], y[i]);
            }
        }
    }

    record Add() implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = a[i] + b[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            System.arraycopy(dy, 0, da, 0, lanes);
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            System.arraycopy(dy, 0, db, 0, lanes);
        }
    }

    record Subtract() implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = a[i] - b[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            System.arraycopy(dy, 0, da, 0, lanes);
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = -dy[i];
            }
        }
    }

    record Multiply() implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = a[i] * b[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * b[i];
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * a[i];
            }
        }
    }

    record Divide() implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = a[i] / b[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * (1 / b[i]);
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * (-y[i] / b[i]);
            }
        }

        /** As a tape's backward pass does it: with one division, which takes longer than all else here. */
        @Override
        public void pull(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                double share = dy[i] / b[i];
                da[i] = share;
                db[i] = -(share * y[i]);
            }
        }
    }

    record SquaredError() implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = (a[i] - b[i]) * (a[i] - b[i]);
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * (2 * (a[i] - b[i]));
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * (2 * (b[i] - a[i]));
            }
        }
    }

    /** Where a number is infinite, or so large that its exponential is, the table's formulas take over. */
    record BceLogits(ElementaryArrays arrays, ByTable table, double[] part, double[] opposite) implements BinaryLanes {
        BceLogits(ElementaryArrays arrays, ByTable table) {
            this(arrays, table, new double[arrays.length()], new double[arrays.length()]);
        }

        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                part[i] = -Math.abs(a[i]);
            }
            if (!arrays.areFinite(part, lanes)) {
                table.value(a, b, y, lanes);
                return;
            }
            arrays.exp(part, part, 0, lanes);
            arrays.log1p(part, part, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                y[i] = (1 - b[i]) * Math.max(a[i], 0) + b[i] * Math.max(-a[i], 0) + part[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            arrays.sigmoid(a, part, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                opposite[i] = -a[i];
            }
            arrays.sigmoid(opposite, opposite, 0, lanes);
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * ((1 - b[i]) * part[i] - b[i] * opposite[i]);
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * -a[i];
            }
        }
    }

    /** As in PyTorch, a score that is NaN counts as a wrong one. */
    record Hinge() implements BinaryLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = Math.max(1 - a[i] * b[i], 0);
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * (a[i] * b[i] >= 1 ? 0 : -b[i]);
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * (a[i] * b[i] >= 1 ? 0 : -a[i]);
            }
        }
    }
}
