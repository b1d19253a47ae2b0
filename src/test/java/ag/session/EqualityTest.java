package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two values are equal if they are of one kind, of one length, and equal part by part. */
final class EqualityTest {
    /** Values that all differ from one another: beginnings of each other, and the same parts in another shape. */
    private static final List<String> DIFFERENT = List.of(
            "1",
            "2",
            "-1",
            "true",
            "false",
            "\"\"",
            "\"1\"",
            "\"ab\"",
            "\"abc\"",
            "[]",
            "[1]",
            "[1, 2]",
            "[2, 1]",
            "[1, 2, 3]",
            "[1, 2, 3, 4]",
            "[[1, 2]]",
            "[[1], [2]]",
            "[[1, 2], [3, 4]]",
            "[[1, 2], [3, 5]]",
            "[[1, 2], [3, 4], [5, 6]]",
            "[[1, 2], [3]]",
            "[[1, 2], [4]]",
            "[[3], [1, 2]]",
            "[\"a\"]",
            "[\"a\", \"b\"]",
            "[\"a\", \"b\", \"c\"]",
            "[\"a\", 1]",
            "[\"a\", [1, 2]]",
            "[\"a\", [1, 2, 3]]",
            "[true]",
            "sin",
            "cos");

    @Test
    void onlyTheSameIsEqual() {
        Answers answers = new Answers();
        List<String> wrong = new ArrayList<>();
        for (String left : DIFFERENT) {
            for (String right : DIFFERENT) {
                String same = Boolean.toString(left.equals(right));
                String different = Boolean.toString(!left.equals(right));
                if (!answers.value("(" + left + ") == (" + right + ")").equals(same)) {
                    wrong.add(left + " == " + right);
                }
                if (!answers.value("(" + left + ") != (" + right + ")").equals(different)) {
                    wrong.add(left + " != " + right);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** With history or without. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a == 1",
                "v == [1, 2]",
                "[1, 2] == v",
                "v[0..<1] != v",
                "v != v[0..<1]",
                "[v, [a]] == [[1, 2], [1]]",
                "[v, [a]] != [[1, 2], [1, 1]]",
                "[\"x\", a] == [\"x\", 1]",
                "0 == -0",
                "[0, 1] == [-0, 1]",
                "nan != nan",
                "[nan] != [nan]",
                "[\"x\", nan] != [\"x\", nan]",
                "not ([1, nan] == [1, nan])",
                "unique([0, -0]) == [0]",
                "index_of([1, v[1]], 2) == 1",
                "v^2 == [1, 4]",
                "[1, 2] == [q for q in v]",
                "\"ab\" == \"a\" + \"b\"",
            })
    void holds(String claim) {
        Answers answers = Answers.after("let a = 1, v = [1, 2]; nan = inf - inf");
        assertThat(answers.value(claim)).isEqualTo("true");
    }
}
