package ag.lang.reading;

import ag.lang.reading.FactorReach.Factor;
import ag.lang.reading.FactorReach.Head;
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
    private final FactorReach reach;
    private boolean negative;
    private boolean open;

    Factors(Function<Expr, Expr> reader, Words words, Expr.Beside chain) {
        this.reader = reader;
        this.words = words;
        this.span = chain.span();
        this.reach = new FactorReach(reader, this::head, words, factors, span);
        flatten(chain);
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
        while (!bracketed
                && at instanceof Expr.Unary(UnaryOperator sign, Expr operand, Span _)
                && sign == UnaryOperator.NEGATE
                && (head(operand) != null
                        || operand instanceof Expr.Name
                        || operand instanceof Expr.Call
                        || operand instanceof Expr.Unary
                        || (operand instanceof Expr.Binary power && power.operator() == BinaryOperator.POWER))) {
            negative = !negative;
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
        reach.requireDerivativesAlone();
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
            reach.requireClosedPower(i);
            reach.requireClosedRoot(i);
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
        reach.requireOneArgument(from, end);
        int i = from;
        while (i < end) {
            int joined = joined(i, argument);
            if (joined == 0) {
                reach.requireClosedPower(i);
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
        Expr fraction = MixedNumber.called(next.written());
        Expr mixed = next.bracketed() ? null : MixedNumber.of(first, fraction);
        if (mixed != null) {
            product.add(mixed);
            if (!fraction.equals(next.written())) {
                product.add(reader.apply(MixedNumber.behind(next.written())));
            }
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
            // √sin x is the root of the sine.
            case Expr.Call root
            when Roots.ofFunction(root, words) -> {
                Head inner = head(root.arguments().getFirst().value());
                yield inner == null
                        ? null
                        : argument -> Pieces.call(
                                root.callee(), inner.of(argument), root.span().to(argument.span()));
            }
            default -> null;
        };
    }
}
