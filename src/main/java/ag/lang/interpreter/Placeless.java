package ag.lang.interpreter;

import ag.lang.symbolic.Build;
import ag.lang.syntax.Expr;
import java.util.List;

/** A formula at no place of a program, so that two that are written alike are equal. */
public final class Placeless {
    private Placeless() {}

    public static Expr of(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral number -> new Expr.NumberLiteral(number.value(), Build.NOWHERE);
            case Expr.Name name -> Build.name(name.name());
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), of(unary.operand()), Build.NOWHERE);
            case Expr.Binary binary -> Build.binary(binary.operator(), of(binary.left()), of(binary.right()));
            case Expr.Conditional choice ->
                new Expr.Conditional(
                        of(choice.condition()), of(choice.then()), of(choice.otherwise()), Build.NOWHERE);
            case Expr.Call call -> {
                List<Expr.Argument> arguments = call.arguments().stream()
                        .map(argument -> new Expr.Argument(argument.name(), of(argument.value()), Build.NOWHERE))
                        .toList();
                yield new Expr.Call(of(call.callee()), arguments, Build.NOWHERE);
            }
            case Expr.Vector vector ->
                new Expr.Vector(vector.elements().stream().map(Placeless::of).toList(), Build.NOWHERE);
            default -> expression;
        };
    }
}
