package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import ag.spelling.Greek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads single names: other spellings, words written without spaces, and functions without brackets. */
final class Words {
    private final Function<String, Meaning> meanings;
    private final NameMeanings names;
    private final Reading.Notes notes;
    private final Expr whole;
    private final Set<String> known = new HashSet<>();
    private final NameDerivatives derivatives;
    private @Nullable Set<String> alone;

    /**
     * @param meanings what names mean at the place that is being read
     * @param names what they mean around the whole expression
     */
    Words(Function<String, Meaning> meanings, NameMeanings names, Reading.Notes notes, Expr whole) {
        this.meanings = meanings;
        this.names = names;
        this.notes = notes;
        this.whole = whole;
        this.derivatives = new NameDerivatives(this, names);
    }

    /** The derivatives that are written with a name. */
    NameDerivatives derivatives() {
        return derivatives;
    }

    Meaning meaning(String name) {
        return meanings.apply(name);
    }

    /** Notes one thing, once. */
    void tell(String kind, String text, Span span) {
        notes.note(kind, text, span);
    }

    boolean isNothing(String name) {
        return meaning(name) instanceof Meaning.Nothing;
    }

    /** From now on the letter means something in this formula. */
    void knows(String letter) {
        known.add(letter);
    }

    Expr name(Expr.Name written) {
        Expr.Name name = spelledOnce(written);
        if (!isNothing(name.name())) {
            return name;
        }
        String spelled = spelling(name.name());
        if (!spelled.equals(name.name())) {
            return new Expr.Name(spelled, name.span());
        }
        String greek = WrittenNames.greek(name.name());
        if (!greek.equals(name.name())) {
            return new Expr.Name(isNothing(greek) ? spelling(greek) : greek, name.span());
        }
        Expr partial = derivatives.subscripted(name);
        if (partial != null) {
            return partial;
        }
        if (WrittenNames.isLetter(name.name())) {
            if (name.name().equals("i") && isNothing("i")) {
                notes.note("i", "i is a letter like any other: ag has no complex numbers", name.span());
            }
            return name;
        }
        List<Expr> parts = parts(name);
        if (parts.isEmpty() || isFunction(parts.getLast())) {
            return name;
        }
        Expr chain = parts.getFirst();
        for (Expr part : parts.subList(1, parts.size())) {
            chain = new Expr.Beside(
                    chain, false, part, false, true, chain.span().to(part.span()));
        }
        return new Factors(this::part, this, (Expr.Beside) chain).read();
    }

    /** One of several spellings is used all over a program. */
    private Expr.Name spelledOnce(Expr.Name name) {
        if (!WrittenNames.hasSpellings(name.name()) || meaning(name.name()) instanceof Meaning.Open) {
            return name;
        }
        // What has no value yet is a letter, however it is spelled.
        String spelled = names.spelled(isNothing(name.name()) ? WrittenNames.greek(name.name()) : name.name());
        return spelled.equals(name.name()) ? name : new Expr.Name(spelled, name.span());
    }

    private Expr part(Expr part) {
        return part instanceof Expr.Name name ? name(name) : part;
    }

    /** Another way to write a name that means something; the name itself where there is none. */
    private String spelling(String name) {
        String known = WrittenNames.known(name);
        if (!known.equals(name) && !isNothing(known)) {
            return known;
        }
        String spelledOut = WrittenNames.greekName(name);
        if (!spelledOut.equals(name)
                && !isNothing(spelledOut)
                && !(meaning(spelledOut) instanceof Meaning.Function function
                        && function.parameters().isEmpty())) {
            return spelledOut;
        }
        String other = otherIndex(name);
        return !other.equals(name) && !isNothing(other) ? other : name;
    }

