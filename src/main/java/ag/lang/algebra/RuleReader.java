package ag.lang.algebra;

import ag.engine.Operation;
import ag.engine.Rule;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import java.util.function.Function;

/**
 * Reads an expression as a rule of the operation table.
 *
 * @param names what each name stands for
 */
public record RuleReader(Function<Expr.Name, Rule> names) {
    /**
     * The rule.
     *
     * @throws AgException where the expression has something that no row of the table is
     */
    public Rule read(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral literal -> new Rule.Literal(literal.value());
            case Expr.Name name -> names.apply(name);
            case Expr.Conditional choice ->
                new Rule.Choice(condition(choice.condition()), read(choice.then()), read(choice.otherwise()));
            case Expr.Unary _, Expr.Binary _, Expr.Call _ -> apply(expression);
            case Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _,
                    Expr.Anonymous _,
                    Expr.Notation _ -> throw problem(expression);
        };
    }

    /** The names that a rule could have, callees aside. */
    public static List<Expr.Name> names(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> List.of(name);
            case Expr.Unary unary -> names(unary.operand());
            case Expr.Binary binary -> joined(List.of(binary.left(), binary.right()));
            case Expr.Conditional choice -> joined(List.of(choice.condition(), choice.then(), choice.otherwise()));
            case Expr.Call call ->
                joined(call.arguments().stream().map(Expr.Argument::value).toList());
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Anonymous _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _,
                    Expr.Notation _ -> List.of();
        };
    }

    private static List<Expr.Name> joined(List<Expr> expressions) {
        return expressions.stream()
                .flatMap(expression -> names(expression).stream())
                .toList();
    }

    private Rule apply(Expr expression) {
        Operand operand = Operand.of(expression).orElseThrow(() -> problem(expression));
        if (operand.operation().kind() == Operation.Kind.REDUCTION) {
            throw problem(expression);
        }
        List<Rule> operands = operand.operands().stream().map(this::read).toList();
        return new Rule.Apply(operand.operation(), operands);
    }

    private Rule.Condition condition(Expr expression) {
        if (expression instanceof Expr.Binary(BinaryOperator operator, Expr left, Expr right, Span _, Span _)) {
            return switch (operator) {
                case AND -> new Rule.Both(condition(left), condition(right));
                case LESS -> new Rule.Comparison(Rule.Relation.LESS, read(left), read(right));
                case LESS_OR_EQUAL -> new Rule.Comparison(Rule.Relation.LESS_OR_EQUAL, read(left), read(right));
                case GREATER -> new Rule.Comparison(Rule.Relation.GREATER, read(left), read(right));
                case GREATER_OR_EQUAL -> new Rule.Comparison(Rule.Relation.GREATER_OR_EQUAL, read(left), read(right));
                case EQUAL -> new Rule.Comparison(Rule.Relation.EQUAL, read(left), read(right));
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, MATRIX_MULTIPLY, POWER, POWER_OF_EACH, NOT_EQUAL, OR ->
                    throw problem(expression);
            };
        }
        throw problem(expression);
    }

    private static AgException problem(Expr expression) {
        return new AgException(
                ErrorCode.BAD_RULE,
                "a local derivative is written with numbers, operators and built-in functions of numbers, not with '"
                        + expression.span().text() + "'",
                expression.span(),
                "write for instance: suppose tanh'(x) = 1 - x^2 { … }");
    }
}
