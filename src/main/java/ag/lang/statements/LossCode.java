package ag.lang.statements;

import ag.data.DataSet;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Recorder;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.nn.Loss;
import ag.nn.Network;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line {@code loss …} of a training; where it is missing, mean squared error. */
final class LossCode {
    private static final BlockSettings.Form FORM = TrainStatement.FORMS.getFirst();

    private final @Nullable Code loss;
    private final @Nullable WeightedLoss weighted;
    private final Span span;

    /** @param training the place of the training, where it has no such line */
    LossCode(BlockSettings settings, Span training, ExpressionCompiler expressions, Scope scope) {
        Optional<Setting> line = settings.find("loss");
        weighted = line.flatMap(setting -> WeightedLoss.of(setting.values().getFirst(), expressions, scope))
                .orElse(null);
        loss = line.map(setting ->
                        expressions.compile(weighted == null ? setting.values().getFirst() : weighted.callee(), scope))
                .orElse(null);
        span = line.map(setting -> setting.values().getFirst().span()).orElse(training);
    }

    Span span() {
        return span;
    }

    Loss at(Frame frame, Network network, DataSet samples) {
        if (loss == null) {
            return new Loss.Mse();
        }
        Datum given = loss.run(frame);
        return switch (given) {
            case OperationFunction function -> weighted(frame, builtin(function.name(), network, samples), network);
            case Builtin function -> weighted(frame, builtin(function.name(), network, samples), network);
            case Callable function ->
                Recorder.loss(frame.machine.workspace, function, network.outputs(), samples.targetRow(0), span);
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ ->
                throw new AgException(
                        ErrorCode.BAD_LOSS,
                        "a loss is a function of a prediction and a target, and this is " + Kinds.article(given),
                        span,
                        "write: " + FORM.example());
        };
    }

    private Loss weighted(Frame frame, Loss plain, Network network) {
        return weighted == null ? plain : weighted.at(frame, plain, network.outputs());
    }

    private Loss builtin(String name, Network network, DataSet samples) {
        return switch (name) {
            case "mse" -> new Loss.Mse();
            case "bce" -> new Loss.Bce();
            case "bce_logits" -> new Loss.BceLogits();
            case "hinge" -> new Loss.Hinge();
            case "cross_entropy" ->
                // As in PyTorch: the number of a class, or a probability for each.
                samples.targetWidth() > 1 && samples.targetWidth() == network.outputs()
                        ? new Loss.SoftCrossEntropy()
                        : new Loss.CrossEntropy();
            default ->
                throw new AgException(
                        ErrorCode.BAD_LOSS, "'" + name + "' is not a loss", span, "write: " + FORM.example());
        };
    }
}
