package ag.nn;

import ag.data.RandomSource;

/**
 * How the parameters of a network start. Numbers are drawn in the order of the parameter vector. Where a rule says nothing
 * about biases, they start at 0.
 */
public sealed interface Initializer {
    /** PyTorch's {@code nn.Linear}: weights and biases uniform between ±1/√inputs. What a network gets unless told otherwise. */
    record Linear() implements Initializer {}

    /** Every parameter uniform between two numbers. */
    record Uniform(double low, double high) implements Initializer {
        public Uniform {
            if (!(low <= high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException("a uniform start needs two finite bounds, the lower one first");
            }
        }
    }

    /** Every parameter normally distributed around 0. */
    record Normal(double deviation) implements Initializer {
        public Normal {
            if (!(deviation >= 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException("a standard deviation is a finite number from 0 up");
            }
        }
    }

    /** Weights uniform between ±√(6/(inputs + outputs)): PyTorch's {@code xavier_uniform_} (Glorot and Bengio 2010). */
    record Xavier() implements Initializer {}

    /** Weights uniform between ±√(6/inputs): PyTorch's {@code kaiming_uniform_} for relu (He et al. 2015). */
    record He() implements Initializer {}

    /** All parameters 0. */
    record Zeros() implements Initializer {}

    /** A parameter vector for the network. */
    default double[] draw(Network network, RandomSource random) {
        double[] parameters = new double[network.parameterCount()];
        int at = 0;
        for (Layer layer : network.layers()) {
            int weights = layer.inputs() * layer.outputs();
            int end = at + layer.parameterCount();
            for (int i = at; i < end; i++) {
                parameters[i] = i < at + weights ? weight(layer, random) : bias(layer, random);
            }
            at = end;
        }
        return parameters;
    }

    private double weight(Layer layer, RandomSource random) {
        return switch (this) {
            case Linear _ -> symmetric(1 / Math.sqrt(layer.inputs()), random);
            case Uniform uniform -> random.uniform(uniform.low(), uniform.high());
            case Normal normal -> random.normal(0, normal.deviation());
            case Xavier _ -> symmetric(Math.sqrt(6.0 / (layer.inputs() + layer.outputs())), random);
            case He _ -> symmetric(Math.sqrt(6.0 / layer.inputs()), random);
            case Zeros _ -> 0;
        };
    }

    private double bias(Layer layer, RandomSource random) {
        return switch (this) {
            case Linear _, Uniform _, Normal _ -> weight(layer, random);
            case Xavier _, He _, Zeros _ -> 0;
        };
    }

    private static double symmetric(double bound, RandomSource random) {
        return random.uniform(-bound, bound);
    }
}
