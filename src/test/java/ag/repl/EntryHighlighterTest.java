package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryHighlighterTest {
    private static final AttributedStyle MARK =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline();
    private static final Map<String, String> ROLES = Map.of("a", "input", "tanh", "function", "k", "constant");
    private final EntryHighlighter highlighter = new EntryHighlighter(name -> Optional.ofNullable(ROLES.get(name)));

    @Test
    void anUnknownNameIsMarkedAndAKnownOneIsNot() {
        assertThat(isMarked("nobody + k", "nobody")).isTrue();
        assertThat(isMarked("nobody + k", "k")).isFalse();
    }

    @Test
    void theNameThatIsBeingTypedIsNotMarkedYet() {
        AttributedString shown = highlighter.highlight("2 + nobo", 8);
        assertThat(shown.styleAt(4)).isEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void whatTheEntryDefinesItselfIsKnown() {
        assertThat(isMarked("g(t) = t^2 + 1", "t^2")).isFalse();
        assertThat(isMarked("sum(j^2 for j in 1..3)", "j^2")).isFalse();
        assertThat(isMarked("b = 2; b + 1", "b + 1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2",
                "theta + x_1",
                "2xy + x + y",
                "xtanh x",
                "dy/dx + d(x^2)/dx",
                "d/dx x^2",
                "∂f/∂x",
                "Σ_{q=1}^{n} q^2",
                "\\frac{\\tanh x}{2}",
                "eˣ"
            })
    void whatMathematicsWritesIsNotMarked(String entry) {
        AttributedString shown = highlighter.highlight(entry, -1);
        assertThat(entry.chars().filter(c -> c > ' ').count()).isPositive();
        for (int i = 0; i < entry.length(); i++) {
            assertThat(shown.styleAt(i)).as("character %d", i).isNotEqualTo(MARK);
        }
    }

    @Test
    void aFunctionIsColouredWithinAWordAndSoIsTheSignOfADerivative() {
        AttributedStyle function = highlighter.highlight("tanh(x)", -1).styleAt(0);
        assertThat(highlighter.highlight("xtanh x", -1).styleAt(1)).isEqualTo(function);
        assertThat(highlighter.highlight("xtanh x", -1).styleAt(0)).isNotEqualTo(function);
        assertThat(highlighter.highlight("d/dx x", -1).styleAt(0)).isEqualTo(function);
        assertThat(highlighter.highlight("dy/dx", -1).styleAt(0)).isEqualTo(function);
        assertThat(highlighter.highlight("dy/dx", -1).styleAt(1)).isNotEqualTo(function);
        assertThat(highlighter.highlight("\\tanh x", -1).styleAt(1)).isEqualTo(function);
    }

    @Test
    void aRaisedLetterIsColouredAsTheNameItIs() {
        AttributedStyle input = highlighter.highlight("a", -1).styleAt(0);
        assertThat(highlighter.highlight("2ᵃ", -1).styleAt(1)).isEqualTo(input);
    }

    @Test
    void numbersNamesAndTextsDiffer() {
        AttributedString shown = highlighter.highlight("tanh(a) + 2 + \"t\"", 0);
        assertThat(java.util.stream.IntStream.of(0, 5, 10, 14)
                        .mapToObj(shown::styleAt)
                        .distinct())
                .hasSize(4)
                .doesNotContain(AttributedStyle.DEFAULT);
    }

    @Test
    void aBracketAndItsPartnerShowWhereTheCursorIs() {
        AttributedString shown = highlighter.highlight("(k*(k + k))", 11);
        assertThat(shown.styleAt(0)).isEqualTo(shown.styleAt(10)).isNotEqualTo(AttributedStyle.DEFAULT);
        assertThat(shown.styleAt(3)).isEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void aBracketOfAnotherKindIsNoPartner() {
        assertThat(highlighter.highlight("(k]", 3).styleAt(0)).isEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void theTextItselfStaysAsItIsTyped() {
        for (String entry : java.util.List.of("", ":vars", ":time 1 +", "x\n  + 1 # c", "\"open", "𝛼(", "}")) {
            assertThat(highlighter.highlight(entry, entry.length()).toString()).isEqualTo(entry);
        }
    }

    private boolean isMarked(String entry, String part) {
        AttributedStyle style = highlighter.highlight(entry, -1).styleAt(entry.indexOf(part));
        return style.equals(MARK);
    }
}
