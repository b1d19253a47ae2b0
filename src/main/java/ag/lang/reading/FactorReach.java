package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far an exponent, a root, a function and a derivative reach among factors: where one may reach further than to the factor that is
 * nearest, it is refused with both readings.
 *
 * @param heads a function without its argument, where a factor is one
 * @param span the place of all factors
 */
record FactorReach(
        Function<Expr, Expr> reader,
        Function<Expr, @Nullable Head> heads,
        Words words,
        List<Factor> factors,
        Span span) {
    /**
     * One of those that stand side by side.
     *
     * @param touching whether it touches the one before
     */
    record Factor(Expr written, boolean bracketed, boolean touching) {}

    /** A function, or a function with a power, without what it is taken of. */
    @FunctionalInterface
    interface Head {
        Expr of(Expr argument);
    }

    /** {@code x^2y} may mean x^(2y); a space ends an exponent, and so does a bracket behind a number. */
    void requireClosedPower(int i) {
        Expr written = factors.get(i).written();
        if (factors.get(i).bracketed()
                || i + 1 >= factors.size()
                || !factors.get(i + 1).touching()
                || !(written instanceof Expr.Binary power)
                || power.operator() != BinaryOperator.POWER
                || !power.operatorSpan().text().matches("\\^|\\*\\*")
                || endsInBracket(power)) {
            return;
        }
        Factor next = factors.get(i + 1);
        boolean number = power.right() instanceof Expr.NumberLiteral;
        // (x + 1)^2(x + 2)^3 is a product of two powers.
        boolean bracket = next.bracketed()
                || span.source().text().startsWith("(", power.span().end());
        boolean exponential =
                power.left() instanceof Expr.Name name && name.name().equals("e");
        if (number && bracket && !exponential) {
            return;
        }
        String base = Pieces.grouped(
                Pieces.between(power, power.span().start(), power.operatorSpan().start()));
        String exponent = power.right().span().text();
        String behind = Pieces.grouped(next.written().span().text());
        throw TwoReadings.of(
                power.span().to(next.written().span()),
                base + "^(" + exponent + "*" + behind + ")",
                base + "^" + exponent + "*" + behind);
    }

    private static boolean endsInBracket(Expr.Binary power) {
        String text = power.span().text();
        return text.endsWith(")") || text.endsWith("}") || text.endsWith("]");
    }

    /** {@code √2x} may be the root of 2x; a space or brackets end a root. */
    void requireClosedRoot(int i) {
        Expr written = factors.get(i).written();
        if (i + 1 >= factors.size()
                || !factors.get(i + 1).touching()
                || factors.get(i + 1).bracketed()
                || !(written instanceof Expr.Call root)
                || !"√∛".contains(root.callee().span().text())
                || heads.apply(factors.get(i + 1).written()) != null) {
            return;
        }
        String sign = root.callee().span().text();
        String of = root.arguments().getFirst().span().text();
        String behind = factors.get(i + 1).written().span().text();
        boolean bracketed = Pieces.between(
                        root, root.callee().span().end(), root.span().end())
                .startsWith("(");
        if (!bracketed && !"√∛".contains(behind.substring(0, 1))) {
            throw TwoReadings.of(
                    root.span().to(factors.get(i + 1).written().span()),
                    sign + "(" + of + "*" + behind + ")",
                    sign + of + "*" + behind);
        }
    }

    /** {@code d/dx (x + 1) e^x} may mean the derivative of both factors. */
    void requireDerivativesAlone() {
        for (int i = 0; i + 1 < factors.size(); i++) {
            Factor factor = factors.get(i);
            if (factor.written() instanceof Expr.Derivative derivative
                    && derivative.bracketed()
                    && !factor.bracketed()
                    && factors.subList(i + 1, factors.size()).stream()
                            .anyMatch(next -> DerivativeReach.dependsOn(next.written(), derivative))) {
                throw DerivativeReach.bothWays(derivative);
            }
        }
    }

    /** {@code sin x^2 y} may mean the sine of both, or the sine of the first alone. */
    void requireOneArgument(int from, int end) {
        for (int i = from; i < end; i++) {
            requireNoSpace(from, i, end);
        }
        for (int i = from; i + 1 < end; i++) {
            Factor factor = factors.get(i);
            Factor next = factors.get(i + 1);
            boolean power = factor.written() instanceof Expr.Binary binary
                    && binary.operator() == BinaryOperator.POWER
                    && !factor.bracketed();
            if ((power || next.bracketed()) && !next.touching()) {
                Head head = from == 0 ? null : heads.apply(factors.get(from - 1).written());
                if (head != null) {
                    Expr before = product(from, i + 1);
                    Expr behind = product(i + 1, end);
                    throw TwoReadings.of(
                            span, head.of(Pieces.product(before, behind)), Pieces.product(head.of(before), behind));
                }
            }
        }
    }

    /** {@code sin x (x + 1)} may mean sin(x)·(x + 1): a letter with brackets behind a space. */
    private void requireNoSpace(int from, int i, int end) {
        Expr written = factors.get(i).written();
        boolean raised = written instanceof Expr.Binary power && power.operator() == BinaryOperator.POWER;
        Expr called = raised ? ((Expr.Binary) written).left() : written;
        Head head = from == 0 ? null : heads.apply(factors.get(from - 1).written());
        if (head == null
                || factors.get(i).bracketed()
                || !(called instanceof Expr.Call(Expr.Name letter, List<Expr.Argument> arguments, Span at))
                || arguments.size() != 1
                || words.isFunction(letter)
                || !at.source().text().startsWith(" ", letter.span().end())) {
            return;
        }
        Expr bracket = reader.apply(arguments.getFirst().value());
        Expr factor =
                raised ? Pieces.power(bracket, reader.apply(((Expr.Binary) written).right()), written.span()) : bracket;
        List<Expr> before = new ArrayList<>(read(from, i));
        before.add(reader.apply(letter));
        List<Expr> behind = new ArrayList<>(List.of(factor));
        behind.addAll(read(i + 1, end));
        Expr first = Pieces.product(before);
        Expr rest = Pieces.product(behind);
        throw TwoReadings.of(span, head.of(Pieces.product(first, rest)), Pieces.product(head.of(first), rest));
    }

    private List<Expr> read(int from, int end) {
        return factors.subList(from, end).stream()
                .map(factor -> reader.apply(factor.written()))
                .toList();
    }

    private Expr product(int from, int end) {
        return Pieces.product(read(from, end));
    }
}
