package ag.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.Operation;
import ag.machine.WorkerThreads;
import ag.nn.Activation;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Reduce;
import ag.nn.batch.Prediction;
import ag.optimize.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainerTest {
    private static final Activation TANH = Activation.of(Operation.TANH);
    private static final Activation LINEAR = new Activation.Linear();

    /** One weight, no bias. */
    private static final Network SLOPE = new Network(List.of(new Layer(1, 1, LINEAR, false)));

    private static final Network WIDE = new Network(
            List.of(new Layer(3, 40, TANH, true), new Layer(40, 40, TANH, true), new Layer(40, 1, LINEAR, true)));

    @Test
    void aStepOnOneWeightIsTheOneWorkedOutByHand() {
        // (w - 3)² + (2w - 2)² at w = 5: loss 68, gradient 2·2 + 4·8 = 36; the step of 0.05 leads to 3.2.
        DataSet data = DataSet.ofFlat(new double[] {1, 2}, 1, new double[] {3, 2}, 1);
        Training training = sgd(new Loss.Mse(), 0.05, 1).withReduce(Reduce.SUM);
        TrainingState end = train(SLOPE, data, training, 5).state();
        assertThat(end.losses()).containsExactly(68.0);
        assertThat(end.parameters()[0]).isCloseTo(3.2, within(1e-12));
    }

    @Test
    void theMeanIsTakenOverAllNumbersOfAllSamples() {
        // Two outputs with weights 1 and 2, one input 1, targets 0 and 0: (1 + 4)/2.
        Network network = new Network(List.of(new Layer(1, 2, LINEAR, false)));
        DataSet data = DataSet.ofFlat(new double[] {1}, 1, new double[] {0, 0}, 2);
        TrainingState end =
                train(network, data, sgd(new Loss.Mse(), 0.5, 1), 1, 2).state();
        assertThat(end.losses()).containsExactly(2.5);
        assertThat(end.parameters()).containsExactly(new double[] {0.5, 1}, within(1e-15));
    }

    @Test
    void aPenaltyIsAddedToTheLossAndToTheGradient() {
        // |w| + 2·w² at w = -3 beside a loss of (−3 − (−3))² = 0: 3·0.1 + 9·0.01 = 0.39, gradient -0.1 - 0.06.
        DataSet data = DataSet.ofFlat(new double[] {1}, 1, new double[] {-3}, 1);
        Training training = sgd(new Loss.Mse(), 1, 1).withPenalty(new Penalty(0.1, 0.01));
        TrainingState end = train(SLOPE, data, training, -3).state();
        assertThat(end.losses().getFirst()).isCloseTo(0.39, within(1e-15));
        assertThat(end.parameters()[0]).isCloseTo(-2.84, within(1e-15));
    }

    @Test
    void batchesGoThroughAllSamplesInARandomOrder() {
        // With a rate of 1/2 each step puts the weight on the target of its sample, which becomes the loss of the next.
        DataSet data = DataSet.ofFlat(new double[] {1, 1, 1}, 1, new double[] {1, 2, 4}, 1);
        int[] order = new RandomSource(9).permutation(3);
        double[] targets = {1, 2, 4};
        double w = 0;
        double sum = 0;
        for (int i : order) {
            sum += (w - targets[i]) * (w - targets[i]);
            w = targets[i];
        }
        Training training = sgd(new Loss.Mse(), 0.5, 1).withBatch(1);
        TrainingState end = Trainer.train(
                        SLOPE,
                        data,
                        training,
                        TrainingState.start(new double[] {0}, new RandomSource(9)),
                        TrainingListener.NONE)
                .state();
        assertThat(end.losses().getFirst()).isCloseTo(sum / 3, within(1e-12));
        assertThat(end.parameters()[0]).isCloseTo(w, within(1e-12));
    }

    @Test
    void theScheduleIsAskedInEveryEpoch() {
        DataSet data = DataSet.ofFlat(new double[] {1}, 1, new double[] {0}, 1);
        // w -= 2·lr·w: with rates 0.25 and 0.5 the weight is halved and then gone.
        Training training =
                new Training(new Loss.Mse(), epoch -> Optimizer.of("sgd").with("lr", 0.25 * (epoch + 1)), 3);
        assertThat(train(SLOPE, data, training, 8).state().losses()).containsExactly(64.0, 16.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void anyNumberOfThreadsGivesTheSameBits(int threads) {
        DataSet data = Points.random(3_000, 3, 1, 4);
        Training training = new Training(
                new Loss.BceLogits(), Schedule.constant(Optimizer.of("adam").with("lr", 0.01)), 4);
        double[] start = new Initializer.Linear().draw(WIDE, new RandomSource(1));
        TrainingState one = train(WIDE, data, training, start).state();
        TrainingState many = Trainer.train(
                        WIDE,
                        data,
                        training.withThreads(threads),
                        TrainingState.start(start, new RandomSource(0)),
                        TrainingListener.NONE,
                        new WorkerThreads())
                .state();
        assertThat(many.losses()).isEqualTo(one.losses());
        assertThat(many.parameters()).containsExactly(one.parameters());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theAccuracyIsThatOfThePredictionsWhateverTheBatchAndTheThreads(int threads) {
        DataSet data = Points.random(3_000, 3, 1, 4);
        double[] start = new Initializer.Linear().draw(WIDE, new RandomSource(1));
        List<Double> after = new ArrayList<>();
        List<double[]> parameters = new ArrayList<>();
        Training training = sgd(new Loss.BceLogits(), 0.1, 2).withBatch(7).withThreads(threads);
        TrainingResult result = Trainer.train(
                WIDE,
                data,
                training,
                TrainingState.start(start, new RandomSource(0)),
                epoch -> {
                    after.add(epoch.accuracy().get().orElseThrow());
                    parameters.add(epoch.state().get().parameters());
                    return true;
                },
                new WorkerThreads());
        for (int epoch = 0; epoch < 2; epoch++) {
            double[] outputs = new Prediction(WIDE, 3_000).outputs(parameters.get(epoch), data.inputs(), 3_000);
            long right = IntStream.range(0, 3_000)
                    .filter(i -> outputs[i] > 0 == data.targets()[i] > 0.5)
                    .count();
            assertThat(after.get(epoch)).isEqualTo(right / 3e3).isGreaterThan(0.4);
        }
        assertThat(result.accuracy()).hasValue(after.getLast());
    }

    @Test
    void wherePredictionsAreNoClassesThereIsNoAccuracy() {
        DataSet data = DataSet.ofFlat(new double[] {1, 2}, 1, new double[] {3, 2}, 1);
        assertThat(train(SLOPE, data, sgd(new Loss.Mse(), 0.05, 1), 5).accuracy())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64})
    void goingOnFromAStateIsAsIfItHadNeverStopped(int batch) {
        DataSet data = Points.random(400, 3, 1, 4);
        Training training = new Training(
                        new Loss.BceLogits(),
                        Schedule.constant(Optimizer.of("adam").with("lr", 0.01)),
                        10)
                .withBatch(batch);
        double[] start = new Initializer.Linear().draw(WIDE, new RandomSource(1));
        List<TrainingState> states = new ArrayList<>();
        TrainingState whole = Trainer.train(
                        WIDE,
                        data,
                        training,
                        TrainingState.start(start, new RandomSource(3)),
                        epoch -> states.add(epoch.state().get()))
                .state();
        TrainingState resumed = Trainer.train(WIDE, data, training, states.get(5), TrainingListener.NONE)
                .state();
        assertThat(states.get(5).epochs()).isEqualTo(6);
        assertThat(resumed.losses()).isEqualTo(whole.losses());
        assertThat(resumed.parameters()).containsExactly(whole.parameters());
        assertThat(resumed.shuffling()).isEqualTo(whole.shuffling());
    }

    @Test
    void theListenerHearsOfEveryEpochAndMayEndTraining() {
        DataSet data = DataSet.ofFlat(new double[] {1}, 1, new double[] {0}, 1);
        List<Double> heard = new ArrayList<>();
        TrainingResult result = Trainer.train(
                SLOPE,
                data,
                sgd(new Loss.Mse(), 0.25, 100),
                TrainingState.start(new double[] {8}, new RandomSource(0)),
                epoch -> heard.add(epoch.loss()) && epoch.loss() >= 5);
        assertThat(heard).containsExactly(64.0, 16.0, 4.0);
        assertThat(result.ending()).isEqualTo(TrainingResult.Ending.STOPPED);
        assertThat(result.state().parameters()).containsExactly(1);
    }

    @Test
    void anInterruptionKeepsWhatWasLearnedBefore() {
        DataSet data = DataSet.ofFlat(new double[] {1}, 1, new double[] {0}, 1);
        AtomicInteger epochs = new AtomicInteger();
        TrainingListener listener = new TrainingListener() {
            @Override
            public boolean goesOn(Epoch epoch) {
                epochs.incrementAndGet();
                return true;
            }

            @Override
            public boolean isInterrupted() {
                return epochs.get() == 2;
            }
        };
        TrainingState start = TrainingState.start(new double[] {8}, new RandomSource(0));
        TrainingResult result = Trainer.train(SLOPE, data, sgd(new Loss.Mse(), 0.25, 100), start, listener);
        assertThat(result.ending()).isEqualTo(TrainingResult.Ending.INTERRUPTED);
        assertThat(result.state().losses()).containsExactly(64.0, 16.0);
        assertThat(result.state().parameters()).containsExactly(2);
    }

    /** Of 10 samples in batches of 4, an epoch takes 3 steps. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 6, 7})
    void anInterruptedTrainingLeavesWhatOneOfAsManyStepsDoes(int steps) {
        DataSet data = Points.random(10, 3, 1, 4);
        Training training = sgd(new Loss.BceLogits(), 0.1, 3).withBatch(4);
        TrainingState start =
                TrainingState.start(new Initializer.Linear().draw(WIDE, new RandomSource(1)), new RandomSource(3));
        TrainingResult cut = Trainer.train(WIDE, data, training, start, interruptedAfter(steps));
        TrainingResult ended = Trainer.train(WIDE, data, training.withSteps(steps), start, TrainingListener.NONE);
        assertThat(cut.ending()).isEqualTo(TrainingResult.Ending.INTERRUPTED);
        assertThat(ended.ending()).isEqualTo(TrainingResult.Ending.STOPPED);
        assertThat(ended.steps()).isEqualTo(steps).isEqualTo(cut.steps());
        assertThat(ended.stepsBeyond()).isEqualTo(steps % 3).isEqualTo(cut.stepsBeyond());
        assertThat(ended.state().losses())
                .hasSize(steps / 3)
                .isEqualTo(cut.state().losses());
        assertThat(ended.state().parameters()).containsExactly(cut.state().parameters());
        assertThat(ended.state().shuffling()).isEqualTo(cut.state().shuffling());
    }

    @Test
    void moreStepsThanTheEpochsTakeChangeNothing() {
        DataSet data = Points.random(10, 3, 1, 4);
        Training training = sgd(new Loss.BceLogits(), 0.1, 3).withBatch(4);
        double[] start = new Initializer.Linear().draw(WIDE, new RandomSource(1));
        TrainingResult all = train(WIDE, data, training.withSteps(9), start);
        assertThat(all.ending()).isEqualTo(TrainingResult.Ending.FINISHED);
        assertThat(all.state().parameters())
                .containsExactly(train(WIDE, data, training, start).state().parameters());
    }

    /** A step with few samples asks once, before it changes the parameters. */
    private static TrainingListener interruptedAfter(int steps) {
        AtomicInteger asked = new AtomicInteger();
        return new TrainingListener() {
            @Override
            public boolean goesOn(Epoch epoch) {
                return true;
            }

            @Override
            public boolean isInterrupted() {
                return asked.incrementAndGet() > steps;
            }
        };
    }

    @Test
    void aLossThatRunsAwayIsReportedWithTheLastSoundParameters() {
        // With a rate of 1e200 the weight is 8, then about -1.6e201: its loss is infinite.
        DataSet data = DataSet.ofFlat(new double[] {1}, 1, new double[] {0}, 1);
        TrainingResult result = train(SLOPE, data, sgd(new Loss.Mse(), 1e200, 4), 8);
        assertThat(result.state().losses().getFirst()).isEqualTo(64);
        assertThat(result.state().losses()).hasSize(4);
        assertThat(result.firstWithoutLoss()).hasValue(1);
        assertThat(result.lastSound()).containsExactly(8);
    }

    @Test
    void aFailureInAThreadReachesTheCaller() {
        DataSet data = Points.random(3_000, 3, 1, 4);
        Training training = sgd(new Loss.BceLogits(), 0.1, 1).withThreads(4);
        AtomicInteger asked = new AtomicInteger();
        TrainingListener failing = new TrainingListener() {
            @Override
            public boolean goesOn(Epoch epoch) {
                return true;
            }

            @Override
            public boolean isInterrupted() {
                if (asked.incrementAndGet() == 3) {
                    throw new IllegalArgumentException("no more");
                }
                return false;
            }
        };
        TrainingState start = TrainingState.start(new double[WIDE.parameterCount()], new RandomSource(0));
        assertThatThrownBy(() -> Trainer.train(WIDE, data, training, start, failing, new WorkerThreads()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void workIsSharedOnlyWhereThatPays() {
        assertThat(TrainingCrew.useful(100, 337, 1, 4)).isEqualTo(1);
        assertThat(TrainingCrew.useful(10_000, 99, 32, 4)).isEqualTo(1);
        assertThat(TrainingCrew.useful(10_000, 4417, 32, 4)).isEqualTo(4);
        assertThat(TrainingCrew.useful(10_000, 4417, 3, 4)).isEqualTo(3);
    }

    @Test
    void dataThatDoesNotFitIsRefused() {
        DataSet data = DataSet.ofFlat(new double[] {1, 2}, 2, new double[] {0}, 1);
        assertThatThrownBy(() -> train(SLOPE, data, sgd(new Loss.Mse(), 1, 1), 1))
                .hasMessageContaining("InputWidth");
    }

    private static Training sgd(Loss loss, double lr, int epochs) {
        return new Training(loss, Schedule.constant(Optimizer.of("sgd").with("lr", lr)), epochs);
    }

    private static TrainingResult train(Network network, DataSet data, Training training, double... start) {
        return Trainer.train(
                network, data, training, TrainingState.start(start, new RandomSource(0)), TrainingListener.NONE);
    }
}
