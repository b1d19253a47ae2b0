package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands before brackets: a function is called, anything else multiplies. */
record Applications(Function<Expr, Expr> reader, Words words) {
    /** @param arguments the arguments of the call, read */
    Expr read(Expr.Call call, List<Expr.Argument> arguments) {
        boolean single = arguments.size() == 1
                && arguments.getFirst().name() == null
                && !(arguments.getFirst().value() instanceof Expr.Comprehension);
        OfFunctions functions = new OfFunctions(reader, words);
        boolean closed = Pieces.between(
                        call, call.callee().span().end(), call.span().end())
                .startsWith(")");
        if (single && closed && functions.isOne(call.callee())) {
            return functions.of(call.callee(), arguments.getFirst().value());
        }
        return switch (call.callee()) {
            case Expr.Derivative derivative
            when single && !closed && isFunction(derivative.of()) ->
                new Expr.Derivative(
                        functions.of(derivative.of(), arguments.getFirst().value()),
                        derivative.letters(),
                        true,
                        call.span());
            case Expr.Quotient quotient when !closed || !single -> atPoint(call, quotient, arguments);
            case Expr.Name name -> name(call, name, arguments, single);
            case Expr.Nabla nabla -> gradient(call, nabla, arguments);
            case Expr.Binary power
            when single && power.operator() == BinaryOperator.POWER && power.left() instanceof Expr.Name name ->
                power(call, power, name, arguments.getFirst().value());
            default -> other(call, call.callee(), arguments, single);
        };
    }

    /** Whether it is a function that {@code d/dx (x -> x^2)(x)} is the derivative of at x, and no factor. */
    private boolean isFunction(Expr written) {
        return written instanceof Expr.Anonymous
                || new OfFunctions(reader, words).isOne(written)
                || (written instanceof Expr.Name name && words.meaning(name.name()) instanceof Meaning.Function);
    }

    /** {@code ∂f/∂x(1, 2)}: the derivative at a point. */
    private Expr atPoint(Expr.Call call, Expr.Quotient quotient, List<Expr.Argument> arguments) {
        Expr read = reader.apply(quotient);
        List<String> letters = switch (words.meaning(quotient.of().name())) {
            case Meaning.Function function -> function.parameters();
            case Meaning.Formula formula -> formula.letters();
            case Meaning.Nothing _, Meaning.Value _, Meaning.Vector _, Meaning.Open _ -> List.of();
        };
        return letters.size() == arguments.size()
                ? at(read, letters, arguments, call)
                : other(call, quotient, arguments, false);
    }

