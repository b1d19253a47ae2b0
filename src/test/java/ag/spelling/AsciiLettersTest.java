package ag.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AsciiLettersTest {
    @ParameterizedTest
    @CsvSource({"é,e", "Å,A", "ø,o", "²,2", "₇,7", "𝑥,x", "ℝ,R", "ﬁ,fi", "½,1/2", "Ａ,A", "𝟗,9", "漢,''", "∂,''", "æ,''"
    })
    void aLetterHasItsLikeness(String letter, String ascii) {
        assertThat(AsciiLetters.of(letter.codePointAt(0))).isEqualTo(ascii);
    }

    /** Whatever Java's own decomposition makes a single ASCII letter of, in the scripts that names are written in. */
    @Test
    void decomposedLettersAreTheSame() {
        IntStream.concat(IntStream.range(0xc0, 0x250), IntStream.range(0x1d400, 0x1d800))
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> {
                    String decomposed = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                            .replaceAll("\\p{M}", "");
                    if (decomposed.matches("[A-Za-z0-9]")) {
                        assertThat(AsciiLetters.of(letter))
                                .as(Character.getName(letter))
                                .isEqualTo(decomposed);
                    }
                });
    }
}
