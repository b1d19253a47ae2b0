package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks from files that PyTorch wrote ({@code src/test/python/models.py}) give the numbers that PyTorch gives. */
final class ForeignModelTest {
    private static final Path FILES = Path.of("src/test/resources/torch").toAbsolutePath();

    private static final String DECLARED =
            "mlp net { input 2; layer 4 tanh; layer 3 leaky_relu; layer 2 softmax no bias }\n";

    @ParameterizedTest
    @CsvSource({
        "mlp.onnx, mlp",
        "matmul.onnx, matmul",
        "gelu.onnx, gelu",
        "mlp.safetensors, mlp",
        "half.safetensors, half"
    })
    void givesWhatPyTorchGives(String file, String line) throws Exception {
        String told = Files.readString(FILES.resolve("models.txt"))
                .lines()
                .filter(each -> each.startsWith(line + " "))
                .findFirst()
                .orElseThrow();
        String numbers = told.substring(told.indexOf("[[") + 2, told.indexOf("]]"));
        String wanted = numbers.contains(",") ? "[" + numbers + "]" : numbers;
        String before = file.endsWith(".safetensors") ? DECLARED : "";
        Exported.by(
                before + "load net from \"" + file + "\"\nassert net([0.5, -1]) ≈ " + wanted + " within 1e-14\n",
                FILES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        load net from "erf.onnx"                                                    | ag makes no layer of
        load net from "models.onnx"                                                 | cannot be read
        load net from "mlp.safetensors"                                             | and not what they apply
        mlp net { input 2; layer 5 tanh; layer 1 }; load net from "mlp.safetensors" | and 'net' has others
        """)
    void whatIsNoPlainNetworkIsRefused(String program, String message) {
        Result last = Exported.tried(program.replace("; load", "\nload"), FILES)
                .results()
                .getLast();
        assertThat(last)
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.diagnostic().message()).contains(message));
    }

    @TempDir
    private Path folder;

    /** Wherever a file ends too early, or a bit is another one, it is refused or read, and nothing else happens. */
    @Test
    void damagedFilesAreRefused() throws Exception {
        for (String name : new String[] {"mlp.onnx", "gelu.onnx", "mlp.safetensors"}) {
            byte[] whole = Files.readAllBytes(FILES.resolve(name));
            for (int cut = 0; cut < whole.length; cut += 37) {
                Files.write(folder.resolve(name), Arrays.copyOf(whole, cut));
                requireNoAccident(name);
                byte[] changed = whole.clone();
                changed[cut] ^= 0x11;
                Files.write(folder.resolve(name), changed);
                requireNoAccident(name);
            }
        }
    }

    private void requireNoAccident(String name) {
        for (Result result : Exported.tried(DECLARED + "load net from \"" + name + "\"", folder)
                .results()) {
            if (result instanceof Result.Failed failed) {
                assertThat(failed.diagnostic().error().name()).isEqualTo("FILE");
            }
        }
    }
}
