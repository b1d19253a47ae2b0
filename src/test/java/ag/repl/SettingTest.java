package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingTest {
    private static final Preferences START = new Preferences(6, false, true, false);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 17})
    void soManyDigitsCanBeAskedFor(int digits) {
        Preferences changed =
                Setting.DIGITS.change(START, Integer.toString(digits)).orElseThrow();
        assertThat(changed).isEqualTo(new Preferences(digits, false, true, false));
        assertThat(Setting.DIGITS.show(changed)).isEqualTo(Integer.toString(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "18", "-1", "100", "six", "", "1.5"})
    void otherDigitsCannot(String digits) {
        assertThat(Setting.DIGITS.change(START, digits)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void eachSettingChangesItselfAlone(Setting setting) {
        for (String value : setting.examples()) {
            Preferences changed = setting.change(START, value).orElseThrow();
            assertThat(setting.show(changed)).isEqualTo(value);
            for (Setting other : Setting.values()) {
                if (other != setting) {
                    assertThat(other.show(changed)).isEqualTo(other.show(START));
                }
            }
        }
        assertThat(setting.change(START, "ON")).isEmpty();
    }

    @Test
    void longValuesAreCutInTheListOfNames() {
        for (int length : new int[] {59, 60, 61}) {
            Talk talk = new Talk();
            talk.enter("s = \"" + "x".repeat(length) + "\"");
            String shown = "x".repeat(Math.min(length, 60)) + (length > 60 ? "…" : "");
            assertThat(List.of(talk.enter(":vars").strip().split("\\s+"))).endsWith(shown);
        }
    }
}
