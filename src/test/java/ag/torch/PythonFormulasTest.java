package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.nn.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas by chance that leave for Python have the value there that they have here, however their lines are broken. */
final class PythonFormulasTest {
    private static final Map<String, Double> NAMES = Map.of("epoch", 3.0, "loss", 0.75);
    private static final double CONSTANT = -1.5;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** A formula in the language, with what it is worth. */
    private record Written(String text, double value) {}

    private static Written formula(Random random, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> new Written("epoch", 3);
                case 1 -> new Written("loss", 0.75);
                case 2 -> new Written("k", CONSTANT);
                default -> new Written("0.5", 0.5);
            };
        }
        Written a = formula(random, depth - 1);
        Written b = formula(random, random.nextInt(depth));
        return switch (random.nextInt(12)) {
            case 0 -> new Written("(" + a.text + ") + (" + b.text + ")", a.value + b.value);
            case 1, 2 -> new Written("(" + a.text + ") - (" + b.text + ")", a.value - b.value);
            case 3 -> new Written("(" + a.text + ")*(" + b.text + ")", a.value * b.value);
            case 4, 5 -> new Written("(" + a.text + ")/(" + b.text + ")", a.value / b.value);
            case 6 -> new Written("-(" + a.text + ")", -a.value);
            case 7 -> new Written("(" + a.text + ")^2", a.value * a.value);
            case 8 -> new Written("2^(sin(" + a.text + "))", Math.pow(2, Math.sin(a.value)));
            case 9 -> new Written("exp(tanh(" + a.text + "))", Math.exp(Math.tanh(a.value)));
            case 10 -> new Written("min(" + a.text + ", " + b.text + ")", Math.min(a.value, b.value));
            default -> {
                boolean holds = a.value < b.value || !(b.value >= 0.5);
                yield new Written(
                        "if (" + a.text + ") < (" + b.text + ") or not ((" + b.text + ") >= 0.5) then (" + b.text
                                + ") else (" + a.text + ")",
                        holds ? b.value : a.value);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlainFormulaKeepsItsValue(int seed) {
        Written written = formula(new Random(seed), 1 + seed % 4);
        Statement.Evaluate read = (Statement.Evaluate)
                Parser.parse(new SourceText("", written.text)).getFirst();
        String python = new PythonExpression(
                        Set.of("epoch", "loss"),
                        name -> name.equals("k") ? OptionalDouble.of(CONSTANT) : OptionalDouble.empty())
                .of(read.expression())
                .orElseThrow();
        assertSame(python, NAMES, written.value);
    }

    private static void assertSame(String python, Map<String, Double> names, double value) {
        if (Double.isFinite(value)) {
            assertThat(PythonCalculator.value(python, names))
                    .as(python)
                    .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLongLineKeepsItsValueInShortOnes(int seed) {
        Random random = new Random(seed);
        TorchExpression nested = nested(random, 4);
        List<String> lines = LongLine.of("    ", "result = ", nested.text());
        assertThat(lines).allMatch(line -> line.startsWith("    "));
        assertThat(lines).allMatch(line -> line.length() <= PythonText.WIDTH || line.contains(" ** "));
        if (lines.size() > 1) {
            assertThat(nested.text().length()).isGreaterThan(PythonText.WIDTH - 13);
            assertThat(lines.subList(1, lines.size() - 1)).allMatch(line -> line.startsWith("        "));
        }
        String joined = lines.stream().map(String::strip).collect(Collectors.joining(" "));
        Map<String, Double> names = Map.of("x", 0.7, "y", -1.3);
        double value = PythonCalculator.value(nested.text(), names);
        assertSame(joined.substring("result = ".length()), names, value);
    }

    private static TorchExpression nested(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(3) > 0
                    ? TorchExpression.name(random.nextBoolean() ? "x" : "y")
                    : TorchExpression.number(random.nextInt(7) - 3.5);
        }
        String form = FORMS.get(random.nextInt(FORMS.size()));
        return TorchExpression.of(
                form, "ab", List.of(nested(random, depth - 1), nested(random, random.nextInt(depth))));
    }

    private static final List<String> FORMS = List.of(
            "a + b",
            "a - b",
            "a * b",
            "a / b",
            "-a",
            "a ** 2",
            "2 ** a",
            "1 / a",
            "torch.sin(a)",
            "torch.where(a > b, a, -b)",
            "torch.exp(-a) - b",
            "b - (1 - a) * a");

    /** A form's terms count as if each stood in brackets. */
    @ParameterizedTest
    @MethodSource("seeds")
    void termsAreWorthWhatTheyAreByThemselves(int seed) {
        Random random = new Random(seed);
        Map<String, Double> names = Map.of("x", 0.7, "y", -1.3);
        TorchExpression a = nested(random, 2);
        TorchExpression b = nested(random, 2);
        for (String form : FORMS) {
            Map<String, Double> letters = new HashMap<>(names);
            letters.put("a", PythonCalculator.value(a.text(), names));
            letters.put("b", PythonCalculator.value(b.text(), names));
            String text = TorchExpression.of(form, "ab", List.of(a, b)).text();
            assertSame(text, names, PythonCalculator.value(form, letters));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a + b   | x ** 2      | -y          | x ** 2 + -y
        a - b   | x - 1       | y - 1       | x - 1 - (y - 1)
        a * b   | x / y       | y * x       | x / y * (y * x)
        a ** b  | -x          | y           | (-x) ** y
        a / b   | x           | y / 2       | x / (y / 2)
        """)
    void bracketsStandOnlyWhereTheyAreNeeded(String form, String a, String b, String written) {
        assertThat(TorchExpression.of(form, "ab", List.of(piece(a), piece(b))).text())
                .isEqualTo(written);
    }

    private static TorchExpression piece(String form) {
        return TorchExpression.of(
                form.replace("x", "a").replace("y", "b"),
                "ab",
                List.of(TorchExpression.name("x"), TorchExpression.name("y")));
    }

    /** A tape by chance, whose numbers are used once or several times and whose choices keep both ways. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRecordingKeepsItsValues(int seed) {
        Random random = new Random(seed);
        Tape tape = new Tape();
        int[] inputs = {tape.input(0.7), tape.input(-1.3)};
        List<Integer> nodes = new ArrayList<>(List.of(inputs[0], inputs[1], tape.constant(2), tape.constant(-0.5)));
        for (int i = 0; i < 12; i++) {
            int a = nodes.get(random.nextInt(nodes.size()));
            int b = nodes.get(random.nextInt(nodes.size()));
            nodes.add(
                    switch (random.nextInt(8)) {
                        case 0 -> tape.apply(Operation.ADD, a, b);
                        case 1 -> tape.apply(Operation.SUBTRACT, a, b);
                        case 2 -> tape.apply(Operation.MULTIPLY, tape.apply(Operation.TANH, a), b);
                        case 3 ->
                            tape.apply(Operation.DIVIDE, a, tape.apply(Operation.EXP, tape.apply(Operation.SIN, b)));
                        case 4 -> tape.apply(Operation.NEGATE, a);
                        case 5 -> tape.apply(Operation.POWER, a, tape.constant(2));
                        case 6 -> choice(tape, Operation.GREATER, a, b);
                        default -> choice(tape, Operation.GREATER_OR_EQUAL, b, a);
                    });
        }
        int[] roots = {nodes.getLast(), nodes.get(nodes.size() - 4)};
        Recording recording = Recording.of(tape, inputs, roots);
        RecordedFunction.Body body =
                RecordedFunction.of(recording, List.of(TorchExpression.name("x"), TorchExpression.name("y")));
        Map<String, Double> names = new HashMap<>(Map.of("x", 0.7, "y", -1.3));
        String lines =
                String.join("\n", body.lines()).replace("\n        ", " ").replace("\n    )", " )");
        for (String line : lines.lines().toList()) {
            assertThat(line).matches("    t[0-9]+ = .*");
            String name = line.substring(4, line.indexOf(" = "));
            assertThat(names).as("a name is given once").doesNotContainKey(name);
            names.put(name, PythonCalculator.value(line.substring(line.indexOf(" = ") + 3), names));
        }
        for (int i = 0; i < roots.length; i++) {
            assertSame(body.results().get(i).text(), names, tape.value(roots[i]));
        }
    }

    private static int choice(Tape tape, Operation compared, int a, int b) {
        int holds = tape.apply(compared, a, b);
        int fails = tape.apply(Operation.SUBTRACT, tape.constant(1), holds);
        return tape.apply(
                Operation.ADD,
                tape.apply(Operation.GATE, holds, tape.apply(Operation.COS, a)),
                tape.apply(Operation.GATE, fails, b));
    }
}
