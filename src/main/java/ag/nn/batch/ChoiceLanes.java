package ag.nn.batch;

import ag.engine.Operation;

/**
 * Functions of two numbers that choose: what an {@code if} in a user's function becomes, and what compares its operands. Each
 * lane may choose otherwise.
 */
sealed interface ChoiceLanes extends BinaryLanes {
    /** 1 where the comparison holds, otherwise 0: nothing reaches its operands. */
    record Comparison(Operation operation) implements ChoiceLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            switch (operation) {
                case GREATER -> {
                    for (int i = 0; i < lanes; i++) {
                        y[i] = a[i] > b[i] ? 1 : 0;
                    }
                }
                case GREATER_OR_EQUAL -> {
                    for (int i = 0; i < lanes; i++) {
                        y[i] = a[i] >= b[i] ? 1 : 0;
                    }
                }
                default -> {
                    for (int i = 0; i < lanes; i++) {
                        y[i] = a[i] == b[i] ? 1 : 0;
                    }
                }
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * 0;
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            pullA(a, b, y, dy, db, lanes);
        }
    }

    /** The second number, but 0 where the first one is 0. */
    record Gate() implements ChoiceLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = a[i] == 0 ? 0 : b[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * 0;
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * (a[i] == 0 ? 0 : 1);
            }
        }
    }

    /** The larger of two numbers; at a tie each gets half. */
    record Max() implements ChoiceLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = Math.max(a[i], b[i]);
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            pullToLarger(a, b, dy, da, lanes);
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            pullToLarger(b, a, dy, db, lanes);
        }
    }

    /** The smaller of two numbers; at a tie each gets half. */
    record Min() implements ChoiceLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = Math.min(a[i], b[i]);
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            pullToLarger(b, a, dy, da, lanes);
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            pullToLarger(a, b, dy, db, lanes);
        }
    }

    private static void pullToLarger(double[] one, double[] other, double[] dy, double[] dx, int lanes) {
        for (int i = 0; i < lanes; i++) {
            dx[i] = dy[i] * (one[i] > other[i] ? 1 : one[i] < other[i] ? 0 : 0.5);
        }
    }

    /** The first number where it is positive, otherwise the product of both. */
    record LeakyRelu() implements ChoiceLanes {
        @Override
        public void value(double[] a, double[] b, double[] y, int lanes) {
            for (int i = 0; i < lanes; i++) {
                y[i] = a[i] > 0 ? a[i] : a[i] * b[i];
            }
        }

        @Override
        public void pullA(double[] a, double[] b, double[] y, double[] dy, double[] da, int lanes) {
            for (int i = 0; i < lanes; i++) {
                da[i] = dy[i] * (a[i] > 0 ? 1 : b[i]);
            }
        }

        @Override
        public void pullB(double[] a, double[] b, double[] y, double[] dy, double[] db, int lanes) {
            for (int i = 0; i < lanes; i++) {
                db[i] = dy[i] * (a[i] > 0 ? 0 : a[i]);
            }
        }
    }
}
