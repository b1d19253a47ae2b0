package ag.optimize;

import java.util.ArrayList;
import java.util.List;

/**
 * Limited-memory BFGS: p += t·d with d = -H·g, where H is the inverse Hessian as the last steps s and changes of gradient y tell it, from
 * γ·I with γ = s·y/y·y on (Nocedal and Wright 2006, algorithm 7.4), and t from a search along d. One step is one direction:
 * PyTorch's with max_iter = 1.
 *
 * <p>The state holds the gradient and the last step, and behind them the pairs y, s from the oldest on.
 */
final class Lbfgs {
    private static final Argument LR =
            Argument.of("lr", 1, ArgumentRange.FROM_ZERO, "the first t that is tried in each step");
    private static final Argument HISTORY =
            Argument.of("history_size", 100, ArgumentRange.COUNT, "how many steps the curvature is told from");
    private static final Argument SEARCH = Argument.of(
                    "line_search",
                    1,
                    ArgumentRange.TRUTH,
                    "whether t is searched for (strong Wolfe conditions), or is lr")
            .as(new Argument.Torch.Choice("line_search_fn=\"strong_wolfe\""));
    private static final Argument TOLERANCE_GRAD = Argument.of(
            "tolerance_grad", 1e-10, ArgumentRange.FROM_ZERO, "ends where no number of the gradient is larger");
    private static final Argument TOLERANCE_CHANGE = Argument.of(
            "tolerance_change", 0, ArgumentRange.FROM_ZERO, "ends where a step would change less; PyTorch has 1e-9");

    static final OptimizerRule ROW = new OptimizerRule(
            "lbfgs",
            "Learns the curvature from its steps, and searches along each direction: the best choice for smooth"
                    + " functions without noise. It needs no learning rate, and whole batches.",
            "d = -H·g, p += t·d; H from the last steps s and changes y of the gradient, t by a line search",
            "Liu and Nocedal 1989; line search: Nocedal and Wright 2006, algorithm 3.5",
            List.of(LR, HISTORY, SEARCH, TOLERANCE_GRAD, TOLERANCE_CHANGE),
            Needs.SEARCH,
            TorchForm.of("LBFGS").with("max_iter=1, max_eval=1000"),
            Lbfgs::step);

    /** By how much y must lean on s, beside y·y, for the pair to be told apart from rounding. */
    private static final double NOISE = 0x1p-52;

    private static final int GRADIENT = 0;
    private static final int LAST = 1;
    private static final int PAIRS = 2;

    private Lbfgs() {}

    private static Progress step(Optimizer rule, Step step, OptimizerState state) {
        double[] gradient = step.gradient().clone();
        if (Vectors.largest(step.box().projected(step.parameters(), gradient)) <= rule.number(TOLERANCE_GRAD)) {
            state.count(rule);
            return Progress.SETTLED;
        }
        List<double[]> kept = new ArrayList<>(state.vectors());
        boolean first = kept.isEmpty();
        if (!first) {
            learn(rule, kept, gradient);
        }
        if (!step.box().isNone()) {
            return inBox(rule, step, state, kept);
        }
        double scale = first ? 1 : state.number(0, 1);
        if (kept.size() > PAIRS) {
            double[] y = kept.get(kept.size() - 2);
            scale = Vectors.dot(y, kept.getLast()) / Vectors.dot(y, y);
        }
        double[] direction = first ? Vectors.scaled(-1, gradient) : direction(kept, gradient, scale);
        double slope = Vectors.dot(gradient, direction);
        if (!(slope < -rule.number(TOLERANCE_CHANGE))) {
            return startOver(rule, state, kept);
        }
        double t = first ? Math.min(1, 1 / sizes(gradient)) * rule.number(LR) : rule.number(LR);
        if (rule.truth(SEARCH)) {
            LineSearch.Point found = new LineSearch(
                            step.objective(), step, direction, slope, rule.number(TOLERANCE_CHANGE))
                    .from(t, gradient);
            t = isBetter(found, step.loss(), gradient) ? found.t() : 0;
        }
        if (t == 0) {
            return startOver(rule, state, kept);
        }
        Vectors.add(step.parameters(), t, direction);
        state.count(rule);
        state.keep(scale);
        state.remember(remembered(gradient, Vectors.scaled(t, direction), kept));
        return Progress.MOVED;
    }

