package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Plain;
import ag.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The GPT of the examples learns as PyTorch says it must; {@code src/test/python/microgpt.py} made the numbers. */
final class MicrogptTest {
    private static final String INVENTING = "# ---- inventing";

    @Test
    void theLossesOfTheFirstTenStepsArePyTorchs() throws IOException {
        String example = Files.readString(Path.of("examples", "microgpt.ag"));
        String training = example.substring(0, example.indexOf(INVENTING));
        String tenSteps = replaceOnce(training, "for step in 1..steps {", "losses = []\nfor step in 1..10 {");
        String recorded =
                replaceOnce(tenSteps, "  backward loss", "  losses = append(losses, detach(loss))\n  backward loss");

        List<Result> results = new ArrayList<>();
        new Session(results::add, ThisMachine.host(FileAccess.ALL), Interruption.none())
                .run(new SourceText("microgpt.ag", recorded + "\nlosses"));

        double[] expected = Files.readAllLines(Path.of("src/test/resources/reference/microgpt.txt")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        Plain.Vector losses = (Plain.Vector) ((Result.Value) results.getLast()).value();
        assertThat(losses.values()).containsExactly(expected, within(1e-9));
    }

    private static String replaceOnce(String text, String old, String replacement) {
        assertThat(text.split(java.util.regex.Pattern.quote(old), -1))
                .as("pieces around '%s'", old)
                .hasSize(2);
        return text.replace(old, replacement);
    }
}
