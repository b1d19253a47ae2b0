package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.lang.builtins.Builtin;
import ag.lang.source.Diagnostic;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of the built-in functions: what their signatures promise about the number and the defaults of arguments. */
final class CallsTest {
    static Stream<Builtin> functions() {
        return new Answers().library().stream();
    }

    static Stream<Builtin> functionsOfFixedLength() {
        return functions()
                .filter(row -> row.parameters().stream().noneMatch(parameter -> parameter.endsWith("...")))
                .filter(row -> !row.parameters().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("functionsOfFixedLength")
    void oneArgumentMoreThanTheSignatureHasIsRefused(Builtin row) {
        int count = row.parameters().size() + 1;
        String call = row.name() + "(" + String.join(", ", Collections.nCopies(count, "1")) + ")";
        assertThat(new Answers().mistake(call)).map(Diagnostic::code).as(call).contains("wrong-call");
    }

    static Stream<Builtin> functionsOfSeveralArguments() {
        return functionsOfFixedLength().filter(row -> row.parameters().size() > 1);
    }

    @ParameterizedTest
    @MethodSource("functionsOfSeveralArguments")
    void anArgumentGivenTwiceIsRefused(Builtin row) {
        String name = row.parameters().getFirst().replaceAll("[ ?].*", "");
        String call = row.name() + "(1, " + name + " = 1)";
        assertThat(new Answers().mistake(call)).map(Diagnostic::code).as(call).contains("repeated-argument");
    }

    /** Where a signature says {@code x = 1}, leaving x out and writing 1 for it give the same, to the last digit. */
    @ParameterizedTest
    @MethodSource("functionsWithDefaults")
    void anArgumentLeftOutIsWhatTheSignatureSays(Builtin row) {
        String call = row.example().replaceAll("^.*?\\b(" + row.name() + "\\([^()]*\\)).*$", "$1");
        String given = call.substring(row.name().length() + 1, call.length() - 1);
        int positional = given.isEmpty() ? 0 : given.split(", ", -1).length;
        Stream<String> leftOut = row.parameters().stream()
                .skip(positional)
                .filter(parameter -> parameter.contains(" = ") && !given.contains(parameter.replaceAll("=.*", "=")));
        String written = Stream.concat(Stream.of(given), leftOut)
                .filter(argument -> !argument.isEmpty())
                .collect(Collectors.joining(", ", row.name() + "(", ")"));
        assertThat(drawn(written)).as(written).isEqualTo(drawn(call));
    }

    private static String drawn(String call) {
        return Answers.after("seed 7").value(call);
    }

    static Stream<Builtin> functionsWithDefaults() {
        return functions()
                .filter(row -> row.parameters().stream().anyMatch(parameter -> parameter.contains(" = ")))
                .filter(row -> row.example().contains(row.name() + "("));
    }

    /** Numbers from SciPy 1.10: {@code norm.pdf(x, mean, sd)} and so on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        normal_pdf(1.3, 0.5, 2)              | 0.18413507015166167
        normal_pdf(1.3, 0.5)                 | 0.2896915527614828
        normal_cdf(1.3, 0.5, 2)              | 0.6554217416103242
        normal_cdf(1.3, sd = 4)              | 0.627409464153284
        normal_quantile(0.9, 0.5, 2)         | 3.0631031310892007
        normal_quantile(0.9, sd = 0.25)      | 0.3203878913861501
        """)
    void meanAndDeviationScaleTheNormalDistribution(String call, double expected) {
        assertThat(Double.parseDouble(new Answers().value(call))).isCloseTo(expected, within(1e-15));
    }

    /** Both ends may be the same number, and the one of them is what is drawn; beyond it the order is wrong. */
    @ParameterizedTest
    @CsvSource({"2, 2, ''", "2, 2.0000000000000004, ''", "2, 1.9999999999999998, bad-value"})
    void uniformDrawsBetweenItsEndsInTheirOrder(double low, double high, String code) {
        Answers answers = new Answers();
        String mistake = answers.mistake("u = uniform(" + low + ", " + high + ")")
                .map(Diagnostic::code)
                .orElse("");
        assertThat(mistake.isEmpty()).isEqualTo(code.isEmpty());
        if (code.isEmpty()) {
            assertThat(Double.parseDouble(answers.value("u"))).isBetween(low, high);
        }
    }
}
