package ag.lang.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.syntax.Parser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks in a program say which places name the same thing: {@code ‹a 1›} is a name of the first thing. */
final class ResolutionTest {
    private static final Set<String> LIBRARY =
            new StandardLanguage().library().names().keySet();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        let ‹a›=2; L = ‹a›*3; set ‹a› = ‹a› + 1             | a=2; 2 = a
        ‹f›(x) = x^2; ‹f›'(3); plot ‹f›                     | f before plot
        f(‹x›) = ‹x›^2; x = 3; f(x)                         | a parameter is not the name outside
        f(x) = x^2; ‹x› = 3; f(‹x›)                         | the name outside is not a parameter
        [‹k›^2 for ‹k› in 1..3 if ‹k› > 1]; k = 2            | a comprehension
        g = ‹t› -> ‹t› + 1; t = 2                           | a function without a name
        for ‹i› in 1..3 { s = ‹i›; s } ; i = 4              | a loop
        for i in 1..3 { ‹s› = i } ; ‹s› + 1                 | what a loop defines stays
        h(x) = { ‹y› = x; ‹y›*2 }; y = 5                    | what a function defines ends with it
        ‹y› = 1; h(x) = ‹y›*x                               | a function reads what is outside
        h(x) = ‹c›*x; ‹c› = 2                               | even what comes later
        (‹p›, q) = split(d, 0.8); train n on ‹p› { epochs 3 } | unpacking
        let ‹x_1› = 2; ‹x₁› + ‹x_1›                         | spellings of one name
        let ‹x› = 2, y = 3; ‹x›y                            | a letter in a product
        let ‹x› = 2; x2 = 5; "x is {‹x›}"                   | in a text
        ‹c› = 1; ‹c› += 2                                   | changed in place
        mlp ‹net› { input 1; layer 1 }; save ‹net› to "f"    | models
        minimize (‹w› - 1)^2 over ‹w› { steps 3 }           | minimize
        d/d‹x› ‹x›^2 at ‹x› = 3                             | letters without a value
        plot ‹x›^2 for ‹x› in -1..1; x = 2                  | the variable of a plot
        suppose tanh'(‹z›) = 1 - ‹z› { z }                  | a supposed derivative
        test "t" { ‹b› = 2; assert ‹b› == 2 }               | a block
        """)
    void placesOfOneName(String marked, String what) {
        String text = marked.strip().replaceAll("[‹›]", "");
        List<Integer> expected = places(marked.strip());
        Resolution names = resolve(text);
        Symbol symbol = names.at(expected.getFirst()).orElseThrow().symbol();
        assertThat(names.of(symbol).stream().map(place -> place.span().start()))
                .as(what)
                .isEqualTo(expected);
    }

    private static List<Integer> places(String marked) {
        List<Integer> places = new java.util.ArrayList<>();
        int marks = 0;
        for (int i = 0; i < marked.length(); i++) {
            if (marked.charAt(i) == '‹') {
                places.add(i - marks);
            }
            marks += "‹›".indexOf(marked.charAt(i)) >= 0 ? 1 : 0;
        }
        return places;
    }

    private static Resolution resolve(String text) {
        return Resolution.of(Parser.parse(new SourceText("t", text)), LIBRARY::contains);
    }

    @Test
    void theDefinitionIsTheLastBefore() {
        Resolution names = resolve("x = 1; x; x = 2; x");
        assertThat(names.occurrences().stream()
                        .filter(place -> !place.isDefinition())
                        .map(place ->
                                names.definition(place).orElseThrow().span().start()))
                .containsExactly(0, 10);
    }

    @Test
    void whatIsVisible() {
        String text = "a = 1; f(x) = x*a; b = 2";
        assertThat(resolve(text).visible(text.indexOf("x*a")).stream().map(Occurrence::name))
                .containsExactly("a", "f", "x", "b");
        assertThat(resolve(text).visible(0).stream().map(Occurrence::name)).containsExactly("a", "f", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        let a = b, c = 2                        | a c   |     | b       | false
        set w = w - 0.1*grad(L, w)              |       | w   | grad L w | true
        f(x) = x*k                              | f     |     | k       | false
        f(x) = { set w = x; w }                 | f     | w   | w       | false
        for i in 1..n { s += i; set v[i] = 0 }  | s     | s v | n s v   | true
        train net on d { layer 16 tanh }        |       |     | net d tanh | true
        load net from "m"                       | net   |     |         | true
        print sum(x^2 for x in v), "{q}"        |       |     | sum v q | false
        """)
    void whatAStatementDoes(String text, String defines, String changes, String reads, boolean changesInputs) {
        Effects effects = Effects.of(Parser.parse(new SourceText("t", text)).getFirst());
        assertThat(effects.defines()).isEqualTo(words(defines));
        assertThat(effects.changes()).isEqualTo(words(changes));
        assertThat(effects.reads()).isEqualTo(words(reads));
        assertThat(effects.changesInputs()).isEqualTo(changesInputs);
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of() : Set.of(text.strip().split(" "));
    }
}
