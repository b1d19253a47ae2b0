package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Parts;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a quotient: it may be a derivative such as {@code dy/dx}, and what stands side by side around its line may be refused. */
record Division(Function<Expr, Expr> reader, Words words) {
    /** @param left what stands above the line, read */
    Expr read(Expr.Binary quotient, Expr written, Expr left) {
        Expr derivative = derivative(quotient, written);
        if (derivative != null) {
            return reader.apply(derivative);
        }
        requireClosedFunction(quotient, written);
        requireClosedExponent(quotient, written);
        Expr right = reader.apply(quotient.right());
        requireOneDivisor(quotient, right);
        return Reading.with(quotient, left, right);
    }

    boolean isDerivative(Expr.Binary quotient, Expr above) {
        return quotient.operator() == BinaryOperator.DIVIDE && derivative(quotient, above) != null;
    }

    /** {@code dy/du du/dx} is a product of two derivatives. */
    static Expr.Binary ofDerivatives(Expr.Binary quotient) {
        if (quotient.operator() == BinaryOperator.DIVIDE
                && quotient.right() instanceof Expr.Name below
                && quotient.left() instanceof Expr.Binary first
                && first.operator() == BinaryOperator.DIVIDE
                && first.right()
                        instanceof Expr.Beside(Expr.Name one, boolean _, Expr.Name above, boolean _, boolean _, Span _)
                && isDifferential(below)
                && isDifferential(one)
                && isDifferential(above)
                && above.span().end() == quotient.operatorSpan().start()) {
            Span between =
                    new Span(one.span().source(), one.span().end(), one.span().end());
            Expr.Binary left = new Expr.Binary(
                    BinaryOperator.DIVIDE,
                    first.left(),
                    one,
                    first.operatorSpan(),
                    first.span().to(one.span()));
            Expr.Binary right = new Expr.Binary(
                    BinaryOperator.DIVIDE,
                    above,
                    below,
                    quotient.operatorSpan(),
                    above.span().to(below.span()));
            return new Expr.Binary(BinaryOperator.MULTIPLY, left, right, between, quotient.span());
        }
        return quotient;
    }

    private @Nullable Expr derivative(Expr.Binary quotient, Expr written) {
        if (quotient.right() instanceof Expr.Call point) {
            return atPoint(quotient, written, point);
        }
        if (quotient.right() instanceof Expr.Beside factors) {
            return beforeFactors(quotient, written, factors);
        }
        if (quotient.right() instanceof Expr.Index(Expr.Name below, List<Expr> of, Span _)
                && of.size() == 1
                && isDifferential(below)
                && written instanceof Expr.Name d
                && d.name().equals("d")
                && words.isNothing("d")
                && words.isNothing(below.name())
                && d.span().end() == quotient.operatorSpan().start()) {
            return new Expr.Derivative(of.getFirst(), List.of(without(below)), true, quotient.span());
        }
        if (quotient.right() instanceof Expr.Name below
                && isDifferential(below)
                && written instanceof Expr.Call(Expr.Name above, List<Expr.Argument> arguments, Span _)
                && isDifferential(above)
                && words.isNothing(above.name())
                && words.isNothing(below.name())
                && words.meaning(without(above).name()) instanceof Meaning.Function
                && quotient.operatorSpan().end() == below.span().start()) {
            Expr.Call of = new Expr.Call(without(above), arguments, written.span());
            return new Expr.Derivative(of, List.of(without(below)), true, quotient.span());
        }
        if (quotient.right() instanceof Expr.Name below
                && isDifferential(below)
                && written instanceof Expr.Call(Expr.Name d, List<Expr.Argument> of, Span _)
                && d.name().equals("d")
                && of.size() == 1
                && words.isNothing("d")
                && quotient.operatorSpan().end() == below.span().start()) {
            return new Expr.Derivative(of.getFirst().value(), List.of(without(below)), true, quotient.span());
        }
        if (!(quotient.right() instanceof Expr.Name below) || !isDifferential(below)) {
            return null;
        }
        Expr.Name above = RightEnd.name(written);
        if (above == null
                || !isDifferential(above)
                || above.span().end() + 1 != below.span().start()
                || !(words.isNothing(above.name()) || words.isNothing(below.name()))) {
            return null;
        }
        Span span = above.span().to(below.span());
        return RightEnd.replaced(written, new Expr.Quotient(without(above), List.of(without(below)), span));
    }