    /** A step within bounds: along the numbers that no bound holds, as {@link ProjectedSearch} goes. */
    private static Progress inBox(Optimizer rule, Step step, OptimizerState state, List<double[]> kept) {
        double[] x = step.parameters();
        double[] gradient = step.gradient().clone();
        double[] slopes = gradient.clone();
        List<double[]> free = new ArrayList<>(kept.stream().map(double[]::clone).toList());
        for (int i = 0; i < x.length; i++) {
            if (step.box().holds(x, gradient, i)) {
                slopes[i] = 0;
                for (double[] vector : free) {
                    vector[i] = 0;
                }
            }
        }
        for (int i = free.size() - 2; i >= PAIRS; i -= 2) {
            double[] y = free.get(i);
            if (!(Vectors.dot(y, free.get(i + 1)) > NOISE * Vectors.dot(y, y))) {
                free.subList(i, i + 2).clear();
            }
        }
        double scale = free.size() > PAIRS
                ? Vectors.dot(free.get(free.size() - 2), free.getLast())
                        / Vectors.dot(free.get(free.size() - 2), free.get(free.size() - 2))
                : Math.min(1, 1 / sizes(slopes));
        double[] direction = direction(free, slopes, scale);
        double[] next =
                Vectors.dot(direction, slopes) < 0 ? ProjectedSearch.find(step, direction, rule.number(LR)) : null;
        if (next == null) {
            return startOver(rule, state, kept);
        }
        double[] last = Vectors.difference(next, x);
        System.arraycopy(next, 0, x, 0, x.length);
        state.count(rule);
        state.keep(1);
        state.remember(remembered(gradient, last, kept));
        return Progress.MOVED;
    }

    /** Where the values are the same but for rounding, the gradient must have become smaller. */
    private static boolean isBetter(LineSearch.Point found, double loss, double[] gradient) {
        return LineSearch.isRounding(found.value(), loss)
                ? Vectors.largest(found.gradient()) < Vectors.largest(gradient)
                : found.value() < loss;
    }

    private static List<double[]> remembered(double[] gradient, double[] last, List<double[]> kept) {
        List<double[]> all = new ArrayList<>(List.of(gradient, last));
        if (kept.size() > PAIRS) {
            all.addAll(kept.subList(PAIRS, kept.size()));
        }
        return all;
    }

    /** Where there is no way down along what was learned, tries the gradient alone; where that was tried, it has arrived. */
    private static Progress startOver(Optimizer rule, OptimizerState state, List<double[]> kept) {
        state.count(rule);
        state.remember(List.of());
        state.keep();
        return kept.isEmpty() ? Progress.SETTLED : Progress.MOVED;
    }

    /** Takes the last step and the change of gradient it brought into what is kept. */
    private static void learn(Optimizer rule, List<double[]> kept, double[] gradient) {
        double[] y = Vectors.difference(gradient, kept.get(GRADIENT));
        double[] s = kept.get(LAST);
        double tolerance = rule.number(TOLERANCE_CHANGE);
        double least = tolerance > 0 ? tolerance / 10 : NOISE * Vectors.dot(y, y);
        if (!(Vectors.dot(y, s) > least)) {
            return;
        }
        while (kept.size() - PAIRS >= 2 * rule.number(HISTORY)) {
            kept.subList(PAIRS, PAIRS + 2).clear();
        }
        kept.add(y);
        kept.add(s);
    }

    /** -H·g by the two loops. */
    private static double[] direction(List<double[]> kept, double[] gradient, double scale) {
        double[] q = Vectors.scaled(-1, gradient);
        double[] shares = new double[kept.size()];
        for (int i = kept.size() - 2; i >= PAIRS; i -= 2) {
            double[] y = kept.get(i);
            double[] s = kept.get(i + 1);
            shares[i] = Vectors.dot(s, q) / Vectors.dot(y, s);
            Vectors.add(q, -shares[i], y);
        }
        double[] r = Vectors.scaled(scale, q);
        for (int i = PAIRS; i < kept.size(); i += 2) {
            double[] y = kept.get(i);
            double[] s = kept.get(i + 1);
            Vectors.add(r, shares[i] - Vectors.dot(y, r) / Vectors.dot(y, s), s);
        }
        return r;
    }

    private static double sizes(double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += Math.abs(x);
        }
        return sum;
    }
}
