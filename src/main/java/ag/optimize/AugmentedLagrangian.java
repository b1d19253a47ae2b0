package ag.optimize;

import java.util.Arrays;

/**
 * A function with constraints as one without: f + Σ λ·c + μ/2·Σ c² over the equalities c = 0, and
 * f + Σ (max(0, λ + μ·c)² - λ²)/(2μ) over the inequalities c ≤ 0. Between two minimizations the multipliers λ come closer to those of the
 * constrained minimum: λ + μ·c, and max(0, λ + μ·c). Nocedal and Wright 2006, section 17.4.
 */
public final class AugmentedLagrangian implements Objective {
    private static final double FIRST_WEIGHT = 10;
    private static final double GROWTH = 10;
    private static final double MOST_WEIGHT = 1e9;
    /** Nearer than this, more weight would only bring more rounding. */
    private static final double SMALL = 1e-9;

    private final Objective objective;
    private final Constraints constraints;
    private final boolean[] equalities;
    private final double[] multipliers;
    private double weight = FIRST_WEIGHT;
    private double lastMiss = Double.POSITIVE_INFINITY;

    public AugmentedLagrangian(Objective objective, Constraints constraints) {
        this.objective = objective;
        this.constraints = constraints;
        equalities = constraints.equalities();
        multipliers = new double[equalities.length];
    }

    @Override
    public double at(double[] x, double[] gradient) {
        double value = objective.at(x, gradient);
        double[][] slopes = new double[equalities.length][x.length];
        double[] c = constraints.at(x, slopes);
        for (int i = 0; i < c.length; i++) {
            double pull = pull(i, c[i]);
            value += (pull * pull - multipliers[i] * multipliers[i]) / (2 * weight);
            Vectors.add(gradient, pull, slopes[i]);
        }
        return value;
    }

    /** With what force a constraint pulls: its multiplier, as the point tells it. */
    private double pull(int i, double c) {
        double pull = multipliers[i] + weight * c;
        return equalities[i] ? pull : Math.max(0, pull);
    }

    /** By how much the constraint that is off the furthest is off. */
    public double miss(double[] x) {
        double miss = 0;
        double[] off = off(x);
        for (double each : off) {
            miss = Math.max(miss, each);
        }
        return miss;
    }

    /** By how much each constraint is off. */
    public double[] off(double[] x) {
        double[] c = values(x);
        for (int i = 0; i < c.length; i++) {
            c[i] = equalities[i] ? Math.abs(c[i]) : Math.max(0, c[i]);
        }
        return c;
    }

    private double[] values(double[] x) {
        return constraints.at(x, new double[equalities.length][x.length]);
    }

    /**
     * After a minimization that ended here: takes the multipliers from the point, and pulls harder where it has not come much closer.
     * Gives by how much the multipliers have changed beside their size.
     */
    public double update(double[] x) {
        double[] c = values(x);
        double miss = miss(x);
        double change = 0;
        for (int i = 0; i < c.length; i++) {
            double next = pull(i, c[i]);
            change = Math.max(change, Math.abs(next - multipliers[i]) / Math.max(1, Math.abs(next)));
            multipliers[i] = next;
        }
        if (miss > SMALL && miss > 0.25 * lastMiss) {
            weight = Math.min(MOST_WEIGHT, weight * GROWTH);
        }
        lastMiss = miss;
        return change;
    }

    /** Pulls harder, where the function falls faster than its constraints hold it; false where that has no end. */
    public boolean pullHarder() {
        if (weight >= MOST_WEIGHT) {
            return false;
        }
        weight = Math.min(MOST_WEIGHT, weight * 100);
        Arrays.fill(multipliers, 0);
        lastMiss = Double.POSITIVE_INFINITY;
        return true;
    }

    /** The multiplier of each constraint as far as they are known. */
    public double[] multipliers() {
        return multipliers.clone();
    }
}
