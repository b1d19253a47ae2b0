package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.function.Function;

/** Reads a power: what is raised, how far the exponent reaches, and {@code sin^n(x)}, in which the function is raised. */
record Powers(Function<Expr, Expr> reader, Words words) {
    /** @param left what is raised, read */
    Expr read(Expr.Binary binary, Expr written, Expr left) {
        if (written instanceof Expr.Derivative derivative && !Pieces.isClosed(binary, written)) {
            throw DerivativeReach.bothWays(derivative);
        }
        if (written instanceof Expr.Name function
                && words.meaning(function.name()) instanceof Meaning.Function
                && binary.right() instanceof Expr.Call call
                && call.arguments().size() == 1) {
            Expr argument = reader.apply(call.arguments().getFirst().value());
            return new Raised(reader, words).together(binary, function, call.callee(), argument);
        }
        // Brackets hold an exponent together: e^(x)(x + 1) is a product, and so is e^(x)(x + 1)².
        if (binary.right() instanceof Expr.Call factor && endsBracketed(binary, factor)) {
            Expr raised = bracketed(binary, factor, written, left);
            return Pieces.product(
                    raised, reader.apply(factor.arguments().getFirst().value()));
        }
        if (binary.right() instanceof Expr.Factorial(Expr.Call factor, Span sign) && endsBracketed(binary, factor)) {
            Expr raised = bracketed(binary, factor, written, left);
            Expr argument = factor.arguments().getFirst().value();
            return Pieces.product(raised, reader.apply(new Expr.Factorial(argument, sign)));
        }
        if (binary.right() instanceof Expr.Binary behind
                && behind.operator() == BinaryOperator.POWER
                && behind.left() instanceof Expr.Call factor
                && endsBracketed(binary, factor)) {
            Expr raised = bracketed(binary, factor, written, left);
            Expr base = reader.apply(factor.arguments().getFirst().value());
            return Pieces.product(raised, Pieces.power(base, number(behind.right()), behind.span()));
        }
        new ForeignCalls(words::meaning).check(binary);
        Expr exponent = number(binary.right());
        requireNoFunction(binary, written, left);
        requireClosedExponent(binary, exponent);
        if (written instanceof Expr.Name && !(left instanceof Expr.Name)) {
            // Of a word that is a product, the last letter is raised: xe^x.
            return words.last(
                    left, last -> Pieces.power(last, exponent, last.span().to(binary.span())));
        }
        if (written instanceof Expr.Call && left instanceof Expr.Call call && mayMultiply(call)) {
            return new Expr.Applied(call.callee(), call.arguments().getFirst(), exponent, binary.span());
        }
        if (written instanceof Expr.Call && left instanceof Expr.Binary product && Pieces.isUnsigned(product)) {
            // x(x + 1)^2 is x·(x + 1)².
            return Reading.with(product, product.left(), Pieces.power(product.right(), exponent, binary.span()));
        }
        return Reading.with(binary, left, exponent);
    }

    /** Whether the exponent is what stands in brackets, and more follows in brackets. */
    private boolean endsBracketed(Expr.Binary power, Expr.Call factor) {
        Expr.Call call = factor;
        while (!closesBehind(call) && call.callee() instanceof Expr.Call inner) {
            call = inner;
        }
        boolean single = factor.arguments().size() == 1
                && factor.arguments().getFirst().name() == null
                && !words.isFunction(call.callee());
        String before = Pieces.between(
                power, power.operatorSpan().end(), call.callee().span().start());
        return single && closesBehind(call) && (before.startsWith("(") || before.startsWith("{"));
    }

    /** Whether a bracket closes between what is called and its argument: {@code (x)(x + 1)}. */
    private static boolean closesBehind(Expr.Call call) {
        String between =
                Pieces.between(call, call.callee().span().end(), call.span().end());
        return between.startsWith(")") || between.startsWith("}");
    }

    /** The power with what stands in brackets as its exponent; read on where more brackets stand in it. */
    private Expr bracketed(Expr.Binary power, Expr.Call factor, Expr written, Expr left) {
        return closesBehind(factor)
                ? Reading.with(power, left, number(factor.callee()))
                : read(raised(power, factor.callee()), written, left);
    }

    private static Expr.Binary raised(Expr.Binary power, Expr exponent) {
        return new Expr.Binary(
                power.operator(),
                power.left(),
                exponent,
                power.operatorSpan(),
                power.span().to(exponent.span()));
    }

    /** {@code sin^2} alone lacks its argument. */
    private void requireNoFunction(Expr.Binary power, Expr written, Expr left) {
        if (words.isFunction(left) && left instanceof Expr.Name name && !Pieces.isClosed(power, written)) {
            String function = name.name();
            String exponent = power.right().span().text();
            throw new AgException(
                    ErrorCode.MISSING_ARGUMENT,
                    "'" + power.span().text() + "' is a power of the function '" + function
                            + "', and nothing says what the function is taken of",
                    power.span(),
                    "write " + function + "(x)^" + exponent);
        }
    }

    /** {@code e^x(x + 1)} may have all of it above, or x alone; a space ends an exponent, and brackets hold one together. */
    private static void requireClosedExponent(Expr.Binary power, Expr exponent) {
        boolean raised = power.right() instanceof Expr.Binary behind && behind.operator() == BinaryOperator.POWER;
        if ((raised ? ((Expr.Binary) power.right()).left() : power.right()) instanceof Expr.Call call
                && (call.callee() instanceof Expr.Call
                        || (exponent instanceof Expr.Binary product && Pieces.isUnsigned(product)))
                && power.operatorSpan().end() == call.callee().span().start()) {
            String base = Pieces.grouped(Pieces.between(
                    power, power.span().start(), power.operatorSpan().start()));
            String one = call.callee().span().text();
            String other = Pieces.between(
                    power, call.callee().span().end(), power.span().end());
            throw TwoReadings.of(power.span(), base + "^(" + one + "*" + other + ")", base + "^" + one + "*" + other);
        }
    }

    /** Whether only the run can tell that something is called here, and not multiplied: f(x)(x + 1)^2, where f(x) is a number or a function. */
    boolean mayMultiply(Expr.Call call) {
        return call.arguments().size() == 1
                && call.arguments().getFirst().name() == null
                && !(call.arguments().getFirst().value() instanceof Expr.Comprehension)
                && (call.callee() instanceof Expr.Call
                        || (call.callee() instanceof Expr.Name name && mayBeNumber(name)));
    }

    private boolean mayBeNumber(Expr.Name name) {
        return switch (words.meaning(name.name())) {
            case Meaning.Open _ -> true;
            case Meaning.Nothing nothing -> nothing.mayCome();
            case Meaning.Value _, Meaning.Vector _, Meaning.Function _, Meaning.Formula _ -> false;
        };
    }

    /** Reads an operand of arithmetic. */
    private Expr number(Expr written) {
        return words.amongNumbers(written, reader.apply(written));
    }
}
