package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.DerivativeResult;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where numbers are equal, or one is none: every way to a derivative takes PyTorch's, and a search finds the first place. */
final class TiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        max([1.5, a, 0.25])  | 0.5
        max([1.5, a, 1.5])   | 0.3333333333333333
        max([a, a, 1])       | 1
        min([1.5, a, 2])     | 0.5
        max(a, 1.5)          | 0.5
        min(2a, 3)           | 1
        max(a^2, 1.5a)       | 2.25
        abs(a - 1.5)         | 0
        relu(a - 1.5)        | 0
        clamp(a, 1.5, 2)     | 1
        clamp(a, 1, 1.5)     | 1
        """)
    void everyWayToADerivativeTakesTheSame(String formula, double slope) {
        Answers answers = Answers.after("let a = 1.5; compare " + formula + " wrt a");
        DerivativeResult.Compared compared = answers.results().stream()
                .filter(DerivativeResult.Compared.class::isInstance)
                .map(DerivativeResult.Compared.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(compared.inputs()).isEqualTo(1);
        assertThat(compared.rows().stream().map(DerivativeResult.CompareRow::method))
                .contains("reverse mode", "forward mode", "symbolic derivative");
        assertThat(compared.rows().stream()
                        .filter(row -> !row.method().equals("central difference"))
                        .map(DerivativeResult.CompareRow::derivative))
                .as(formula)
                .allSatisfy(found -> assertThat(found).isEqualTo(slope));
        // Of a tie with itself the derivative exists.
        assertThat(answers.notes())
                .hasSize(formula.contains("a, a") ? 0 : 1)
                .allSatisfy(note -> assertThat(note).startsWith(formula + " has no derivative at a = 1.5"));
    }

    @ParameterizedTest
    @CsvSource({"'elu(x)', 1, 0", "'elu(x, 2)', 2, 0", "'relu(x)', 0, 0", "'abs(x)', 0, 0", "'leaky_relu(x)', 0.01, 0"})
    void derivativesAtAKinkAreThoseOfPyTorch(String formula, String first, String second) {
        Answers answers = Answers.after("f(x) = " + formula + "; let x = 0");
        assertThat(answers.value("f'(0)")).isEqualTo(first);
        assertThat(answers.value("f''(0)")).isEqualTo(second);
        assertThat(answers.value("grad(grad(" + formula + ", x), x)")).isEqualTo(second);
    }

    /** Vectors of the numbers 2 and 1 and of nan, up to four of them, with and without a history. */
    static Stream<Arguments> vectors() {
        return IntStream.range(0, 4)
                .mapToObj(i -> i)
                .flatMap(size ->
                        IntStream.range(0, (int) Math.pow(3, size + 1)).mapToObj(code -> numbers(size + 1, code)))
                .map(Arguments::of);
    }

    private static List<String> numbers(int size, int code) {
        return Stream.iterate(code, rest -> rest / 3)
                .limit(size)
                .map(rest -> List.of("2", "1", "nan").get(rest % 3))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aSearchFindsTheFirstPlaceOfTheLargestAndNanIsIt(List<String> numbers) {
        int nan = numbers.indexOf("nan");
        int largest = nan >= 0 ? nan : numbers.indexOf(Collections.max(numbers));
        int least = nan >= 0 ? nan : numbers.indexOf(Collections.min(numbers));
        String vector = numbers.stream().collect(Collectors.joining(", ", "[", "]"));
        for (String kind : List.of("v = ", "let v = ")) {
            Answers answers = Answers.after(kind + vector);
            assertThat(answers.value("argmax(v)")).as(vector).isEqualTo(Integer.toString(largest));
            assertThat(answers.value("argmin(v)")).as(vector).isEqualTo(Integer.toString(least));
            assertThat(answers.value("max(v)")).as(vector).isEqualTo(numbers.get(largest));
            assertThat(answers.value("min(v)")).as(vector).isEqualTo(numbers.get(least));
        }
    }
}
