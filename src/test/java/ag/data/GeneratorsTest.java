package ag.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorsTest {
    static List<Reference> largerSets() {
        return Reference.read("datasets.jsonl");
    }

    static List<Reference> smallSets() {
        return Reference.read("scikit-learn.jsonl").stream()
                .filter(line -> line.has("y"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("largerSets")
    void pointsAndOrderAreScikitLearns(Reference expected) {
        String program = expected.text("program");
        RandomSource random = new RandomSource((long) argument(program, "seed"));
        int n = (int) argument(program, "n");
        DataSet made = switch (generator(program)) {
            case "moons" -> Generators.moons(n, argument(program, "noise"), random);
            case "circles" -> Generators.circles(n, argument(program, "noise"), argument(program, "factor"), random);
            case "blobs" ->
                Generators.blobs(n, (int) argument(program, "centers"), argument(program, "spread"), random);
            default -> throw new AssertionError(program);
        };
        assertSame(made, expected);
    }

    /** As NumPy's linspace does, which scikit-learn takes the angles from: the last one is pi itself, for every number of samples. */
    @Test
    void bothMoonsEndAtHalfATurn() {
        for (int n = 4; n < 400; n++) {
            double[] x = Generators.moons(n, 0, new RandomSource(1)).inputs();
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            double lowestY = Double.NaN;
            for (int i = 0; i < x.length; i += 2) {
                if (x[i] < lowest) {
                    lowest = x[i];
                    lowestY = x[i + 1];
                }
                highest = Math.max(highest, x[i]);
            }
            assertThat(List.of(lowest, lowestY, highest)).as("n = %d", n).containsExactly(-1.0, Math.sin(Math.PI), 2.0);
        }
    }

    @ParameterizedTest
    @MethodSource("smallSets")
    void tinyNoiselessAndDegenerateSetsAreScikitLearnsToo(Reference expected) {
        RandomSource random = expected.random();
        int n = expected.integer("n_samples");
        DataSet made = switch (expected.text("generator")) {
            case "moons" -> Generators.moons(n, expected.numberOr("noise", 0), random);
            case "circles" -> Generators.circles(n, expected.numberOr("noise", 0), expected.number("factor"), random);
            case "blobs" -> Generators.blobs(n, expected.integer("centers"), expected.number("cluster_std"), random);
            default -> throw new AssertionError(expected.text("generator"));
        };
        assertSame(made, expected);
    }

    private static void assertSame(DataSet made, Reference expected) {
        assertThat(made.inputs()).containsExactly(expected.numbers("x"), within(1e-14));
        assertThat(made.targets()).containsExactly(expected.numbers("y"));
        assertThat(made.inputWidth()).isEqualTo(2);
        assertThat(made.targetWidth()).isEqualTo(1);
    }

    private static String generator(String program) {
        return matched(program, "make_(\\w+)\\(");
    }

    private static double argument(String program, String name) {
        return Double.parseDouble(matched(program, "\\b" + name + " = ([0-9.]+)"));
    }

    private static String matched(String program, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(program);
        assertThat(matcher.find()).as(program).isTrue();
        return matcher.group(1);
    }

    @Test
    void noNoiseDrawsNothingButTheOrder() {
        RandomSource used = new RandomSource(3);
        Generators.moons(20, 0, used);
        RandomSource shuffled = new RandomSource(3);
        shuffled.permutation(20);
        assertThat(used.state()).isEqualTo(shuffled.state());
    }

    @Test
    void xorWithoutArgumentsIsTheTruthTable() {
        DataSet xor = Generators.xor();
        assertThat(xor.inputs()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
        assertThat(xor.targets()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void xorSamplesLieAroundTheCornerOfTheirClass() {
        DataSet xor = Generators.xor(403, 0.05, new RandomSource(1));
        int[] perCorner = new int[4];
        for (int i = 0; i < xor.size(); i++) {
            long x = Math.round(xor.input(i, 0));
            long y = Math.round(xor.input(i, 1));
            assertThat(xor.target(i, 0)).isEqualTo(x == y ? 0 : 1);
            assertThat(Math.hypot(xor.input(i, 0) - x, xor.input(i, 1) - y)).isBetween(1e-9, 0.5);
            perCorner[(int) (2 * x + y)]++;
        }
        assertThat(perCorner).containsExactly(101, 101, 101, 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void spiralSamplesLieOnTheirArm(int arms) {
        double turns = 1.25;
        DataSet spirals = Generators.spirals(50, arms, turns, 0, new RandomSource(11));
        for (int i = 0; i < spirals.size(); i++) {
            double x = spirals.input(i, 0);
            double y = spirals.input(i, 1);
            double radius = Math.hypot(x, y);
            double unwound = Math.atan2(y, x) / (2 * Math.PI) - turns * radius - spirals.target(i, 0) / arms;
            assertThat(unwound - Math.rint(unwound)).isCloseTo(0, within(1e-12));
            assertThat(radius).isBetween(1.0 / 50, 1 + 1e-12);
        }
        assertThat(Arrays.stream(classSizes(spirals, arms)))
                .allMatch(size -> size == 50 / arms || size == 50 / arms + 1);
    }

    @Test
    void noiseMovesSpiralsByItsStandardDeviation() {
        DataSet still = Generators.spirals(4000, 2, 1.5, 0, new RandomSource(4));
        DataSet moved = Generators.spirals(4000, 2, 1.5, 0.2, new RandomSource(4));
        assertThat(moved.targets()).containsExactly(still.targets());
        double squares = IntStream.range(0, 8000)
                .mapToDouble(i -> Math.pow(moved.inputs()[i] - still.inputs()[i], 2))
                .sum();
        // Five standard errors of a deviation measured on 8000 numbers: 0.2/sqrt(16000)
        assertThat(Math.sqrt(squares / 8000)).isCloseTo(0.2, within(5 * 0.2 / Math.sqrt(16_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 99})
    void everyGeneratorMakesAsManySamplesAsAsked(int n) {
        RandomSource random = new RandomSource(n);
        assertThat(List.of(
                        Generators.moons(n, 0.1, random),
                        Generators.circles(n, 0.1, 0.5, random),
                        Generators.blobs(n, 4, 1, random),
                        Generators.spirals(n, 3, 1, 0.1, random),
                        Generators.xor(n, 0.1, random)))
                .allSatisfy(data -> {
                    assertThat(data.size()).isEqualTo(n);
                    assertThat(Arrays.stream(data.inputs())).allMatch(Double::isFinite);
                    int largest = (int) Arrays.stream(data.targets()).max().orElseThrow();
                    assertThat(Arrays.stream(classSizes(data, largest + 1)).sum())
                            .isEqualTo(n);
                });
    }

    private static int[] classSizes(DataSet data, int classes) {
        int[] sizes = new int[classes];
        Arrays.stream(data.targets()).forEach(target -> sizes[(int) target]++);
        return sizes;
    }

    @Test
    void argumentsWithoutMeaningAreRefusedByName() {
        RandomSource random = new RandomSource(0);
        refuses(() -> Generators.moons(0, 0.1, random), "n has to be at least 1, not 0");
        refuses(() -> Generators.moons(10, -0.1, random), "noise has to be a number of at least 0, not -0.1");
        refuses(() -> Generators.moons(10, Double.NaN, random), "noise has to be a number of at least 0, not NaN");
        refuses(() -> Generators.circles(-5, 0, 0.5, random), "n has to be at least 1, not -5");
        refuses(() -> Generators.circles(9, 0, 1, random), "factor has to be at least 0 and below 1, not 1.0");
        refuses(() -> Generators.circles(9, 0, -0.1, random), "factor has to be at least 0 and below 1, not -0.1");
        refuses(
                () -> Generators.circles(9, Double.POSITIVE_INFINITY, 0.5, random),
                "noise has to be a number of at least 0, not Infinity");
        refuses(() -> Generators.blobs(9, 0, 1, random), "centers has to be at least 1, not 0");
        refuses(() -> Generators.blobs(9, 3, -1, random), "spread has to be a number of at least 0, not -1.0");
        refuses(() -> Generators.spirals(9, 0, 1, 0, random), "arms has to be at least 1, not 0");
        refuses(() -> Generators.spirals(9, 2, Double.NaN, 0, random), "turns has to be a finite number, not NaN");
        refuses(() -> Generators.xor(0, 0, random), "n has to be at least 1, not 0");
        refuses(
                () -> Generators.moons(Integer.MAX_VALUE, 0, random),
                "2147483647 samples of 2 columns are more than fit into memory");
        assertThat(random.state()).as("a refused call draws nothing").isEqualTo(new RandomSource(0).state());
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
