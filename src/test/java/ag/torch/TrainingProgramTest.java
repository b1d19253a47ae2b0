package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs for PyTorch as they are written; {@code -Dgolden.update=true} writes the expected ones. */
final class TrainingProgramTest {
    private static final Path GOLDENS = Path.of("src/test/resources/torch");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain", "batches", "classes", "custom", "search", "file", "minimum", "descent", "fit", "robust", "jax"
            })
    void programIsAsExpected(String name) throws IOException {
        Files.copy(Path.of("examples/data/citrus.csv"), folder.resolve("citrus.csv"));
        String written = Exported.by(Files.readString(GOLDENS.resolve(name + ".ag")), folder)
                .text(name + ".py");
        Path golden = GOLDENS.resolve(name + ".py");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    private static final String NET = """
        data d { 0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0 }
        mlp net { input 2; layer 2 tanh; layer 1; seed 1 }
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        export net to "net.py"                                                               | has not been trained yet
        train net on d { optimizer sgd(0.1); epochs 1 }; export net to "net.py" from there   | 'from start' or 'from here'
        train net on d { optimizer sgd(0.1); epochs 1 }; export net to "net.onnx" from start | only a program says
        train net on d { optimizer sgd(0.1); epochs 2 }; export net to "net.py" for jax      | a training leaves for PyTorch alone
        """)
    void whatCannotLeaveIsRefused(String statements, String message) {
        Result last = Exported.tried(NET + statements.replace("; export", "\nexport"), folder)
                .results()
                .getLast();
        assertThat(last)
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.diagnostic().message()).contains(message));
        assertThat(folder.resolve("net.py")).doesNotExist();
    }

    /** A condition without a form in Python ends the program where it ended here, and rates that ask for the epochs stay what they were. */
    @Test
    void untoldConditionsEndByCount() {
        String text = Exported.by(NET + """
            train net on d { optimizer sgd(lr = 0.1*(1 - epoch/epochs)); epochs 50; stop when min([loss, epoch/10]) > 0.25 }
            export net to "net.py"
            """, folder).text("net.py");
        assertThat(text).contains("EPOCHS = 4\n", "values = [0.1, 0.098, ");
    }

    /** Python's exp is not the program's. */
    @Test
    void functionsOfOnesOwnAreNotTakenForThoseOfPython() {
        String program = NET + "exp(x) = 2x\n"
                + "train net on d { optimizer sgd(lr = 0.1*exp(epoch + 1)); epochs 3 }\nexport net to \"net.py\"\n";
        assertThat(Exported.by(program, folder).text("net.py"))
                .contains("values = [0.2, 0.4, 0.6")
                .doesNotContain("math");
    }

    @Test
    void parametersOfNowAreThoseOfTheNetwork() {
        Exported exported = Exported.by(NET + """
            train net on d { optimizer sgd(0.1); epochs 3 }
            set net.parameters = [1, 2, 3, 4, 5, 6, 7, 8, 9]
            export net to "here.py" from here
            export net to "start.py" from start
            export net to "net.py"
            """, folder);
        assertThat(exported.text("here.py")).contains("PARAMETERS = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]");
        assertThat(exported.text("start.py").replace("start.py", "net.py")).isEqualTo(exported.text("net.py"));
    }
}
