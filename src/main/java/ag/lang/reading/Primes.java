package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads primes: {@code f'} of a function, {@code y'} of a formula in one letter, {@code uv'} of the last factor of a word. */
record Primes(Function<Expr, Expr> reader, Words words) {
    Expr read(Expr.Prime prime) {
        OfFunctions functions = new OfFunctions(reader, words);
        boolean closed = Pieces.isClosed(prime);
        if (closed && functions.isOne(prime.function())) {
            return new Expr.Prime(functions.alone(prime.function()), prime.order(), prime.span());
        }
        if (!closed && prime.function() instanceof Expr.Name word) {
            List<Expr> parts = new ArrayList<>(words.parts(word));
            if (parts.size() > 1) {
                // Of a word that is a product, the last letter has the prime: uv'.
                parts.add(new Expr.Prime(parts.removeLast(), prime.order(), prime.span()));
                return Pieces.product(parts.stream().map(this::number).toList());
            }
        }
        if (prime.function() instanceof Expr.Name name
                && !(words.meaning(name.name()) instanceof Meaning.Formula
                        || words.meaning(name.name()) instanceof Meaning.Value)) {
            Expr read = words.name(name);
            if (read instanceof Expr.Name) {
                return new Expr.Prime(read, prime.order(), prime.span());
            }
        }
        Expr of = reader.apply(prime.function());
        if (!closed
                && prime.function() instanceof Expr.Call call
                && call.arguments().size() == 1) {
            Expr product = lastBracket(prime, call, of);
            if (product != null) {
                return product;
            }
        }
        List<String> letters = words.variablesOf(of);
        if (letters.isEmpty() || of instanceof Expr.Prime || of instanceof Expr.Anonymous) {
            return new Expr.Prime(of, prime.order(), prime.span());
        }
        if (letters.size() > 1) {
            String text = Pieces.inside(prime.function().span().text());
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + prime.span().text() + "' has several letters to be derived by: " + String.join(", ", letters),
                    prime.span(),
                    "write " + derivative(prime.order(), letters.getFirst(), text) + ", or "
                            + derivative(prime.order(), letters.get(1), text));
        }
        Expr.Name letter = new Expr.Name(letters.getFirst(), prime.span());
        return new Expr.Derivative(of, Collections.nCopies(prime.order(), letter), true, prime.span());
    }

    /** {@code x(x + 1)'} and {@code (x + 1)(x + 2)'} are products with the derivative of their last factor; null for a call. */
    private @Nullable Expr lastBracket(Expr.Prime prime, Expr.Call call, Expr read) {
        if (read instanceof Expr.Binary product && Pieces.isUnsigned(product)) {
            Expr last = call.arguments().getFirst().value();
            return Pieces.product(product.left(), read(new Expr.Prime(last, prime.order(), prime.span())));
        }
        if (call.callee() instanceof Expr.Call) {
            String first = call.callee().span().text();
            String derived = Pieces.between(
                    prime, call.callee().span().end(), prime.span().end());
            String whole = call.span().text();
            throw TwoReadings.of(prime.span(), first + "*" + derived, "(" + whole + ")" + "'".repeat(prime.order()));
        }
        return null;
    }

    private static String derivative(int order, String letter, String of) {
        String power = order == 1 ? "" : "^" + order;
        return "d" + power + "/d" + letter + power + " (" + of + ")";
    }

    private Expr number(Expr written) {
        return words.amongNumbers(written, reader.apply(written));
    }
}
