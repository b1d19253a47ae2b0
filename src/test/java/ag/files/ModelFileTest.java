package ag.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.nn.Activation;
import ag.nn.Decision;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Network;
import ag.nn.Recording;
import ag.nn.SavedModel;
import ag.nn.SavedModel.SavedLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFileTest {
    @TempDir
    private Path folder;

    @Test
    void aModelIsJsonThatPeopleCanRead() throws IOException {
        SavedModel model = new SavedModel(
                "net",
                2,
                List.of(new SavedLayer(2, "swish", true, true), new SavedLayer(1, "tanh", false, false)),
                new double[] {0.1, -2, 1e-300, 1.0 / 3, Double.NaN, 0, Double.NEGATIVE_INFINITY, -0.0},
                Decision.SIGN);
        assertThat(written(model)).isEqualTo("""
            {
              "format": "ag model",
              "version": 1,
              "name": "net",
              "inputs": 2,
              "decision": "sign",
              "layers": [
                {
                  "outputs": 2,
                  "activation": "swish",
                  "own_activation": true,
                  "bias": true,
                  "weights": [
                    [0.1, -2.0],
                    [1.0E-300, 0.3333333333333333]
                  ],
                  "biases": ["NaN", 0.0]
                },
                {
                  "outputs": 1,
                  "activation": "tanh",
                  "bias": false,
                  "weights": [
                    ["-Infinity", -0.0]
                  ]
                }
              ],
              "checksum": "%s"
            }
            """.formatted(ModelFile.checksum(model)));
    }

    @Test
    void anyModelIsReadBackToTheLastBit() throws IOException {
        RandomModels models = new RandomModels(1);
        for (int i = 0; i < 200; i++) {
            SavedModel model = models.next();
            String text = written(model);
            assertThat(RandomModels.same(read(text), model)).as(text).isTrue();
        }
    }

    @Test
    void aNetworkIsTheSameNetworkAfterwards() {
        Tape tape = new Tape();
        int x = tape.input(1);
        Activation swish = new Activation.Custom("swish", Recording.of(tape, new int[] {x}, new int[] {
            tape.multiply(x, tape.apply(Operation.SIGMOID, x))
        }));
        Network network = new Network(List.of(
                new Layer(3, 5, swish, true),
                new Layer(5, 4, Activation.of(Operation.LEAKY_RELU), false),
                new Layer(4, 2, new Activation.Softmax(), true)));
        double[] parameters = new Initializer.Linear().draw(network, new RandomSource(3));
        Path file = folder.resolve("net.json");
        ModelFile.write(file, SavedModel.of("net", network, parameters, Decision.LARGEST));

        SavedModel model = ModelFile.read(file);
        assertThat(model.decision()).isEqualTo(Decision.LARGEST);
        assertThat(model.parameters()).isEqualTo(parameters);
        Network again = model.network(layer ->
                layer.own() ? swish : Activation.named(layer.activation()).orElseThrow());
        assertThat(again).isEqualTo(network);
    }

    @Test
    void aBuiltInFunctionWithAnUnusualConstantHasNoNameToBeSavedBy() {
        Network network =
                new Network(List.of(new Layer(1, 1, new Activation.Elementwise(Operation.LEAKY_RELU, 0.5), false)));
        assertThatThrownBy(() -> SavedModel.of("net", network, new double[] {1}, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theParametersMustBeThoseOfTheLayers() {
        List<SavedLayer> layers = List.of(new SavedLayer(2, "tanh", false, true));
        assertThatThrownBy(() -> new SavedModel("net", 3, layers, new double[7], null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("7 parameters for a network of 8");
    }

    @Test
    void theOrderAndLayoutOfTheFieldsDoNotMatter() throws IOException {
        SavedModel model = new SavedModel(
                "net", 1, List.of(new SavedLayer(1, "tanh", false, true)), new double[] {0.5, -1}, Decision.LOGIT);
        String text = """
            \uFEFF{"checksum": "%s", "decision":"logit",\r
            "inputs":1,"layers":[{"activation":"tanh","bias":true,"biases":[-1],"outputs":1,"weights":[[5e-1]]}],\t
            "name":"net","version":1,"format":"ag model"}\
            """.formatted(ModelFile.checksum(model));
        assertThat(RandomModels.same(read(text), model)).isTrue();
    }

    @Test
    void aModelEditedByHandIsReadOnceItHasTheChecksumThatWasTold() throws IOException {
        SavedModel model =
                new SavedModel("net", 1, List.of(new SavedLayer(1, "tanh", false, false)), new double[] {0.5}, null);
        String edited = written(model).replace("0.5", "0.75");
        StoreException refused = catchThrowableOfType(StoreException.class, () -> read(edited));
        assertThat(refused)
                .hasMessageContaining("something in the file has changed since it was written")
                .hasMessageContaining("if you changed it yourself, write this checksum in its place");
        String told = refused.problem().replaceFirst(".*the checksum ", "");
        SavedModel read = read(edited.replaceFirst("crc32c [0-9a-f]+", told));
        assertThat(read.parameters()).containsExactly(0.75);
    }

    @Test
    void theChecksumMayNotBeLeftOut() throws IOException {
        SavedModel model =
                new SavedModel("net", 1, List.of(new SavedLayer(1, "tanh", false, false)), new double[] {0.5}, null);
        String without = written(model).replaceAll(",\\s*\"checksum\".*", "");
        assertThatThrownBy(() -> read(without))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("'checksum' is missing");
    }

    private String written(SavedModel model) throws IOException {
        Path file = folder.resolve("written.json");
        ModelFile.write(file, model);
        return Files.readString(file);
    }

    private SavedModel read(String text) throws IOException {
        return ModelFile.read(Files.writeString(folder.resolve("read.json"), text));
    }
}
