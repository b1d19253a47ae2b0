package ag.lang.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of functions over lists, whatever stands in them. */
final class ListFunctionsTest {
    private final Functions functions = new Functions();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void sortingOrdersTheSameNumbers(int size) {
        Tensor vector = Functions.vector(new Random(size), size);
        double[] expected = vector.numbers().clone();
        Arrays.sort(expected);
        assertThat(functions.numbers("sort", vector)).containsExactly(expected);
        assertThat(functions.numbers("sort", functions.input(vector))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void argsortPicksTheNumbersInTheirOrder(int size) {
        Tensor vector = Functions.vector(new Random(size), size);
        double[] picked = Arrays.stream(functions.numbers("argsort", vector))
                .map(place -> vector.numbers()[(int) place])
                .toArray();
        assertThat(picked).containsExactly(functions.numbers("sort", vector));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void reversingTwiceChangesNothing(int size) {
        Tensor vector = Functions.vector(new Random(size), size);
        List<Double> backwards =
                new ArrayList<>(Arrays.stream(vector.numbers()).boxed().toList());
        Collections.reverse(backwards);
        assertThat(functions.numbers("reverse", vector))
                .containsExactly(
                        backwards.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(functions.numbers("reverse", functions.call("reverse", vector)))
                .containsExactly(vector.numbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void appendingMakesAListOneLonger(int size) {
        Tensor vector = Functions.vector(new Random(size), size);
        Datum longer = functions.call("append", vector, new Datum.Num(9));
        assertThat(functions.number("len", longer)).isEqualTo(size + 1);
        assertThat(Lists.items(longer).subList(0, size)).isEqualTo(Lists.items(vector));
        assertThat(Lists.items(longer).getLast()).isEqualTo(new Datum.Num(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void enumeratingNumbersTheItemsFromZero(int size) {
        Tensor vector = Functions.vector(new Random(size), size);
        List<Datum> pairs = Lists.items(functions.call("enumerate", vector));
        for (int i = 0; i < size; i++) {
            assertThat(Lists.items(pairs.get(i))).containsExactly(new Datum.Num(i), vector.at(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void uniqueKeepsEachNumberOnce(int size) {
        Tensor vector = Functions.vector(new Random(size), size);
        double[] once = functions.numbers("unique", vector);
        assertThat(Arrays.stream(once).boxed()).doesNotHaveDuplicates();
        assertThat(Arrays.stream(once).boxed().toList())
                .containsOnlyOnceElementsOf(
                        Arrays.stream(vector.numbers()).boxed().distinct().toList());
        assertThat(functions.numbers("unique", functions.call("unique", vector)))
                .containsExactly(once);
    }
}
