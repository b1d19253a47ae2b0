package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where something ends, it ends exactly there: just before the bound, at it, and just beyond. */
final class BoundsTest {
    /** What beyond the bound is a mistake. */
    private static final int REFUSED = -1;

    /**
     * How many lines are shown.
     *
     * @param bound the largest size that is still shown whole
     */
    @ParameterizedTest
    @MethodSource("views")
    void showsSoManyLines(IntFunction<String> program, int bound, int before, int at, int beyond) {
        assertThat(lines(program.apply(bound - 1))).as("before").isEqualTo(before);
        assertThat(lines(program.apply(bound))).as("at").isEqualTo(at);
        assertThat(lines(program.apply(bound + 1))).as("beyond").isEqualTo(beyond);
    }

    static Stream<Arguments> views() {
        return Stream.of(
                view("rows of a matrix", n -> "print zeros(%d, 2)".formatted(n), 40, 39, 40, 41),
                view(
                        "elements of a vector",
                        n -> "print join(chars(\"{ones(%d)}\"), \"\\n\")".formatted(n),
                        40,
                        117,
                        120,
                        133),
                view("rows of a trace", n -> chain(n) + "trace y" + (n - 1), 100, 100, 101, 102),
                view("slopes in a trace", n -> vector(n) + "trace L", 8, 12, 13, 11),
                view("paths that are explained", n -> sines(n) + "explain L wrt a", 100, 104, 105, 15),
                view("steps that are explained", n -> chain(n) + "explain y" + (n - 1) + " wrt a", 50, 53, 54, 5),
                view("steps that are gone through", n -> chain(n) + "step y" + (n - 1), 200, 398, 400, REFUSED),
                view("nodes of a graph", n -> chain(n) + "graph y" + (n - 1), 200, 221, 223, 117),
                view("inputs that are compared", n -> vector(n) + "compare L", 16, 75, 80, REFUSED),
                view("elements that are compared", n -> vector(n) + "compare L wrt v", 16, 75, 80, REFUSED),
                view(
                        "elements that are nudged",
                        n -> "let a = 1; v = a*(1..%d); nudge a by 0.1".formatted(n),
                        16,
                        17,
                        18,
                        18),
                view(
                        "calls in each other",
                        n -> "f(n) = if n == 0 then 0 else f(n - 1); f(%d - 1)".formatted(n),
                        100_000,
                        1,
                        1,
                        REFUSED));
    }

