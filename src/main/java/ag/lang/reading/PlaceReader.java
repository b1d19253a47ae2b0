package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads {@code y at x = 3}, and {@code f at 3}, in which the letters come in their order. */
record PlaceReader(UnaryOperator<Expr> reader, UnaryOperator<Expr.Name> spelling, Words words) {
    Expr read(Expr.At at) {
        return isFunction(at.of()) ? called(at) : formula(at);
    }

    private boolean isFunction(Expr of) {
        return switch (of) {
            case Expr.Name name -> words.meaning(name.name()) instanceof Meaning.Function;
            case Expr.Prime prime -> isFunction(prime.function());
            default -> false;
        };
    }

    /** A function at a point is its value there. */
    private Expr called(Expr.At at) {
        List<Expr.Argument> arguments = new ArrayList<>();
        for (Expr.Point point : at.points()) {
            Expr.Name letter = point.letter();
            boolean named = at.of() instanceof Expr.Name && at.points().size() > 1;
            arguments.add(new Expr.Argument(
                    named && letter != null ? letter.name() : null,
                    point.value(),
                    point.value().span()));
        }
        return reader.apply(new Expr.Call(at.of(), arguments, at.span()));
    }

    private Expr formula(Expr.At at) {
        for (Expr.Point point : at.points()) {
            if (point.letter() != null) {
                words.knows(spelling.apply(point.letter()).name());
            }
        }
        Expr of = reader.apply(at.of());
        List<Expr.Name> letters = letters(at, of);
        List<Expr.Point> points = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            points.add(new Expr.Point(
                    letters.get(i), reader.apply(at.points().get(i).value())));
        }
        return new Expr.At(of, points, at.span());
    }

    /** The letters of a function in the order of its arguments, where a derivative of it is asked for; otherwise none. */
    private List<Expr.Name> arguments(Expr of) {
        return switch (of) {
            case Expr.Quotient(Expr.Name function, List<Expr.Name> _, Span span) -> parameters(function, span);
            case Expr.Nabla nabla when nabla.of() instanceof Expr.Name function -> parameters(function, nabla.span());
            case Expr.Derivative(
                    Expr.Call(Expr _, List<Expr.Argument> given, Span _),
                    List<Expr.Name> _,
                    boolean _,
                    Span _)
            when given.stream().allMatch(argument -> argument.value() instanceof Expr.Name) ->
                given.stream().map(argument -> (Expr.Name) argument.value()).toList();
            case Expr.Name name -> words.derivatives().ownLettersOf(name);
            default -> List.of();
        };
    }

    private List<Expr.Name> parameters(Expr.Name function, Span span) {
        return words.meaning(function.name()) instanceof Meaning.Function(List<String> parameters, boolean _)
                ? parameters.stream().map(name -> new Expr.Name(name, span)).toList()
                : List.of();
    }

    private List<Expr.Name> letters(Expr.At at, Expr of) {
        int count = at.points().size();
        if (at.points().stream().allMatch(point -> point.letter() != null)) {
            return at.points().stream()
                    .map(point -> spelling.apply(Objects.requireNonNull(point.letter())))
                    .toList();
        }
        if (of instanceof Expr.Derivative derivative && count == 1) {
            return List.of(derivative.letters().getFirst());
        }
        List<Expr.Name> ordered = arguments(at.of());
        if (ordered.size() == count) {
            return ordered;
        }
        List<String> open = words.lettersOf(of);
        if (open.size() != count) {
            String text = at.of().span().text().strip();
            String named = open.isEmpty()
                    ? "x = 3"
                    : open.stream().map(letter -> letter + " = 3").collect(Collectors.joining(", "));
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + text + "' has " + (open.isEmpty() ? "no letter" : open.size() + " letters")
                            + " without a value, and the place has " + count + (count == 1 ? " number" : " numbers"),
                    at.span(),
                    "name them: " + text + " at " + named);
        }
        return open.stream()
                .map(letter -> new Expr.Name(letter, at.of().span()))
                .toList();
    }
}
