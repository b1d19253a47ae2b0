package ag.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ag.data.RandomSource;
import ag.nn.training.TrainingState;
import ag.optimize.OptimizerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
final class CheckpointFileTest {
    private static final TrainingState STATE = new TrainingState(
            List.of(0.7, 1.0 / 3),
            new double[] {0.1, -2, 1e-300},
            new OptimizerState(
                    "adam", 12, List.of(new double[] {1, 2, 3}, new double[] {0.25, 0.5, 1e-12}), new double[] {0.5}),
            new RandomSource(5).state());

    @TempDir
    private Path folder;

    private Path file = Path.of("net.ckpt");
    private String text = "";

    @BeforeEach
    void writeACheckpoint() throws IOException {
        file = folder.resolve("net.ckpt");
        CheckpointFile.write(file, STATE);
        text = Files.readString(file);
    }

    @Test
    void anyStateIsReadBackToTheLastBit() {
        Random random = new Random(1);
        RandomModels numbers = new RandomModels(2);
        for (int i = 0; i < 200; i++) {
            int size = random.nextInt(20);
            RandomSource shuffling = new RandomSource(i);
            // An odd number of normal ones leaves one over, which the state holds too.
            shuffling.permutation(random.nextInt(1, 700));
            for (int k = random.nextInt(3); k > 0; k--) {
                shuffling.normal(0, 1);
            }
            TrainingState state = new TrainingState(
                    Arrays.stream(numbers.numbers(random.nextInt(10))).boxed().toList(),
                    numbers.numbers(size),
                    new OptimizerState(
                            List.of("", "sgd", "adam").get(random.nextInt(3)),
                            random.nextLong(Long.MAX_VALUE),
                            Stream.generate(() -> numbers.numbers(random.nextBoolean() ? size : 0))
                                    .limit(random.nextInt(4))
                                    .toList(),
                            numbers.numbers(random.nextInt(3))),
                    shuffling.state());
            CheckpointFile.write(file, state);
            assertThat(same(CheckpointFile.read(file), state)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"ag checkpoint\"' | '\"ag model\"' | 2 | the format of the file is 'ag model', not 'ag checkpoint'",
                "'\"version\": 2' | '\"version\": 7' | 3 | the file has version 7, and this 'ag' knows versions up to"
                        + " 2",
                "'\"rule\": \"adam\",' | '' | 10 | 'rule' is missing from what begins here",
                "'\"rule\": \"adam\"' | '\"rule\": 3' | 11 | this must be a text in quotes",
                "'\"steps\": 12' | '\"steps\": -12' | 12 | this must be a whole number from 0 to 9223372036854775807",
                "'1.0, 2.0, 3.0' | '1.0, 2.0' | 10 | the optimizer remembers 2 numbers of 3 parameters",
                "'0.1, -2.0' | '0.1, \"two\"' | 8 | this must be a number",
                "'\"shuffling\"' | '\"shufling\"' | 25 | nothing called 'shufling' belongs here",
                "'\"words\": [' | '\"words\": [1, ' | 104 | 'there must be 624 numbers, and there are more'",
                "'\"has_spare_normal\": false' | '\"has_spare_normal\": 0' | 107 | this must be true or false",
                "'0.7' | '0.8' | 110 | something in the file has changed since it was written",
                "'\"adam\"' | '\"sgd\"' | 110 | something in the file has changed since it was written",
            })
    void damageIsNamedWithItsLine(String before, String after, int line, String problem) throws IOException {
        assertThat(text.contains(before)).isTrue();
        int at = text.indexOf(before);
        Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
        StoreException refusal = refusal(3, "adam");
        assertThat(refusal.problem()).startsWith(problem);
        assertThat(refusal.line()).isEqualTo(OptionalInt.of(line));
        assertThat(refusal.file()).isEqualTo(file.toString());
        assertThat(refusal.hint()).isPresent();
    }

    @Test
    void aFileOfVersionOneIsReadBitForBit() {
        // Written when a state had two vectors, first and second.
        TrainingState old = CheckpointFile.read(Path.of("src", "test", "resources", "nn", "version1.ckpt"));
        assertThat(old.optimizer().rule()).isEqualTo("adam");
        assertThat(old.optimizer().steps()).isEqualTo(4);
        assertThat(old.optimizer().numbers()).isEmpty();
        assertThat(same(
                        old.optimizer().vectors(),
                        List.of(
                                new double[] {-0.14872257865687083, -0.10214029272556813, -0.40783728268152664},
                                new double[] {0.003650233196900693, 0.002367285444265054, 0.011954754519191872})))
                .isTrue();
    }

    @Test
    void aFieldOfAnotherVersionIsMissed() throws IOException {
        Files.writeString(file, text.replace("\"vectors\"", "\"first\""));
        assertThat(refusal(3, "adam").problem()).startsWith("this must be a number");
        Files.writeString(file, text.replace("\"version\": 2", "\"version\": 1"));
        assertThat(refusal(3, "adam").problem()).isEqualTo("'first' is missing from what begins here");
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        // Without its last line end the file is still complete.
        for (int length = 0; length < whole.length - 1; length++) {
            Files.delete(file);
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refusal(3, "adam").problem())
                    .as("the first %d bytes", length)
                    .matches("the file is empty|the file has no end: it was cut short|this is not JSON");
        }
    }

