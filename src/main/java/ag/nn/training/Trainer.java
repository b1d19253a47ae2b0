package ag.nn.training;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.nn.DataProblem;
import ag.nn.Network;
import ag.nn.Reduce;
import ag.nn.SampleOrder;
import ag.optimize.Objective;
import ag.optimize.Optimizer;
import ag.optimize.OptimizerState;
import ag.optimize.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Trains a network on a data set.
 *
 * <p>The gradient of a step is a sum over blocks of a fixed number of samples, added in the order of the blocks, whichever
 * thread computed them: the same numbers come out for any number of threads, on any machine.
 */
public final class Trainer {
    private final Network network;
    private final DataSet data;
    private final SampleOrder inOrder;
    private final Training training;
    private final TrainingListener listener;

    private final double[] parameters;
    private final double[] gradient;
    private final OptimizerState optimizer;
    private RandomSource random;
    private final List<Double> losses;
    private long steps;
    private long stepsOfWholeEpochs;
    private double[] lastSound;
    private OptionalInt firstWithoutLoss = OptionalInt.empty();

    private Trainer(Network network, DataSet data, Training training, TrainingState start, TrainingListener listener) {
        this.network = network;
        this.data = data;
        inOrder = SampleOrder.inOrder(data);
        this.training = training;
        this.listener = listener;
        parameters = start.parameters().clone();
        gradient = new double[parameters.length];
        optimizer = start.optimizer().copy();
        random = new RandomSource(start.shuffling());
        losses = new ArrayList<>(start.losses());
        lastSound = parameters.clone();
    }

    /**
     * Trains from a state on until all epochs of the training have been run, those before the state included. The data must
     * fit ({@link DataProblem#find}).
     */
    public static TrainingResult train(
            Network network, DataSet data, Training training, TrainingState start, TrainingListener listener) {
        return train(network, data, training, start, listener, Parallel.ONE);
    }

    /** As {@link #train(Network, DataSet, Training, TrainingState, TrainingListener)}, with workers that share the work. */
    public static TrainingResult train(
            Network network,
            DataSet data,
            Training training,
            TrainingState start,
            TrainingListener listener,
            Parallel parallel) {
        DataProblem.find(network, training.loss(), data).ifPresent(problem -> {
            throw new IllegalArgumentException("the data does not fit: " + problem);
        });
        if (start.parameters().length != network.parameterCount()) {
            throw new IllegalArgumentException(
                    "%d parameters for a network of %d".formatted(start.parameters().length, network.parameterCount()));
        }
        return new Trainer(network, data, training, start, listener).run(parallel);
    }

    private TrainingResult run(Parallel parallel) {
        try (TrainingCrew crew = new TrainingCrew(network, training.loss(), training.threads(), parallel, listener)) {
            TrainingResult.Ending ending = epochs(crew);
            return new TrainingResult(
                    state(), ending, steps, steps - stepsOfWholeEpochs, firstWithoutLoss, lastSound, accuracy(crew));
        }
    }

    private TrainingResult.Ending epochs(TrainingCrew crew) {
        while (losses.size() < training.epochs() && steps < training.steps()) {
            double[] before = parameters.clone();
            if (!epoch(crew)) {
                return steps < training.steps() ? TrainingResult.Ending.INTERRUPTED : TrainingResult.Ending.STOPPED;
            }
            stepsOfWholeEpochs = steps;
            double loss = losses.getLast();
            if (Double.isFinite(loss)) {
                lastSound = before;
            } else if (firstWithoutLoss.isEmpty()) {
                firstWithoutLoss = OptionalInt.of(losses.size() - 1);
            }
            if (!listener.goesOn(new Epoch(losses.size() - 1, loss, this::state, () -> accuracy(crew)))) {
                return TrainingResult.Ending.STOPPED;
            }
        }
        return losses.size() < training.epochs() ? TrainingResult.Ending.STOPPED : TrainingResult.Ending.FINISHED;
    }

    /** Runs one epoch and notes its loss; false if it did not come to its end. */
    private boolean epoch(TrainingCrew crew) {
        Optimizer rule = training.schedule().at(losses.size());
        int size = data.size();
        boolean full = training.batch() == 0;
        RandomSource shuffling = full ? random : random.copy();
        SampleOrder samples = full ? inOrder : new SampleOrder(data, shuffling.permutation(size));
        int batch = full ? size : Math.min(training.batch(), size);
        double total = 0;
        for (int from = 0; from < size; from += batch) {
            if (steps == training.steps()) {
                return false;
            }
            int count = Math.min(batch, size - from);
            // An epoch's number of steps is the same each time.
            long number = (long) losses.size() * ((size + batch - 1) / batch) + from / batch;
            Optimizer now = training.schedule().at(rule, number);
            OptionalDouble sum = step(crew, now, samples, from, count);
            if (sum.isEmpty()) {
                return false;
            }
            total += sum.getAsDouble();
            steps++;
            // An epoch that was interrupted in its first step has drawn nothing.
            random = shuffling;
        }
        losses.add(training.reduce() == Reduce.MEAN ? total / samples.shares(training.loss(), 0, size) : total);
        return true;
    }

    /** Takes one step; the loss of its samples, times their number where the mean is asked for. Empty if interrupted. */
    private OptionalDouble step(TrainingCrew crew, Optimizer rule, SampleOrder samples, int from, int count) {
        double share = training.reduce() == Reduce.MEAN ? samples.shares(training.loss(), from, count) : 1;
        Objective objective = (x, slopes) -> sum(crew, x, samples, from, count, slopes) / share;
        try {
            double sum = sum(crew, parameters, samples, from, count, gradient);
            rule.step(new Step(parameters, sum / share, gradient, objective), optimizer);
            return OptionalDouble.of(sum);
        } catch (InterruptedStep _) {
            return OptionalDouble.empty();
        }
    }

    /** The loss of some samples, times their number where the mean is asked for, and the gradient of what is asked for. */
    private double sum(TrainingCrew crew, double[] at, SampleOrder samples, int from, int count, double[] slopes) {
        boolean mean = training.reduce() == Reduce.MEAN;
        double weight = mean ? 1.0 / training.loss().numbersPerSample(network.outputs()) : 1;
        double shares = mean ? samples.shares(training.loss(), from, count) : 1;
        double scale = mean ? weight / shares : 1;
        double sum = weight * crew.gradient(at, samples, from, count, scale, slopes);
        if (listener.isInterrupted()) {
            throw new InterruptedStep();
        }
        if (!training.penalty().isNone()) {
            sum += training.penalty().loss(at) * shares;
            training.penalty().addGradient(at, slopes);
        }
        return sum;
    }

    /** Leads out of a rule that asked for the loss when the training was interrupted. */
    private static final class InterruptedStep extends RuntimeException {
        private static final long serialVersionUID = 1;

        InterruptedStep() {
            super("interrupted", null, false, false);
        }
    }

    private TrainingState state() {
        return new TrainingState(losses, parameters, optimizer, random.state());
    }

    /** The share of samples that the network gets right now. */
    private OptionalDouble accuracy(TrainingCrew crew) {
        return training.loss()
                .decision()
                .map(decision -> crew.accuracy(parameters, inOrder, decision))
                .orElse(OptionalDouble.empty());
    }
}
