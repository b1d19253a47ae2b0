package ag.fuzz;

import ag.files.CheckpointFile;
import java.nio.file.Path;

/** Any bytes as the checkpoint of a training. What is read is written and read again, and a training goes on from it. */
public final class CheckpointTarget {
    private CheckpointTarget() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try (Trial trial = new Trial()) {
            Path file = trial.file("net.ckpt", bytes);
            Trial.rewrite(file, () -> CheckpointFile.write(file, CheckpointFile.read(file)));
            trial.file("net.ckpt", bytes);
            trial.run("""
                data d = xor()
                mlp net { input 2; layer 1; seed 1 }
                train net on d { optimizer adam(lr = 0.1); batch 3; epochs 5; resume "net.ckpt" }
                """);
        }
    }
}
