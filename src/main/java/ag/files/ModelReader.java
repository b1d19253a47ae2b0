package ag.files;

import ag.files.JsonInput.Seal;
import ag.nn.Decision;
import ag.nn.SavedModel;
import ag.nn.SavedModel.SavedLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a model together from its JSON, whatever the order of the fields, and checks that its parts fit. */
final class ModelReader {
    private static final String EDITED =
            "if you changed it yourself, write this checksum in its place; otherwise use an older copy";

    private final JsonInput json;

    private String name = "";
    private int inputs;
    private @Nullable Decision decision;
    private final List<LayerReader> layers = new ArrayList<>();
    private Seal seal = new Seal("", 0);

    ModelReader(JsonInput json) {
        this.json = json;
    }

    SavedModel read() throws IOException {
        json.object(List.of("format", "version", "name", "inputs", "layers", "checksum"), this::field);
        SavedModel model = new SavedModel(name, inputs, savedLayers(), parameters(), decision);
        if (!seal.checksum().equals(ModelFile.UNSEALED)) {
            json.verify(seal, ModelFile.checksum(model), EDITED);
        }
        return model;
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "format" -> json.format(ModelFile.FORMAT);
            case "version" -> json.version(ModelFile.VERSION);
            case "name" -> name = json.text();
            case "inputs" -> inputs = json.count();
            case "decision" -> decision = decision(json.text());
            case "layers" -> layers();
            case "checksum" -> seal = json.seal();
            default -> throw json.unknown(field);
        }
    }

    private Decision decision(String word) {
        return Arrays.stream(Decision.values())
                .filter(each -> ModelFile.decisionName(each).equals(word))
                .findFirst()
                .orElseThrow(() -> json.wrong("there is no decision called " + ReadFailure.quoted(word)));
    }

    private void layers() throws IOException {
        json.list(() -> {
            LayerReader layer = new LayerReader(layers.size() + 1);
            layer.read();
            layers.add(layer);
        });
        if (layers.isEmpty()) {
            throw json.wrong("a network needs at least one layer");
        }
    }

    private List<SavedLayer> savedLayers() {
        int width = inputs;
        List<SavedLayer> saved = new ArrayList<>();
        for (LayerReader layer : layers) {
            saved.add(layer.fitting(width));
            width = layer.outputs;
        }
        return saved;
    }

    private double[] parameters() {
        long count = 0;
        for (LayerReader layer : layers) {
            count += layer.weights.size() + (long) layer.biases.size();
        }
        if (count > NumberList.MOST) {
            throw json.wrong("there are more parameters than fit into memory");
        }
        double[] parameters = new double[(int) count];
        int at = 0;
        for (LayerReader layer : layers) {
            layer.weights.copyTo(parameters, at);
            at += layer.weights.size();
            layer.biases.copyTo(parameters, at);
            at += layer.biases.size();
        }
        return parameters;
    }

    /** A layer as it stands in the file. */
    private final class LayerReader {
        private final int number;

        private int outputs;
        private String activation = "";
        private boolean own;
        private boolean bias;
        private final NumberList weights = new NumberList();
        private final NumberList biases = new NumberList();
        private int weightsLine;
        private int biasesLine;
        private int rows;
        private int columns;

        LayerReader(int number) {
            this.number = number;
        }

        void read() throws IOException {
            biasesLine = json.line();
            json.object(List.of("outputs", "activation", "bias", "weights"), this::field);
        }

        private void field(String field) throws IOException {
            switch (field) {
                case "outputs" -> outputs = json.count();
                case "activation" -> activation = json.text();
                case "own_activation" -> own = json.truth();
                case "bias" -> bias = json.truth();
                case "weights" -> weights();
                case "biases" -> {
                    biasesLine = json.line();
                    json.numbers(biases);
                }
                default -> throw json.unknown(field);
            }
        }

        private void weights() throws IOException {
            weightsLine = json.line();
            json.list(() -> {
                int line = json.line();
                int count = json.numbers(weights);
                if (rows == 0) {
                    columns = count;
                } else if (count != columns) {
                    throw json.wrong(
                            line,
                            "row %d of layer %d has %d weights, and the rows before have %d"
                                    .formatted(rows + 1, number, count, columns));
                }
                rows++;
            });
        }

        /** The layer, if what is there of it has the right size. */
        SavedLayer fitting(int width) {
            if (rows != outputs) {
                throw json.wrong(
                        weightsLine, "layer %d has %d neurons, but weights for %d".formatted(number, outputs, rows));
            }
            if (columns != width) {
                throw json.wrong(
                        weightsLine,
                        "layer %d takes %d numbers, but its neurons have %d weights".formatted(number, width, columns));
            }
            int expected = bias ? outputs : 0;
            if (biases.size() != expected) {
                throw json.wrong(
                        biasesLine, "layer %d needs %d biases, but has %d".formatted(number, expected, biases.size()));
            }
            return new SavedLayer(outputs, activation, own, bias);
        }
    }
}
