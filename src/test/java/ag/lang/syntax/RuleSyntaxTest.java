package ag.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.engine.LocalDerivative;
import ag.engine.Operation;
import ag.engine.Rule;
import ag.lang.source.SourceText;
import ag.lang.syntax.Expr.BinaryOperator;
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
        return switch (expression) {
            case Expr.NumberLiteral literal -> new Rule.Literal(literal.value());
            case Expr.Name name ->
                name.name().equals("pi") ? new Rule.Literal(Math.PI) : new Rule.Variable(name.name());
            case Expr.Unary unary -> new Rule.Apply(Operation.NEGATE, List.of(rule(unary.operand())));
            case Expr.Binary binary ->
                new Rule.Apply(operation(binary.operator()), List.of(rule(binary.left()), rule(binary.right())));
            case Expr.Call call -> {
                List<Rule> operands = call.arguments().stream()
                        .map(argument -> rule(argument.value()))
                        .toList();
                String name = ((Expr.Name) call.callee()).name();
                yield new Rule.Apply(Operation.function(name, operands.size()).orElseThrow(), operands);
            }
            case Expr.Conditional choice ->
                new Rule.Choice(condition(choice.condition()), rule(choice.then()), rule(choice.otherwise()));
            default -> throw new AssertionError("no rule has a " + expression);
        };
    }

    private static Rule.Condition condition(Expr expression) {
        Expr.Binary binary = (Expr.Binary) expression;
        return binary.operator() == BinaryOperator.AND
                ? new Rule.Both(condition(binary.left()), condition(binary.right()))
                : new Rule.Comparison(relation(binary.operator()), rule(binary.left()), rule(binary.right()));
    }

    private static Rule.Relation relation(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> Rule.Relation.LESS;
            case LESS_OR_EQUAL -> Rule.Relation.LESS_OR_EQUAL;
            case GREATER -> Rule.Relation.GREATER;
            case GREATER_OR_EQUAL -> Rule.Relation.GREATER_OR_EQUAL;
            case EQUAL -> Rule.Relation.EQUAL;
            default -> throw new AssertionError("no relation: " + operator);
        };
    }

    private static Operation operation(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> Operation.ADD;
            case SUBTRACT -> Operation.SUBTRACT;
            case MULTIPLY -> Operation.MULTIPLY;
            case DIVIDE -> Operation.DIVIDE;
            case POWER -> Operation.POWER;
            default -> throw new AssertionError("no operation: " + operator);
        };
    }
}
