package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives that are written with the name of a function or a formula: {@code f_x}, {@code ∂g/∂x}, {@code dy/dx} and {@code ∇f}. The
 * letters may be parameters of the function, or letters of the formula.
 */
final class NameDerivatives {
    private final Words words;
    private final NameMeanings names;

    NameDerivatives(Words words, NameMeanings names) {
        this.words = words;
        this.names = names;
    }

    /** What a name stands for as a whole: a function of its arguments, or a formula. */
    Expr whole(Expr.Name name, List<Expr.Name> letters) {
        if (words.meaning(name.name()) instanceof Meaning.Function function) {
            List<Expr.Argument> arguments = new ArrayList<>();
            // A letter of the formula, as a in f(x) = a x², is not the function's own by another name.
            boolean another = function.parameters().size() == 1
                    && letters.stream().anyMatch(letter -> names.isWrittenIn(name.name(), letter.name()));
            if (function.parameters().size() < 2 && !another) {
                Expr.Name letter = letters.getFirst();
                arguments.add(new Expr.Argument(null, letter, letter.span()));
            } else {
                for (String parameter : function.parameters()) {
                    arguments.add(new Expr.Argument(null, new Expr.Name(parameter, name.span()), name.span()));
                }
            }
            return new Expr.Call(name, arguments, name.span());
        }
        return words.name(name);
    }

    /** {@code f_x} and {@code f_xy}: derivatives of a function or a formula by these letters of its own; null where it is none. */
    @Nullable
    Expr subscripted(Expr.Name name) {
        int bar = name.name().indexOf('_');
        if (bar < 1 || bar + 1 == name.name().length() || !words.isNothing(name.name())) {
            return null;
        }
        Expr.Name of = new Expr.Name(name.name().substring(0, bar), name.span());
        List<String> own = ownLetters(of);
        List<Expr.Name> letters = name.name()
                .substring(bar + 1)
                .codePoints()
                .mapToObj(letter -> new Expr.Name(Character.toString(letter), name.span()))
                .toList();
        if (!own.containsAll(letters.stream().map(Expr.Name::name).toList())) {
            return null;
        }
        String signs = letters.stream().map(letter -> "∂" + letter.name()).collect(Collectors.joining());
        String order =
                letters.size() == 1 ? "" : Character.toString("²³⁴⁵⁶⁷⁸⁹".charAt(Math.min(letters.size(), 9) - 2));
        words.tell(
                "index " + name.name(),
                "'" + name.name() + "' is read as a derivative: ∂" + order + of.name() + "/" + signs,
                name.span());
        Expr partial = partial(of, letters, name.span());
        return partial != null ? partial : new Expr.Derivative(whole(of, letters), letters, true, name.span());
    }

    /** The letters that {@code f_x(1, 2)} gives numbers to; none where it is no derivative. */
    List<String> lettersGiven(Expr.Name name, @Nullable Expr partial) {
        return partial == null
                ? List.of()
                : ownLetters(new Expr.Name(name.name().substring(0, name.name().indexOf('_')), name.span()));
    }

    /** The letters of a function in their order, where a name is a derivative of it, as g_x; none where it is not. */
    List<Expr.Name> ownLettersOf(Expr.Name name) {
        int bar = name.name().indexOf('_');
        return bar < 1
                        || !words.isNothing(name.name())
                        || !(words.meaning(name.name().substring(0, bar))
                                instanceof Meaning.Function(List<String> parameters, boolean _))
                ? List.of()
                : parameters.stream()
                        .map(letter -> new Expr.Name(letter, name.span()))
                        .toList();
    }

    private List<String> ownLetters(Expr.Name name) {
        return switch (words.meaning(name.name())) {
            case Meaning.Function function -> function.parameters();
            case Meaning.Formula formula -> formula.letters();
            case Meaning.Nothing _, Meaning.Value _, Meaning.Vector _, Meaning.Open _ -> List.of();
        };
    }

