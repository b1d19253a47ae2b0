package ag.nn.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.engine.ElementaryArrays;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Recording;
import ag.nn.training.Schedule;
import ag.nn.training.Trainer;
import ag.nn.training.Training;
import ag.nn.training.TrainingListener;
import ag.nn.training.TrainingState;
import ag.optimize.Optimizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecordingTest {
    @Test
    void aRecordingRunsForOtherInputs() {
        Tape tape = new Tape();
        int x = tape.input(1);
        int y = tape.input(2);
        int root = tape.add(tape.multiply(x, x), tape.multiply(tape.constant(3), y));
        LaneProgram program = program(Recording.of(tape, new int[] {x, y}, new int[] {root}), 2);
        program.forward(new double[][] {{2, 5}, {10, 20}}, 2);
        assertThat(program.root(0)).startsWith(34, 85);
        program.backward(new double[][] {{1, 2}}, 2);
        assertThat(program.inputGradient(0)).startsWith(4, 20);
        assertThat(program.inputGradient(1)).startsWith(3, 6);
    }

    @Test
    void whatDependsOnNoInputStaysAsItWas() {
        Tape tape = new Tape();
        int x = tape.input(1);
        int k = tape.input(3);
        int root = tape.multiply(x, tape.apply(Operation.EXP, tape.subtract(k, k)));
        Recording recording = Recording.of(tape, new int[] {x}, new int[] {root});
        tape.set(k, 100);
        assertThat(recording.stepCount()).isEqualTo(1);
        LaneProgram program = program(recording, 1);
        program.forward(new double[] {7}, 1);
        assertThat(program.root(0)).startsWith(7);
    }

    @Test
    void anInputMayBeAResultItself() {
        Tape tape = new Tape();
        int x = tape.input(1);
        LaneProgram program = program(Recording.of(tape, new int[] {x}, new int[] {x}), 1);
        program.forward(new double[] {7}, 1);
        assertThat(program.root(0)).startsWith(7);
        program.backward(new double[][] {{5}}, 1);
        assertThat(program.inputGradient(0)).startsWith(5);
    }

    @Test
    void aResultMayDependOnNothing() {
        Tape tape = new Tape();
        int x = tape.input(1);
        LaneProgram program = program(Recording.of(tape, new int[] {x}, new int[] {tape.constant(4)}), 1);
        program.forward(new double[] {7}, 1);
        assertThat(program.root(0)).startsWith(4);
        program.backward(new double[][] {{5}}, 1);
        assertThat(program.inputGradient(0)).startsWith(0);
    }

    @Test
    void anInnerNodeMayBeTheInput() {
        Tape tape = new Tape();
        int x = tape.multiply(tape.input(2), tape.input(3));
        int root = tape.apply(Operation.SQRT, x);
        Recording recording = Recording.of(tape, new int[] {x}, new int[] {root});
        assertThat(recording.stepCount()).isEqualTo(1);
        LaneProgram program = program(recording, 1);
        program.forward(new double[] {16}, 1);
        assertThat(program.root(0)).startsWith(4);
    }

    @Test
    void whatIsOnlyComparedReceivesNothing() {
        // If log(x) > -9 then 2x else x: the infinite slope of log at 0 must not spoil the gradient.
        Tape tape = new Tape();
        int x = tape.input(1);
        int holds = tape.apply(Operation.GREATER, tape.apply(Operation.LOG, x), tape.constant(-9));
        int fails = tape.subtract(tape.constant(1), holds);
        int twice = tape.multiply(tape.constant(2), x);
        int root = tape.add(tape.apply(Operation.GATE, holds, twice), tape.apply(Operation.GATE, fails, x));
        LaneProgram program = program(Recording.of(tape, new int[] {x}, new int[] {root}), 1);
        program.forward(new double[] {3, 0}, 2);
        assertThat(program.root(0)).startsWith(6, 0);
        program.backward(new double[][] {{1, 1}}, 2);
        assertThat(program.inputGradient(0)).startsWith(2, 1);
    }

    @Test
    void aLossMayLookAtTheParametersOfTheNetwork() {
        // (p - t)² + 0.5·(w² + b²): for x = 2, t = 1, w = 3, b = -1 the loss is 16 + 5, ∂w = 2·4·2 + 3, ∂b = 2·4 - 1.
        Tape tape = new Tape();
        int[] inputs = {tape.input(0), tape.input(0)};
        int[] parameters = {tape.input(1), tape.input(1)};
        int squares = tape.reduce(Operation.DOT, parameters[0], parameters[1], parameters[0], parameters[1]);
        int error = tape.apply(Operation.SQUARED_ERROR, inputs[0], inputs[1]);
        int root = tape.add(error, tape.multiply(tape.constant(0.5), squares));
        Loss loss = new Loss.Custom(Recording.of(tape, inputs, parameters, new int[] {root}), 1);
        Network network = new Network(List.of(new Layer(1, 1, new Activation.Linear(), true)));
        DataSet data = DataSet.ofFlat(new double[] {2}, 1, new double[] {1}, 1);
        TrainingState end = Trainer.train(
                        network,
                        data,
                        new Training(loss, Schedule.constant(Optimizer.of("sgd").with("lr", 0.1)), 1),
                        TrainingState.start(new double[] {3, -1}, new RandomSource(0)),
                        TrainingListener.NONE)
                .state();
        assertThat(end.losses()).containsExactly(21.0);
        assertThat(end.parameters()).containsExactly(new double[] {3 - 1.9, -1 - 0.7}, within(1e-14));
    }

    @Test
    void recordingsThatCannotBeUsedAreRefused() {
        Tape tape = new Tape();
        int[] x = IntStream.range(0, 3).map(tape::input).toArray();
        int sum = tape.reduce(Operation.SUM, x);
        Recording three = Recording.of(tape, x, new int[] {sum});
        Activation ok = new Activation.Custom("f", Recording.of(tape, x, x));
        assertThatThrownBy(() -> new Activation.Custom("f", three)).hasMessageContaining("as many numbers as it takes");
        assertThatThrownBy(() -> new Layer(2, 2, ok, true))
                .hasMessage("the activation f takes 3 numbers, but the layer has 2 neurons");
        assertThatThrownBy(() -> new Loss.Custom(Recording.of(tape, x, x), 1))
                .hasMessage("a loss is one number, not 3");
        Network network = new Network(List.of(new Layer(1, 1, new Activation.Linear(), true)));
        assertThatThrownBy(() -> new Loss.Custom(three, 1).requireNetwork(network))
                .hasMessage("the loss takes 3 numbers, not 1 of a prediction and 1 of a target");
        assertThatThrownBy(() -> Recording.of(tape, new int[] {x[0], x[0]}, x)).hasMessageContaining("given twice");
    }

    private static LaneProgram program(Recording recording, int wanted) {
        return new LaneProgram(recording, wanted, new ElementaryArrays(8));
    }
}
