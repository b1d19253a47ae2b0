package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands side by side: {@code 2 sin x cos x} is a product of three, because a function takes what stands directly behind it,
 * up to the next function.
 */
final class Factors {
    private final Function<Expr, Expr> reader;
    private final Words words;
    private final Span span;
    private final List<Factor> factors = new ArrayList<>();
    private boolean negative;
    private boolean open;

    Factors(Function<Expr, Expr> reader, Words words, Expr.Beside chain) {
        this.reader = reader;
        this.words = words;
        this.span = chain.span();
        flatten(chain);
    }

    /**
     * One of those that stand side by side.
     *
     * @param touching whether it touches the one before
     */
    private record Factor(Expr written, boolean bracketed, boolean touching) {}

    /** A function, or a function with a power, without what it is taken of. */
    @FunctionalInterface
    private interface Head {
        Expr of(Expr argument);
    }

    private void flatten(Expr.Beside chain) {
        Deque<Factor> found = new ArrayDeque<>();
        Expr at = chain;
        boolean bracketed = false;
        while (!bracketed) {
            if (at instanceof Expr.Beside beside) {
                found.push(new Factor(beside.right(), beside.rightBracketed(), beside.touching()));
                at = beside.left();
                bracketed = beside.leftBracketed();
            } else if (at instanceof Expr.Binary product && Pieces.isUnsigned(product)) {
                found.push(new Factor(product.right(), false, true));
                at = product.left();
            } else {
                break;
            }
        }
        if (!bracketed
                && at instanceof Expr.Unary(UnaryOperator sign, Expr operand, Span _)
                && sign == UnaryOperator.NEGATE
                && (head(operand) != null || operand instanceof Expr.Name || operand instanceof Expr.Call)) {
            negative = true;
            at = operand;
        }
        add(new Factor(at, bracketed, false));
        found.forEach(this::add);
    }

    /** A word that is several factors is taken apart; a power belongs to the last of them. */
    private void add(Factor factor) {
        Expr written = factor.written();
        if (!factor.bracketed() && written instanceof Expr.Name name) {
            List<Expr> parts = words.parts(name);
            if (!parts.isEmpty()) {
                spread(parts, factor.touching());
                return;
            }
        }
        if (!factor.bracketed()
                && written instanceof Expr.Prime prime
                && prime.function() instanceof Expr.Name name
                && !Pieces.isClosed(prime)) {
            List<Expr> parts = new ArrayList<>(words.parts(name));
            if (parts.size() > 1) {
                parts.add(new Expr.Prime(parts.removeLast(), prime.order(), prime.span()));
                spread(parts, factor.touching());
                return;
            }
        }
        if (!factor.bracketed()
                && written instanceof Expr.Binary power
                && power.operator() == BinaryOperator.POWER
                && power.left() instanceof Expr.Name name) {
            List<Expr> parts = new ArrayList<>(words.parts(name));
            if (!parts.isEmpty()) {
                Expr last = parts.removeLast();
                parts.add(new Expr.Binary(
                        BinaryOperator.POWER,
                        last,
                        power.right(),
                        power.operatorSpan(),
                        last.span().to(power.span())));
                spread(parts, factor.touching());
                return;
            }
        }
        factors.add(factor);
    }

    private void spread(List<Expr> parts, boolean touching) {
        boolean touches = touching;
        for (Expr part : parts) {
            factors.add(new Factor(part, false, touches));
            touches = true;
        }
    }

    Expr read() {
        requireDerivativesAlone();
        List<Expr> product = new ArrayList<>();
        int i = 0;
        while (i < factors.size()) {
            i = next(i, product);
        }
        Expr read = Pieces.product(product);
        return negative ? new Expr.Unary(UnaryOperator.NEGATE, read, span) : read;
    }

    /** Whether it is one function of all that stands behind it. */
    boolean isOneFunction() {
        List<Expr> product = new ArrayList<>();
        return head(factors.getFirst().written()) != null && next(0, product) == factors.size();
    }

    /** Whether it ends in what a function is taken of, without brackets: {@code sin x}. */
    boolean endsOpen() {
        read();
        return open;
    }

    private int next(int i, List<Expr> product) {
        Factor factor = factors.get(i);
        open = false;
        Head head = factor.bracketed() ? null : head(factor.written());
        if (head == null || i + 1 == factors.size()) {
            new UncalledFunctions(words, factors.stream().map(Factor::written).toList()).requireNone(i);
            int joined = joined(i, product);
            if (joined > 0) {
                return i + joined;
            }
            requireClosedPower(i);
            requireClosedRoot(i);
            product.add(reader.apply(factor.written()));
            return i + 1;
        }
        List<Expr> argument = new ArrayList<>();
        int end = argument(i + 1, argument);
        product.add(head.of(Pieces.product(argument)));
        return end;
    }

