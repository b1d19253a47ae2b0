package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.files.CheckpointFile;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was stopped and goes on in another session gives bit for bit what one gives that was never stopped. */
final class ResumedTrainingTest {
    private static final String NETWORK = """
        data d = make_moons(n = 37, noise = 0.1, seed = 3)
        mlp net { input 2; layer 5 tanh; layer 1; seed 4 }
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd(lr = 0.1)",
                "sgd(lr = 0.1, momentum = 0.9, dampening = 0.2)",
                "sgd(lr = 0.1, momentum = 0.9, nesterov = true)",
                "adam(lr = 0.02, weight_decay = 0.01)",
                "adamw(lr = 0.02)",
                "rmsprop(lr = 0.01, momentum = 0.5)",
                "adagrad(lr = 0.1, lr_decay = 0.01)",
                "adam(lr = 0.1*(1 - 0.9*epoch/epochs))"
            })
    void nothingTellsThatItWasStopped(String optimizer) {
        String training = "loss bce_logits; batch 8; epochs 12; seed 9; optimizer " + optimizer;
        String whole = trained(NETWORK + "train net on d { " + training + " }; net.parameters");
        for (int last : List.of(0, 4, 10)) {
            String checkpoint = "; checkpoint \"net.ckpt\"; stop when epoch == " + last;
            trained(NETWORK + "train net on d { " + training + checkpoint + " }; net.parameters");
            String rest = NETWORK.replace("seed 4", "seed 5") + "train net on d { " + training
                    + "; resume \"net.ckpt\" }; net.parameters";
            assertThat(trained(rest)).as("stopped after epoch %d", last).isEqualTo(whole);
        }
    }

    /** An epoch left out or done twice shows in the losses, the order of the samples and the rate that follows the epoch. */
    @Test
    void itGoesOnBehindTheEpochOfTheCheckpoint() {
        String training = "loss bce_logits; batch 8; epochs 6; seed 9; optimizer adam(lr = 0.1/(1 + epoch))";
        String whole = trained(NETWORK + "train net on d { " + training + " }; net.parameters");
        for (int done = 1; done <= 6; done++) {
            trained(NETWORK + "train net on d { " + training.replace("epochs 6", "epochs " + done)
                    + "; checkpoint \"net.ckpt\" }; net.parameters");
            assertThat(CheckpointFile.read(folder.resolve("net.ckpt")).epochs()).isEqualTo(done);
            String rest = "train net on d { " + training + "; resume \"net.ckpt\" }; net.parameters";
            assertThat(trained(NETWORK + rest)).as("after %d epochs", done).isEqualTo(whole);
        }
    }

    /** Each file that a training writes on its way is of the epoch it says: the last one comes behind the last full interval. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aTrainingThatIsEndedLeavesItsLastCheckpoint(int interval) {
        String training = "train net on d { loss bce_logits; epochs 6; seed 9; optimizer sgd(lr = 0.1); checkpoint "
                + "\"net.ckpt\" every " + interval;
        trained(NETWORK + training + " }; net.parameters");
        assertThat(CheckpointFile.read(folder.resolve("net.ckpt")).epochs()).isEqualTo(6);

        Interruption interruption = Interruption.none();
        new Session(
                        result -> {
                            if (result instanceof NetworkResult.Progress progress && progress.done() == 5) {
                                interruption.request();
                            }
                        },
                        ThisMachine.host((path, _) -> folder.resolve("cut " + path)),
                        interruption)
                .run(new SourceText("program", NETWORK + training + "; log every 1 }"));
        int last = 5 - 5 % interval;
        Path cut = folder.resolve("cut net.ckpt");
        if (last == 0) {
            assertThat(cut).doesNotExist();
        } else {
            assertThat(CheckpointFile.read(cut).epochs()).isEqualTo(last);
        }
    }

    @Test
    void anotherOptimizerIsRefusedWithBothNamed() {
        trained(NETWORK
                + "train net on d { optimizer adam(lr = 0.1); epochs 2; checkpoint \"net.ckpt\" }; net.parameters");
        List<Result> results =
                run(NETWORK + "train net on d { optimizer sgd(lr = 0.1); epochs 4; resume \"net.ckpt\" }");
        Result.Failed failed = (Result.Failed) results.getLast();
        assertThat(failed.diagnostic().message())
                .isEqualTo("net.ckpt: the checkpoint is of a training with adam, and this one uses sgd");
        assertThat(failed.diagnostic().hint()).isEqualTo("go on with adam, or start again without 'resume'");
    }

    /** The losses of all epochs, the accuracy and the parameters, with all their digits. */
    private String trained(String program) {
        List<String> lines = run(program).stream()
                .map(new JsonPrinter(true)::line)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("\"(seconds|line)\":[-0-9.E]+", ""))
                .toList();
        assertThat(lines.getFirst()).contains("\"kind\":\"train\"");
        assertThat(lines.getLast()).contains("\"type\":\"vector\"");
        return String.join("\n", lines);
    }

    private List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        new Session(results::add, ThisMachine.host((path, _) -> folder.resolve(path)), Interruption.none())
                .run(new SourceText("program", program));
        return results;
    }
}
