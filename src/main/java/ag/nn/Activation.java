package ag.nn;

import ag.engine.Operation;
import ag.engine.Partials;
import java.util.Optional;

/** What a layer applies to the weighted sums of its neurons. */
public sealed interface Activation {
    /** The slope of {@code leaky_relu} below 0, as in PyTorch. */
    double LEAKY_SLOPE = 0.01;

    /** The scale of {@code elu} below 0, as in PyTorch. */
    double ELU_SCALE = 1;

    /** The name it is written with in a program. */
    String name();

    /** Refuses a layer of this many neurons where the activation needs another number of them. */
    default void requireWidth(int neurons) {}

    /** The sums as they are. */
    record Linear() implements Activation {
        @Override
        public String name() {
            return "linear";
        }
    }

    /** e^z of each neuron divided by the sum of all: positive numbers that add up to 1. */
    record Softmax() implements Activation {
        @Override
        public String name() {
            return "softmax";
        }
    }

    /**
     * A built-in function, applied to each neuron.
     *
     * @param operation a function of one number, or of two
     * @param second the second number for a function of two, such as the slope of {@code leaky_relu}; otherwise ignored
     */
    record Elementwise(Operation operation, double second) implements Activation {
        public Elementwise {
            switch (operation.partials()) {
                case Partials.Unary _, Partials.Binary _ -> {}
                case Partials.Leaf _, Partials.Vector _ ->
                    throw new IllegalArgumentException(operation.title() + " is not a function of a number");
            }
        }

        @Override
        public String name() {
            return operation.symbol();
        }
    }

    /**
     * A user's own function: of one number, applied to each neuron; or of a vector as long as the layer is wide, giving
     * another such vector.
     */
    record Custom(String name, Recording recording) implements Activation {
        public Custom {
            if (recording.inputCount() != recording.rootCount() || recording.parameterCount() > 0) {
                throw new IllegalArgumentException(
                        "an activation gives back as many numbers as it takes, and knows no parameters");
            }
        }

        /** Whether it takes one number, whatever the width of the layer. */
        public boolean isElementwise() {
            return recording.inputCount() == 1;
        }

        @Override
        public void requireWidth(int neurons) {
            if (!isElementwise() && recording.inputCount() != neurons) {
                throw new IllegalArgumentException("the activation %s takes %d numbers, but the layer has %d neurons"
                        .formatted(name, recording.inputCount(), neurons));
            }
        }
    }

    /** A built-in function of one number as an activation; {@code leaky_relu} and {@code elu} with their usual constants. */
    static Activation of(Operation operation) {
        return new Elementwise(operation, operation == Operation.LEAKY_RELU ? LEAKY_SLOPE : ELU_SCALE);
    }

    /** The built-in activation of this name, if there is one: {@code linear}, {@code softmax}, or a function of one number. */
    static Optional<Activation> named(String name) {
        return switch (name) {
            case "linear" -> Optional.of(new Linear());
            case "softmax" -> Optional.of(new Softmax());
            case "leaky_relu" -> Optional.of(of(Operation.LEAKY_RELU));
            case "elu" -> Optional.of(of(Operation.ELU));
            default -> Operation.function(name, 1).map(Activation::of);
        };
    }
}
