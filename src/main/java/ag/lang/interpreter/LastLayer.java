package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.nn.Activation;
import ag.nn.Loss;
import ag.nn.Network;
import java.util.Optional;

/** Whether a network's last layer gives what a loss takes. Where it does not, training would go on and only look right. */
public final class LastLayer {
    private LastLayer() {}

    /** What does not fit, if anything. Of a user's own functions nothing is known. */
    public static Optional<Diagnostic> misfit(Network network, Loss loss, Span span) {
        Activation last = network.layers().getLast().activation();
        return switch (loss) {
            case Loss.Weighted weighted -> misfit(network, weighted.of(), span);
            case Loss.BceLogits _ when isSigmoid(last) -> twice("bce_logits", "sigmoid", "bce", network, span);
            case Loss.CrossEntropy _, Loss.SoftCrossEntropy _
            when last instanceof Activation.Softmax -> twice("cross_entropy", "softmax", "", network, span);
            case Loss.Bce _
            when !isProbability(last) ->
                Optional.of(new Diagnostic(
                        ErrorCode.WRONG_LAYER,
                        "bce takes probabilities from 0 to 1, and the last layer, which is " + last.name()
                                + ", gives others too",
                        span,
                        "write 'loss bce_logits' with a last layer of no activation, or give the last layer sigmoid:"
                                + " layer "
                                + network.outputs() + " sigmoid"));
            case Loss.Mse _,
                    Loss.Bce _,
                    Loss.BceLogits _,
                    Loss.Hinge _,
                    Loss.CrossEntropy _,
                    Loss.SoftCrossEntropy _,
                    Loss.Custom _ -> Optional.empty();
        };
    }

    private static Optional<Diagnostic> twice(
            String loss, String activation, String other, Network network, Span span) {
        return Optional.of(new Diagnostic(
                ErrorCode.WRONG_LAYER,
                loss + " applies " + activation + " itself, and the last layer has applied it already",
                span,
                (other.isEmpty() ? "" : "write 'loss " + other + "', or ")
                        + "leave the last layer without an activation: layer "
                        + network.outputs()));
    }

    private static boolean isSigmoid(Activation activation) {
        return activation instanceof Activation.Elementwise elementwise && elementwise.operation() == Operation.SIGMOID;
    }

    private static boolean isProbability(Activation activation) {
        return switch (activation) {
            case Activation.Softmax _, Activation.Custom _ -> true;
            case Activation.Linear _ -> false;
            case Activation.Elementwise _ -> isSigmoid(activation);
        };
    }
}
