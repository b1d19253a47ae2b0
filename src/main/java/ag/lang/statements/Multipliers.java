package ag.lang.statements;

import ag.lang.interpreter.Frame;
import ag.lang.values.Input;
import ag.optimize.AugmentedLagrangian;
import ag.optimize.Box;
import ag.optimize.Objective;
import ag.result.Numerals;
import ag.result.OptimizationResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Lagrange multipliers at the end of a minimization: by how much the lowest value falls for each unit that a condition or a bound gives
 * way.
 */
record Multipliers(
        Frame frame,
        Minimization minimization,
        FormulaObjective formula,
        @Nullable FormulaConstraints constraints,
        @Nullable AugmentedLagrangian lagrangian,
        Box box) {
    /** A number that is nearer to a bound than this, relative to its size, counts as at the bound. */
    private static final double AT = 1e-12;

    /** Slack below this counts as none: multipliers are told to about as many digits. */
    private static final double NOTHING = 1e-8;

    List<OptimizationResult.Held> at(double[] x) {
        List<OptimizationResult.Held> all = new ArrayList<>();
        if (constraints != null && lagrangian != null) {
            double[] values = constraints.at(x, new double[constraints.owners().size()][x.length]);
            double[] multipliers = lagrangian.multipliers();
            for (int i = 0; i < values.length; i++) {
                Constraint condition = constraints.owners().get(i);
                double slack = condition.isEquality() || -values[i] < NOTHING ? 0 : -values[i];
                all.add(new OptimizationResult.Held(condition.text(), slack, multipliers[i]));
            }
        }
        if (box.low().length > 0) {
            bounds(x, all);
        }
        return all;
    }

    private void bounds(double[] x, List<OptimizationResult.Held> all) {
        double[] gradient = new double[x.length];
        Objective whole = lagrangian == null ? formula : lagrangian;
        whole.at(x, gradient);
        double[] low = box.low();
        double[] high = box.high();
        int at = 0;
        for (BoundedInput bounded : minimization.inputs()) {
            Input input = bounded.input(frame);
            for (int i = 0; i < input.size(); i++, at++) {
                String name = input.size() == 1 ? input.name() : input.name() + "[" + i + "]";
                if (Double.isFinite(low[at]) && x[at] - low[at] <= AT * Math.max(1, Math.abs(low[at]))) {
                    all.add(new OptimizationResult.Held(name + " >= " + Numerals.shortest(low[at]), 0, gradient[at]));
                } else if (Double.isFinite(high[at]) && high[at] - x[at] <= AT * Math.max(1, Math.abs(high[at]))) {
                    all.add(new OptimizationResult.Held(name + " <= " + Numerals.shortest(high[at]), 0, -gradient[at]));
                }
            }
        }
    }
}