    /** {@code dy/dx sin x} is a product of a derivative: what divides is dx alone. */
    private @Nullable Expr beforeFactors(Expr.Binary quotient, Expr written, Expr.Beside factors) {
        if (!(leftmost(factors) instanceof Expr.Name below) || !isDifferential(below)) {
            return null;
        }
        Expr.Binary sign = new Expr.Binary(
                BinaryOperator.DIVIDE,
                quotient.left(),
                below,
                quotient.operatorSpan(),
                quotient.span().to(below.span()));
        Expr derivative = derivative(sign, written);
        return derivative == null ? null : begunBy(derivative, factors);
    }

    private static Expr leftmost(Expr.Beside factors) {
        return factors.left() instanceof Expr.Beside inner && !factors.leftBracketed()
                ? leftmost(inner)
                : factors.left();
    }

    private static Expr.Beside begunBy(Expr first, Expr.Beside factors) {
        boolean inner = factors.left() instanceof Expr.Beside && !factors.leftBracketed();
        Expr left = inner ? begunBy(first, (Expr.Beside) factors.left()) : first;
        return new Expr.Beside(
                left,
                false,
                factors.right(),
                factors.rightBracketed(),
                factors.touching(),
                first.span().to(factors.span()));
    }

    /** {@code df/dx(2)} is f'(2), and {@code dy/dx(2)} is dy/dx at x = 2. */
    private @Nullable Expr atPoint(Expr.Binary quotient, Expr written, Expr.Call point) {
        if (!(point.callee() instanceof Expr.Name below)
                || !(written instanceof Expr.Name above)
                || point.arguments().size() != 1
                || !isDifferential(above)
                || !isDifferential(below)
                || !words.isNothing(above.name())
                || !words.isNothing(below.name())) {
            return null;
        }
        Expr.Argument at = point.arguments().getFirst();
        Expr.Name of = without(above);
        Expr.Name letter = without(below);
        boolean function = words.meaning(of.name()) instanceof Meaning.Function;
        requirePlace(quotient, point, of, letter, function);
        if (function) {
            return new Expr.Call(new Expr.Prime(of, 1, above.span()), List.of(at), quotient.span());
        }
        Expr derivative = new Expr.Quotient(of, List.of(letter), above.span().to(below.span()));
        return new Expr.At(derivative, List.of(new Expr.Point(letter, at.value())), quotient.span());
    }

    /** {@code dy/dx (x + 1)} may be a product; so may be {@code dy/dx (x)}, but {@code df/dx (x)} is f'(x). */
    private static void requirePlace(
            Expr.Binary quotient, Expr.Call point, Expr.Name of, Expr.Name letter, boolean function) {
        Expr at = point.arguments().getFirst().value();
        boolean spaced =
                Pieces.between(point, point.callee().span().end(), at.span().start())
                                .startsWith("(")
                        && point.callee().span().end() < at.span().start() - 1;
        boolean itself = at instanceof Expr.Name name && name.name().equals(letter.name());
        if (spaced && !(itself && function) && Parts.holdsName(at, letter.name())) {
            String sign = Pieces.between(
                    quotient, quotient.span().start(), point.callee().span().end());
            String inside = at.span().text();
            throw TwoReadings.of(
                    quotient.span(),
                    function ? of.name() + "'(" + inside + ")" : sign + " at " + letter.name() + " = " + inside,
                    "(" + sign + ")*(" + inside + ")");
        }
    }

    private static boolean isDifferential(Expr.Name name) {
        return name.name().length() > 1 && name.name().startsWith("d");
    }

    private static Expr.Name without(Expr.Name differential) {
        Span span = differential.span();
        return new Expr.Name(differential.name().substring(1), new Span(span.source(), span.start() + 1, span.end()));
    }

