package ag.fuzz;

import ag.files.ModelFile;
import java.nio.file.Path;

/** Any bytes as the file of a model. What is read is written and read again. */
public final class ModelTarget {
    private ModelTarget() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try (Trial trial = new Trial()) {
            Path file = trial.file("net.ag.json", bytes);
            Trial.rewrite(file, () -> ModelFile.write(file, ModelFile.read(file)));
            trial.file("net.ag.json", bytes);
            trial.run("load net from \"net.ag.json\"; summary net; graph net; net.parameters; net([0.5, 1])\n"
                    + "export net to \"net.onnx\"");
        }
    }
}
