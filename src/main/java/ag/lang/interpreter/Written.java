package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a formula out: in the place of each name that stands for a formula stands what that says. */
final class Written {
    private static final int DEEPEST = 50;

    private final Map<String, Expr> substitutes;
    private final Map<Cell, @Nullable Datum> captured;
    private final int depth;

    private Written(Map<String, Expr> substitutes, Map<Cell, @Nullable Datum> captured, int depth) {
        this.substitutes = substitutes;
        this.captured = captured;
        this.depth = depth;
    }

    static Expr out(Expr expression, Map<Cell, @Nullable Datum> captured, Map<String, Expr> locals) {
        return new Written(locals, captured, 0).out(expression);
    }

    private Expr out(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> name(name);
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), out(unary.operand()), unary.span());
            case Expr.Binary binary ->
                new Expr.Binary(
                        binary.operator(),
                        out(binary.left()),
                        out(binary.right()),
                        binary.operatorSpan(),
                        binary.span());
            case Expr.Conditional choice ->
                new Expr.Conditional(
                        out(choice.condition()), out(choice.then()), out(choice.otherwise()), choice.span());
            case Expr.Call call -> call(call);
            case Expr.Vector vector ->
                new Expr.Vector(vector.elements().stream().map(this::out).toList(), vector.span());
            case Expr.Equation equation ->
                new Expr.Equation(out(equation.left()), out(equation.right()), equation.span());
            case Expr.Derivative derivative ->
                new Expr.Derivative(
                        out(derivative.of()), derivative.letters(), derivative.bracketed(), derivative.span());
            default -> expression;
        };
    }

    private Expr name(Expr.Name name) {
        Expr substitute = substitutes.get(name.name());
        if (substitute != null) {
            return substitute;
        }
        return held(name.name()) instanceof Formula formula && depth < DEEPEST
                ? new Written(formula.here(), formula.captured(), depth + 1).out(formula.expression())
                : name;
    }

    private @Nullable Datum held(String name) {
        for (Map.Entry<Cell, @Nullable Datum> entry : captured.entrySet()) {
            if (entry.getKey().name.equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** f'(u) as the derivative of what f says, with u put in; null where f is no formula of one argument. */
    private @Nullable Expr derivative(Expr.Name name, int order, Expr point, Expr.Call call) {
        if (substitutes.containsKey(name.name())
                || !(held(name.name()) instanceof Closure closure)
                || closure.code().formula() == null
                || closure.code().parameters().size() != 1
                || depth >= DEEPEST) {
            return null;
        }
        Expr.Name letter = new Expr.Name("x′", call.span());
        String parameter = closure.code().parameters().getFirst();
        Expr body = new Written(Map.of(parameter, letter), captured, depth + 1)
                .out(closure.code().formula());
        Expr derivative = new Expr.Derivative(body, Collections.nCopies(order, letter), true, call.span());
        return new Expr.At(derivative, List.of(new Expr.Point(letter, point)), call.span());
    }

    private Expr call(Expr.Call call) {
        List<Expr.Argument> arguments = new ArrayList<>();
        boolean plain = true;
        for (Expr.Argument argument : call.arguments()) {
            plain &= argument.name() == null;
            arguments.add(new Expr.Argument(argument.name(), out(argument.value()), argument.span()));
        }
        if (plain
                && call.callee() instanceof Expr.Name name
                && !substitutes.containsKey(name.name())
                && held(name.name()) instanceof Closure closure
                && closure.code().formula() != null
                && closure.code().parameters().size() == arguments.size()
                && depth < DEEPEST) {
            Map<String, Expr> given = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                given.put(closure.code().parameters().get(i), arguments.get(i).value());
            }
            return new Written(given, captured, depth + 1).out(closure.code().formula());
        }
        if (plain && arguments.size() == 1 && call.callee() instanceof Expr.Prime(Expr.Name name, int order, Span _)) {
            Expr point = arguments.getFirst().value();
            Expr derivative = derivative(name, order, point, call);
            if (derivative != null) {
                return derivative;
            }
        }
        return new Expr.Call(call.callee(), arguments, call.span());
    }
}
