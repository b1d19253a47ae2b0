package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of vectors, matrices and lists: taken by {@link Indexing}, given by {@link PartAssignment}. */
final class PartsTest {
    private static final String NUMBERS = "v = [3, 1, 4, 1, 5, 9, 2, 6]; ";

    @Test
    void aSliceOfASliceIsASlice() {
        for (int from = 0; from < 6; from++) {
            for (int to = from + 2; to <= 8; to++) {
                String twice = "v[%d..<%d][1..<%d]".formatted(from, to, to - from);
                String once = "v[%d..<%d]".formatted(from + 1, to);
                assertThat(Outcome.of(NUMBERS + twice).last())
                        .as(twice)
                        .isEqualTo(Outcome.of(NUMBERS + once).last());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7})
    void anElementThatIsGivenIsTheOnlyOneThatChanges(int index) {
        for (String vector : new String[] {
            NUMBERS, "let a = 2; v = a*[3, 1, 4, 1, 5, 9, 2, 6]; ", "v = [\"a\", 1, 2, 3, 4, 5, 6, 7]; "
        }) {
            StringBuilder program = new StringBuilder(vector + "w = v; w[" + index + "] = 42; ");
            for (int i = 0; i < 8; i++) {
                program.append("assert w[%d] == %s; ".formatted(i, i == index ? "42" : "v[" + i + "]"));
            }
            Outcome.of(program.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v[2]", "v[3]", "M[1, 0]", "M[1][0]", "l[1][0]"})
    void aPartHasTheGradientOfItsOwnElement(String part) {
        String inputs = "let a = 2; v = [a, 1, a^3, a^2]; M = [[1, a], [a^2, 3]]; l = [\"x\", [a^2, 1]]; ";
        String whole = part.equals("v[2]") ? "a^3" : "a^2";
        assertThat(Outcome.of(inputs + "grad(" + part + ", a)").last())
                .isEqualTo(Outcome.of(inputs + "grad(" + whole + ", a)").last());
    }
}
