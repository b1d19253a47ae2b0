package ag.lang.statements;

import ag.engine.Operation;
import ag.lang.builtins.Products;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.HoldsFunctions;
import ag.lang.interpreter.HoldsInput;
import ag.lang.interpreter.WithMembers;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Decision;
import ag.nn.Layer;
import ag.nn.Network;
import ag.nn.batch.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network with its parameters, as a function: what it gives is a Value, differentiable in its inputs and in its parameters.
 * Training changes the parameters in place, as {@code set} does.
 */
public final class ModelThing implements Callable, WithMembers, HoldsInput, HoldsFunctions {
    private final String name;
    private final Network network;
    private final List<Callable> activations;
    private final Input parameters;
    private final Span definedAt;
    /** An array for each training. */
    private final List<double[]> losses = new ArrayList<>();

    private double @Nullable [] sound;
    private @Nullable Decision decision;
    private @Nullable LastTraining last;

    ModelThing(String name, Network network, List<Callable> activations, Input parameters, Span definedAt) {
        this.name = name;
        this.network = network;
        this.activations = List.copyOf(activations);
        this.parameters = parameters;
        this.definedAt = definedAt;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "model";
    }

    @Override
    public String signature() {
        return name + "([" + network.inputs() + (network.inputs() == 1 ? " number])" : " numbers])");
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Input input() {
        return parameters;
    }

    Network network() {
        return network;
    }

    @Override
    public List<Integer> layers() {
        return IntStream.range(0, network.layers().size())
                .map(network::weightsAt)
                .boxed()
                .toList();
    }

    /** The activation of each layer, as the function it was named by. */
    @Override
    public List<Callable> activations() {
        return activations;
    }

    Span definedAt() {
        return definedAt;
    }

    /** The losses of all trainings so far, one an epoch. */
    double[] losses() {
        return losses.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** How a prediction is read as a class, by the loss it was last trained with; null where it is no class. */
    @Nullable
    Decision decision() {
        return decision;
    }

    /** The training that made it what it is; null where there was none. */
    @Nullable
    LastTraining last() {
        return last;
    }

    /** What puts back how it has been trained so far. */
    Runnable restoring() {
        int trainings = losses.size();
        double[] soundThen = sound;
        Decision decisionThen = decision;
        LastTraining lastThen = last;
        return () -> {
            losses.subList(trainings, losses.size()).clear();
            sound = soundThen;
            decision = decisionThen;
            last = lastThen;
        };
    }

    void trained(Workspace workspace, double[] more, @Nullable Decision by, @Nullable LastTraining training) {
        last = training;
        losses.add(more.clone());
        decision = by;
        workspace.inputs().changed();
    }

    /** Keeps the last parameters whose loss was a number, when training has diverged. */
    void keepSound(Workspace workspace, double[] parametersThen) {
        sound = parametersThen;
        workspace.inputs().changed();
    }

    @Override
    public @Nullable Datum member(Workspace workspace, String member) {
        return switch (member) {
            case "parameters" -> parameters.value();
            case "losses" -> {
                workspace.evaluation().look();
                yield Tensor.vector(losses());
            }
            case "sound" -> {
                workspace.evaluation().look();
                yield sound == null ? parameters.value() : Tensor.vector(sound.clone());
            }
            default -> null;
        };
    }

    @Override
    public List<String> members() {
        return List.of("parameters", "losses", "sound");
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        if (arguments.count() != 1) {
            throw new AgException(
                    ErrorCode.WRONG_CALL,
                    name + " is called with " + arguments.count() + " arguments",
                    arguments.span(),
                    "write: " + signature());
        }
        Datum of = arguments.get(0);
        if (of instanceof Tensor tensor && tensor.isMatrix() && tensor.columns() == network.inputs()) {
            List<Datum> results = new ArrayList<>();
            for (int i = 0; i < tensor.rows(); i++) {
                results.add(apply(workspace, (Tensor) tensor.at(i), arguments));
            }
            return results.isEmpty() ? tensor : Lists.of(workspace, results);
        }
        return apply(workspace, sample(workspace, of, arguments), arguments);
    }

    /** A value that must be a model. */
    static ModelThing require(Datum datum, String name, Span span) {
        if (datum instanceof ModelThing net) {
            return net;
        }
        throw new AgException(
                ErrorCode.NOT_A_MODEL,
                "'" + name + "' is not a network",
                span,
                "declare one: mlp " + name + " { input 2; layer 16 tanh; layer 1 }");
    }

    /** Refuses samples of another width than the network takes. */
    void requireInputs(int width, Span span) {
        if (width != network.inputs()) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "'" + name + "' takes " + network.inputs() + " inputs, and the samples have " + width,
                    span,
                    "");
        }
    }