    private static Expr at(Expr of, List<String> letters, List<Expr.Argument> arguments, Expr.Call call) {
        List<Expr.Point> points = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            points.add(new Expr.Point(
                    new Expr.Name(letters.get(i), call.callee().span()),
                    arguments.get(i).value()));
        }
        return new Expr.At(of, points, call.span());
    }

    private Expr name(Expr.Call call, Expr.Name name, List<Expr.Argument> arguments, boolean single) {
        Expr.Call plain = new Expr.Call(name, arguments, call.span());
        if (name.span().text().equals("|")
                && arguments.getFirst().value() instanceof Expr.Name vector
                && words.meaning(vector.name()) instanceof Meaning.Vector) {
            words.tell(
                    "bars",
                    "|" + vector.name() + "| is taken of each element; the length of a vector is ‖" + vector.name()
                            + "‖, and the determinant of a matrix det(" + vector.name() + ")",
                    call.span());
        }
        return switch (words.meaning(name.name())) {
            case Meaning.Function _ ->
                single ? words.apply(name, arguments.getFirst().value(), call.span()) : plain;
            case Meaning.Open _, Meaning.Vector _ -> plain;
            case Meaning.Value _ -> single ? product(name, call, arguments) : plain;
            case Meaning.Formula formula -> {
                if (!single) {
                    yield plain;
                }
                if (isSpaced(call, name)) {
                    yield product(name, call, arguments);
                }
                String point = Pieces.inside(arguments.getFirst().span().text());
                throw TwoReadings.of(
                        call.span(),
                        "(" + name.name() + " at " + formula.letters().getFirst() + " = " + point + ")",
                        name.name() + "*(" + point + ")");
            }
            case Meaning.Nothing nothing -> {
                Expr partial = words.derivatives().subscripted(name);
                List<String> letters = words.derivatives().lettersGiven(name, partial);
                yield partial != null && letters.size() == arguments.size()
                        ? at(partial, letters, arguments, call)
                        : single ? unknown(call, name, arguments, nothing.mayCome()) : plain;
            }
        };
    }

    private Expr unknown(Expr.Call call, Expr.Name name, List<Expr.Argument> arguments, boolean mayCome) {
        Expr.Call plain = new Expr.Call(name, arguments, call.span());
        Expr argument = arguments.getFirst().value();
        if (words.isFunctionName(name.name())) {
            return words.apply(name, argument, call.span());
        }
        Expr read = words.name(name);
        if (read instanceof Expr.Name same) {
            boolean free = same.name().equals(name.name()) && words.isNothing(name.name());
            if (free && mayCome) {
                return plain;
            }
            if (free && WrittenNames.isFactorOf(name.name(), argument)) {
                return product(name, call, arguments);
            }
            if (!free) {
                return name(call, same, arguments, true);
            }
        }
        List<Expr> parts = new ArrayList<>(words.parts(name));
        if (parts.isEmpty()) {
            return plain;
        }
        Expr last = parts.removeLast();
        Expr applied = words.isFunction(last) || words.isOwnFunction(last)
                ? words.apply((Expr.Name) last, argument, call.span())
                : product(last, call, arguments);
        return parts.isEmpty() ? applied : Pieces.product(product(parts), applied);
    }

    /** {@code xf''(2)}, where f is a function of the program: of a word that is a product, the last letter is called. */
    private @Nullable Expr lastPrime(Expr.Call call, Expr.Prime prime) {
        if (Pieces.isClosed(prime) || !(prime.function() instanceof Expr.Name word)) {
            return null;
        }
        List<Expr> parts = new ArrayList<>(words.parts(word));
        if (parts.size() < 2 || !words.isOwnFunction(parts.getLast())) {
            return null;
        }
        Span from = parts.getLast().span();
        Expr last = new Expr.Prime(parts.removeLast(), prime.order(), from.to(prime.span()));
        return Pieces.product(
                product(parts), reader.apply(new Expr.Call(last, call.arguments(), from.to(call.span()))));
    }

    private Expr product(List<Expr> parts) {
        return Pieces.product(parts.stream().map(reader).toList());
    }

    private static Expr product(Expr left, Expr.Call call, List<Expr.Argument> arguments) {
        Expr product = Pieces.product(left, arguments.getFirst().value());
        return product instanceof Expr.Binary binary
                ? new Expr.Binary(binary.operator(), binary.left(), binary.right(), binary.operatorSpan(), call.span())
                : product;
    }

    private static boolean isSpaced(Expr.Call call, Expr callee) {
        String behind =
                call.span().text().substring(callee.span().end() - call.span().start());
        return behind.startsWith(" ");
    }

    /** {@code sin²(x)}, {@code x²(x + 1)} and, refused, {@code f²(x)}. */
    private Expr power(Expr.Call call, Expr.Binary power, Expr.Name name, Expr argument) {
        if (words.isFunctionName(name.name())) {
            return new Raised(reader, words).of(power, argument);
        }
        if (words.meaning(name.name()) instanceof Meaning.Function) {
            throw Raised.own(power.span(), name.name(), argument.span().text());
        }
        List<Expr.Argument> arguments = List.of(new Expr.Argument(null, argument, argument.span()));
        return product(reader.apply(power), call, arguments);
    }

    private Expr gradient(Expr.Call call, Expr.Nabla nabla, List<Expr.Argument> arguments) {
        Expr of = reader.apply(nabla.of());
        if (nabla.squared()
                && of instanceof Expr.Name name
                && words.meaning(name.name()) instanceof Meaning.Function(List<String> letters, boolean _)
                && letters.size() == arguments.size()) {
            return at(words.derivatives().gradient(nabla, of), letters, arguments, call);
        }
        if (of instanceof Expr.Name name
                && words.meaning(name.name()) instanceof Meaning.Function
                && !nabla.squared()) {
            Expr point =
                    new Expr.Vector(arguments.stream().map(Expr.Argument::value).toList(), call.span());
            return new Expr.Call(
                    new Expr.Name("gradient", nabla.span()),
                    List.of(
                            new Expr.Argument(null, name, name.span()),
                            new Expr.Argument(
                                    null,
                                    arguments.size() == 1 ? arguments.getFirst().value() : point,
                                    call.span())),
                    call.span());
        }
        List<String> letters = words.lettersOf(of);
        Expr vector = words.derivatives().gradient(nabla, of);
        List<Expr.Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(letters.size(), arguments.size()); i++) {
            points.add(new Expr.Point(
                    new Expr.Name(letters.get(i), nabla.span()),
                    arguments.get(i).value()));
        }
        return new Expr.At(vector, points, call.span());
    }

    private Expr other(Expr.Call call, Expr callee, List<Expr.Argument> arguments, boolean single) {
        Expr product = callee instanceof Expr.Prime prime ? lastPrime(call, prime) : null;
        if (product != null) {
            return product;
        }
        Expr read = reader.apply(callee);
        if (callee instanceof Expr.Prime primed && read instanceof Expr.Derivative derivative && single) {
            Expr.Name letter = derivative.letters().getFirst();
            Expr at = arguments.getFirst().value();
            requirePlace(call, primed, letter, at);
            return new Expr.At(derivative, List.of(new Expr.Point(letter, at)), call.span());
        }
        boolean closed =
                Pieces.between(call, callee.span().end(), call.span().end()).startsWith(")");
        if (closed
                && single
                && read instanceof Expr.Derivative(Expr _, List<Expr.Name> letters, boolean _, Span _)
                && !(callee instanceof Expr.Derivative)
                && !(callee instanceof Expr.Prime)) {
            String quotient = callee.span().text();
            String behind = Pieces.inside(arguments.getFirst().span().text());
            throw TwoReadings.of(
                    call.span(),
                    quotient + " at " + letters.getFirst().name() + " = " + behind,
                    "(" + quotient + ")*(" + behind + ")");
        }
        if (callee instanceof Expr.Derivative derivative && !closed) {
            throw DerivativeReach.bothWays(derivative);
        }
        return single && isNumber(read) ? product(read, call, arguments) : new Expr.Call(read, arguments, call.span());
    }

    /** {@code (x + 1)'(x + 2)} may be a product, as in the product rule. */
    private static void requirePlace(Expr.Call call, Expr.Prime prime, Expr.Name letter, Expr at) {
        if ((Pieces.isClosed(prime) || prime.function() instanceof Expr.Call) && Parts.holdsName(at, letter.name())) {
            String derivative =
                    Pieces.between(call, call.span().start(), prime.span().end());
            String of = at.span().text();
            throw TwoReadings.of(
                    call.span(),
                    derivative + "*(" + of + ")",
                    "(" + derivative + " at " + letter.name() + " = " + of + ")");
        }
    }

    /** Whether nothing but a number can come out of it. */
    private boolean isNumber(Expr read) {
        return switch (read) {
            case Expr.NumberLiteral _, Expr.Binary _, Expr.Derivative _ -> true;
            case Expr.Unary unary -> isNumber(unary.operand());
            case Expr.Call call ->
                (call.callee() instanceof Expr.Prime && call.arguments().size() == 1)
                        || (call.callee() instanceof Expr.Name name
                                && WrittenNames.isFunction(name.name())
                                && words.isFunctionName(name.name()));
            default -> false;
        };
    }
}
