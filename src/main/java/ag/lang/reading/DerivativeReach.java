package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;

/** How far {@code d/dx} reaches: what stands behind its operand may belong to it or not, and is refused with both readings. */
final class DerivativeReach {
    private DerivativeReach() {}

    /** {@code d/dx x^2 + 1} may mean the derivative of all of it. */
    static void requireClosed(Expr.Binary sum, Expr written, Expr right) {
        Expr.Derivative open = Pieces.isClosed(sum, written) ? null : RightEnd.openDerivative(written);
        if (open == null || RightEnd.openDerivative(sum.right()) != null || right instanceof Expr.Derivative) {
            return;
        }
        Span all = open.span().to(sum.span());
        String sign = Pieces.between(open, open.span().start(), open.of().span().start());
        String term = open.of().span().text();
        String behind = Pieces.between(sum, open.span().end(), sum.span().end());
        throw TwoReadings.of(all, "(" + sign + " (" + term + ")) " + behind, sign + " (" + term + " " + behind + ")");
    }

    /** {@code d/dx (sin x)/x} may mean the derivative of all of it, where what follows the brackets depends on the letter. */
    static void requireAlone(Expr.Binary binary, Expr written, Expr right) {
        if (!(written instanceof Expr.Derivative derivative)
                || !derivative.bracketed()
                || Pieces.isClosed(binary, written)) {
            return;
        }
        String letter = derivative.letters().getFirst().name();
        boolean[] depends = {false};
        Parts.each(
                right,
                part -> depends[0] |=
                        part instanceof Expr.Name name && name.name().equals(letter));
        if (depends[0] && !(right instanceof Expr.Derivative)) {
            String sign = Pieces.between(
                            derivative,
                            derivative.span().start(),
                            derivative.of().span().start())
                    .replace("(", "")
                    .strip();
            String of = derivative.of().span().text();
            String behind = Pieces.between(
                    binary, derivative.span().end(), binary.span().end());
            throw TwoReadings.of(
                    derivative.span().to(binary.span()),
                    sign + " ((" + of + ")" + behind + ")",
                    "(" + sign + " (" + of + "))" + behind);
        }
    }
}
