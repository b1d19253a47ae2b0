package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.result.SolutionResult.Interval;
import ag.result.SolutionResult.Root;
import ag.result.SolutionResult.Solved;
import ag.result.SolutionResult.TurnRow;
import ag.result.SolutionResult.Turns;
import ag.result.SolutionResult.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is solved by algebra is what is found by trying every eighth of a line, ends, double roots and poles among them. */
final class SolvedByCountingTest {
    private static final int TRIED = 40;

    static IntStream seeds() {
        return IntStream.range(0, TRIED);
    }

    /** A formula with what it computes. */
    private record Written(String text, DoubleUnaryOperator value) {
        Written times(Written other) {
            return new Written(text + "*" + other.text, x -> value.applyAsDouble(x) * other.value.applyAsDouble(x));
        }
    }

    private static Written factor(Random random) {
        int root = random.nextInt(5) - 2;
        return switch (random.nextInt(6)) {
            case 0 -> new Written("(x - (" + root + "))^2", x -> (x - root) * (x - root));
            case 1 -> new Written("(abs(x - (" + root + ")) - 1)", x -> Math.abs(x - root) - 1);
            case 2 -> new Written("(1/(x - (" + root + ")))", x -> x == root ? Double.NaN : 1 / (x - root));
            default -> new Written("(x - (" + root + "))", x -> x - root);
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anInequalityHoldsWhereItSays(int seed) {
        Random random = new Random(seed);
        Written left = factor(random);
        for (int i = random.nextInt(3); i > 0; i--) {
            left = left.times(factor(random));
        }
        DoubleUnaryOperator f = left.value();
        String sign = List.of("<", "<=", ">", ">=").get(random.nextInt(4));
        DoublePredicate holds = x -> switch (sign) {
            case "<" -> f.applyAsDouble(x) < 0;
            case "<=" -> f.applyAsDouble(x) <= 0;
            case ">" -> f.applyAsDouble(x) > 0;
            default -> f.applyAsDouble(x) >= 0;
        };
        int low = random.nextInt(4) - 3;
        int high = low + 1 + random.nextInt(4);
        boolean ranged = random.nextBoolean();
        String program = "solve " + left.text() + " " + sign + " 0 for x" + (ranged ? " in " + low + ".." + high : "");
        Within found = only(program, Within.class);
        for (double x = -5; x <= 5; x += 0.125) {
            double place = x;
            boolean expected = holds.test(x) && (!ranged || (low <= x && x <= high));
            assertThat(found.intervals().stream()
                            .filter(each -> contains(each, place))
                            .count())
                    .as("%s at %s: %s", program, x, found.intervals())
                    .isEqualTo(expected ? 1 : 0);
        }
        List<Double> ends = new ArrayList<>();
        for (Interval each : found.intervals()) {
            ends.add(each.from() == null ? Double.NEGATIVE_INFINITY : value(each.from()));
            ends.add(each.to() == null ? Double.POSITIVE_INFINITY : value(each.to()));
        }
        assertThat(ends).as(program).isSorted();
    }

    /** Where algebra ends, the edges are numbers; the ends of the range are still what they are. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anInequalityBeyondAlgebraHoldsWhereItSays(int seed) {
        Random random = new Random(seed);
        Written left = List.of(
                        new Written("sin(3x) + x/2", x -> Math.sin(3 * x) + x / 2),
                        new Written("exp(x) - 3x", x -> Math.exp(x) - 3 * x),
                        new Written("x - cos(x)", x -> x - Math.cos(x)),
                        new Written("abs(sin(x)) - 0.5 + x/9", x -> Math.abs(Math.sin(x)) - 0.5 + x / 9),
                        new Written("tanh(x) + x^3/5 - x", x -> Math.tanh(x) + x * x * x / 5 - x))
                .get(random.nextInt(5));
        boolean less = random.nextBoolean();
        double low = random.nextInt(5) / 2.0 - 3;
        double high = low + 1 + random.nextInt(8) / 2.0;
        String program = "solve " + left.text() + (less ? " <= 0" : " > 0") + " for x in " + low + ".." + high;
        Within found = only(program, Within.class);
        for (double x = low - 1; x <= high + 1; x += 0.125) {
            double place = x;
            double value = left.value().applyAsDouble(x);
            boolean expected = low <= x && x <= high && (less ? value <= 0 : value > 0);
            if (Math.abs(value) > 1e-9) {
                assertThat(found.intervals().stream()
                                .filter(each -> contains(each, place))
                                .count())
                        .as("%s at %s: %s", program, x, found.intervals())
                        .isEqualTo(expected ? 1 : 0);
            }
        }
    }

    /** Of what repeats, all that lies in the range is listed, both ends with it. */
    @ParameterizedTest
    @CsvSource({
        "sin(x) = 0, 0, 1",
        "cos(x) = 0, 0.5, 1",
        "cos(x) = 1, 0, 2",
        "cos(x) = -1, 1, 2",
        "tan(x) = 1, 0.25, 1",
        "sin(2x) = 1, 0.25, 1",
        "sin(x)^2 = 1, 0.5, 1"
    })
    void whatRepeatsIsListedFromEndToEnd(String equation, double first, double period) {
        for (int from = -2; from <= 1; from++) {
            for (int count = 1; count <= 4; count++) {
                double low = first + from * period;
                double high = low + (count - 1) * period;
                if (count > 1) {
                    String program = "solve %s for x in %sπ..%sπ".formatted(equation, low, high);
                    assertThat(only(program, Solved.class).solutions())
                            .as(program)
                            .hasSize(count);
                }
                String wider = "solve %s for x in %sπ..%sπ".formatted(equation, low - period / 4, high + period / 4);
                List<List<Root>> found = only(wider, Solved.class).solutions();
                assertThat(found).as(wider).hasSize(count);
                for (int i = 0; i < count; i++) {
                    assertThat(value(found.get(i).getFirst())).isCloseTo((low + i * period) * Math.PI, within(1e-12));
                }
            }
        }
    }

    /** Corners that only a search finds are whole numbers where they are so near that nothing else is meant. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aCornerThatIsSearchedIsWhereItSays(int seed) {
        Random random = new Random(seed);
        int corner = random.nextInt(3) - 1;
        String program = "extrema abs(x - (%d)) + exp(x/4)/8 on -2..2".formatted(corner);
        List<TurnRow> rows = only(program, Turns.class).rows();
        assertThat(rows.stream().map(row -> value(row.place().getFirst()) + " " + row.what()))
                .as(program)
                .contains((double) corner + " minimum, smallest");
        String flat = "extrema (x - (%d))^2*exp(sin(x)) on -2..2".formatted(corner);
        assertThat(only(flat, Turns.class).rows().stream()
                        .map(row -> value(row.place().getFirst()) + " " + row.what()))
                .as(flat)
                .contains((double) corner + " minimum, smallest");
    }

    private static boolean contains(Interval interval, double x) {
        Root from = interval.from();
        Root to = interval.to();
        return (from == null || value(from) < x || (interval.withFrom() && value(from) == x))
                && (to == null || x < value(to) || (interval.withTo() && value(to) == x));
    }

    private static double value(Root root) {
        return Objects.requireNonNull(root.value());
    }

    /** Cubics that are flat at two whole numbers, or twice at one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aCubicTurnsWhereItSays(int seed) {
        Random random = new Random(seed);
        int first = random.nextInt(5) - 2;
        int second = random.nextInt(5) - 2;
        int low = random.nextInt(4) - 3;
        int high = low + 1 + random.nextInt(5);
        int sign = random.nextBoolean() ? 1 : -1;
        DoubleUnaryOperator f = x -> sign * (2 * x * x * x - 3 * (first + second) * x * x + 6 * first * second * x);
        String formula = "(" + sign + ")*(2x^3 - 3*(" + (first + second) + ")*x^2 + 6*(" + first * second + ")*x)";
        TreeMap<Double, String> expected = new TreeMap<>();
        expected.put((double) low, "end");
        expected.put((double) high, "end");
        for (int place : new int[] {first, second}) {
            if (low < place && place < high) {
                int curve = sign * (2 * place - first - second);
                expected.put((double) place, curve > 0 ? "minimum" : curve < 0 ? "maximum" : "inflection");
            }
        }
        double least =
                expected.keySet().stream().mapToDouble(f::applyAsDouble).min().orElseThrow();
        double most =
                expected.keySet().stream().mapToDouble(f::applyAsDouble).max().orElseThrow();
        String program = "extrema " + formula + " on " + low + ".." + high;
        List<TurnRow> rows = only(program, Turns.class).rows();
        assertThat(rows.stream().map(row -> value(row.place().getFirst())))
                .as(program)
                .containsExactlyElementsOf(expected.keySet());
        for (TurnRow row : rows) {
            double x = value(row.place().getFirst());
            assertThat(value(row.value())).isCloseTo(f.applyAsDouble(x), within(1e-12));
            String what = expected.get(x)
                    + (f.applyAsDouble(x) == least ? ", smallest" : "")
                    + (f.applyAsDouble(x) == most ? ", largest" : "");
            assertThat(row.what()).as(program + " at " + x).isEqualTo(what);
        }
        List<String> inner = expected.entrySet().stream()
                .filter(place -> !place.getValue().equals("end"))
                .map(place -> place.getKey() + " " + place.getValue())
                .toList();
        if (low < Math.min(first, second) && Math.max(first, second) < high) {
            assertThat(only("critical " + formula, Turns.class).rows().stream()
                            .map(row -> value(row.place().getFirst()) + " " + row.what()))
                    .containsExactlyElementsOf(inner);
        }
    }

    /** The absolute value of a parabola has corners at its two roots, and turns between them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aCornerIsWhereItSays(int seed) {
        Random random = new Random(seed);
        int first = random.nextInt(5) - 3;
        int second = first + 1 + random.nextInt(4);
        String program = "abs((x - (%d))*(x - (%d)))".formatted(first, second);
        List<TurnRow> rows = only("critical " + program, Turns.class).rows();
        assertThat(rows.stream().map(row -> value(row.place().getFirst()) + " " + row.what()))
                .as(program)
                .containsExactly(
                        (double) first + " minimum", (first + second) / 2.0 + " maximum", (double) second + " minimum");
        assertThat(rows.stream().map(row -> value(row.value())))
                .containsExactly(0.0, (second - first) * (second - first) / 4.0, 0.0);
    }

    private static <T> T only(String program, Class<T> kind) {
        Answers answers = Answers.after(program);
        return answers.results().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(program + " gave " + answers.results()));
    }
}
