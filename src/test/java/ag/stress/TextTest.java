package ag.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.files.TextFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs in all scripts, encodings and locales. */
@Isolated("sets the locale")
final class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsOne(String end) {
        Program program = Program.run(String.join(end, "a = 1  # one", "b = [2,", "3]", "", "a + nobody"));
        assertThat(program.mistakes().getFirst().span().line()).isEqualTo(5);
        assertThat(program.mistakes().getFirst().span().column()).isEqualTo(5);
        assertThat(program.output()).contains("5 | a + nobody\n  |     ^^^^^^");
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertThat(TextFile.decode("\uFEFF1 + 1".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1 + 1");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, UTF-16",
        "UTF-16LE, UTF-16",
        "UTF-16BE, UTF-16",
        "UTF-32, UTF-32",
        "ISO-8859-1, Latin-1",
        "windows-1252, Windows-1252",
    })
    void otherEncodingsAreRefusedByName(String charset, String name) {
        assertThatThrownBy(() -> TextFile.decode("größe = 1\n".getBytes(Charset.forName(charset))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("ag reads UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        // code points before the mistake, and what it looks like
        "'x = 1; nobody', 8",
        "'\tx = 1; nobody', 9",
        "'e\u0301 = 1; nobody', 9",
        "'שלום = 1; nobody', 11",
        "'नमस्ते = 1; nobody', 13",
        "'𝑥 = 1; nobody', 8",
        "'s = \"🍋\"; nobody', 10",
        "'変数 = 1; nobody', 9",
    })
    void columnsCountCharacters(String program, int column) {
        assertThat(Program.run(program).mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.span().column()).isEqualTo(column));
    }

    @ParameterizedTest
    @CsvSource({
        // how many columns of the terminal lie before the caret
        "'é = 1; nobody', 7",
        "'変数 = 1; nobody', 10",
        "'\tx = 1; nobody', 11",
        "'s = \"\u202e\"; nobody', 14",
        "'s = \"👩\u200d💻\"; nobody', 12",
        "'s = \"\udb40\udc41\"; nobody', 20",
        "'\ufeff x = 1; nobody', 14",
    })
    void theCaretStandsUnderTheMistake(String program, int columns) {
        assertThat(Program.run(program).output()).contains("\n  | " + " ".repeat(columns) + "^^^^^^");
    }

    @ParameterizedTest
    @CsvSource({
        // what turns the direction, ends a line for some editors, or takes no room
        "a\u202eb\u2066c\u2069, a\\u202eb\\u2066c\\u2069",
        "a\u200eb\u200fc\u061cd, a\\u200eb\\u200fc\\u061cd",
        "a\u2028b\u2029c\u0085d, a\\u2028b\\u2029c\\u0085d",
        "a\u200bb\u00adc\ufeffd, a\\u200bb\\u00adc\\ufeffd",
        "a\u2060b\udb40\udc41c\u3164d, a\\u2060b\\udb40\\udc41c\\u3164d",
        "'a\tb', 'a    b'",
        // joiners, where they join nothing and where they do
        "ab\u200dc\u200cd, ab\\u200dc\\u200cd",
        "👩\u200d💻❤\ufe0f\u200d🔥, 👩\u200d💻❤\ufe0f\u200d🔥",
        "👩\u200d\u200d💻, 👩\u200d\\u200d💻",
        "می\u200cخواهم क्\u200dष, می\u200cخواهم क्\u200dष",
        // what shows
        "é שלום \u0600١ 🍋 \u00a0, é שלום \u0600١ 🍋 \u00a0",
    })
    void whatDoesNotShowIsMadeVisible(String text, String shown) {
        assertThat(Program.run("print \"" + text + "\"").output()).isEqualTo(shown);
        assertThat(Program.run("nobody  # " + text).output()).contains("1 | nobody  # " + shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u3164", "\u3164", "a\ufe0f", "x\u034fy", "a\udb40\udd00"})
    void namesShow(String name) {
        assertThat(Program.run(name + " = 1").mistakes())
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.message()).startsWith("here is a character that does not show, U+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "lt-LT"})
    void numbersAndWordsAreTheSameInEveryLocale(String tag) {
        String program = """
            let i = 1.5, I = 2
            print "i {i}, I {I}, {1/3}, {1e-7}, {123456789.5}"
            grad i^2*I
            trace i*I
            check sin(i)
            data d { 1, 2 -> 0; 3, 4 -> 1 }
            mlp net { input 2; layer 2 tanh; layer 1; seed 1 }
            summary net
            plot sin for x in -1..1
            Ilk + 1
            """;
        String expected = Program.run(program).output();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Program.run(program).output()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(expected).contains("i 1.5, I 2, 0.333333");
    }
}
