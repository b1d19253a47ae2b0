package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of letters written together before brackets, the last one is called where it is a function of the program, with its primes. */
final class WordsCalledTest {
    private static final String START = "f(x) = x^3; g(t) = f(t) + t; let x = 3, y = 5; ";

    static Stream<Arguments> calls() {
        return Stream.of("x", "xy", "2x", "2xy", "yx")
                .flatMap(factors -> Stream.of("f(2)", "f'(2)", "f''(x)", "g'(x + y)", "g'''(y)", "f(x)f'(y)")
                        .map(call -> Arguments.of(factors, call)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theLastLetterIsCalled(String factors, String call) {
        String spaced = String.join("*", factors.split("(?<=.)")) + "*" + call.replace(")f", ")*f");
        Answers answers = Answers.after(START);
        for (String of : List.of("%s", "grad(%s, x)", "grad(%s, y)")) {
            assertThat(answers.value(of.formatted(factors + call))).isEqualTo(answers.value(of.formatted(spaced)));
        }
    }
}
