package ag.lang.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Parser;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each piece of a program is; behind a name of the library stands {@code *}. */
final class PieceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        f(t) = t^2 + pi; f(3)   | function f, parameter t, operator =, parameter t, operator ^, number 2, operator +, variable pi*, function f, number 3
        sin(x)                  | function sin*, variable x
        sin = 3; sin + 1        | variable sin, operator =, number 3, variable sin, operator +, number 1
        let a = 2; grad a^2     | keyword let, variable a, operator =, number 2, keyword grad, variable a, operator ^, number 2
        print "a" # b           | keyword print, text "a", comment # b
        mlp n { input 1; layer 1 } | keyword mlp, model n, keyword input, number 1, keyword layer, number 1
        """)
    void piecesAreNamed(String program, String expected) {
        SourceText source = new SourceText("", program);
        Resolution names =
                Resolution.of(Parser.read(source).statements(), name -> library(name) != Piece.Known.UNKNOWN);
        assertThat(Piece.of(Lexeme.of(source), names, PieceTest::library).stream()
                        .map(PieceTest::text)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    private static Piece.Known library(String name) {
        return switch (name) {
            case "sin" -> Piece.Known.FUNCTION;
            case "pi" -> Piece.Known.VALUE;
            default -> Piece.Known.UNKNOWN;
        };
    }

    private static String text(Piece piece) {
        return piece.kind().name().toLowerCase(Locale.ROOT)
                + " "
                + piece.span().text()
                + (piece.isOfLibrary() ? "*" : "");
    }
}
