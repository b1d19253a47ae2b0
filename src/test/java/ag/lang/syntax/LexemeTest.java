package ag.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexemeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        eˣ       | e x
        ∂f/∂x    | f x
        d²/dx² x | x x
        x_{1}    | x_1
        \\sin x | sin x
        2 + "a"  | ``
        """, quoteCharacter = '`')
    void aPieceTellsTheNamesInIt(String program, String expected) {
        String names = Lexeme.of(new SourceText("", program)).stream()
                .flatMap(lexeme -> lexeme.names().stream())
                .collect(Collectors.joining(" "));
        assertThat(names).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2x + 1              | number:2 name:x sign:+ number:1
        y = x               | defined:y sign:= name:x
        y == x              | name:y sign:== name:x
        let a = 2, b = a    | command:let defined:a sign:= number:2 sign:, defined:b sign:= name:a
        set a = b           | command:set name:a sign:= name:b
        f(x, y) = x         | defined:f opening:( defined:x sign:, defined:y closing:) sign:= name:x
        f(x                 | tentative:f opening:( tentative:x
        (a, b) = v          | opening:( defined:a sign:, defined:b closing:) sign:= name:v
        clamp(x, low = 0)   | name:clamp opening:( name:x sign:, part:low sign:= number:0 closing:)
        a.grad              | name:a sign:. part:grad
        [k for k in v]      | opening:[ name:k keyword:for defined:k keyword:in name:v closing:]
        grad = 3            | defined:grad sign:= number:3
        grad L wrt a        | command:grad name:L clause:wrt name:a
        1 # one             | number:1 comment:# one
        "open               | text:"open
        x $ 2               | name:x strange:$ number:2
        mlp n { layer 2 tanh } | command:mlp defined:n opening:{ clause:layer number:2 tentative:tanh closing:}
        if a { b = 1; b }   | keyword:if name:a opening:{ defined:b sign:= number:1 name:b closing:}
        𝛼 + θ₁              | name:𝛼 sign:+ name:θ₁
        eˣ                  | name:e name:ˣ
        x² + ½              | name:x number:² sign:+ number:½
        d/dx √x             | operator:d/dx operator:√ name:x
        ∂f/∂x               | operator:∂f/∂x
        \\frac{d}{dx} x     | operator:\\frac{d}{dx} name:x
        x^2 if x > 0 else 1 | name:x sign:^ number:2 keyword:if name:x sign:> number:0 keyword:else number:1
        y at x = 3          | name:y clause:at defined:x sign:= number:3
        Σ(k=1..n) k         | operator:Σ opening:( defined:k sign:= number:1 sign:.. name:n closing:) name:k
        \\frac{x}{2}      | operator:\\frac name:x number:2 sign:}
        x^{n} + x_{1}       | name:x sign:^ sign:{ name:n sign:} sign:+ name:x_{1}
        """, quoteCharacter = '`')
    void everyPieceIsWhatItIs(String program, String expected) {
        String pieces = Lexeme.of(new SourceText("", program)).stream()
                .map(lexeme -> lexeme.kind().name().toLowerCase(java.util.Locale.ROOT) + ":" + lexeme.text())
                .collect(Collectors.joining(" "));
        assertThat(pieces).isEqualTo(expected);
    }
}