    /** Reads what a function is taken of; gives where it ends. */
    private int argument(int from, List<Expr> argument) {
        Factor first = factors.get(from);
        if (first.bracketed()) {
            argument.add(reader.apply(first.written()));
            open = false;
            return from + 1;
        }
        if (head(first.written()) != null) {
            return next(from, argument);
        }
        int end = from + 1;
        while (end < factors.size() && !beginsFunction(factors.get(end))) {
            end++;
        }
        requireOneArgument(from, end);
        int i = from;
        while (i < end) {
            int joined = joined(i, argument);
            if (joined == 0) {
                requireClosedPower(i);
                argument.add(reader.apply(factors.get(i).written()));
            }
            i += Math.max(joined, 1);
        }
        open = true;
        return end;
    }

    private boolean beginsFunction(Factor factor) {
        return switch (factor.written()) {
            case Expr.Call call -> words.isFunction(call.callee()) || !(call.callee() instanceof Expr.Name);
            case Expr.Derivative _ -> true;
            case Expr.Binary power
            when power.operator() == BinaryOperator.POWER && power.left() instanceof Expr.Call call ->
                words.isFunction(call.callee());
            default -> !factor.bracketed() && head(factor.written()) != null;
        };
    }

    /** {@code 2½} is two and a half, {@code 45° 30′} is 45.5°; gives how many factors are one, or 0. */
    private int joined(int i, List<Expr> product) {
        if (i + 1 >= factors.size()) {
            return 0;
        }
        Factor next = factors.get(i + 1);
        Expr first = factors.get(i).written();
        if (first instanceof Expr.NumberLiteral
                && next.touching()
                && next.written() instanceof Expr.Binary fraction
                && fraction.operator() == BinaryOperator.DIVIDE
                && fraction.span().length() == 1) {
            product.add(Pieces.binary(
                    BinaryOperator.ADD, first, fraction, first.span().to(fraction.span())));
            return 2;
        }
        if (first instanceof Expr.Degrees degrees && minutes(next.written()) != null) {
            Expr whole = degrees.of();
            int count = 1;
            while (i + count < factors.size()) {
                Expr part = minutes(factors.get(i + count).written());
                if (part == null) {
                    break;
                }
                whole = Pieces.binary(
                        BinaryOperator.ADD, whole, part, whole.span().to(part.span()));
                count++;
            }
            product.add(Reading.degrees(whole, first.span()));
            return count;
        }
        return 0;
    }

    private static @Nullable Expr minutes(Expr written) {
        return written instanceof Expr.Prime(Expr.NumberLiteral number, int order, Span at) && order <= 2
                ? Pieces.binary(BinaryOperator.DIVIDE, number, Pieces.number(order == 1 ? 60 : 3600, at), at)
                : null;
    }

    /** {@code x^2y} may mean x^(2y); a space ends an exponent, and so does a bracket behind a number. */
    private void requireClosedPower(int i) {
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
        boolean exponential =
                power.left() instanceof Expr.Name name && name.name().equals("e");
        if (number && next.bracketed() && !exponential) {
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

    /** {@code √2x} may be the root of 2x; a space or brackets end a root. */
    private void requireClosedRoot(int i) {
        Expr written = factors.get(i).written();
        if (i + 1 >= factors.size()
                || !factors.get(i + 1).touching()
                || factors.get(i + 1).bracketed()
                || !(written instanceof Expr.Call root)
                || !"√∛".contains(root.callee().span().text())
                || head(factors.get(i + 1).written()) != null) {
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

    private static boolean endsInBracket(Expr.Binary power) {
        String text = power.span().text();
        return text.endsWith(")") || text.endsWith("}") || text.endsWith("]");
    }

    /** {@code d/dx (x + 1) e^x} may mean the derivative of both factors. */
    private void requireDerivativesAlone() {
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
    private void requireOneArgument(int from, int end) {
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
                Head head = from == 0 ? null : head(factors.get(from - 1).written());
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
        Head head = from == 0 ? null : head(factors.get(from - 1).written());
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

    private @Nullable Head head(Expr written) {
        return switch (written) {
            case Expr.Name name
            when words.isFunction(name) ->
                argument -> words.apply(name, argument, name.span().to(argument.span()));
            case Expr.Prime prime
            when words.isFunction(prime.function()) ->
                argument ->
                        Pieces.call(reader.apply(prime), argument, prime.span().to(argument.span()));
            case Expr.Binary power
            when power.operator() == BinaryOperator.POWER -> {
                if (words.isFunction(power.left())) {
                    yield argument -> new Raised(reader, words).of(power, argument);
                }
                if (words.isFunction(power.right())) {
                    Expr.Name function = (Expr.Name) power.right();
                    yield argument -> Reading.with(
                            power,
                            reader.apply(power.left()),
                            words.apply(function, argument, function.span().to(argument.span())));
                }
                yield null;
            }
            default -> null;
        };
    }
}
