package ag.lang.reading;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code 2½}: two and a half. */
final class MixedNumber {
    private MixedNumber() {}

    /** The number, where a whole one and a fraction of one sign touch; otherwise null. */
    static @Nullable Expr of(Expr whole, Expr behind) {
        return whole instanceof Expr.NumberLiteral
                        && behind instanceof Expr.Binary fraction
                        && fraction.operator() == BinaryOperator.DIVIDE
                        && fraction.span().length() == 1
                        && whole.span().end() == fraction.span().start()
                ? Pieces.binary(
                        BinaryOperator.ADD, whole, fraction, whole.span().to(fraction.span()))
                : null;
    }

    /** {@code 2½(x + 1)^2}, which stands as 2·(½(x + 1))^2, as the product of the number; null for any other product. */
    static Expr.@Nullable Binary times(Expr.Binary product) {
        Expr fraction = Pieces.isUnsigned(product) ? called(product.right()) : null;
        Expr mixed = fraction == null ? null : of(product.left(), fraction);
        return mixed == null ? null : Reading.with(product, mixed, behind(product.right()));
    }

    /** What stands before the first brackets. */
    static Expr called(Expr written) {
        Expr at = written;
        for (Expr next = inner(at); next != null; next = inner(at)) {
            at = next;
        }
        return at;
    }

    /** What is called, raised or has a factorial. */
    private static @Nullable Expr inner(Expr written) {
        if (written instanceof Expr.Call call) {
            return call.callee();
        }
        if (written instanceof Expr.Factorial factorial) {
            return factorial.of();
        }
        return written instanceof Expr.Binary power && power.operator() == BinaryOperator.POWER ? power.left() : null;
    }

    /** The first brackets with what stands behind them. */
    static Expr behind(Expr written) {
        if (written instanceof Expr.Call call) {
            return inner(call.callee()) == null
                    ? call.arguments().getFirst().value()
                    : new Expr.Call(behind(call.callee()), call.arguments(), call.span());
        }
        if (written instanceof Expr.Factorial factorial) {
            return new Expr.Factorial(behind(factorial.of()), factorial.span());
        }
        return written instanceof Expr.Binary power && power.operator() == BinaryOperator.POWER
                ? Reading.with(power, behind(power.left()), power.right())
                : written;
    }
}
