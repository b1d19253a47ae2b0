package ag.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgSessionTest {
    private final AgSession session =
            AgSession.of("let a = 2, v = [1, 2]; L = a^2*sum(v); f(x) = x^3; g(x, y) = x - y");

    @Test
    void formulasFollowWhatIsSet() {
        assertThat(session.value("L").number()).isEqualTo(12);
        session.set("a", 3);
        assertThat(session.value("L").number()).isEqualTo(27);
        session.set("v", new double[] {1, -1});
        assertThat(session.value("L").number()).isZero();
        assertThat(session.names()).containsEntry("a", new Value.Real(3)).containsKeys("v", "L", "f", "g");
    }

    @Test
    void gradientsHaveTheShapesOfTheInputs() {
        Gradient gradient = session.gradient("L + 1");
        assertThat(gradient.value()).isEqualTo(13);
        assertThat(gradient.slopes())
                .isEqualTo(Map.of("a", new Value.Real(12), "v", new Value.Vector(List.of(4.0, 4.0))));
        assertThat(gradient.of("v").vector()).containsExactly(4.0, 4.0);
        assertThatIllegalArgumentException().isThrownBy(() -> gradient.of("b")).withMessageContaining("[a, v]");
    }

    @Test
    void functionsAreCalledAndDerived() {
        RealFunction f = session.function("f");
        assertThat(f.at(2)).isEqualTo(8);
        assertThat(f.derivative().at(-2)).isEqualTo(12);
        assertThat(f.derivative().derivative().at(1e-7)).isCloseTo(6e-7, within(1e-20));
        assertThat(session.function("g").at(1, 3)).isEqualTo(-2);
        assertThatExceptionOfType(ProgramException.class).isThrownBy(() -> f.at(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> session.function("L"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.function("nosuch"));
    }

    @Test
    void allShapesOfValues() {
        assertThat(session.value("[[1, 2], [3, 4]]"))
                .isEqualTo(new Value.Matrix(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))));
        assertThat(session.value("2 > 1")).isEqualTo(new Value.Truth(true));
        assertThat(session.value("[1, \"a\"]").toJava()).isEqualTo(List.of(1.0, "a"));
        assertThat(session.value("f")).isEqualTo(new Value.Described("function", "f(x) = x³"));
        assertThatIllegalStateException().isThrownBy(() -> session.value("v").number());
        assertThatIllegalStateException().isThrownBy(() -> session.value("a").vector());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.1,
                -1.5e-300,
                4.9e-324,
                1.7976931348623157e308,
                123456789012345.67,
                1 / 3.0,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            })
    void numbersPassToTheLastDigit(double number) {
        session.set("a", number);
        assertThat(session.value("a")).isEqualTo(new Value.Real(number));
    }

    @Test
    void textsPassAsTheyAre() {
        session.set("t", "a{b}\"\\\n\tä");
        assertThat(session.value("t")).isEqualTo(new Value.Text("a{b}\"\\\n\tä"));
    }

    @Test
    void aProgramTellsWhatItShowed() {
        Output output = session.run("print \"L = {L}\"\nlog(-1)\nf'(1)");
        assertThat(output.text()).isEqualTo("L = 12\nnan\n3\n");
        assertThat(output.printed()).isEqualTo("L = 12\n");
        assertThat(output.remarks()).hasSize(1).first().asString().contains("log(-1)");
        assertThat(output.value()).contains(new Value.Real(3));
        assertThat(output.gradient()).isEmpty();
    }

    @Test
    void aMistakeShowsItsPlaceAndWhatWasBeforeStays() {
        assertThatExceptionOfType(ProgramException.class)
                .isThrownBy(() -> session.run("model", "b = 5\nb + raet"))
                .satisfies(mistake -> {
                    assertThat(mistake.code()).isEqualTo("unknown-name");
                    assertThat(mistake.problem()).isEqualTo("unknown name 'raet'");
                    assertThat(mistake.line()).isEqualTo(2);
                    assertThat(mistake.column()).isEqualTo(5);
                    assertThat(mistake).hasMessageContaining("model:2:5");
                });
        assertThat(session.value("b").number()).isEqualTo(5);
    }

    @Test
    void aValueIsOfOneExpression() {
        for (String text : List.of("a = 3", "a; a", "set a = 3", "a) + (a\nb = 1")) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> session.value(text));
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> session.gradient(text));
        }
        assertThat(session.value("a").number()).isEqualTo(2);
        assertThat(session.names()).doesNotContainKey("b");
    }

    @Test
    void whatAProgramCannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> session.set("x; y", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> session.set("for", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> session.set("x", new Object()));
        assertThatExceptionOfType(ProgramException.class).isThrownBy(() -> session.set("a", List.of(1, 2)));
    }

    @Test
    void programsTouchFilesOnlyWhereTheyMay() {
        assertThatExceptionOfType(ProgramException.class)
                .isThrownBy(() -> session.run("read_csv(\"no-such.csv\")"))
                .satisfies(mistake -> assertThat(mistake.code()).isNotEqualTo("file"));
        assertThat(AgSession.withFiles().value("1").number()).isEqualTo(1);
    }
}
