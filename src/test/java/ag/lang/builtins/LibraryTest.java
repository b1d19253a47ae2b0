package ag.lang.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Domain;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every row of the library. */
final class LibraryTest {
    private final Functions functions = new Functions();

    /** Of a vector, a function of one number gives what it gives of each element, in the same digits. */
    @Test
    void anOperationGoesThroughAVectorElementByElement() {
        for (Operation operation : Operation.functions()) {
            Callable function = (Callable)
                    Objects.requireNonNull(functions.library().names().get(operation.symbol()));
            if (operation.partials() instanceof Partials.Unary && function.arity() == 1) {
                Domain domain = operation.domain();
                double[] numbers = IntStream.rangeClosed(0, 8)
                        .mapToDouble(i -> domain.low() + (domain.high() - domain.low()) * i / 8)
                        .toArray();
                double[] single = Arrays.stream(numbers)
                        .map(number -> functions.number(operation.symbol(), new Datum.Num(number)))
                        .toArray();
                Tensor vector = Tensor.vector(numbers);
                assertThat(functions.numbers(operation.symbol(), vector))
                        .as(operation.symbol())
                        .containsExactly(single);
                assertThat(functions.numbers(operation.symbol(), functions.input(vector)))
                        .as(operation.symbol())
                        .containsExactly(single);
            }
        }
    }
}
