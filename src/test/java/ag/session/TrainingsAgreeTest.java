package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class weights, and schedules that look at losses, go by steps or move the momentum: PyTorch's, as {@code src/test/python/trainings.py} wrote them. */
final class TrainingsAgreeTest {
    private static final Path REFERENCE = Path.of("src", "test", "resources", "nn", "trainings.jsonl");

    static Stream<Json.Fields> trainings() throws IOException {
        return Files.readAllLines(REFERENCE).stream().map(Json::parse);
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void twentyEpochsAreThoseOfPyTorch(Json.Fields training) {
        Answers answers = Answers.after(training.text("program"));
        assertClose(answers.value("net.losses"), training, "loss");
        assertClose(answers.value("net.parameters"), training, "parameters");
    }

    private static void assertClose(String ours, Json.Fields training, String name) {
        List<Double> theirs = ((Json.Items) training.get(name))
                .items().stream().map(number -> ((Json.Real) number).value()).toList();
        double[] numbers = Arrays.stream(ours.replaceAll("[\\[\\]]", "").split(",\\s*", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(numbers).hasSize(theirs.size());
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).as("%s %d", name, i).isCloseTo(theirs.get(i), within(1e-11));
        }
    }
}
