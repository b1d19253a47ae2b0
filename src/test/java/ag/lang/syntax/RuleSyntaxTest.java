package ag.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.engine.LocalDerivative;
import ag.engine.Operation;
import ag.engine.Rule;
import ag.lang.algebra.RuleReader;
import ag.lang.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine reads derivatives in its table by itself; the language must read the same text the same way. */
final class RuleSyntaxTest {
    @ParameterizedTest
    @EnumSource(Operation.class)
    void theEngineAndTheLanguageReadEveryDerivativeAlike(Operation operation) {
        List<String> sources = operation.partials().sources();
        assertThat(LocalDerivative.rules(operation))
                .containsExactlyElementsOf(
                        sources.stream().map(RuleSyntaxTest::asTheLanguageReads).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / (2y)",
                "-x^2",
                "2^-x^3",
                "a - b - 1",
                "a / b / 2",
                "3x^2 * y",
                "if a < b and b <= 2 then -a else b + 1"
            })
    void theEngineAndTheLanguageBindSignsAlike(String source) {
        assertThat(Rule.parse(source)).isEqualTo(asTheLanguageReads(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x +", "1 $ 2", "(x", "unknown(x)", "x y", "if x then 1 else 2", "tanh(x, y)"})
    void whatIsNoRuleIsRefused(String source) {
        assertThatThrownBy(() -> Rule.parse(source)).hasMessage("not a derivative rule: " + source);
    }

    @Test
    void equalTextsAreEqualRules() {
        assertThat(Rule.parse("1 - y^2")).isEqualTo(Rule.parse("1-y ^ 2")).isNotEqualTo(Rule.parse("1 - y^3"));
    }

    private static Rule asTheLanguageReads(String source) {
        Statement statement = Parser.parse(new SourceText("rule", source)).getFirst();
        return rule(((Statement.Evaluate) statement).expression());
    }

    private static Rule rule(Expr expression) {
        return new RuleReader(
                        name -> name.name().equals("pi") ? new Rule.Literal(Math.PI) : new Rule.Variable(name.name()))
                .read(expression);
    }
}
