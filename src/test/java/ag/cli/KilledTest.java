package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ag.files.CheckpointFile;
import ag.files.ModelFile;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program that is killed while it saves has left: each file is the old one or the new one, complete. */
@Timeout(300)
@Tag("slow")
final class KilledTest {
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
          print "%s"
        }
        """.formatted(RandomKills.WRITTEN);

    @TempDir
    private Path folder;

    @Test
    void eachFileIsTheOldOneOrTheNewOne() throws Exception {
        RandomKills.of(
                folder,
                place -> ChildProcess.command(
                        Files.writeString(place.resolve("program.ag"), PROGRAM).toString()),
                place -> {
                    assertWhole(place);
                    try (Stream<Path> left = Files.list(place)) {
                        return left.anyMatch(
                                file -> file.getFileName().toString().endsWith(".tmp"));
                    }
                });
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
