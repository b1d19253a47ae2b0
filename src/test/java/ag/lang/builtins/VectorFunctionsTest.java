package ag.lang.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.engine.Tape;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities of functions over vectors, for numbers alone and for numbers with a history, and the gradients that follow from them. */
final class VectorFunctionsTest {
    private final Functions functions = new Functions();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void theNormAndTheMeanAreMadeOfProductsAndSums(int size) {
        Tensor a = Functions.vector(new Random(size), size);
        for (Tensor vector : new Tensor[] {a, functions.input(a)}) {
            assertThat(Math.pow(functions.number("norm", vector), 2))
                    .isCloseTo(functions.number("dot", vector, vector), within(1e-12));
            assertThat(functions.number("mean", vector) * size)
                    .isCloseTo(functions.number("sum", vector), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void aHistoryChangesNoDigit(int size) {
        Tensor a = Functions.vector(new Random(size), size);
        Tensor b = Functions.vector(new Random(size + 1), size);
        for (String name : new String[] {"sum", "mean", "norm", "max", "min", "prod"}) {
            assertThat(functions.number(name, functions.input(a))).as(name).isEqualTo(functions.number(name, a));
        }
        assertThat(functions.number("dot", functions.input(a), b)).isEqualTo(functions.number("dot", a, b));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void theGradientOfADotProductIsTheOtherVector(int size) {
        Tensor a = functions.input(Functions.vector(new Random(size), size));
        Tensor b = Functions.vector(new Random(size + 1), size);
        assertThat(gradient(functions.call("dot", a, b), a)).containsExactly(b.numbers());
        assertThat(gradient(functions.call("dot", b, a), a)).containsExactly(b.numbers());
        assertThat(gradient(functions.call("sum", a), a))
                .containsExactly(IntStream.range(0, size).mapToDouble(_ -> 1).toArray());
    }

    private double[] gradient(Datum of, Tensor by) {
        Tape tape = functions.workspace().tape();
        tape.backward(functions.workspace().node(of));
        return IntStream.range(0, by.size())
                .mapToDouble(i -> tape.gradient(by.node(i)))
                .toArray();
    }
}
