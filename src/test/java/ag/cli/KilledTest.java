package ag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ag.store.CheckpointFile;
import ag.store.ModelFile;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills programs that do nothing but write files, at random moments, as {@code kill -9} does: each file is afterwards the old
 * one or the new one, complete. {@code -Dkills=200} kills more often, which {@code docs/reliability.md} tells the result of.
 */
final class KilledTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int AT_ONCE = 3;

    /** With fewer kills than that, none may happen to fall into the middle of a file. */
    private static final int ENOUGH_TO_CATCH_ONE = 100;

    /** Large enough that a good part of the time is spent writing. */
    private static final String PROGRAM = """
        data d = make_moons(n = 20, seed = 1)
        mlp net { input 2; layer 200 tanh; layer 200 tanh; layer 1; seed 2 }
        while true {
          train net on d { loss bce_logits; optimizer adam(lr = 0.01); epochs 2; checkpoint "net.ckpt" }
          save net to "net.ag.json"
          export net to "net.onnx"
          plot loss of net to "loss.svg"
          plot loss of net to "loss.png"
          print "all written"
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void eachFileIsTheOldOneOrTheNewOne() throws Exception {
        Random random = new Random(8);
        List<Callable<Boolean>> runs = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Path place = Files.createDirectory(folder.resolve("run" + i));
            int delay = random.nextInt(400);
            runs.add(() -> isCaughtWriting(place, delay));
        }
        int caught = 0;
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Boolean> run : several.invokeAll(runs)) {
                caught += run.get() ? 1 : 0;
            }
        }
        System.out.printf("killed %d times, %d times while a file was being written%n", KILLS, caught);
        if (KILLS >= ENOUGH_TO_CATCH_ONE) {
            assertThat(caught).as("moments in the middle of a file").isPositive();
        }
    }

    /** Runs the program until all files have been there once, and a while longer; looks at what is left. */
    private static boolean isCaughtWriting(Path place, int milliseconds) throws Exception {
        Path program = Files.writeString(place.resolve("program.ag"), PROGRAM);
        Process child = new ProcessBuilder(ChildProcess.command(program.toString()))
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            List<String> said = new ArrayList<>();
            while (!said.contains("all written")) {
                String line = output.readLine();
                assertThat(line).as("the program ended after %s", said).isNotNull();
                said.add(line);
            }
            Thread.sleep(milliseconds);
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertWhole(place);
        try (Stream<Path> left = Files.list(place)) {
            return left.anyMatch(file -> file.getFileName().toString().endsWith(".tmp"));
        }
    }

    private static void assertWhole(Path place) throws Exception {
        int parameters = 600 + 40_200 + 201;
        assertThat(ModelFile.read(place.resolve("net.ag.json")).parameters()).hasSize(parameters);
        assertThat(CheckpointFile.read(place.resolve("net.ckpt")).parameters()).hasSize(parameters);
        ModelProto exported = ModelProto.parseFrom(Files.readAllBytes(place.resolve("net.onnx")));
        assertThat(exported.getGraph().getOutputCount()).isOne();
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(place.resolve("loss.svg").toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertWholePicture(place.resolve("loss.png"));
    }

    private static void assertWholePicture(Path file) throws IOException {
        byte[] end = {'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
        assertThat(Files.readAllBytes(file)).endsWith(end);
        assertThat(ImageIO.read(file.toFile())).isNotNull();
    }
}
