package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a name stands for within functions and loops. */
final class ScopeTest {
    private final Scope outer = new Scope(null, true);
    private final Scope inner = new Scope(outer, true);

    @Test
    void aNameKeepsItsSlotAndNoTwoShareOne() {
        int a = outer.declare("a");
        int b = outer.declare("b");
        assertThat(outer.declare("a")).isEqualTo(a);
        assertThat(b).isNotEqualTo(a);
        assertThat(outer.size()).isEqualTo(2);
    }

    @Test
    void aHiddenNameIsItselfAgainAfterwards() {
        int before = outer.declare("i");
        Integer hidden = outer.hide("i");
        assertThat(outer.slot("i")).isNotEqualTo(before);
        outer.restore("i", hidden);
        assertThat(outer.slot("i")).isEqualTo(before);
        assertThat(outer.size()).as("the slot of the loop is kept for it").isEqualTo(2);
    }

    @Test
    void aNameThatWasNoneIsNoneAgainAfterwards() {
        Integer hidden = outer.hide("i");
        assertThat(Objects.requireNonNull(outer.slot("i"))).isNotNegative();
        outer.restore("i", hidden);
        assertThat(outer.slot("i")).isNull();
    }

    @Test
    void aFunctionSeesTheNamesAroundItAndHasSlotsOfItsOwn() {
        outer.declare("a");
        assertThat(inner.isLocal("a")).isTrue();
        assertThat(inner.slot("a")).isNull();
        assertThat(inner.declare("a")).isZero();
    }

    @Test
    void whatIsUsedInsideIsUsedOutside() {
        Cell cell = new Cell("k", null);
        inner.uses(cell);
        assertThat(inner.names()).contains(cell);
        assertThat(outer.names()).contains(cell);
    }
}
