package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes a formula out: in the place of each name that stands for a formula stands what that says. */
final class Written {
    private final Substitution names;
    private final Trace trace;

    /** Whether anything was put in for a letter, so that there is something to work out: f(3), f(-t). */
    private static final class Trace {
        private boolean putIn;
    }

    /**
     * A formula that is written out.
     *
     * @param putIn whether more than another name was put in for a letter
     */
    record Out(Expr expression, boolean putIn) {}

    private Written(Substitution names, Trace trace) {
        this.names = names;
        this.trace = trace;
    }

    static Out out(Expr expression, Map<Cell, @Nullable Datum> captured, Map<String, Expr> locals) {
        Trace trace = new Trace();
        Expr out = new Written(new Substitution(locals, captured, Map.of(), 0), trace).out(expression);
        return new Out(out, trace.putIn);
    }

    /** The same, with this name of a formula left as it is. */
    static Expr around(Expr.Name kept, Expr expression, Map<Cell, @Nullable Datum> captured, Map<String, Expr> locals) {
        return new Written(new Substitution(locals, captured, Map.of(kept.name(), kept), 0), new Trace())
                .out(expression);
    }

    /** The same where names stand for something else. */
    private Written where(Substitution other) {
        return new Written(other, trace);
    }

    private Expr out(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> name(name);
            case Expr.Unary unary ->
                each(out(unary.operand()), one -> new Expr.Unary(unary.operator(), one, unary.span()));
            case Expr.Binary binary ->
                elementwise(new Expr.Binary(
                        binary.operator(),
                        out(binary.left()),
                        out(binary.right()),
                        binary.operatorSpan(),
                        binary.span()));
            case Expr.Conditional choice ->
                new Expr.Conditional(
                        out(choice.condition()), out(choice.then()), out(choice.otherwise()), choice.span());
            case Expr.Call call -> call(call);
            case Expr.Vector vector -> new Expr.Vector(all(vector.elements()), vector.span());
            case Expr.Equation equation ->
                new Expr.Equation(out(equation.left()), out(equation.right()), equation.span());
            case Expr.Derivative derivative -> derivative(derivative);
            case Expr.At at -> at(at);
            case Expr.Index index -> index(index);
            case Expr.Range range -> range(range);
            case Expr.Stepped stepped -> new Expr.Stepped(range(stepped.range()), out(stepped.step()), stepped.span());
            case Expr.Comprehension comprehension -> comprehension(comprehension);
            case Expr.Anonymous function -> anonymous(function);
            case Expr.Applied applied -> applied(applied);
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Whole _,
                    Expr.Member _,
                    Expr.Prime _,
                    Expr.Beside _,
                    Expr.Quotient _,
                    Expr.Nabla _,
                    Expr.Composed _,
                    Expr.Factorial _,
                    Expr.Degrees _ -> expression;
        };
    }

    private Expr elementwise(Expr.Binary binary) {
        Expr made = new Elementwise(names::held).of(binary);
        trace.putIn |= !made.equals(binary);
        return made;
    }

    private List<Expr> all(List<Expr> expressions) {
        return expressions.stream().map(this::out).toList();
    }

    private Expr.Argument argument(Expr.Argument argument) {
        return new Expr.Argument(argument.name(), out(argument.value()), argument.span());
    }

    private Expr.Range range(Expr.Range range) {
        return new Expr.Range(out(range.low()), out(range.high()), range.withEnd(), range.span());
    }

    private Expr name(Expr.Name name) {
        Expr substitute = names.of(name.name());
        if (substitute != null) {
            return substitute;
        }
        return names.held(name.name()) instanceof Formula formula && !names.isDeepest()
                ? where(names.within(formula)).out(formula.expression())
                : name;
    }

    /** An element of a vector that is written out is that element. */
    private Expr index(Expr.Index index) {
        Expr target = out(index.target());
        List<Expr> indices = all(index.indices());
        return target instanceof Expr.Vector(List<Expr> elements, Span _)
                        && indices.size() == 1
                        && indices.getFirst() instanceof Expr.NumberLiteral(double place, Span _)
                        && place >= 0
                        && place < elements.size()
                        && place == Math.floor(place)
                ? elements.get((int) place)
                : new Expr.Index(target, indices, index.span());
    }

    private Expr comprehension(Expr.Comprehension comprehension) {
        Written inner = this;
        List<Expr.Clause> clauses = new ArrayList<>();
        for (Expr.Clause clause : comprehension.clauses()) {
            Map<String, Expr> bound = inner.names.bound(clause.names(), clause.span());
            clauses.add(new Expr.Clause(
                    Substitution.spelled(clause.names(), bound), inner.out(clause.source()), clause.span()));
            inner = inner.where(inner.names.with(bound));
        }
        Expr filter = comprehension.filter();
        return new Expr.Comprehension(
                inner.out(comprehension.element()),
                clauses,
                filter == null ? null : inner.out(filter),
                comprehension.inBrackets(),
                comprehension.span());
    }

    private Expr anonymous(Expr.Anonymous function) {
        Map<String, Expr> bound = names.bound(function.parameters(), function.span());
        return new Expr.Anonymous(
                Substitution.spelled(function.parameters(), bound),
                where(names.with(bound)).out(function.body()),
                function.span());
    }

    /**
     * The derivative by each letter. Where a letter stands for something, as u in {@code dy/du} after {@code u = x^2}, it is taken by a
     * letter in its place, where that is what u says.
     */
    private Expr derivative(Expr.Derivative derivative) {
        Map<String, Expr> parameters = new HashMap<>();
        Map<String, Expr> formulas = new HashMap<>();
        Map<Expr.Name, Expr> points = new LinkedHashMap<>();
        List<Expr.Name> letters = new ArrayList<>();
        for (Expr.Name letter : derivative.letters()) {
            String name = letter.name();
            boolean local = names.isParameter(name);
            Expr known = local
                    ? parameters.get(name)
                    : formulas.getOrDefault(name, names.by().get(name));
            if (known instanceof Expr.Name taken) {
                letters.add(taken);
            } else if (local || names.held(name) instanceof Formula) {
                Expr.Name free = names.fresh(name, letter.span());
                (local ? parameters : formulas).put(name, free);
                points.put(free, out(letter));
                letters.add(free);
            } else {
                letters.add(letter);
            }
        }
        Expr of = where(names.with(parameters).where(formulas)).out(derivative.of());
        return put(derived(of, letters, derivative.span()), points, derivative.span());
    }

    private static Expr derived(Expr of, List<Expr.Name> letters, Span span) {
        return each(of, one -> new Expr.Derivative(one, letters, true, span));
    }

    /** {@code y at x = 3}: what y says, with 3 for x in it and in the formulas that it is written in. */
    private Expr at(Expr.At at) {
        Map<String, Expr> parameters = new HashMap<>();
        Map<String, Expr> formulas = new HashMap<>();
        Map<Expr.Name, Expr> points = new LinkedHashMap<>();
        for (Expr.Point point : at.points()) {
            Expr.Name letter = point.letter();
            if (letter == null) {
                return at;
            }
            Expr.Name free = names.fresh(letter.name(), letter.span());
            (names.isParameter(letter.name()) ? parameters : formulas).put(letter.name(), free);
            points.put(free, out(point.value()));
        }
        return put(where(names.with(parameters).where(formulas)).out(at.of()), points, at.span());
    }

    /** With values for letters: written in their places, but where a derivative by one of them has to be taken first. */
    private Expr put(Expr of, Map<Expr.Name, Expr> points, Span span) {
        trace.putIn |= points.values().stream().anyMatch(value -> !(value instanceof Expr.Name));
        if (points.isEmpty()) {
            return of;
        }
        boolean[] derives = {false};
        Parts.each(of, part -> derives[0] |= part instanceof Expr.Derivative);
        if (derives[0]) {
            List<Expr.Point> values = points.entrySet().stream()
                    .map(point -> new Expr.Point(point.getKey(), point.getValue()))
                    .toList();
            return each(of, one -> new Expr.At(one, values, span));
        }
        Map<String, Expr> values = new HashMap<>();
        points.forEach((letter, value) -> values.put(letter.name(), value));
        return where(new Substitution(values, Map.of(), Map.of(), names.depth()))
                .out(of);
    }

    /** A vector is taken element by element. */
    private static Expr each(Expr of, UnaryOperator<Expr> one) {
        return of instanceof Expr.Vector(List<Expr> elements, Span span)
                ? new Expr.Vector(elements.stream().map(part -> each(part, one)).toList(), span)
                : one.apply(of);
    }

    private Expr call(Expr.Call call) {
        List<Expr.Argument> arguments = call.arguments().stream()
                .map(argument -> new Expr.Argument(argument.name(), out(argument.value()), argument.span()))
                .toList();
        boolean plain = !names.isDeepest() && arguments.stream().allMatch(argument -> argument.name() == null);
        List<Expr> values = arguments.stream().map(Expr.Argument::value).toList();
        Expr applied = plain ? applied(call.callee(), values, call.span()) : null;
        return applied != null ? applied : new Expr.Call(call.callee(), arguments, call.span());
    }

    /** {@code f(x)(x + 1)^2} is f(x)·(x + 1)², where f(x) is no function. */
    private Expr applied(Expr.Applied applied) {
        Expr.Argument argument = argument(applied.argument());
        Expr exponent = applied.exponent() == null ? null : out(applied.exponent());
        Expr.Applied written = new Expr.Applied(applied.callee(), argument, exponent, applied.span());
        Expr callee = applied.callee() instanceof Expr.Call inner ? out(inner) : applied.callee();
        boolean product = applied.callee() instanceof Expr.Call
                && !(callee instanceof Expr.Call || callee instanceof Expr.Anonymous);
        return product ? times(callee, written.of(argument.value())) : written;
    }

    private static Expr times(Expr left, Expr right) {
        return new Expr.Binary(Expr.BinaryOperator.MULTIPLY, left, right, left.span(), left.span());
    }

    /** What a function says of arguments that are written out; null where it is no formula of as many. */
    private @Nullable Expr applied(Expr function, List<Expr> arguments, Span span) {
        return switch (function) {
            case Expr.Anonymous(List<String> parameters, Expr body, Span _) ->
                body(names.with(Map.of()), parameters, body, arguments);
            case Expr.Prime(Expr of, int order, Span _) ->
                primed(letter -> applied(of, List.of(letter), span), order, arguments, span);
            // f(x)(x + 1) is a product, where f(x) is no function.
            case Expr.Call inner -> {
                Expr of = out(inner);
                yield of instanceof Expr.Anonymous
                        ? applied(of, arguments, span)
                        : arguments.size() != 1 || of instanceof Expr.Call ? null : times(of, arguments.getFirst());
            }
            case Expr.Name(String name, Span _)
            when !names.isParameter(name) ->
                name.equals("gradient") && names.held(name) == null
                        ? gradient(arguments, span)
                        : applied(names.held(name), arguments, span);
            default -> null;
        };
    }

    private @Nullable Expr applied(@Nullable Datum function, List<Expr> arguments, Span span) {
        return switch (function) {
            case Closure closure -> {
                Expr formula = closure.code().formula();
                yield formula == null
                        ? null
                        : body(names.inside(), closure.code().parameters(), formula, arguments);
            }
            case DerivativeOf(Callable of, int order) ->
                primed(letter -> applied(of, List.of(letter), span), order, arguments, span);
            case null -> null;
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> null;
        };
    }

    private @Nullable Expr body(Substitution at, List<String> parameters, Expr body, List<Expr> arguments) {
        if (parameters.size() != arguments.size()) {
            return null;
        }
        trace.putIn |= arguments.stream().anyMatch(argument -> !(argument instanceof Expr.Name));
        Map<String, Expr> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            given.put(parameters.get(i), arguments.get(i));
        }
        return where(at.with(given)).out(body);
    }

    /** f'(u): the derivative of what f says, with u put in; null where f is no formula of one argument. */
    private @Nullable Expr primed(Function<Expr.Name, @Nullable Expr> of, int order, List<Expr> arguments, Span span) {
        Expr.Name letter = names.fresh("x", span);
        Expr body = arguments.size() == 1 ? of.apply(letter) : null;
        return body == null
                ? null
                : put(
                        derived(body, Collections.nCopies(order, letter), span),
                        Map.of(letter, arguments.getFirst()),
                        span);
    }

    /** The derivatives by all arguments of a function of several; null where that is no formula. */
    private @Nullable Expr gradient(List<Expr> arguments, Span span) {
        if (arguments.size() != 2
                || !(arguments.getFirst() instanceof Expr.Name function)
                || !(arguments.getLast() instanceof Expr.Vector(List<Expr> place, Span _))
                || place.size() < 2) {
            return null;
        }
        List<Expr> letters = new ArrayList<>();
        Map<Expr.Name, Expr> points = new LinkedHashMap<>();
        for (int i = 0; i < place.size(); i++) {
            Expr.Name letter = new Expr.Name("x_" + (names.depth() + 1) + i, span);
            letters.add(letter);
            points.put(letter, place.get(i));
        }
        Expr body = applied(function, letters, span);
        return body == null
                ? null
                : new Expr.Vector(
                        points.keySet().stream()
                                .map(letter -> put(derived(body, List.of(letter), span), points, span))
                                .toList(),
                        span);
    }
}