    @Test
    void aChangedBitIsRefusedOrChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.delete(file);
            Files.write(file, damaged);
            try {
                assertThat(same(CheckpointFile.read(file), STATE))
                        .as("byte %d", at)
                        .isTrue();
            } catch (StoreException said) {
                assertThat(said.problem()).isNotEmpty();
                refused++;
            }
        }
        // White space, and the E of 1.0E-12, may change and mean the same.
        assertThat(refused).isGreaterThan(whole.length * 3 / 4);
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefused() {
        StoreException refusal = refusal(4, "adam");
        assertThat(refusal.problem()).isEqualTo("the checkpoint is of a network with 3 parameters, and this one has 4");
        assertThat(refusal.hint()).contains("declare the network as it was, or name another file");
    }

    @Test
    void aCheckpointOfAnotherOptimizerIsRefusedWithBothNamed() {
        StoreException refusal = refusal(3, "sgd");
        assertThat(refusal.problem()).isEqualTo("the checkpoint is of a training with adam, and this one uses sgd");
        assertThat(refusal.hint()).contains("go on with adam, or start again without 'resume'");
        assertThat(same(CheckpointFile.read(file, 3, "adam", () -> {}), STATE)).isTrue();
    }

    @Test
    void aCheckpointFromBeforeTheFirstStepIsForAnyOptimizer() {
        CheckpointFile.write(file, TrainingState.start(new double[2], new RandomSource(1)));
        assertThat(CheckpointFile.read(file, 2, "rmsprop", () -> {}).epochs()).isZero();
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        Files.delete(file);
        assertThat(refusal(3, "adam").problem()).isEqualTo("there is no such file");
    }

    private StoreException refusal(int parameters, String rule) {
        return catchThrowableOfType(StoreException.class, () -> CheckpointFile.read(file, parameters, rule, () -> {}));
    }

    private static boolean same(TrainingState one, TrainingState other) {
        return RandomModels.same(losses(one), losses(other))
                && RandomModels.same(one.parameters(), other.parameters())
                && one.optimizer().rule().equals(other.optimizer().rule())
                && one.optimizer().steps() == other.optimizer().steps()
                && same(one.optimizer().vectors(), other.optimizer().vectors())
                && RandomModels.same(
                        one.optimizer().numbers(), other.optimizer().numbers())
                && one.shuffling().equals(other.shuffling());
    }

    private static boolean same(List<double[]> one, List<double[]> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> RandomModels.same(one.get(i), other.get(i)));
    }

    private static double[] losses(TrainingState state) {
        return state.losses().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
