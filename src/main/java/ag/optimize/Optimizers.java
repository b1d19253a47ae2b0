package ag.optimize;

import java.util.List;
import java.util.Optional;

/**
 * The table of optimizers, a row for each. To add one: a class with its row, and its line here. Help, completion, messages, checkpoints
 * and the tests against PyTorch read it.
 *
 * <p>In the formulas p is a parameter, g its gradient with weight decay added (g + weight_decay·p) unless said otherwise, t the number
 * of steps taken, this one included. The rules are PyTorch's, argument by argument.
 */
public final class Optimizers {
    /** All rows, in the order in which they are told. */
    public static final List<OptimizerRule> ROWS = List.of(
            Sgd.ROW,
            Adam.ROW,
            AdamW.ROW,
            NAdam.ROW,
            RAdam.ROW,
            Adamax.ROW,
            RmsProp.ROW,
            Adagrad.ROW,
            Adadelta.ROW,
            Rprop.ROW,
            Asgd.ROW,
            Lbfgs.ROW,
            TrustRegionNewton.ROW,
            LevenbergMarquardtMethod.ROW,
            NelderMead.ROW);

    /** What makes a function small where no rule is named. */
    public static final OptimizerRule STANDARD = Lbfgs.ROW;

    private Optimizers() {}

    /** The row of this name. */
    public static Optional<OptimizerRule> find(String name) {
        return ROWS.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ROWS.stream().map(OptimizerRule::name).toList();
    }
}
