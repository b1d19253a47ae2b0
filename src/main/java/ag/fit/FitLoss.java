package ag.fit;

/**
 * How much a residual counts. For r in units of the scale, and z = r², the loss is scale²·ρ(z); ρ grows as z near 0. After SciPy's
 * least_squares.
 */
public sealed interface FitLoss {
    /** ρ(z). */
    double rho(double z);

    /** ρ'(z). */
    double slope(double z);

    /** ρ''(z). */
    double bend(double z);

    double scale();

    /** The name it is written with. */
    String word();

    /** Least squares: every residual counts by its square. */
    record Squares() implements FitLoss {
        @Override
        public double rho(double z) {
            return z;
        }

        @Override
        public double slope(double z) {
            return 1;
        }

        @Override
        public double bend(double z) {
            return 0;
        }

        @Override
        public double scale() {
            return 1;
        }

        @Override
        public String word() {
            return "squares";
        }
    }

    /** Beyond the scale a residual counts by its size, not its square. */
    record Huber(double scale) implements FitLoss {
        @Override
        public double rho(double z) {
            return z <= 1 ? z : 2 * Math.sqrt(z) - 1;
        }

        @Override
        public double slope(double z) {
            return z <= 1 ? 1 : 1 / Math.sqrt(z);
        }

        @Override
        public double bend(double z) {
            return z <= 1 ? 0 : -0.5 / (z * Math.sqrt(z));
        }

        @Override
        public String word() {
            return "huber";
        }
    }

    /** As Huber's, without its corner: 2(√(1 + z) − 1). */
    record SoftL1(double scale) implements FitLoss {
        @Override
        public double rho(double z) {
            return 2 * z / (Math.sqrt(1 + z) + 1);
        }

        @Override
        public double slope(double z) {
            return 1 / Math.sqrt(1 + z);
        }

        @Override
        public double bend(double z) {
            double root = Math.sqrt(1 + z);
            return -0.5 / (root * root * root);
        }

        @Override
        public String word() {
            return "soft_l1";
        }
    }
}