    /** x₁ for x_1 and the other way round. */
    private static String otherIndex(String name) {
        int bar = name.indexOf('_');
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (bar > 0 && i > bar && c >= '0' && c <= '9') {
                other.append((char) (c - '0' + '₀'));
            } else if (bar < 0 && c >= '₀' && c <= '₉') {
                other.append(other.indexOf("_") < 0 ? "_" : "").append((char) (c - '₀' + '0'));
            } else if (i != bar) {
                other.append(c);
            }
        }
        return other.toString();
    }

    /** The factors of a word that is written without spaces; empty where it is none. */
    List<Expr> parts(Expr.Name word) {
        if (!isNothing(word.name())) {
            return List.of();
        }
        WrittenTogether together = new WrittenTogether(this::means, this::isFunctionName);
        List<String> parts = together.parts(word.name());
        if (parts.isEmpty() && isBehindNumber(word.span())) {
            parts = together.behindNumber(word.name());
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Expr> factors = new ArrayList<>();
        int at = word.span().start();
        boolean own = word.span().length() == word.name().length();
        for (String part : parts) {
            Span span = own ? new Span(word.span().source(), at, at + part.length()) : word.span();
            factors.add(
                    Character.isDigit(part.charAt(0))
                            ? Pieces.number(Double.parseDouble(part), span)
                            : new Expr.Name(part, span));
            at += part.length();
        }
        if (factors.stream().noneMatch(this::isFunction)) {
            notes.note(
                    "word " + word.name(),
                    "'" + word.name() + "' is read as " + String.join("·", parts) + ": it is no name itself",
                    word.span());
        }
        return factors;
    }

    private static boolean isBehindNumber(Span span) {
        return span.start() > 0 && Character.isDigit(span.source().text().charAt(span.start() - 1));
    }

    private boolean means(String letter) {
        return !isNothing(letter) || known.contains(letter) || standsAlone(letter);
    }

    private boolean standsAlone(String letter) {
        if (alone == null) {
            Set<String> found = new HashSet<>();
            Parts.each(whole, part -> {
                if (part instanceof Expr.Name name && WrittenNames.isLetter(name.name())) {
                    found.add(name.name());
                }
            });
            alone = found;
        }
        return alone.contains(letter);
    }

    /** A name among numbers: {@code beta} and {@code gamma} are Greek letters there, and functions where they are called. */
    Expr amongNumbers(Expr written, Expr read) {
        if (written instanceof Expr.Name name
                && meaning(name.name()) instanceof Meaning.Function function
                && function.parameters().isEmpty()
                && Greek.isName(name.name())) {
            return name(new Expr.Name(WrittenNames.greek(name.name()), name.span()));
        }
        return read;
    }

    boolean isFunction(Expr expression) {
        return expression instanceof Expr.Name name && isFunctionName(name.name());
    }

    /** Whether it is a function of the program. */
    boolean isOwnFunction(Expr expression) {
        return expression instanceof Expr.Name name
                && meaning(name.name()) instanceof Meaning.Function function
                && !function.builtin();
    }

    /** Whether it is one of the functions that need no brackets. */
    boolean isFunctionName(String name) {
        if (!WrittenNames.isFunction(name) && !name.equals("describe")) {
            return false;
        }
        return switch (meaning(name)) {
            case Meaning.Function function -> function.builtin();
            case Meaning.Nothing _ -> !WrittenNames.base(name).isEmpty() || !isNothing(WrittenNames.known(name));
            case Meaning.Value _, Meaning.Vector _, Meaning.Formula _, Meaning.Open _ -> false;
        };
    }

    /** A function of a value, by any of its names. */
    Expr apply(Expr.Name function, Expr argument, Span span) {
        String name = function.name();
        String base = isNothing(name) ? WrittenNames.base(name) : "";
        if (base.isEmpty()) {
            if (name.equals("log")
                    && argument instanceof Expr.NumberLiteral(double value, Span _)
                    && isPowerOfTen(value)) {
                notes.note(
                        "log",
                        "log is the natural logarithm here; the one to base 10 is written log10 or lg",
                        function.span());
            }
            return Pieces.call(new Expr.Name(spelling(name), function.span()), argument, span);
        }
        String row = "log" + base;
        if (!isNothing(row)) {
            return Pieces.call(row, function.span(), argument, span);
        }
        Expr of = Character.isDigit(base.charAt(0))
                ? Pieces.number(Double.parseDouble(base), function.span())
                : new Expr.Name(base, function.span());
        return Pieces.binary(
                BinaryOperator.DIVIDE,
                Pieces.call("ln", function.span(), argument, span),
                Pieces.call("ln", function.span(), of, function.span()),
                span);
    }

    private static boolean isPowerOfTen(double value) {
        for (double power = 10; power <= value; power *= 10) {
            if (power == value) {
                return true;
            }
        }
        return false;
    }

    /** Changes the last factor of what a word was read as. */
    Expr last(Expr read, UnaryOperator<Expr> change) {
        if (read instanceof Expr.Binary product && product.operator() == BinaryOperator.MULTIPLY) {
            return Reading.with(product, product.left(), last(product.right(), change));
        }
        return read instanceof Expr.Call call && call.arguments().size() == 1
                ? Pieces.call(call.callee(), last(call.arguments().getFirst().value(), change), call.span())
                : change.apply(read);
    }

    /** What an expression can be derived by: its letters without a value, or else the inputs that it is built on. */
    List<String> variablesOf(Expr read) {
        List<String> letters = lettersOf(read);
        if (!letters.isEmpty()) {
            return letters;
        }
        Set<String> inputs = new LinkedHashSet<>();
        Parts.each(read, part -> {
            if (part instanceof Expr.Name name && meaning(name.name()) instanceof Meaning.Value) {
                inputs.addAll(names.inputs(name.name()));
            }
        });
        return List.copyOf(inputs);
    }

    /** The letters without a value in an expression that is read, in their order. */
    List<String> lettersOf(Expr read) {
        Set<String> letters = new TreeSet<>();
        Parts.each(read, part -> {
            if (part instanceof Expr.Name name) {
                switch (meaning(name.name())) {
                    case Meaning.Nothing _ -> {
                        if (WrittenNames.mayBeFree(name.name())) {
                            letters.add(name.name());
                        }
                    }
                    case Meaning.Formula formula -> letters.addAll(formula.letters());
                    case Meaning.Value _, Meaning.Vector _, Meaning.Function _, Meaning.Open _ -> {}
                }
            }
        });
        return List.copyOf(letters);
    }
}
