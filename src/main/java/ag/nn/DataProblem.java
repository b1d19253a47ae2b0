package ag.nn;

import ag.data.DataSet;
import ag.engine.Elementary;
import java.util.Optional;

/** Why a data set cannot train a network: for a message that names both sides. Samples and columns count from 0. */
public sealed interface DataProblem {
    /** The samples have another number of inputs than the network takes. */
    record InputWidth(int network, int data) implements DataProblem {}

    /** The samples have another number of targets than the loss compares with. */
    record TargetWidth(int expected, int data) implements DataProblem {}

    /** A target lies outside the range of the loss. */
    record OutOfRange(int sample, int column, double target, double low, double high) implements DataProblem {}

    /** A target is not one of two numbers the loss knows. */
    record NotASign(int sample, int column, double target) implements DataProblem {}

    /** A target is not the number of a class, 0 up to {@code classes} - 1. */
    record NotAClass(int sample, double target, int classes) implements DataProblem {}

    /** The first problem there is, if any. */
    static Optional<DataProblem> find(Network network, Loss loss, DataSet data) {
        if (data.inputWidth() != network.inputs()) {
            return Optional.of(new InputWidth(network.inputs(), data.inputWidth()));
        }
        int width = loss.targetWidth(network.outputs());
        if (data.targetWidth() != width) {
            return Optional.of(new TargetWidth(width, data.targetWidth()));
        }
        for (int sample = 0; sample < data.size(); sample++) {
            for (int column = 0; column < width; column++) {
                Optional<DataProblem> found =
                        check(loss, network.outputs(), sample, column, data.target(sample, column));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DataProblem> check(Loss loss, int outputs, int sample, int column, double target) {
        return switch (loss) {
            case Loss.Weighted weighted -> check(weighted.of(), outputs, sample, column, target);
            case Loss.Mse _, Loss.Custom _ -> Optional.empty();
            case Loss.Bce _, Loss.BceLogits _, Loss.SoftCrossEntropy _ ->
                target >= 0 && target <= 1
                        ? Optional.empty()
                        : Optional.of(new OutOfRange(sample, column, target, 0, 1));
            case Loss.Hinge _ ->
                Math.abs(target) == 1 ? Optional.empty() : Optional.of(new NotASign(sample, column, target));
            case Loss.CrossEntropy _ ->
                target >= 0 && target < outputs && target == Elementary.round(target)
                        ? Optional.empty()
                        : Optional.of(new NotAClass(sample, target, outputs));
        };
    }
}
