package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.List;

/**
 * The schedule that looks at the losses: PyTorch's ReduceLROnPlateau, as a function of all losses so far. It goes through them from the
 * first, as PyTorch's goes step by step.
 */
final class Plateau {
    private static final int FACTOR = 2;
    private static final int PATIENCE = 3;
    private static final int THRESHOLD = 4;
    private static final int COOLDOWN = 5;
    private static final int LEAST = 6;
    private static final int MODE = 7;
    private static final int THRESHOLD_MODE = 8;
    private static final int EPS = 9;

    static final Builtin ROW = Builtin.of(
            "reduce_lr_on_plateau",
            "lr, losses, factor = 0.1, patience = 10, threshold = 1e-4, cooldown = 0, min_lr = 0, mode = \"min\","
                    + " threshold_mode = \"rel\", eps = 1e-8",
            "learning rate that is multiplied by factor where the losses have not become better for more than patience"
                    + " epochs (PyTorch's ReduceLROnPlateau)",
            "reduce_lr_on_plateau(0.1, [3, 2, 2, 2, 2], patience = 1)",
            Plateau::rate);

    private Plateau() {}

    private static Datum rate(Call call) {
        Workspace workspace = call.workspace();
        Datum rate = call.scalar(0);
        Datum factor = call.has(FACTOR) ? call.scalar(FACTOR) : new Datum.Num(0.1);
        Datum least = call.has(LEAST) ? call.scalar(LEAST) : new Datum.Num(0);
        int patience = call.has(PATIENCE) ? call.whole(PATIENCE, 0, Integer.MAX_VALUE) : 10;
        int cooldown = call.has(COOLDOWN) ? call.whole(COOLDOWN, 0, Integer.MAX_VALUE) : 0;
        double threshold = call.has(THRESHOLD) ? call.number(THRESHOLD) : 1e-4;
        double eps = call.has(EPS) ? call.number(EPS) : 1e-8;
        boolean most = word(call, MODE, List.of("min", "max")).equals("max");
        boolean absolute = word(call, THRESHOLD_MODE, List.of("rel", "abs")).equals("abs");
        double best = most ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        int bad = 0;
        int rest = 0;
        for (double loss : workspace.numbers(call.vector(1))) {
            double line = absolute
                    ? (most ? best + threshold : best - threshold)
                    : best * (most ? 1 + threshold : 1 - threshold);
            if (most ? loss > line : loss < line) {
                best = loss;
                bad = 0;
            } else {
                bad++;
            }
            if (rest > 0) {
                rest--;
                bad = 0;
            }
            if (bad > patience) {
                Datum lower = call.apply(Operation.MAX, call.apply(Operation.MULTIPLY, rate, factor), least);
                if (workspace.number(rate) - workspace.number(lower) > eps) {
                    rate = lower;
                }
                rest = cooldown;
                bad = 0;
            }
        }
        return rate;
    }

    static String word(Call call, int parameter, List<String> known) {
        if (!call.has(parameter)) {
            return known.getFirst();
        }
        String word = call.text(parameter);
        if (!known.contains(word)) {
            throw call.problem(
                    parameter,
                    ErrorCode.BAD_ARGUMENT,
                    "there is no \"" + word + "\" here",
                    "it is one of: " + String.join(", ", known));
        }
        return word;
    }
}
