package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes a formula out: in the place of each name that stands for a formula stands what that says. */
final class Written {
    private static final int DEEPEST = 50;

    private final Map<String, Expr> substitutes;
    private final Map<Cell, @Nullable Datum> captured;
    /** Names of formulas that a derivative is taken by, with the letters that stand for them there. */
    private final Map<String, Expr> by;

    private final int depth;

    private Written(
            Map<String, Expr> substitutes, Map<Cell, @Nullable Datum> captured, Map<String, Expr> by, int depth) {
        this.substitutes = substitutes;
        this.captured = captured;
        this.by = by;
        this.depth = depth;
    }

    static Expr out(Expr expression, Map<Cell, @Nullable Datum> captured, Map<String, Expr> locals) {
        return new Written(locals, captured, Map.of(), 0).out(expression);
    }

    /** The same, with this name of a formula left as it is. */
    static Expr around(Expr.Name kept, Expr expression, Map<Cell, @Nullable Datum> captured, Map<String, Expr> locals) {
        return new Written(locals, captured, Map.of(kept.name(), kept), 0).out(expression);
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
            case Expr.Derivative derivative -> derivative(derivative);
            case Expr.Index(
                    Expr.Call(Expr.Name gradient, List<Expr.Argument> arguments, Span _),
                    List<Expr> places,
                    Span _)
            when gradient.name().equals("gradient") && arguments.size() == 2 && places.size() == 1 ->
                partial(arguments.getFirst().value(), arguments.getLast().value(), places.getFirst(), expression);
            default -> expression;
        };
    }

    private Expr name(Expr.Name name) {
        Expr substitute = substitutes.get(name.name());
        if (substitute != null) {
            return substitute;
        }
        if (!(held(name.name()) instanceof Formula formula) || depth >= DEEPEST) {
            return name;
        }
        Expr letter = by.get(name.name());
        return letter != null
                ? letter
                : new Written(formula.here(), formula.present(), by, depth + 1).out(formula.expression());
    }

    /** {@code dy/du} where u is a formula too: the derivative by a letter in its place, where that is what u says. */
    private Expr derivative(Expr.Derivative derivative) {
        Map<String, Expr> kept = new HashMap<>(by);
        List<Expr.Name> letters = new ArrayList<>();
        Map<String, Expr.Point> points = new LinkedHashMap<>();
        for (Expr.Name letter : derivative.letters()) {
            if (held(letter.name()) instanceof Formula && !substitutes.containsKey(letter.name())) {
                Expr.Name free = new Expr.Name(letter.name() + "′", letter.span());
                points.put(letter.name(), new Expr.Point(free, out(letter)));
                kept.put(letter.name(), free);
                letters.add(free);
            } else {
                letters.add(letter);
            }
        }
        return each(
                new Written(substitutes, captured, kept, depth).out(derivative.of()),
                of -> at(
                        new Expr.Derivative(of, letters, derivative.bracketed(), derivative.span()),
                        List.copyOf(points.values())));
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
        Expr body = new Written(Map.of(parameter, letter), captured, by, depth + 1)
                .out(closure.code().formula());
        return each(
                body,
                of -> at(
                        new Expr.Derivative(of, Collections.nCopies(order, letter), true, call.span()),
                        List.of(new Expr.Point(letter, point))));
    }

    /** An element of a gradient, which ∂f/∂x is read as where another argument has a formula in x, as a derivative of what f says. */
    private Expr partial(Expr function, Expr point, Expr place, Expr element) {
        if (!(function instanceof Expr.Name name)
                || !(point instanceof Expr.Vector(List<Expr> arguments, Span _))
                || !(place instanceof Expr.NumberLiteral(double index, Span _))
                || !(held(name.name()) instanceof Closure closure)
                || closure.code().formula() == null
                || closure.code().parameters().size() != arguments.size()
                || depth >= DEEPEST) {
            return element;
        }
        Expr.Name letter = new Expr.Name("x′", element.span());
        Map<String, Expr> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            given.put(closure.code().parameters().get(i), i == index ? letter : out(arguments.get(i)));
        }
        Expr body =
                new Written(given, captured, by, depth + 1).out(closure.code().formula());
        return each(
                body,
                of -> at(
                        new Expr.Derivative(of, List.of(letter), true, element.span()),
                        List.of(new Expr.Point(letter, out(arguments.get((int) index))))));
    }

    private static Expr at(Expr.Derivative derivative, List<Expr.Point> points) {
        return points.isEmpty() ? derivative : new Expr.At(derivative, points, derivative.span());
    }

    /** A vector is derived element by element. */
    private static Expr each(Expr of, UnaryOperator<Expr> derived) {
        return of instanceof Expr.Vector vector
                ? new Expr.Vector(vector.elements().stream().map(derived).toList(), vector.span())
                : derived.apply(of);
    }

    /** What a function without a name says of an argument that is written out. */
    private Expr applied(Expr.Anonymous function, Expr argument) {
        Map<String, Expr> given = new HashMap<>(substitutes);
        given.put(function.parameters().getFirst(), argument);
        return new Written(given, captured, by, depth + 1).out(function.body());
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
            return new Written(given, captured, by, depth + 1)
                    .out(closure.code().formula());
        }
        if (plain
                && arguments.size() == 1
                && call.callee() instanceof Expr.Anonymous function
                && function.parameters().size() == 1
                && depth < DEEPEST) {
            return applied(function, arguments.getFirst().value());
        }
        if (plain
                && arguments.size() == 1
                && call.callee() instanceof Expr.Prime(Expr.Anonymous function, int order, Span _)
                && function.parameters().size() == 1
                && depth < DEEPEST) {
            Expr.Name letter = new Expr.Name("x′", call.span());
            List<Expr.Point> point =
                    List.of(new Expr.Point(letter, arguments.getFirst().value()));
            return each(
                    applied(function, letter),
                    of -> at(new Expr.Derivative(of, Collections.nCopies(order, letter), true, call.span()), point));
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
