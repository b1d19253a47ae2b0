package ag.files;

import ag.nn.Decision;
import ag.nn.SavedModel;
import ag.nn.SavedModel.SavedLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Model files: a network and its parameters as JSON that people and other programs can read.
 *
 * <pre>{@code
 * {
 *   "format": "ag model",
 *   "version": 1,
 *   "name": "net",
 *   "inputs": 2,
 *   "decision": "logit",
 *   "layers": [
 *     {
 *       "outputs": 1,
 *       "activation": "tanh",
 *       "bias": true,
 *       "weights": [
 *         [0.5, -1.25]
 *       ],
 *       "biases": [0.125]
 *     }
 *   ],
 *   "checksum": "crc32c 1c291ca3"
 * }
 * }</pre>
 *
 * <p>A row of weights belongs to a neuron and has a number for each input. {@code decision} says how a prediction is read as a
 * class ({@link Decision}) and may be missing. {@code "own_activation": true} says that the activation is a function of the program
 * function. The {@code checksum} may not be left out: who edits a model by hand
 * is told the new one by {@code load}, and puts it there. Programs that write models without counting one put {@code "none"} there.
 */
public final class ModelFile {
    static final String FORMAT = "ag model";
    static final int VERSION = 1;

    /** What programs write for a checksum that count none. */
    static final String UNSEALED = "none";

    private ModelFile() {}

    /**
     * Writes a model, whole or not at all.
     *
     * @throws StoreException if that fails; the file is then as it was before
     */
    public static void write(Path file, SavedModel model) {
        JsonOutput.write(file, FORMAT, VERSION, json -> {
            json.text("name", model.name());
            json.whole("inputs", model.inputs());
            Decision decision = model.decision();
            if (decision != null) {
                json.text("decision", decisionName(decision));
            }
            json.beginList("layers");
            int width = model.inputs();
            int at = 0;
            for (SavedLayer layer : model.layers()) {
                json.beginItem();
                layer(json, layer, model.parameters(), at, width);
                json.endObject();
                at += (int) layer.parameterCount(width);
                width = layer.outputs();
            }
            json.endList();
            json.text("checksum", checksum(model));
        });
    }

    private static void layer(JsonOutput json, SavedLayer layer, double[] parameters, int at, int width)
            throws IOException {
        json.whole("outputs", layer.outputs());
        json.text("activation", layer.activation());
        if (layer.own()) {
            json.truth("own_activation", true);
        }
        json.truth("bias", layer.bias());
        json.rows("weights", parameters, at, layer.outputs(), width);
        if (layer.bias()) {
            json.row("biases", parameters, at + layer.outputs() * width, layer.outputs());
        }
    }

    /** Checksum over everything in the model. */
    static String checksum(SavedModel model) {
        Decision decision = model.decision();
        Checksum checksum =
                new Checksum().add(model.name()).add(model.inputs()).add(decision == null ? "" : decision.name());
        for (SavedLayer layer : model.layers()) {
            checksum.add(layer.outputs()).add(layer.activation());
            checksum.add(layer.own() ? 1 : 0).add(layer.bias() ? 1 : 0);
        }
        return checksum.add(model.parameters()).text();
    }

    static String decisionName(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a model: all of it, number for number as it was saved, or none of it.
     *
     * @throws StoreException if the file cannot be read, is damaged, or comes from a newer version
     */
    public static SavedModel read(Path file) {
        return read(file, () -> {});
    }

    /**
     * As {@link #read(Path)}, with something to run between two blocks; what it throws ends the reading. The name of a file tells of
     * other formats: {@code .onnx}, and {@code .safetensors}, which says no activations.
     */
    public static SavedModel read(Path file, Runnable pause) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return OnnxReader.read(file);
        }
        if (name.endsWith(".safetensors")) {
            return SafetensorsReader.read(file);
        }
        return JsonInput.read(file, pause, json -> new ModelReader(json).read());
    }
}
