package ag.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.engine.Operation;
import ag.nn.batch.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkTest {
    private static final Activation TANH = Activation.of(Operation.TANH);

    @Test
    void theNetworkOfTwoSixteenSixteenOneHas337Parameters() {
        Network network = new Network(
                List.of(new Layer(2, 16, TANH, true), new Layer(16, 16, TANH, true), new Layer(16, 1, TANH, true)));
        assertThat(network.parameterCount()).isEqualTo(337);
        assertThat(network.inputs()).isEqualTo(2);
        assertThat(network.outputs()).isEqualTo(1);
    }

    @Test
    void weightsComeBeforeBiasesLayerByLayer() {
        Network network = new Network(List.of(new Layer(3, 2, TANH, true), new Layer(2, 4, TANH, false)));
        assertThat(network.weightsAt(0)).isEqualTo(0);
        assertThat(network.biasesAt(0)).isEqualTo(6);
        assertThat(network.weightsAt(1)).isEqualTo(8);
        assertThat(network.parameterCount()).isEqualTo(16);
    }

    @Test
    void aPredictionReadsTheParametersInThatOrder() {
        Network network = new Network(List.of(
                new Layer(2, 2, new Activation.Linear(), true), new Layer(2, 1, new Activation.Linear(), false)));
        // Neuron 0: 1·10 + 2·100 + 5 = 215; neuron 1: 3·10 + 4·100 + 6 = 436; output: 7·215 + 8·436 = 4993.
        double[] parameters = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(new Prediction(network, 1).outputs(parameters, new double[] {10, 100}, 1))
                .containsExactly(4993);
    }

    @Test
    void layersMustFitOneAnother() {
        assertThatThrownBy(() -> new Network(List.of(new Layer(2, 3, TANH, true), new Layer(4, 1, TANH, true))))
                .hasMessage("layer 2 takes 4 numbers, but the layer before has 3 neurons");
        assertThatThrownBy(() -> new Network(List.of())).hasMessageContaining("at least one layer");
        assertThatThrownBy(() -> new Layer(0, 1, TANH, true)).hasMessageContaining("at least one input");
    }

    @Test
    void activationsAreFoundByName() {
        assertThat(Activation.named("linear")).contains(new Activation.Linear());
        assertThat(Activation.named("softmax")).contains(new Activation.Softmax());
        assertThat(Activation.named("leaky_relu")).contains(new Activation.Elementwise(Operation.LEAKY_RELU, 0.01));
        assertThat(Activation.named("gelu")).map(Activation::name).contains("gelu");
        assertThat(Activation.named("atan2")).isEmpty();
        assertThat(Activation.named("norm")).isEmpty();
    }

    @Test
    void aReductionIsNoActivation() {
        assertThatThrownBy(() -> Activation.of(Operation.NORM)).hasMessage("norm is not a function of a number");
    }
}