    /** {@code sin x/2} may mean the sine of x/2. */
    private void requireClosedFunction(Expr.Binary quotient, Expr written) {
        Expr last = last(written);
        int end = last.span().end();
        boolean tight = quotient.operatorSpan().start() == end
                && quotient.operatorSpan().end() == quotient.right().span().start();
        if (tight && last instanceof Expr.Beside beside && new Factors(reader, words, beside).endsOpen()) {
            Expr whole = reader.apply(beside);
            Expr divisor = reader.apply(quotient.right());
            Span span = beside.span().to(quotient.span());
            Expr inner = words.last(whole, argument -> Reading.with(quotient, argument, divisor));
            throw TwoReadings.of(
                    span,
                    "(" + ExpressionText.print(whole) + ")/" + Pieces.grouped(ExpressionText.print(divisor)),
                    ExpressionText.print(inner));
        }
    }

    /** x¹ is not written: {@code x^1/2} is likely the root of x. */
    private static void requireClosedExponent(Expr.Binary quotient, Expr written) {
        if (last(written) instanceof Expr.Binary power
                && power.operator() == BinaryOperator.POWER
                && unsigned(power.right()) instanceof Expr.NumberLiteral(double one, Span _)
                && one == 1
                && quotient.right() instanceof Expr.NumberLiteral
                && quotient.operatorSpan().start() == power.right().span().end()) {
            String base = Pieces.between(
                    power, power.span().start(), power.operatorSpan().start());
            String below = quotient.right().span().text();
            String exponent = power.right().span().text();
            String alone = exponent.length() > 1 ? "(" + exponent + ")" : exponent;
            throw TwoReadings.of(
                    power.span().to(quotient.span()),
                    base + "^(" + exponent + "/" + below + ")",
                    "(" + base + "^" + alone + ")/" + below);
        }
    }

    private static Expr unsigned(Expr exponent) {
        return exponent instanceof Expr.Unary sign && sign.span().text().length() == 2 ? sign.operand() : exponent;
    }

    private static Expr last(Expr written) {
        Expr at = written;
        while (true) {
            if (at instanceof Expr.Binary binary
                    && (binary.operator() == BinaryOperator.MULTIPLY || binary.operator() == BinaryOperator.DIVIDE)) {
                at = binary.right();
            } else if (at instanceof Expr.Unary sign) {
                at = sign.operand();
            } else {
                return at;
            }
        }
    }

    /** {@code 1/2x} may mean 1/(2x). */
    private void requireOneDivisor(Expr.Binary quotient, Expr right) {
        Expr below = quotient.right();
        Expr base =
                below instanceof Expr.Binary power && power.operator() == BinaryOperator.POWER ? power.left() : below;
        boolean call = base instanceof Expr.Call
                && right instanceof Expr.Binary product
                && product.operator() == BinaryOperator.MULTIPLY
                && product.operatorSpan().length() == 0;
        boolean several = (below instanceof Expr.Beside beside && !new Factors(reader, words, beside).isOneFunction())
                || (below instanceof Expr.Binary product && Pieces.isUnsigned(product));
        if (!(call || several) || isBracketed(quotient, below)) {
            return;
        }
        String above = Pieces.grouped(Pieces.between(
                quotient, quotient.span().start(), quotient.operatorSpan().start()));
        String first;
        String rest;
        if (several) {
            Expr leftmost = below;
            boolean bracketed = false;
            while (!bracketed
                    && (leftmost instanceof Expr.Beside
                            || (leftmost instanceof Expr.Binary p && Pieces.isUnsigned(p)))) {
                bracketed = leftmost instanceof Expr.Beside chain && chain.leftBracketed();
                leftmost = leftmost instanceof Expr.Beside chain ? chain.left() : ((Expr.Binary) leftmost).left();
            }
            first = bracketed
                    ? "(" + leftmost.span().text() + ")"
                    : leftmost.span().text();
            rest = Pieces.between(below, leftmost.span().end(), below.span().end())
                    .substring(bracketed ? 1 : 0);
        } else {
            Expr.Binary product = (Expr.Binary) right;
            first = product.left().span().text();
            rest = ExpressionText.print(product.right());
        }
        String one = Pieces.grouped(first);
        String other = Pieces.grouped(rest);
        throw TwoReadings.of(
                quotient.span(), above + "/(" + one + "*" + other + ")", "(" + above + "/" + one + ")*" + other);
    }

    private static boolean isBracketed(Expr.Binary quotient, Expr below) {
        return Pieces.between(
                                quotient,
                                quotient.operatorSpan().end(),
                                below.span().start())
                        .contains("(")
                || quotient.span().text().contains("\\frac");
    }
}
