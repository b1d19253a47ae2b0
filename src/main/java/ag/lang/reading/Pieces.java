package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;

/** Puts expressions together that stand where others stood. */
final class Pieces {
    private Pieces() {}

    /** Whether it is a product without a sign. */
    static boolean isUnsigned(Expr.Binary product) {
        return product.operator() == BinaryOperator.MULTIPLY
                && product.operatorSpan().length() == 0;
    }

    /** A product without a sign. */
    static Expr product(Expr left, Expr right) {
        Span end = new Span(left.span().source(), left.span().end(), left.span().end());
        return new Expr.Binary(
                BinaryOperator.MULTIPLY, left, right, end, left.span().to(right.span()));
    }

    static Expr product(List<Expr> factors) {
        Expr product = factors.getFirst();
        for (Expr factor : factors.subList(1, factors.size())) {
            product = product(product, factor);
        }
        return product;
    }

    static Expr binary(BinaryOperator operator, Expr left, Expr right, Span span) {
        return new Expr.Binary(operator, left, right, span, span);
    }

    static Expr power(Expr base, Expr exponent, Span span) {
        return binary(BinaryOperator.POWER, base, exponent, span);
    }

    static Expr.Call call(String function, Span name, Expr argument, Span span) {
        return call(new Expr.Name(function, name), argument, span);
    }

    static Expr.Call call(Expr function, Expr argument, Span span) {
        return new Expr.Call(function, List.of(new Expr.Argument(null, argument, argument.span())), span);
    }

    static Expr number(double value, Span span) {
        return new Expr.NumberLiteral(value, span);
    }

    /** Whether a bracket closes what stands to the left of a sign. */
    static boolean isClosed(Expr.Binary binary, Expr written) {
        return Pieces.between(
                        binary, written.span().end(), binary.operatorSpan().start())
                .contains(")");
    }

    /** Whether what has a prime stands in brackets. */
    static boolean isClosed(Expr.Prime prime) {
        return between(prime, prime.function().span().end(), prime.span().end()).startsWith(")");
    }

    /** The text between two places; empty where the second comes first. */
    static String between(Expr expression, int from, int to) {
        String text = expression.span().source().text();
        return from >= 0 && from <= to && to <= text.length()
                ? text.substring(from, to).strip()
                : "";
    }

    /** The text of an expression, in brackets where it has a sign outside of any. */
    static String grouped(String text) {
        String plain = text.strip();
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && "+-−*·/ ".indexOf(c) >= 0 && i > 0) {
                return "(" + plain + ")";
            }
        }
        return plain.startsWith("-") ? "(" + plain + ")" : plain;
    }

    /** The text of an expression without the brackets around all of it. */
    static String inside(String text) {
        String plain = text.strip();
        if (!plain.startsWith("(") || !plain.endsWith(")")) {
            return plain;
        }
        int depth = 0;
        for (int i = 0; i < plain.length() - 1; i++) {
            depth += plain.charAt(i) == '(' ? 1 : plain.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return plain;
            }
        }
        return plain.substring(1, plain.length() - 1).strip();
    }
}
