package ag.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A network and what it has learned, as a model file holds it. Of a user's own activation it holds only the name: the function
 * itself is part of their program.
 *
 * @param name what the network was called
 * @param inputs how many numbers a sample has, at least 1
 * @param layers one or more
 * @param parameters as {@link Network} orders them
 * @param decision how a prediction is read as a class; null where it is no class
 */
public record SavedModel(
        String name,
        int inputs,
        List<SavedLayer> layers,
        double[] parameters,
        @Nullable Decision decision) {
    /** Stands for the activation of a layer whose file does not say it. */
    public static final String UNTOLD = "";

    /**
     * A layer without its parameters.
     *
     * @param outputs how many neurons it has, at least 1
     * @param activation the name of what is applied to their weighted sums; {@link #UNTOLD} where the file does not say it
     * @param own whether that is a function of the program rather than a built-in one; the names may be the same
     * @param bias whether each neuron has a bias
     */
    public record SavedLayer(int outputs, String activation, boolean own, boolean bias) {
        public SavedLayer {
            if (outputs < 1) {
                throw new IllegalArgumentException("a layer needs at least one neuron");
            }
        }

        private static SavedLayer of(Layer layer) {
            Activation activation = layer.activation();
            boolean own = switch (activation) {
                case Activation.Custom _ -> true;
                case Activation.Linear _, Activation.Softmax _, Activation.Elementwise _ -> false;
            };
            if (!own && !activation.equals(Activation.named(activation.name()).orElse(null))) {
                throw new IllegalArgumentException(activation + " is not what its name stands for");
            }
            return new SavedLayer(layer.outputs(), activation.name(), own, layer.bias());
        }

        /** How many parameters it has for this many inputs. */
        public long parameterCount(int inputs) {
            return (long) inputs * outputs + (bias ? outputs : 0);
        }
    }

    public SavedModel {
        layers = List.copyOf(layers);
        if (inputs < 1 || layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one input and one layer");
        }
        long count = 0;
        int width = inputs;
        for (SavedLayer layer : layers) {
            count += layer.parameterCount(width);
            width = layer.outputs();
        }
        if (count != parameters.length) {
            throw new IllegalArgumentException("%d parameters for a network of %d".formatted(parameters.length, count));
        }
        parameters = parameters.clone();
    }

    /** What there is to save of a network. */
    public static SavedModel of(String name, Network network, double[] parameters, @Nullable Decision decision) {
        List<SavedLayer> layers = network.layers().stream().map(SavedLayer::of).toList();
        return new SavedModel(name, network.inputs(), layers, parameters, decision);
    }

    /**
     * The network again.
     *
     * @param activations gives the function that a layer names: one of the program, or a built-in one ({@link Activation#named})
     */
    public Network network(Function<SavedLayer, Activation> activations) {
        List<Layer> built = new ArrayList<>();
        int width = inputs;
        for (SavedLayer layer : layers) {
            built.add(new Layer(width, layer.outputs(), activations.apply(layer), layer.bias()));
            width = layer.outputs();
        }
        return new Network(built);
    }
}
