package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Result;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code M[…, …]} takes from each axis what its own index says. The matrix holds 10·row + column, so that each number tells where it
 * was taken from.
 */
final class BlocksTest {
    private static final String MATRIX = "[[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]";
    private static final String OTHER = "[[5, 4, 3, 2], [1, 0, -1, -2], [7, 7, 8, 9]]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1, 2            | 12
        1, 0..2         | [10, 11, 12]
        1, ..           | [10, 11, 12, 13]
        1, [3, 0, 3]    | [13, 10, 13]
        0..2, 0..1      | [[0, 1], [10, 11], [20, 21]]
        0..1, 1         | [1, 11]
        0..<2, 3        | [3, 13]
        1..1, 1..1      | [[11]]
        [0, 2], 1       | [1, 21]
        [2, 0], 1..2    | [[21, 22], [1, 2]]
        0..1, [3, 0]    | [[3, 0], [13, 10]]
        [0, 2], [1, 2]  | [[1, 2], [21, 22]]
        [1, 1], [0, 3]  | [[10, 13], [10, 13]]
        .., 0           | [0, 10, 20]
        .., 3           | [3, 13, 23]
        .., 1..2        | [[1, 2], [11, 12], [21, 22]]
        .., [2]         | [[2], [12], [22]]
        0..1, ..        | [[0, 1, 2, 3], [10, 11, 12, 13]]
        .., ..          | [[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]
        ..              | [[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]
        k, k..2         | [11, 12]
        k..2, k         | [11, 21]
        r, r            | [[0, 1], [10, 11]]
        3..<3, 1        | []
        """)
    void eachIndexIsForItsOwnAxis(String index, String expected) {
        String names = "let k = 1; r = 0..1; ";
        String weighted = "sum(B*B)";
        String of = index.equals("1, 2") ? "B*B" : weighted;
        Answers plain = Answers.after(names + "M = " + MATRIX);
        assertThat(plain.value("M[" + index + "]")).isEqualTo(expected);

        Answers input = Answers.after(names + "let M = " + MATRIX + "; B = M[" + index + "]; L = " + of);
        assertThat(input.value("B")).isEqualTo(expected);
        assertThat(input.value("grad(L, M)")).isEqualTo(gradient(expected));

        input.run("set M = " + OTHER);
        Answers fresh = Answers.after(names + "let M = " + OTHER + "; B = M[" + index + "]; L = " + of);
        for (String asked : new String[] {"B", "L", "grad(L, M)", "sum(grad(L, M))"}) {
            assertThat(input.value(asked)).as(asked).isEqualTo(fresh.value(asked));
        }
    }

    /** Of a sum of squares: twice the number, as often as it was taken. */
    private static String gradient(String taken) {
        double[][] gradient = new double[3][4];
        for (String number : taken.split("[^\\d]+", -1)) {
            if (!number.isEmpty()) {
                int n = Integer.parseInt(number);
                gradient[n / 10][n % 10] += 2 * n;
            }
        }
        return Arrays.stream(gradient)
                .map(row -> Arrays.stream(row)
                        .mapToObj(x -> Integer.toString((int) x))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        M[0..1, 1] = [-1, -2]              | [[0, -1, 2, 3], [10, -2, 12, 13], [20, 21, 22, 23]]
        M[.., 0] = [-1, -2, -3]            | [[-1, 1, 2, 3], [-2, 11, 12, 13], [-3, 21, 22, 23]]
        M[1..2, 2..3] = [[-1, -2], [-3, 0]] | [[0, 1, 2, 3], [10, 11, -1, -2], [20, 21, -3, 0]]
        M[[2, 0], [3, 1]] = [[-1, -2], [-3, -4]] | [[0, -4, 2, -3], [10, 11, 12, 13], [20, -2, 22, -1]]
        M[2, ..] = [-1, -2, -3, -4]        | [[0, 1, 2, 3], [10, 11, 12, 13], [-1, -2, -3, -4]]
        M[.., 0..1] *= 2                   | [[0, 2, 2, 3], [20, 22, 12, 13], [40, 42, 22, 23]]
        M[.., 3] = M[.., 0]                | [[0, 1, 2, 0], [10, 11, 12, 10], [20, 21, 22, 20]]
        """)
    void setChangesTheBlock(String change, String expected) {
        Answers answers = Answers.after("let M = " + MATRIX + "; S = sum(M[.., 1..2].^2); set " + change);
        assertThat(answers.value("M")).isEqualTo(expected);
        Answers fresh = Answers.after("let M = " + expected + "; S = sum(M[.., 1..2].^2)");
        assertThat(answers.value("S")).isEqualTo(fresh.value("S"));
        assertThat(answers.value("grad(S, M)")).isEqualTo(fresh.value("grad(S, M)"));
    }

    @Test
    void ofListsAndTextsToo() {
        Answers answers = Answers.after("words = [\"one\", \"two\", \"six\"]; lists = [[1, 2], [3, 4, 5]]");
        assertThat(answers.value("words[.., 0]")).isEqualTo("[\"o\", \"t\", \"s\"]");
        assertThat(answers.value("words[1..2, 1..2]")).isEqualTo("[\"wo\", \"ix\"]");
        assertThat(answers.value("lists[.., 1]")).isEqualTo("[2, 4]");
        assertThat(answers.value("lists[1, ..]")).isEqualTo("[3, 4, 5]");
        assertThat(answers.value("words[..]")).isEqualTo("[\"one\", \"two\", \"six\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        M[0..3, 0]     | the slice 0..3 does not lie within 0..<3
        M[.., 2..4]    | the slice 2..4 does not lie within 0..<4
        M[.., 4]       | there is no element 4: the length is 4
        M[[0, 3], 1]   | there is no element 3: the length is 3
        M[.., [4]]     | there is no element 4: the length is 4
        M[2..1, 0]     | ''
        M[3..1, 0]     | the slice 3..1 does not lie within 0..<3
        M[.., 0, 0]    | a number has no elements to take one from
        M[0..1, 0.5]   | this must be a whole number, and it is 0.5
        2[..]          | a number has no elements to take one from
        """)
    void outsideIsRefused(String taken, String message) {
        Answers answers = Answers.after("M = " + MATRIX);
        assertThat(answers.mistake(taken).map(mistake -> mistake.message()).orElse(""))
                .isEqualTo(message);
    }

    /** Whatever block a way out stands in, what is left out by it depends on the choice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 5",
                "suppose sin'(x) = 1 { return 5 }",
                "for i in 1..2 { return 5 }",
                "repeat 2 { return 5 }",
                "while true { return 5 }",
                "if true { return 5 }",
                "suppose sin'(x) = 1 { if true { return 5 } }",
            })
    void aWayOutOfAChoiceIsFollowed(String wayOut) {
        String function = "f(a) = { if a > 1 { " + wayOut + " }; 3 }; ";
        assertThat(Programs.number(function + "let a = 0; L = f(a); set a = 2; L"))
                .isEqualTo(5);
        assertThat(Programs.number(function + "let a = 2; L = f(a); set a = 0; L"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ x^2, if x < 0; 2x, if x >= 0 }",
                "{ x^2, if x < 0⏎ 2x, if x >= 0 }",
                "{ x^2 if x < 0; 2x otherwise }",
                "{ x^2, if x < 0⏎ 2x otherwise }",
            })
    void casesAreReadWithACommaAndWithout(String cases) {
        String program = "f(x) = " + cases.replace('⏎', '\n') + "\n";
        List<Result> results = Programs.results(program + "f(-3)");
        assertThat(results).noneMatch(Result.Failed.class::isInstance);
        assertThat(Programs.number(program + "f(-3)")).isEqualTo(9);
        assertThat(Programs.number(program + "f(3)")).isEqualTo(6);
    }
}
