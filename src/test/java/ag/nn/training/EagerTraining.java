package ag.nn.training;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Reduce;
import ag.optimize.OptimizerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Training the plain way: every step builds the whole loss on a tape, sample by sample and neuron by neuron, and asks the
 * tape for its gradient. Slow, and short enough to be believed.
 *
 * @param functions the users' functions behind the custom activations and the custom loss
 */
public record EagerTraining(Network network, DataSet data, Training training, Map<Object, TapeFunction> functions) {

    /** A user's function: from nodes to nodes. */
    @FunctionalInterface
    interface TapeFunction {
        int[] apply(Tape tape, int[] x);
    }

    /** The losses of all epochs, and the parameters at the end. */
    record Outcome(List<Double> losses, double[] parameters) {}

    Outcome train(double[] start, RandomSource random) {
        double[] parameters = start.clone();
        OptimizerState state = new OptimizerState();
        List<Double> losses = new ArrayList<>();
        int batch = training.batch() == 0 ? data.size() : training.batch();
        for (int epoch = 0; epoch < training.epochs(); epoch++) {
            int[] order =
                    training.batch() == 0 ? IntStream.range(0, data.size()).toArray() : random.permutation(data.size());
            double total = 0;
            for (int from = 0; from < data.size(); from += batch) {
                int count = Math.min(batch, data.size() - from);
                Tape tape = new Tape();
                int[] nodes = inputs(tape, parameters);
                int loss = loss(tape, nodes, order, from, count);
                tape.backward(loss);
                total += tape.value(loss) * (training.reduce() == Reduce.MEAN ? (double) count / data.size() : 1);
                double[] gradient =
                        IntStream.of(nodes).mapToDouble(tape::gradient).toArray();
                training.schedule().at(epoch).step(parameters, gradient, state);
            }
            losses.add(total);
        }
        return new Outcome(losses, parameters);
    }

    private static int[] inputs(Tape tape, double[] values) {
        int[] nodes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            nodes[i] = tape.input(values[i]);
        }
        return nodes;
    }

    private int loss(Tape tape, int[] parameters, int[] order, int from, int count) {
        List<Integer> losses = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int[] x = constants(tape, data.inputRow(order[i]));
            int[] prediction = predict(tape, parameters, x);
            losses.addAll(sampleLosses(tape, parameters, prediction, data.targetRow(order[i])));
        }
        int sum = tape.reduce(Operation.SUM, losses.stream().mapToInt(k -> k).toArray());
        int loss = training.reduce() == Reduce.MEAN ? tape.divide(sum, tape.constant(losses.size())) : sum;
        for (int p : parameters) {
            loss = tape.add(loss, tape.multiply(tape.constant(training.penalty().l2()), tape.multiply(p, p)));
            loss = tape.add(loss, tape.multiply(tape.constant(training.penalty().l1()), tape.apply(Operation.ABS, p)));
        }
        return loss;
    }

    private static int[] constants(Tape tape, double[] values) {
        return IntStream.range(0, values.length)
                .map(k -> tape.constant(values[k]))
                .toArray();
    }

    public int[] predict(Tape tape, int[] parameters, int[] inputs) {
        int[] x = inputs;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            int[] sums = new int[layer.outputs()];
            for (int j = 0; j < sums.length; j++) {
                sums[j] = layer.bias() ? parameters[network.biasesAt(l) + j] : tape.constant(0);
                for (int k = 0; k < x.length; k++) {
                    int weight = parameters[network.weightsAt(l) + j * x.length + k];
                    sums[j] = tape.add(sums[j], tape.multiply(weight, x[k]));
                }
            }
            x = activate(tape, layer.activation(), sums);
        }
        return x;
    }

    private int[] activate(Tape tape, Activation activation, int[] z) {
        return switch (activation) {
            case Activation.Linear _ -> z;
            case Activation.Softmax _ -> {
                int log = tape.reduce(Operation.LOGSUMEXP, z);
                yield IntStream.of(z)
                        .map(k -> tape.apply(Operation.EXP, tape.subtract(k, log)))
                        .toArray();
            }
            case Activation.Elementwise(Operation operation, double second) ->
                IntStream.of(z)
                        .map(k -> operation.partials() instanceof Partials.Unary
                                ? tape.apply(operation, k)
                                : tape.apply(operation, k, tape.constant(second)))
                        .toArray();
            case Activation.Custom custom ->
                custom.isElementwise()
                        ? IntStream.of(z)
                                .map(k -> function(custom).apply(tape, new int[] {k})[0])
                                .toArray()
                        : function(custom).apply(tape, z);
        };
    }

    private List<Integer> sampleLosses(Tape tape, int[] parameters, int[] p, double[] target) {
        return switch (training.loss()) {
            case Loss.Mse _ -> each(tape, Operation.SQUARED_ERROR, p, target);
            case Loss.Bce _ -> each(tape, Operation.BCE, p, target);
            case Loss.BceLogits _ -> each(tape, Operation.BCE_LOGITS, p, target);
            case Loss.Hinge _ -> each(tape, Operation.HINGE, p, target);
            case Loss.SoftCrossEntropy _ -> {
                int whole = tape.reduce(Operation.LOGSUMEXP, p);
                int sum = tape.constant(0);
                for (int k = 0; k < p.length; k++) {
                    sum = tape.add(sum, tape.multiply(tape.constant(target[k]), tape.subtract(whole, p[k])));
                }
                yield List.of(sum);
            }
            case Loss.CrossEntropy _ -> List.of(tape.subtract(tape.reduce(Operation.LOGSUMEXP, p), p[(int) target[0]]));
            case Loss.Weighted _ ->
                throw new IllegalArgumentException("losses with weights are held against PyTorch's numbers");
            case Loss.Custom custom -> {
                IntStream known =
                        custom.recording().parameterCount() == 0 ? IntStream.empty() : IntStream.of(parameters);
                int[] x = IntStream.concat(IntStream.of(p), IntStream.of(constants(tape, target)))
                        .toArray();
                yield List.of(function(custom)
                        .apply(tape, IntStream.concat(IntStream.of(x), known).toArray())[0]);
            }
        };
    }

    private static List<Integer> each(Tape tape, Operation operation, int[] p, double[] target) {
        List<Integer> losses = new ArrayList<>();
        for (int k = 0; k < p.length; k++) {
            losses.add(tape.apply(operation, p[k], tape.constant(target[k])));
        }
        return losses;
    }

    private TapeFunction function(Object of) {
        TapeFunction function = functions.get(of);
        if (function == null) {
            throw new IllegalArgumentException("no function for " + of);
        }
        return function;
    }
}
