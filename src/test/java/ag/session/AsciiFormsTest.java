package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.print.Ascii;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal without Unicode is shown means what the signs mean, wherever the language reads both. */
final class AsciiFormsTest {
    private static final String START = "let x = 2, a = 3, x_1 = 5, x_12 = 7, θ = 0.5, α = 1; f(t) = t^4; v = [3, 4]; ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ≤ 3",
                "a ≤ 2",
                "a ≤ 4",
                "a ≥ 3",
                "a ≥ 4",
                "a ≥ 2",
                "a ≠ 3",
                "a ≠ 2",
                "2·a",
                "2⋅a",
                "2∙a",
                "6÷a",
                "a − x",
                "a × x",
                "√9",
                "√(x + a)",
                "√x",
                "∛8",
                "∛(a + 5)",
                "x²",
                "x³",
                "x¹²",
                "x₁",
                "x₁₂",
                "x₁²",
                "½",
                "⅓·a",
                "¼",
                "¾",
                "⅔",
                "30°",
                "∞",
                "-∞",
                "π",
                "2π",
                "θ",
                "α + θ",
                "sin θ",
                "f′(2)",
                "f″(2)",
                "x⁻¹",
                "x⁻¹²",
                "1 – x"
            })
    void meansTheSame(String written) {
        String ascii = Ascii.of(written);
        assertThat(ascii).isASCII();
        Answers answers = Answers.after(START);
        String value = answers.value(written);
        assertThat(answers.value(ascii)).as("%s as %s", written, ascii).isEqualTo(value);
    }

    /** What the language does not read looks alike. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
        ∑∏∇      @ sumprodgrad
        ⁺ⁿ       @ ^+n
        a → b    @ a -> b
        a ≈ b    @ a ~= b
        a ± b    @ a +- b
        a ← b    @ a <- b
        ↑↓       @ ^v
        …        @ ...
        a—b      @ a-b
        ‘a’      @ 'a'
        “a”      @ "a"
        ✓ ✗ •    @ ok x *
        ‖v‖      @ |v|
        ┌─┐│└    @ +-+|+
        █⠿⠀│     @ #* |
        ∂f/∂x    @ df/dx
        naïve ø  @ naive o
        中       @ ?
        """)
    void looksAlike(String written, String ascii) {
        assertThat(Ascii.of(written)).isEqualTo(ascii);
    }

    @Test
    void everyLetterHasAFormInAscii() {
        for (int c = 0; c < 0x3000; c++) {
            String form = Ascii.of("a" + (char) c + "b");
            assertThat(form).isASCII();
            assertThat(form.length()).as("%x", c).isGreaterThan(2);
        }
    }
}
