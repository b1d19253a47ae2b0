package ag.nn;

import java.util.Arrays;
import java.util.Optional;

/**
 * What training makes small: how far predictions are from their targets. Definitions are PyTorch's.
 */
public sealed interface Loss {
    /** Where the difference between right and wrong lies for predictions trained with this loss, if there is such a thing. */
    default Optional<Decision> decision() {
        return Optional.empty();
    }

    /**
     * Its form in PyTorch, for all samples at once: the sum of their losses, in the letters {@code output} and {@code target}, where
     * {@code F} is {@code torch.nn.functional}. Nothing for a function defined in the program.
     */
    default Optional<String> torch() {
        return Optional.empty();
    }

    /** How many numbers a target has for a network of this many outputs. */
    default int targetWidth(int outputs) {
        return outputs;
    }

    /** Over how many numbers of a sample the mean is taken, for a network of this many outputs. */
    default int numbersPerSample(int outputs) {
        return switch (this) {
            case Mse _, Bce _, BceLogits _, Hinge _ -> outputs;
            case CrossEntropy _, SoftCrossEntropy _, Custom _ -> 1;
            case Weighted weighted -> weighted.of.numbersPerSample(outputs);
        };
    }

    /** Squared error (p - t)², for each number of the prediction. */
    record Mse() implements Loss {
        @Override
        public Optional<String> torch() {
            return Optional.of("F.mse_loss(output, target, reduction=\"sum\")");
        }
    }

    /** Binary cross-entropy of a probability p from 0 to 1 against a target from 0 to 1. */
    record Bce() implements Loss {
        @Override
        public Optional<String> torch() {
            return Optional.of("F.binary_cross_entropy(output, target, reduction=\"sum\")");
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.PROBABILITY);
        }
    }

    /** Binary cross-entropy of sigmoid(p) against a target from 0 to 1, computed without overflow. */
    record BceLogits() implements Loss {
        @Override
        public Optional<String> torch() {
            return Optional.of("F.binary_cross_entropy_with_logits(output, target, reduction=\"sum\")");
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.LOGIT);
        }
    }

    /** max(0, 1 - p·t) for a score p and a target of -1 or 1. */
    record Hinge() implements Loss {
        @Override
        public Optional<String> torch() {
            return Optional.of("torch.relu(1 - output * target).sum()");
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.SIGN);
        }
    }

    /** -log softmax(p) at the target, which is the number of a class: 0, 1 … The prediction has a score for each class. */
    record CrossEntropy() implements Loss {
        @Override
        public Optional<String> torch() {
            return Optional.of("F.cross_entropy(output, target.squeeze(1).long(), reduction=\"sum\")");
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.LARGEST);
        }

        @Override
        public int targetWidth(int outputs) {
            return 1;
        }
    }

    /** -Σ t·log softmax(p) for a target of a probability for each class, such as a row of {@code one_hot}. */
    record SoftCrossEntropy() implements Loss {
        @Override
        public Optional<String> torch() {
            return Optional.of("F.cross_entropy(output, target, reduction=\"sum\")");
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.LARGEST);
        }
    }

    /**
     * A loss in which some classes count for more than others: the weight argument of PyTorch's cross-entropy, with one for each class,
     * and the pos_weight argument of its binary cross-entropy of logits, with one for each output, or one for all.
     */
    record Weighted(Loss of, double[] weights) implements Loss {
        @Override
        public Optional<String> torch() {
            String numbers = "output.new_tensor(" + Arrays.toString(weights) + ")";
            String argument = (of instanceof BceLogits ? "pos_weight=" : "weight=") + numbers;
            return of.torch().map(plain -> plain.replace("reduction=", argument + ", reduction="));
        }

        @Override
        public Optional<Decision> decision() {
            return of.decision();
        }

        @Override
        public int targetWidth(int outputs) {
            return of.targetWidth(outputs);
        }

        /** What a mean divides by is the sum of these: the weight of a sample's class where a target names one, else 1. */
        @Override
        public double share(double target) {
            return of instanceof CrossEntropy ? weights[(int) target] : 1;
        }

        @Override
        public boolean hasShares() {
            return of instanceof CrossEntropy;
        }
    }

    /** What a sample with this first target counts for in a mean. */
    default double share(double target) {
        return 1;
    }

    /** Whether samples count for more or less than 1 in a mean. */
    default boolean hasShares() {
        return false;
    }

    /**
     * A user's own function of a prediction and a target, recorded once.
     *
     * @param recording its inputs are the numbers of the prediction, then those of the target; its only root is the loss of
     *     one sample; its parameters, if it has any, are those of the network, all of them, in their order
     * @param targetWidth how many of the inputs belong to the target
     */
    record Custom(Recording recording, int targetWidth) implements Loss {
        public Custom {
            if (recording.rootCount() != 1) {
                throw new IllegalArgumentException("a loss is one number, not " + recording.rootCount());
            }
        }

        @Override
        public int targetWidth(int outputs) {
            return targetWidth;
        }

        /** Refuses a network whose predictions or parameters are not those of the recording. */
        public void requireNetwork(Network network) {
            if (recording.inputCount() != network.outputs() + targetWidth) {
                throw new IllegalArgumentException(
                        "the loss takes %d numbers, not %d of a prediction and %d of a target"
                                .formatted(recording.inputCount(), network.outputs(), targetWidth));
            }
            int known = recording.parameterCount();
            if (known != 0 && known != network.parameterCount()) {
                throw new IllegalArgumentException(
                        "the loss knows %d parameters, the network has %d".formatted(known, network.parameterCount()));
            }
        }
    }
}
