package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists hold vectors of any lengths, and what is added up over a comprehension is added as mathematics adds it. */
final class UnequalListsTest {
    private static final String INPUTS = "let v = [1, 2], w = [3, 4, 5], a = 7; L = a*sum(v^2) + sum(w^3)";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [v, w, a]   | [[14, 28], [27, 48, 75], 5]
        [a, w, v]   | [5, [27, 48, 75], [14, 28]]
        [w, v]      | [[27, 48, 75], [14, 28]]
        [[a, v], w] | [[5, [14, 28]], [27, 48, 75]]
        [v, v]      | [[14, 28], [14, 28]]
        """)
    void gradientsOfListsHaveTheirShape(String inputs, String gradients) {
        assertThat(Answers.after(INPUTS).value("grad(L, " + inputs + ")")).isEqualTo(gradients);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        set [v, w, a] = [[1, 1], [2, 2, 2], 3]       | 30
        set [a, w, v] = [3, [2, 2, 2], [1, 1]]       | 30
        set [w, v] = [[0, 0, 1], [1, 0]]             | 8
        set [v, w] = [q - q for q in [v, w]]         | 0
        set [a, v[0]] = [1, 3]                       | 229
        P = [v, w, a]; set P = [[0, 1], [0, 0, 2], 5] | 13
        set [v, w, a] = [p - g for (p, g) in zip([v, w, a], grad(L, [v, w, a]))] | -440318
        """)
    void setTakesLists(String change, String value) {
        Answers answers = Answers.after(INPUTS);
        answers.run(change);
        assertThat(answers.value("L")).isEqualTo(value);
    }

    @Test
    void setOfAListIsWholeOrNotAtAll() {
        Answers answers = Answers.after(INPUTS);
        assertThat(answers.mistake("set [v, w] = [[1, 1], [2, 2]]")).isPresent();
        assertThat(answers.mistake("set [v, L] = [[1, 1], 2]")).isPresent();
        assertThat(answers.mistake("set [v, 3] = [[1, 1], 2]")).isPresent();
        assertThat(answers.value("v")).isEqualTo("[1, 2]");
        assertThat(answers.value("L")).isEqualTo("251");
    }

    @Test
    void jacobiansTakeLists() {
        Answers answers = Answers.after(INPUTS);
        assertThat(answers.value("jacobian(a*w, [v, w, a])"))
                .isEqualTo("[[0, 0, 7, 0, 0, 3], [0, 0, 0, 7, 0, 4], [0, 0, 0, 0, 7, 5]]");
        answers.run("f(p, q) = sum(p)*q; x = [1, 2]; y = [3, 4, 5]");
        assertThat(answers.value("jacobian(f, [x, y])"))
                .isEqualTo("[[3, 3, 3, 0, 0], [4, 4, 0, 3, 0], [5, 5, 0, 0, 3]]");
        assertThat(answers.value("jacobian(f, [x, x])")).isEqualTo("[[1, 1, 3, 0], [2, 2, 0, 3]]");
    }

    @Test
    void theOrderDoesNotMatter() {
        Answers answers = Answers.after(INPUTS);
        assertThat(answers.value("[v, w]")).isEqualTo("[[1, 2], [3, 4, 5]]");
        assertThat(answers.value("[w, v, a]")).isEqualTo("[[3, 4, 5], [1, 2], 7]");
        assertThat(answers.value("[a, v, w]")).isEqualTo("[7, [1, 2], [3, 4, 5]]");
        assertThat(answers.value("len([v, w])")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sum(b[k]*y[k..<k + 2] for k in 1..3)         | [2400, 3100]
        sum([b[k]*y[k..<k + 2] for k in 1..3])       | 5500
        sum(k*[[1, 2], [3, 4]] for k in 1..2)        | [[3, 6], [9, 12]]
        sum(v for v in [[1, 2], [3, 4]])             | [4, 6]
        sum([[1, 2], [3, 4]])                        | 10
        sum([[[1, 2], [3, 4]], [[1, 1], [1, 1]]])    | [[2, 3], [4, 5]]
        sum(k*y for k in 1..3 if k != 2)             | [4, 8, 12, 16, 20]
        sum(k for k in 1..4)                         | 10
        sum(k for k in 1..0)                         | 0
        sum(y for k in 1..0)                         | 0
        sum([y[0..<0]] for k in 1..0)                | 0
        sum(y[0..<0] for k in 1..2)                  | []
        mean(k*y for k in 1..3)                      | [2, 4, 6, 8, 10]
        prod(y[k..<k + 2] for k in 1..3)             | [24, 60]
        prod(k for k in 1..5)                        | 120
        s(y for k in 1..2)                           | [2, 4, 6, 8, 10]
        max(k*y for k in 1..2)                       | 10
        sum(v for k in 1..2 for v in [y, k*y])       | [5, 10, 15, 20, 25]
        """)
    void sumsAddWhatTheyAreGiven(String sum, String expected) {
        Answers plain = Answers.after("y = [1, 2, 3, 4, 5]; b = [0, 100, 200, 400]; s = sum");
        assertThat(plain.value(sum)).isEqualTo(expected);
    }

    /** Values and gradients from PyTorch. */
    @Test
    void sumsOfVectorsHaveGradientsAndFollow() {
        String program =
                "let y = %s, b = %s; s = sum(b[k]*y[k..<k + 2]^2 for k in 1..3); m = mean(sin(y*k) for k in 1..2)"
                        + "; p = prod(y[k..<k + 2] for k in 1..3); L = s[0]^2 - 3*s[1] + sum(m) + p[1]";
        String first = program.formatted("[1, 2, 3, 4, 5]", "[0, 1, -1, 2]");
        String second = program.formatted("[0.5, -1, 2, 1, 3]", "[3, 2, 0.5, 1]");
        Answers answers = Answers.after(first);
        assertThat(answers.value("s")).isEqualTo("[27, 43]");
        answers.run("set y = [0.5, -1, 2, 1, 3], b = [3, 2, 0.5, 1]");
        Answers fresh = Answers.after(second);
        for (String asked : new String[] {"s", "m", "p", "L", "grad(L, y)", "grad(L, b)"}) {
            assertThat(answers.value(asked)).as(asked).isEqualTo(fresh.value(asked));
        }
        assertThat(answers.value("s")).isEqualTo("[5, 17.5]");
        assertThat(answers.value("grad(L, b)")).isEqualTo("[0, -2, 37, -17]");
        assertThat(answers.value("map(round, 1e6*grad(L, y))"))
                .isEqualTo("[979094, -40145996, -1861717, 22854004, -15534826]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sum(y[0..k] for k in 1..2)                    | sum takes things of one shape: the first is a vector of 2, and number 2 is a vector of 3
        sum(if k == 1 then 1 else y for k in 1..2)    | sum takes things of one shape: the first is a number, and number 2 is a vector of 3
        sum(if k == 2 then 1 else y for k in 1..2)    | sum takes things of one shape: the first is a vector of 3, and number 2 is a number
        sum(if k == 1 then y else [y] for k in 1..2)  | sum takes things of one shape: the first is a vector of 3, and number 2 is a 1 by 3 matrix
        mean(y[0..k] for k in 0..1)                   | mean takes things of one shape: the first is a vector of 1, and number 2 is a vector of 2
        sum("a" for k in 1..2)                        | sum takes numbers, vectors or matrices, and here is a text
        sum(if k == 2 then "a" else y for k in 1..2)  | sum takes numbers, vectors or matrices, and here is a text
        sum(if k == 2 then "a" else 1 for k in 1..2)  | sum takes numbers, vectors or matrices, and here is a text
        mean(y for k in 1..0)                         | mean needs at least one element, and this vector is empty
        [[1, 2], [3]] + 1                             | '+' takes numbers, and the left is a list of 2 vectors of different lengths
        """)
    void differentShapesAreRefused(String sum, String message) {
        Answers answers = Answers.after("y = [1, 2, 3]");
        assertThat(answers.mistake(sum).orElseThrow().message()).isEqualTo(message);
    }

    /** The way out counts what it names: one element, several elements. */
    @Test
    void aMessageCountsElementsAsPeopleDo() {
        for (int columns = 1; columns < 4; columns++) {
            String row = "[" + "1, ".repeat(columns - 1) + "1]";
            for (int rows = 1; rows < 4; rows++) {
                String matrix = "[" + (row + ", ").repeat(rows - 1) + row + "]";
                for (int size = 1; size < 5; size++) {
                    String vector = "[" + "2, ".repeat(size - 1) + "2]";
                    if (Programs.results(matrix + " + " + vector).getLast() instanceof Result.Failed failed) {
                        assertThat(failed.diagnostic().hint())
                                .doesNotContain("1 elements")
                                .doesNotContainPattern("[2-9] element\\b");
                    }
                }
            }
        }
    }
}
