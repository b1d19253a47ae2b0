package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.WrittenNames;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A function with a power between its name and its argument: {@code sin² x} is (sin x)², {@code sin⁻¹ x} is asin(x). */
record Raised(Function<Expr, Expr> reader, Words words) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern INVERSE = Pattern.compile("\\^\\s*[{(]?\\s*-\\s*1\\s*[)}]?$");
    private static final Map<String, String> OTHER_INVERSES = Map.of("exp", "ln", "ln", "exp", "log", "exp");

    Expr of(Expr.Binary power, Expr argument) {
        Expr.Name function = (Expr.Name) power.left();
        Span span = power.span().to(argument.span());
        boolean inverse =
                power.right() instanceof Expr.Unary(UnaryOperator _, Expr.NumberLiteral(double one, Span _), Span _)
                        && one == 1;
        if (!inverse) {
            return new Expr.Binary(
                    BinaryOperator.POWER,
                    words.apply(function, argument, span),
                    reader.apply(power.right()),
                    power.operatorSpan(),
                    span);
        }
        String name = WrittenNames.known(function.name());
        String other = OTHER_INVERSES.getOrDefault(name, "a" + name);
        if (words.isNothing(other)) {
            throw own(power.span(), function.name(), argument.span().text());
        }
        return Pieces.call(other, function.span(), argument, span);
    }

    /** A power that stands together with the argument: {@code sin^n(x)} is (sin x)^n, but {@code sin^(2)(x)} may be sin''. */
    Expr together(Expr.Binary power, Expr.Name function, Expr exponent, Expr argument) {
        String of = Pieces.inside(argument.span().text());
        boolean bracketed = Pieces.between(
                        power, power.operatorSpan().end(), exponent.span().start() + 1)
                .startsWith("(");
        if (bracketed && exponent instanceof Expr.NumberLiteral(double order, Span _) && order >= 1 && order <= 9) {
            String value = function.name() + "(" + of + ")";
            String derivative = order <= 3 || !WrittenNames.mayBeFree(of.strip())
                    ? function.name() + "'".repeat((int) order) + "(" + of + ")"
                    : "d^%d/d%s^%d (%s)".formatted((int) order, of, (int) order, value);
            throw TwoReadings.of(power.span(), value + "^" + exponent.span().text(), derivative);
        }
        if (!words.isFunction(function)) {
            throw own(raisedSpan(power, exponent), function.name(), of);
        }
        Expr.Binary raised =
                new Expr.Binary(BinaryOperator.POWER, function, exponent, power.operatorSpan(), power.span());
        return of(raised, argument);
    }

    /** The function with its exponent, and the bracket that closes that. */
    private static Span raisedSpan(Expr.Binary power, Expr exponent) {
        Span whole = power.span();
        int end = exponent.span().end();
        String text = whole.source().text();
        boolean closes = end < text.length() && (text.charAt(end) == '}' || text.charAt(end) == ')');
        return new Span(whole.source(), whole.start(), closes ? end + 1 : end);
    }

    /** The power of a function of the program can mean two things. */
    static AgException own(Span span, String function, String argument) {
        String text = span.text();
        boolean inverse = text.endsWith("⁻¹") || INVERSE.matcher(text).find();
        return inverse
                ? new AgException(
                        ErrorCode.TWO_READINGS,
                        "'" + text + "' can be read in two ways: 1 divided by " + function
                                + ", or its inverse function",
                        span,
                        "write: 1/" + function + "(" + argument + ")"
                                + (NUMBER.matcher(argument.strip()).matches()
                                        ? ", or solve " + function + "(x) = " + argument.strip() + " for x"
                                        : "; an inverse needs a name and a formula of its own"))
                : TwoReadings.of(
                        span, function + "(" + argument + ")^" + exponent(text), again(function, argument, text));
    }

    /** The exponent of {@code f^3} or {@code f³}, in plain digits. */
    private static String exponent(String power) {
        StringBuilder plain = new StringBuilder();
        for (char c : power.substring(power.indexOf('^') + 1).toCharArray()) {
            int raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            if (raised >= 0) {
                plain.append((char) ('0' + raised));
            } else if (power.indexOf('^') >= 0) {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }

    /** The function applied to what it gives. */
    private static String again(String function, String argument, String power) {
        String exponent = Pieces.inside(exponent(power));
        int times = exponent.matches("[2-5]") ? exponent.charAt(0) - '0' : 2;
        return (function + "(").repeat(times) + argument + ")".repeat(times);
    }
}
