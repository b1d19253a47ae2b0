package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever asks for a derivative says where there is none, however the formula is given, and says nothing beside that place. */
final class EveryViewTellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace f at %s",
                "explain f at %s",
                "compare f at %s",
                "derive f at %s",
                "nudge f at %s by 0.1",
                "trace abs(t) at t = %s",
                "explain abs(t) at t = %s",
                "compare abs(t) at t = %s",
                "derive abs(t) at t = %s",
                "nudge abs(t) at t = %s by 0.1",
                "d/dt abs(t) at t = %s",
                "f'(%s)",
                "trace y",
                "explain y",
                "compare y",
                "derive y",
                "nudge x by 0.1",
                "grad y",
                "grad(y, x)",
            })
    void whereThereIsNoDerivative(String view) {
        assertThat(notes(view, "0"))
                .as("at the corner")
                .singleElement()
                .asString()
                .contains("no derivative at", "= 0", "from the left the slope is -1, from the right 1");
        assertThat(notes(view, "0.5")).as("beside it").isEmpty();
    }

    private static List<String> notes(String view, String place) {
        Answers answers = Answers.after("f(t) = abs(t); let x = %s; y = abs(x)".formatted(place));
        answers.run(view.formatted(place));
        return answers.notes();
    }
}