    /** The parameters as plain numbers. */
    double[] learned(Workspace workspace) {
        return workspace.numbers((Tensor) parameters.value());
    }

    /** The network's outputs for samples that stand one after the other, as plain numbers. */
    double[] predict(Workspace workspace, double[] samples, int count) {
        return new Prediction(network, count).outputs(learned(workspace), samples, count);
    }

    private Tensor sample(Workspace workspace, Datum of, Arguments arguments) {
        if (of instanceof Tensor tensor && !tensor.isMatrix() && tensor.size() == network.inputs()) {
            return tensor;
        }
        if (Arithmetic.isNumber(of) && network.inputs() == 1) {
            return (Tensor) Lists.of(workspace, List.of(of));
        }
        int inputs = network.inputs();
        throw arguments.problem(
                0,
                ErrorCode.SHAPE_MISMATCH,
                name + " takes a vector of " + inputs + ", and this is " + Kinds.article(of),
                "the network was given 'input " + inputs + "' at "
                        + definedAt.source().name() + ":" + definedAt.line());
    }

    private Datum apply(Workspace workspace, Tensor sample, Arguments arguments) {
        Tensor values = sample;
        Tensor all = (Tensor) parameters.value();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            int from = network.weightsAt(i);
            int size = layer.inputs() * layer.outputs();
            Tensor weights = all.slice(from, from + size).asMatrix(layer.outputs(), layer.inputs());
            Datum sums = Products.multiply(workspace, weights, values, arguments.site(), arguments.span());
            if (layer.bias()) {
                Tensor biases = all.slice(from + size, from + size + layer.outputs());
                sums = workspace.arithmetic().apply(Operation.ADD, sums, biases, arguments.site(), arguments.span());
            }
            values = activated(workspace, activations.get(i), (Tensor) sums, arguments);
        }
        return values.size() == 1 ? values.element(0) : values;
    }

    /** Built-in functions take the whole layer; a function of the program takes each neuron by itself. */
    private static Tensor activated(Workspace workspace, Callable activation, Tensor sums, Arguments arguments) {
        if (!(activation instanceof Closure)) {
            return (Tensor) activation.call(workspace, arguments.span(), arguments.site(), sums);
        }
        List<Datum> results = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            results.add(activation.call(workspace, arguments.span(), arguments.site(), sums.element(i)));
        }
        return (Tensor) Lists.of(workspace, results);
    }

    /** What {@code summary} prints. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            rows.add(List.of(
                    "layer " + (i + 1),
                    layer.inputs() + " -> " + layer.outputs(),
                    activations.get(i).name() + (layer.bias() ? "" : ", no bias"),
                    Integer.toString(layer.parameterCount())));
        }
        return rows;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("mlp " + network.inputs());
        for (int i = 0; i < network.layers().size(); i++) {
            text.append(" -> ")
                    .append(network.layers().get(i).outputs())
                    .append(' ')
                    .append(activations.get(i).name());
        }
        return text.append(", ")
                .append(network.parameterCount())
                .append(" parameters")
                .toString();
    }
}
