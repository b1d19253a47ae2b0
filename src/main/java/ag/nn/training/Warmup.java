package ag.nn.training;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.nn.Activation;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.optimize.Optimizer;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Trains networks that are thrown away, so that the just-in-time compiler has met the loops of training before a user's network
 * does: the first training of a process is otherwise spent waiting for the compiler. Meant to run while a program is read.
 */
public final class Warmup {
    private static final int SAMPLES = 100;
    private static final int NARROW = 16;
    private static final int WIDE = 40;

    private Warmup() {}

    /**
     * Trains until it is told to end.
     *
     * @param inTime whether to go on; asked between two epochs
     */
    public static void run(BooleanSupplier inTime) {
        DataSet data = data();
        Training training = new Training(
                new Loss.BceLogits(), Schedule.constant(Optimizer.of("sgd").with("lr", 0.01)), 10);
        while (inTime.getAsBoolean()) {
            train(network(NARROW), data, training, inTime);
            train(network(WIDE), data, training.withBatch(32), inTime);
        }
    }

    private static void train(Network network, DataSet data, Training training, BooleanSupplier inTime) {
        double[] parameters = new Initializer.Linear().draw(network, new RandomSource(0));
        Trainer.train(
                network,
                data,
                training,
                TrainingState.start(parameters, new RandomSource(0)),
                epoch -> inTime.getAsBoolean());
    }

    private static Network network(int width) {
        Activation tanh = Activation.of(Operation.TANH);
        return new Network(List.of(
                new Layer(2, width, tanh, true), new Layer(width, width, tanh, true), new Layer(width, 1, tanh, true)));
    }

    private static DataSet data() {
        RandomSource random = new RandomSource(0);
        double[] inputs = new double[2 * SAMPLES];
        double[] targets = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            inputs[2 * i] = random.random();
            inputs[2 * i + 1] = random.random();
            targets[i] = random.integer(2);
        }
        return DataSet.ofFlat(inputs, 2, targets, 1);
    }
}
