package ag.lang.statements;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.syntax.SolutionStatement;
import java.util.List;

/** In the equations of an {@code ode}, y' stands for a number as y does: it becomes the name of one. */
record PrimedNames(List<SolutionStatement.Changing> changing) {
    Expr in(Expr expression) {
        if (!holdsPrime(expression)) {
            return expression;
        }
        return switch (expression) {
            case Expr.Prime(Expr.Name name, int order, var span) ->
                new Expr.Name(name.name() + "'".repeat(order), span);
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), in(unary.operand()), unary.span());
            case Expr.Binary binary ->
                new Expr.Binary(
                        binary.operator(), in(binary.left()), in(binary.right()), binary.operatorSpan(), binary.span());
            case Expr.Beside beside ->
                new Expr.Beside(
                        in(beside.left()),
                        beside.leftBracketed(),
                        in(beside.right()),
                        beside.rightBracketed(),
                        beside.touching(),
                        beside.span());
            case Expr.Call call ->
                new Expr.Call(
                        call.callee(),
                        call.arguments().stream()
                                .map(argument ->
                                        new Expr.Argument(argument.name(), in(argument.value()), argument.span()))
                                .toList(),
                        call.span());
            case Expr.Conditional choice ->
                new Expr.Conditional(in(choice.condition()), in(choice.then()), in(choice.otherwise()), choice.span());
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Name _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Anonymous _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _,
                    Expr.Notation _ ->
                throw new AgException(
                        ErrorCode.BAD_COMMAND,
                        "a derivative of an unknown stands in sums, products, powers and calls",
                        expression.span(),
                        "give it a name of its own: ode { y' = v; v' = -y; y(0) = 1; v(0) = 0 } from 0 to 10");
        };
    }

    private boolean holdsPrime(Expr expression) {
        boolean[] found = {false};
        Parts.each(expression, part -> found[0] |= isOwn(part));
        return found[0];
    }

    private boolean isOwn(Expr part) {
        return part instanceof Expr.Prime(Expr.Name name, int order, var _)
                && changing.stream().anyMatch(each -> each.name().name().equals(name.name()) && order < each.order());
    }
}