    /**
     * A partial derivative of a function of several arguments, where one of them is a formula in another here, as y = x² + 1 for
     * {@code ∂g/∂x}: the function is derived by its own letters, which then stand for what these names mean. Null where no argument depends
     * on another.
     */
    @Nullable
    Expr partial(Expr.Name name, List<Expr.Name> letters, Span span) {
        return words.meaning(name.name()) instanceof Meaning.Function(List<String> parameters, boolean _)
                        && parameters.containsAll(
                                letters.stream().map(Expr.Name::name).toList())
                        && isEntangled(parameters)
                ? atItsLetters(parameters, span, own -> derivative(name, own, letters, parameters, span))
                : null;
    }

    private boolean isEntangled(List<String> parameters) {
        return parameters.stream()
                .anyMatch(parameter ->
                        parameters.stream().anyMatch(other -> !other.equals(parameter) && hangsOn(other, parameter)));
    }

    private static Expr derivative(
            Expr.Name function, List<Expr.Name> own, List<Expr.Name> letters, List<String> parameters, Span span) {
        List<Expr.Name> by = letters.stream()
                .map(letter -> own.get(parameters.indexOf(letter.name())))
                .toList();
        return new Expr.Derivative(called(function, own), by, true, span);
    }

    private static Expr called(Expr.Name function, List<Expr.Name> letters) {
        List<Expr.Argument> arguments = letters.stream()
                .map(letter -> new Expr.Argument(null, letter, letter.span()))
                .toList();
        return new Expr.Call(function, arguments, function.span());
    }

    /** What is made of letters that are no others here, where they stand for what the parameters' names mean. */
    private static Expr atItsLetters(List<String> parameters, Span span, Function<List<Expr.Name>, Expr> made) {
        List<Expr.Name> own = new ArrayList<>();
        List<Expr.Point> points = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            Expr.Name letter = new Expr.Name(WrittenNames.apart(i), span);
            own.add(letter);
            points.add(new Expr.Point(letter, new Expr.Name(parameter, span)));
        }
        return new Expr.At(made.apply(own), points, span);
    }

    private boolean hangsOn(String name, String letter) {
        return switch (words.meaning(name)) {
            case Meaning.Formula formula -> formula.letters().contains(letter);
            case Meaning.Value _ -> names.inputs(name).contains(letter);
            case Meaning.Nothing _, Meaning.Vector _, Meaning.Function _, Meaning.Open _ -> false;
        };
    }

    /** {@code ∇f} where no point follows: the derivatives by all letters, in their order. */
    Expr gradient(Expr.Nabla nabla, Expr of) {
        if (of instanceof Expr.Name name
                && words.meaning(name.name()) instanceof Meaning.Function(List<String> parameters, boolean _)
                && !parameters.isEmpty()) {
            // A place also has the sum of ∇² worked out.
            return isEntangled(parameters) || nabla.squared()
                    ? atItsLetters(parameters, nabla.span(), own -> gradient(nabla, called(name, own), own))
                    : gradient(nabla, called(name, names(parameters, nabla)), names(parameters, nabla));
        }
        List<String> letters = words.variablesOf(of);
        if (letters.isEmpty()) {
            throw new AgException(
                    ErrorCode.NO_LETTERS,
                    "'" + nabla.of().span().text() + "' has no letters to be derived by",
                    nabla.span(),
                    "at a point write: gradient(f, [1, 2])");
        }
        return gradient(nabla, of, names(letters, nabla));
    }

    private static List<Expr.Name> names(List<String> letters, Expr.Nabla nabla) {
        return letters.stream()
                .map(letter -> new Expr.Name(letter, nabla.span()))
                .toList();
    }

    private static Expr gradient(Expr.Nabla nabla, Expr of, List<Expr.Name> letters) {
        Span span = nabla.span();
        if (nabla.squared()) {
            return letters.stream()
                    .map(letter -> (Expr) new Expr.Derivative(of, List.of(letter, letter), true, span))
                    .reduce((left, right) -> Pieces.binary(BinaryOperator.ADD, left, right, span))
                    .orElseThrow();
        }
        return new Expr.Vector(
                letters.stream()
                        .map(letter -> (Expr) new Expr.Derivative(of, List.of(letter), true, span))
                        .toList(),
                span);
    }
}
