package ag.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.resolve.Effects;
import ag.lang.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShorterTrainingTest {
    @ParameterizedTest
    @CsvSource({
        "train net on d { epochs 5 }, train net on d { epochs 5; stop after step 3 }",
        "train net on d {epochs 5;}, train net on d {epochs 5; stop after step 3 }",
        "'a = 1; minimize a^2 over a { steps 5; stop when loss < 1 }; 7',"
                + " minimize a^2 over a { steps 5; stop when loss < 1; stop after step 3 }"
    })
    void aBlockOnOneLineGoesOn(String program, String shorter) {
        assertThat(shorter(program)).isEqualTo(shorter);
    }

    @Test
    void aBlockOfSeveralLinesGetsOneMoreBehindAllComments() {
        assertThat(shorter("""
            for k in 1..2 { print k }
            train net on d {   # the first
                loss mse
                epochs 5  # a few }
                # no more
            }
            """)).isEqualTo("""
                train net on d {   # the first
                    loss mse
                    epochs 5  # a few }
                    # no more
                    stop after step 3
                }\
                """);
        assertThat(shorter("train net on d { epochs 5  # a few\n}"))
                .isEqualTo("train net on d { epochs 5  # a few\n  stop after step 3\n}");
        assertThat(shorter("train net on d { loss mse\n  epochs 5 }"))
                .isEqualTo("train net on d { loss mse\n  epochs 5; stop after step 3 }");
    }

    @Test
    void whatIsNoTrainingStaysAsItIs() {
        assertThat(shorter("repeat 3 { train net on d { epochs 5 } }"))
                .isEqualTo("repeat 3 { train net on d { epochs 5 } }");
    }

    /** The first training or loop of the program, ended after three steps. */
    private static String shorter(String program) {
        Statement statement = Parser.parse(new SourceText("program", program)).stream()
                .filter(candidate ->
                        Effects.of(candidate).defines().isEmpty() && !(candidate instanceof ControlStatement.For))
                .findFirst()
                .orElseThrow();
        return ShorterTraining.of(statement, 3).span().text();
    }
}
