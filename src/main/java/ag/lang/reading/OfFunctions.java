package ag.lang.reading;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads functions made of functions: {@code (f∘g)(x)} is f(g(x)), and {@code (f + g)(x)} is f(x) + g(x). */
record OfFunctions(Function<Expr, Expr> reader, Words words) {
    /** What stands for the argument of such a function where none is given. */
    private static final String ARGUMENT = "x";

    /** Whether it is made of functions by arithmetic, at least one of them; a function alone is none. */
    boolean isOne(Expr written) {
        return switch (written) {
            case Expr.Binary binary -> isOne(binary);
            case Expr.Beside beside -> !isApplied(beside) && !isPower(beside.left()) && isProduct(beside);
            case Expr.Unary(UnaryOperator operator, Expr operand, var _) ->
                operator == UnaryOperator.NEGATE && isFunction(operand);
            case Expr.Composed composed -> isFunction(composed.outer()) && isFunction(composed.inner());
            case Expr.Name name -> !together(name).isEmpty();
            default -> false;
        };
    }

    private boolean isProduct(Expr.Beside beside) {
        boolean left = isFunction(beside.left());
        if (!left && !isNumber(beside.left())) {
            return false;
        }
        boolean right = isFunction(beside.right());
        return right || (left && isNumber(beside.right()));
    }

    /** A chain leans to the left, and may have thousands of terms; each part is looked at once, however deep it is. */
    private boolean isOne(Expr.Binary outermost) {
        if (!isArithmetic(outermost.operator())) {
            return false;
        }
        boolean found = false;
        Expr at = outermost;
        while (at instanceof Expr.Binary binary && isArithmetic(binary.operator())) {
            boolean function = isFunction(binary.right());
            if ((!function && !isNumber(binary.right())) || (Pieces.isUnsigned(binary) && isPower(binary.left()))) {
                return false;
            }
            found |= function;
            at = binary.left();
        }
        boolean other = at instanceof Expr.Binary binary && binary.operator() != BinaryOperator.POWER;
        return !other && ((found && isNumber(at)) || isFunction(at));
    }

    /** {@code f^2(3)} may be a call. */
    private static boolean isPower(Expr signed) {
        Expr written = signed instanceof Expr.Unary sign ? sign.operand() : signed;
        return written instanceof Expr.Binary power
                && power.operator() == BinaryOperator.POWER
                && power.left() instanceof Expr.Name;
    }

    /** {@code sin x} is no product of functions. */
    private boolean isApplied(Expr.Beside beside) {
        return !beside.leftBracketed() && words.isFunction(beside.left());
    }

    /**
     * Whether arithmetic, where nothing is called, makes a function of functions: {@code f'g + fg'}. One of them is defined in the program, or
     * has a prime.
     */
    boolean isFormed(Expr written) {
        return switch (written) {
            case Expr.Name name -> !together(name).isEmpty();
            case Expr.Composed _ -> false;
            // f^2 may be f·f, or f after f; a prime tells that it is f'·f'.
            case Expr.Binary power
            when power.operator() == BinaryOperator.POWER -> power.left() instanceof Expr.Prime && isFunction(power);
            default -> isOne(written) && hasOwn(written);
        };
    }

    private boolean hasOwn(Expr written) {
        boolean[] own = {false};
        Parts.each(
                written,
                part -> own[0] |= part instanceof Expr.Name name
                        && (words.meaning(name.name()) instanceof Meaning.Function(var _, boolean builtin)
                                ? !builtin
                                : !together(name).isEmpty()));
        return own[0];
    }

    /** What it gives for an argument, which is read. */
    Expr of(Expr written, Expr argument) {
        return switch (written) {
            case Expr.Binary binary -> Reading.with(binary, of(binary.left(), argument), of(binary.right(), argument));
            case Expr.Beside beside -> Pieces.product(of(beside.left(), argument), of(beside.right(), argument));
            case Expr.Unary unary -> new Expr.Unary(unary.operator(), of(unary.operand(), argument), unary.span());
            case Expr.Composed composed -> of(composed.outer(), of(composed.inner(), argument));
            case Expr.NumberLiteral number -> number;
            case Expr.Name name
            when !together(name).isEmpty() ->
                Pieces.product(
                        together(name).stream().map(part -> of(part, argument)).toList());
            case Expr.Name name when isNumber(name) -> reader.apply(name);
            case Expr.Prime prime
            when prime.function() instanceof Expr.Name word && !together(word).isEmpty() && !Pieces.isClosed(prime) -> {
                List<Expr> parts = new ArrayList<>(together(word));
                parts.add(new Expr.Prime(parts.removeLast(), prime.order(), prime.span()));
                yield Pieces.product(
                        parts.stream().map(part -> of(part, argument)).toList());
            }
            default -> reader.apply(Pieces.call(written, argument, written.span()));
        };
    }

    /** The same as a function, without an argument. */
    Expr alone(Expr written) {
        Expr body = of(written, new Expr.Name(ARGUMENT, written.span()));
        return new Expr.Anonymous(List.of(ARGUMENT), body, written.span());
    }

    /** The functions of a word such as {@code fg}; empty where it is none. */
    private List<Expr> together(Expr.Name word) {
        if (!words.isNothing(word.name())
                || word.name().length() < 2
                || word.name().length() > 3) {
            return List.of();
        }
        List<Expr> parts = new ArrayList<>();
        for (int i = 0; i < word.name().length(); i++) {
            Expr.Name part = new Expr.Name(word.name().substring(i, i + 1), word.span());
            if (!isFunction(part)) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    private boolean isNumber(Expr written) {
        return written instanceof Expr.NumberLiteral
                || (written instanceof Expr.Name name && words.meaning(name.name()) instanceof Meaning.Value);
    }

    private boolean isFunction(Expr written) {
        return switch (written) {
            case Expr.Name name ->
                (words.meaning(name.name()) instanceof Meaning.Function(List<String> parameters, boolean builtin)
                                && (builtin || parameters.size() == 1))
                        || !together(name).isEmpty();
            case Expr.Prime prime -> isFunction(prime.function());
            case Expr.Anonymous function -> function.parameters().size() == 1;
            case Expr.Binary power
            when power.operator() == BinaryOperator.POWER ->
                isFunction(power.left()) && power.right() instanceof Expr.NumberLiteral;
            default -> isOne(written);
        };
    }

    private static boolean isArithmetic(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
            case MATRIX_MULTIPLY,
                    POWER,
                    POWER_OF_EACH,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    AND,
                    OR -> false;
        };
    }
}