    /** Each is built on the one before. */
    private static String functions(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> "f%d(x) = f%d(x) + x; ".formatted(i, i - 1))
                .collect(Collectors.joining("", "f0(x) = x^2; ", ""));
    }

    private static Arguments view(String name, IntFunction<String> program, int bound, int before, int at, int beyond) {
        return Arguments.of(Named.of(name, program), bound, before, at, beyond);
    }

    /** {@code n} nodes, one on the other. */
    private static String chain(int n) {
        return IntStream.range(1, n)
                .mapToObj(i -> "y" + i + " = sin(y" + (i - 1) + ")\n")
                .collect(Collectors.joining("", "let a = 0.5; y0 = a\n", ""));
    }

    private static String vector(int n) {
        return "let v = 1.0*(1..%d); L = sum(v); ".formatted(n);
    }

    private static String sines(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> "sin(" + i + "a)")
                .collect(Collectors.joining(" + ", "let a = 0.5; L = ", "\n"));
    }

    private static long lines(String program) {
        Answers answers = new Answers();
        if (answers.mistake(program).isPresent()) {
            return REFUSED;
        }
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
        return answers.results().stream()
                .filter(result -> !(result instanceof Result.Note))
                .flatMap(result -> printer.text(result).lines())
                .count();
    }

    @Test
    void aFormulaIsReadThroughSoManyFunctionsAndWrittenOutBeyond() {
        for (int n : new int[] {1, 37, 38, 39}) {
            Answers answers = Answers.after(functions(n) + "derive f%d(x) wrt x".formatted(n));
            assertThat(answers.notes()).as("%d functions", n).hasSize(n <= 38 ? 0 : 1);
        }
        assertThat(new Answers()
                        .mistake("f(x) = f(x - 1) + 1; derive f(x) wrt x")
                        .orElseThrow()
                        .message())
                .startsWith("calls are nested more than");
    }

    /** Depth is what stands in each other; what stands beside each other is no depth. */
    @ParameterizedTest
    @CsvSource({"[, ], 500", "'{\"a\": [', ]}, 250"})
    void jsonIsReadSoDeepAndNoDeeper(String open, String close, int deepest) {
        for (int depth : new int[] {deepest - 1, deepest, deepest + 1}) {
            String text = open.repeat(depth) + close.repeat(depth);
            assertThat(read(text)).as("%d deep", depth).isEqualTo(depth <= deepest);
            assertThat(read("[" + "[1],".repeat(1000) + text + "]"))
                    .as("a thousand beside, and %d deep", depth)
                    .isEqualTo(depth < deepest);
        }
    }

    private static boolean read(String json) {
        String text = json.replace("{", "\\{").replace("\"", "\\\"");
        return new Answers().mistake("t = from_json(\"" + text + "\")").isEmpty();
    }

    /** The last that goes, and the first that does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        seed 0                     | seed -1
        seed 4294967295            | seed 4294967296
        len(make_moons(n = 4, seed = 4294967295)) | len(make_moons(n = 4, seed = 4294967296))
        linspace(0, 1, 2)          | linspace(0, 1, 1)
        zeros(0)                   | zeros(-1)
        zeros(1, 0)                | zeros(1, -1)
        []                         | zeros(10000, 10001)
        []                         | zeros(100000001)
        []                         | linspace(0, 1, 100000001)
        []                         | 0..<100000001
        2147483647..<2147483647    | 2147483648..<2147483648
        [1, 2, 3][2]               | [1, 2, 3][3]
        [1, 2, 3][0]               | [1, 2, 3][-1]
        [1, 2, 3][0..2]            | [1, 2, 3][0..3]
        [1, 2, 3][3..<3]           | [1, 2, 3][4..<4]
        [1, 2, 3][2..1]            | [1, 2, 3][2..0]
        "abc"[2]                   | "abc"[3]
        "abc"[0..2]                | "abc"[0..3]
        ["a", 1][1]                | ["a", 1][2]
        variance([1, 2])           | variance([1])
        mean([1])                  | mean([])
        max([1])                   | max([])
        choice([1])                | choice([])
        (p, q) = [1, 2]            | (p, q) = [1, 2, 3]
        set digits 1               | set digits 0
        set digits 17              | set digits 18
        worksheet "product rule" 1 questions | worksheet "product rule" 0 questions
        worksheet "product rule" 2 questions level 1 | worksheet "product rule" 2 questions level 0
        worksheet "product rule" 2 questions level 3 | worksheet "product rule" 2 questions level 4
        worksheet "product rule" 2 questions seed 0 | worksheet "product rule" 2 questions seed -1
        practice product rule level 1 | practice product rule level 0
        practice product rule level 3 | practice product rule level 4
        practice product rule seed 4294967295 | practice product rule seed 4294967296
        taylor sin(x) at x = 0 order 0 | taylor sin(x) at x = 0 order -1
        derive x^2 + y^2 = 25 for d^5y/dx^5 | derive x^2 + y^2 = 25 for d^6y/dx^6
        derive x^2 + y^2 = 25 for dy/dx at x = 3, y = 4 | derive x^2 + y^2 = 25 for dy/dx at x = 3, y = 5
        """)
    void reachesSoFarAndNoFarther(String last, String beyond) {
        assertThat(new Answers().mistake(last)).as(last).isEmpty();
        assertThat(new Answers().mistake(beyond)).as(beyond).isPresent();
    }

    /** Ends are where they are said to be, and none is added or left out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1..3                  | [1, 2, 3]
        1..<3                 | [1, 2]
        3..3                  | [3]
        3..<3                 | []
        3..2                  | []
        -1..1                 | [-1, 0, 1]
        linspace(0, 1, 2)     | [0, 1]
        linspace(0, 1, 5)     | [0, 0.25, 0.5, 0.75, 1]
        linspace(2, -2, 3)    | [2, 0, -2]
        linspace(1, 1, 3)     | [1, 1, 1]
        len(linspace(0, 1, 7)) | 7
        zeros(2)              | [0, 0]
        ones(1, 2)            | [[1, 1]]
        zip([1, 2], [3, 4])   | [[1, 3], [2, 4]]
        enumerate([7])        | [[0, 7]]
        append([], 1)         | [1]
        concat([], [1])       | [1]
        clamp(1, 1, 2)        | 1
        clamp(2, 1, 2)        | 2
        clamp(3, 1, 2)        | 2
        sign(0)               | 0
        relu(0)               | 0
        round(0.5)            | 0
        round(1.5)            | 2
        floor(-1)             | -1
        ceil(-1)              | -1
        mod(4, 2)             | 0
        mod(-1, 3)            | 2
        """)
    void endsExactly(String expression, String value) {
        assertThat(new Answers().value(expression)).isEqualTo(value);
    }

    /** The last number of a linspace is its end, to the last digit; so is the first, and the middle of an odd one. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.3, 4",
        "0.1, 0.7, 7",
        "-0.1, 0.7, 9",
        "1, 10, 11",
        "1e-9, 3e-7, 1000",
        "0, 0.9, 11",
        "5, 1.1, 14",
        "0.1, 2.3, 49"
    })
    void linspaceEndsWhereItIsTold(double low, double high, int n) {
        Answers answers = Answers.after("v = linspace(" + low + ", " + high + ", " + n + ")");
        assertThat(answers.value("v[0] == " + low)).isEqualTo("true");
        assertThat(answers.value("v[" + (n - 1) + "] == " + high)).isEqualTo("true");
        assertThat(answers.value("len(v)")).isEqualTo(Integer.toString(n));
        for (int i = 0; i < n; i++) {
            double exact = low + (high - low) * i / (n - 1);
            assertThat(Double.parseDouble(answers.value("v[" + i + "]")))
                    .isBetween(exact - 4 * Math.ulp(high), exact + 4 * Math.ulp(Math.max(high, low)));
        }
    }
}
