package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalColumnsTest {
    @Test
    void theVariableTells() {
        assertThat(new TerminalColumns(Map.of("COLUMNS", "132")).getAsInt()).isEqualTo(132);
    }

    /** The tests have no terminal that stty could ask. */
    @Test
    void nonsenseIsPassedOver() {
        for (String nonsense : new String[] {"", "0", "-5", "wide", "99999999999"}) {
            assertThat(new TerminalColumns(Map.of("COLUMNS", nonsense)).getAsInt())
                    .as(nonsense)
                    .isPositive()
                    .isLessThan(100_000);
        }
    }
}
