package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the matrix functions must say of one matrix together, whatever its size and sign; the matrices come from other calculations, with their rounding. */
final class MatrixRelationsTest {
    static Stream<Long> seeds() {
        return LongStream.range(0, 24).boxed();
    }

    /** Wherever it stands, and in a symmetric matrix it is named above the diagonal. */
    @ParameterizedTest
    @ValueSource(strings = {"solve", "lstsq", "inv", "qr", "eigenvalues", "eigenvectors", "svd", "cholesky"})
    void anElementThatIsNotFiniteIsRefusedByItsPlace(String function) {
        Answers answers = new Answers();
        String call = function.equals("solve") || function.equals("lstsq") ? "%s(%s, [1, 2, 3])" : "%s(%s)";
        for (String element : List.of("inf", "-inf", "nan")) {
            for (int row = 0; row < 3; row++) {
                for (int column = row; column < 3; column++) {
                    String[][] matrix = {{"4", "1", "0"}, {"1", "5", "1"}, {"0", "1", "6"}};
                    matrix[row][column] = element;
                    matrix[column][row] = element;
                    String refused = "%s needs finite numbers, and the element [%d, %d] is %s"
                            .formatted(function, row, column, element);
                    assertThat(answers.mistake(call.formatted(function, Arrays.deepToString(matrix))))
                            .as(refused)
                            .hasValueSatisfying(
                                    mistake -> assertThat(mistake.message()).isEqualTo(refused));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hold(long seed) {
        Random random = new Random(seed);
        int n = 2 + (int) (seed % 4);
        String matrix = text(random, n);
        Answers answers =
                Answers.after("R = " + matrix + "; S = (R + transpose(R))/2 - " + random.nextInt(5) + "*identity(" + n
                        + "); A = inv(inv(S)); near(x, y) = max(abs(flatten(x - y))) < 1e-7*(1 +"
                        + " max(abs(flatten(y))))");
        for (String relation : new String[] {
            "near(eigenvalues(-A), sort(-eigenvalues(A)))",
            "near(eigenvalues(inv(inv(-abs(S)))), sort(-eigenvalues(abs(S))))",
            "near(eigenvalues(A - 50*identity(" + n + ")), eigenvalues(A) - 50)",
            "near([prod(eigenvalues(A))], [det(S)])",
            "near([sum(eigenvalues(-A))], [-trace(S)])",
            "near(A @ inv(A), identity(" + n + "))",
            "near(sort(svd(A)[1]), sort(abs(eigenvalues(A))))",
            "near(cholesky(A @ A) @ transpose(cholesky(A @ A)), A @ A)",
            "near(qr(A)[0] @ qr(A)[1], A)"
        }) {
            assertThat(answers.value(relation)).as(relation + " of " + matrix).isEqualTo("true");
        }
    }

    private static String text(Random random, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> String.format(Locale.ROOT, "%.3f", random.nextGaussian()))
                        .toList()
                        .toString())
                .toList()
                .toString();
    }

    /** What counts as dependent is a share of the matrix, whatever its unit. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-20", "1e-3", "1", "1e20"})
    void leastSquaresDoNotHangOnTheUnit(String unit) {
        for (String matrix :
                List.of("[[1, 2], [3, 4], [5, 7]]", "[[1, 2], [2, 4], [3, 6]]", "[[1, 2, 3], [2, 4, 6.5]]")) {
            String program = "A = " + matrix + "; b = [1, 2, 4][0..<len(A)]; near(lstsq(" + unit + "*A, " + unit
                    + "*b), lstsq(A, b))";
            assertThat(Programs.values("near(x, y) = norm(x - y) <= 1e-9*norm(y); " + program)
                            .getLast()
                            .toString())
                    .as(program)
                    .contains("true");
        }
    }
}
