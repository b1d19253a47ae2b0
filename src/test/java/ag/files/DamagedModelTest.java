package ag.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ag.nn.Decision;
import ag.nn.SavedModel;
import ag.nn.SavedModel.SavedLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DamagedModelTest {
    private static final SavedModel MODEL = new SavedModel(
            "net",
            2,
            List.of(new SavedLayer(2, "tanh", false, true), new SavedLayer(1, "sigmoid", false, true)),
            new double[] {0.1, -2, 1e-300, 1.0 / 3, 4, 5, Double.NaN, -7.25, 8},
            Decision.PROBABILITY);

    @TempDir
    private Path folder;

    private Path file = Path.of("model.json");
    private byte[] whole = {};
    private String text = "";

    @BeforeEach
    void writeAModel() throws IOException {
        file = folder.resolve("model.json");
        ModelFile.write(file, MODEL);
        whole = Files.readAllBytes(file);
        text = new String(whole, StandardCharsets.UTF_8);
    }

    /** A text of the file above and what stands there instead, and then the line and the words of the message. */
    static Stream<Arguments> damages() {
        return Stream.of(
                arguments(
                        "\"ag model\"",
                        "\"ag checkpoint\"",
                        2,
                        "the format of the file is 'ag checkpoint', not 'ag model'"),
                arguments(
                        "\"version\": 1",
                        "\"version\": 2",
                        3,
                        "the file has version 2, and this 'ag' knows versions up to 1"),
                arguments("\"version\": 1", "\"version\": -1", 3, "this must be a whole number from 0 to 2147483647"),
                arguments("\"version\": 1", "\"version\": 1.5", 3, "this must be a whole number from 0 to 2147483647"),
                arguments("\"version\": 1,", "", 1, "'version' is missing from what begins here"),
                arguments("\"format\": \"ag model\",", "", 1, "'format' is missing from what begins here"),
                arguments("\"inputs\": 2", "\"inputs\": 0", 5, "this must be 1 or more"),
                arguments(
                        "\"inputs\": 2",
                        "\"inputs\": 3",
                        12,
                        "layer 1 takes 3 numbers, but its neurons have 2 weights"),
                arguments("\"inputs\": 2", "\"inputs\": 2, \"inputs\": 2", 5, "'inputs' is given twice"),
                arguments("\"inputs\": 2", "\"inptus\": 2", 5, "nothing called 'inptus' belongs here"),
                arguments(
                        "\"inputs\": 2",
                        "\"inputs\": 99999999999999999999",
                        5,
                        "this must be a whole number from 0 to 2147483647"),
                arguments("\"probability\"", "\"chance\"", 6, "there is no decision called 'chance'"),
                arguments("\"name\": \"net\"", "\"name\": 7", 4, "this must be a text in quotes"),
                arguments("\"outputs\": 2", "\"outputs\": 3", 12, "layer 1 has 3 neurons, but weights for 2"),
                arguments(
                        "\"outputs\": 2",
                        "\"outputs\": 2147483647",
                        12,
                        "layer 1 has 2147483647 neurons, but weights for 2"),
                arguments("\"outputs\": 2,", "", 8, "'outputs' is missing from what begins here"),
                arguments("\"bias\": true", "\"bias\": 1", 11, "this must be true or false"),
                arguments("\"bias\": true", "\"bias\": false", 16, "layer 1 needs 0 biases, but has 2"),
                arguments("[4.0, 5.0]", "[4.0]", 16, "layer 1 needs 2 biases, but has 1"),
                arguments(",\n      \"biases\": [4.0, 5.0]", "", 8, "layer 1 needs 2 biases, but has 0"),
                arguments(
                        "[1.0E-300, 0.3",
                        "[1.0E-300, 1, 0.3",
                        14,
                        "row 2 of layer 1 has 3 weights, and the rows before have 2"),
                arguments("[0.1, -2.0]", "0.1, -2.0", 13, "this must be a '['"),
                arguments("[0.1, -2.0]", "[0.1, null]", 13, "this must be a number"),
                arguments("[0.1, -2.0]", "[0.1, [-2.0]]", 13, "this must be a number"),
                arguments("[0.1, -2.0]", "[0.1, \"two\"]", 13, "this must be a number"),
                arguments("[0.1, -2.0]", "[0.1, -2e999]", 13, "this number is too large"),
                arguments(
                        "[0.1, -2.0]",
                        "[0.1, -" + "2".repeat(2000) + "]",
                        13,
                        "something here is longer than anything 'ag' writes"),
                arguments("[0.1, -2.0]", "[0.1 -2.0]", 13, "this is not JSON"),
                arguments("[0.1, -2.0]", "[0.1, NaN]", 13, "this is not JSON"),
                arguments(
                        "\"net\"",
                        "\"" + "n".repeat(200_000) + "\"",
                        4,
                        "something here is longer than anything 'ag' writes"),
                arguments(
                        "0.1",
                        "0.2",
                        28,
                        "something in the file has changed since it was written: it gives the checksum crc32c"),
                arguments(
                        "\"tanh\"",
                        "\"relu\"",
                        28,
                        "something in the file has changed since it was written: it gives the checksum crc32c"),
                arguments("\n}\n", "\n}\n{}", 30, "there is something behind the end"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("damages")
    void damageIsNamedWithItsLine(String before, String after, int line, String problem) throws IOException {
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        String damaged = text.substring(0, at) + after + text.substring(at + before.length());
        StoreException refusal = refusal(damaged.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.problem()).startsWith(problem);
        assertThat(refusal.line()).isEqualTo(OptionalInt.of(line));
        assertThat(refusal.file()).isEqualTo(file.toString());
        assertThat(refusal.hint()).isPresent();
    }

    @Test
    void noLayersAreNoNetwork() throws IOException {
        String without = """
            {"format": "ag model", "version": 1, "name": "net", "inputs": 2, "layers": []}\
            """;
        assertThat(refusal(without.getBytes(StandardCharsets.UTF_8)).problem())
                .isEqualTo("a network needs at least one layer");
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        // Without its last line end the file is still complete.
        for (int length = 0; length < whole.length - 1; length++) {
            StoreException refusal = refusal(Arrays.copyOf(whole, length));
            assertThat(refusal.problem())
                    .as("the first %d bytes", length)
                    .matches("the file is empty|the file has no end: it was cut short|this is not JSON");
        }
        assertThat(RandomModels.same(read(Arrays.copyOf(whole, whole.length - 1)), MODEL))
                .isTrue();
    }

    @Test
    void anyChangedBitIsRefusedOrChangesNothing() throws IOException {
        int harmless = 0;
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            harmless += isRefusedOrTheSame(damaged) ? 0 : 1;
        }
        // The E of 1.0E-300, the letter case of escapes, kinds of white space: little else is written in two ways.
        assertThat(harmless).isLessThan(whole.length / 4);
    }

    @Test
    void anyOverwrittenStretchIsRefusedOrChangesNothing() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = whole.clone();
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(16));
            for (int at = from; at < to; at++) {
                damaged[at] = whole[random.nextInt(whole.length)];
            }
            isRefusedOrTheSame(damaged);
        }
    }

    @Test
    void anyBytesAreRefused() throws IOException {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(refusal(bytes).problem()).isNotEmpty();
        }
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        String deep = "{\"layers\": " + "[".repeat(5_000_000);
        assertThat(refusal(deep.getBytes(StandardCharsets.UTF_8)).problem()).isEqualTo("this must be a '{'");
    }

    @Test
    void otherEncodingsAreRefusedWithTheLine() throws IOException {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_16)).problem()).isEqualTo("this is not UTF-8 text");
        byte[] latin = text.replace("sigmoid", "Größe").getBytes(StandardCharsets.ISO_8859_1);
        StoreException refusal = refusal(latin);
        assertThat(refusal.problem()).isEqualTo("this is not UTF-8 text");
        assertThat(refusal.line()).isEqualTo(OptionalInt.of(20));
    }

    @Test
    void whatIsNotAFileIsRefused() {
        assertThat(refusal(folder).problem()).isEqualTo("this is a folder");
        StoreException missing = refusal(folder.resolve("missing.json"));
        assertThat(missing.problem()).isEqualTo("there is no such file");
        assertThat(missing)
                .hasMessage(folder.resolve("missing.json")
                        + ": there is no such file. give the path from the folder you are in");
    }

    /** Whether the bytes are refused; if not, they must give the very model that was written. */
    private boolean isRefusedOrTheSame(byte[] damaged) throws IOException {
        try {
            SavedModel model = read(damaged);
            assertThat(RandomModels.same(model, MODEL))
                    .as(new String(damaged, StandardCharsets.ISO_8859_1))
                    .isTrue();
            return false;
        } catch (StoreException refused) {
            return true;
        }
    }

    private SavedModel read(byte[] bytes) throws IOException {
        return ModelFile.read(written(bytes));
    }

    private StoreException refusal(byte[] bytes) throws IOException {
        return refusal(written(bytes));
    }

    /** A new file each time: some file systems wait for the disk when an old one is written over. */
    private Path written(byte[] bytes) throws IOException {
        Files.delete(file);
        return Files.write(file, bytes);
    }

    private static StoreException refusal(Path file) {
        return catchThrowableOfType(StoreException.class, () -> ModelFile.read(file));
    }
}
