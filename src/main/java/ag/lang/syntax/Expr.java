package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of the language. Each knows the place it was typed at. */
public sealed interface Expr {
    Span span();

    /** A number as written, such as {@code 2.5} or {@code 1e-3}. */
    record NumberLiteral(double value, Span span) implements Expr {}

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean value, Span span) implements Expr {}

    /** A text such as {@code "loss {L}"}: plain parts and expressions in braces, in order. */
    record TextLiteral(List<Part> parts, Span span) implements Expr {
        public TextLiteral {
            parts = List.copyOf(parts);
        }

        /** A piece of a text. */
        public sealed interface Part {}

        /** Letters that stand for themselves. */
        public record Plain(String text) implements Part {}

        /** A value printed into the text; {@code format} is null where the number of digits is not said. */
        public record Inserted(Expr expression, @Nullable NumberFormat format) implements Part {}
    }

    /** A name. */
    record Name(String name, Span span) implements Expr {}

    /** {@code -x} or {@code not p}. */
    record Unary(UnaryOperator operator, Expr operand, Span span) implements Expr {}

    /** Two expressions with a sign between them; {@code operatorSpan} is the sign's place. */
    record Binary(BinaryOperator operator, Expr left, Expr right, Span operatorSpan, Span span) implements Expr {
        /** How a product is written; a star where it is none. */
        public Times times() {
            if (operator != BinaryOperator.MULTIPLY) {
                return Times.STAR;
            }
            return switch (operatorSpan.text()) {
                case "·", "⋅", "∙", "\\cdot" -> Times.DOT;
                case "×", "\\times" -> Times.CROSS;
                case "" -> Times.BESIDE;
                default -> Times.STAR;
            };
        }
    }

    /** How a product is written. Of numbers all mean the same. */
    enum Times {
        /** Of vectors and matrices: element by element. */
        STAR,
        /** Of vectors: their dot product; of matrices: the product of matrices. */
        DOT,
        /** Of vectors: their cross product. */
        CROSS,
        /** Without a sign. Of a matrix and what stands behind it: the product of matrices. */
        BESIDE
    }

    /** {@code if c then p else q}: only the one that is chosen is evaluated. */
    record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

    /** {@code f(x, y)}, also written {@code x.f(y)}. */
    record Call(Expr callee, List<Argument> arguments, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What stands between a call's parentheses; {@code name} for {@code noise = 0.1}. */
    record Argument(@Nullable String name, Expr value, Span span) {}

    /** {@code f'}, {@code f''}: the derivative of a one-argument function. */
    record Prime(Expr function, int order, Span span) implements Expr {}

    /** {@code v[0]}, {@code W[1, 2]}, slices such as {@code v[1..3]}, and blocks such as {@code W[0..1, 0..1]}. */
    record Index(Expr target, List<Expr> indices, Span span) implements Expr {
        public Index {
            indices = List.copyOf(indices);
        }
    }

    /** {@code a.grad}, {@code net.parameters}. */
    record Member(Expr target, String name, Span nameSpan, Span span) implements Expr {}

    /** {@code x -> x^2}, {@code (x, y) -> x*y}: a function without a name. */
    record Anonymous(List<String> parameters, Expr body, Span span) implements Expr {
        public Anonymous {
            parameters = List.copyOf(parameters);
        }

        /** The names before the arrow, as they are written. */
        public String head() {
            return parameters.size() == 1 ? parameters.getFirst() : "(" + String.join(", ", parameters) + ")";
        }
    }

    /** {@code 1..n}, or {@code 0..<n} which leaves the end out. */
    record Range(Expr low, Expr high, boolean withEnd, Span span) implements Expr {}

    /** {@code 0..1 by 0.25}. */
    record Stepped(Range range, Expr step, Span span) implements Expr {}

    /** The {@code ..} of {@code W[.., 0]}: all there is along an axis. It stands among the indices and nowhere else. */
    record Whole(Span span) implements Expr {}

    /** {@code [1, 2, 3]}. */
    record Vector(List<Expr> elements, Span span) implements Expr {
        public Vector {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code [x^2 for x in v if x > 0]}.
     *
     * @param inBrackets false for an argument of a call, {@code sum(x^2 for x in v)}, where each may be added to the next
     */
    record Comprehension(
            Expr element, List<Clause> clauses, @Nullable Expr filter, boolean inBrackets, Span span) implements Expr {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code for x in v}. */
    record Clause(List<String> names, Expr source, Span span) {
        public Clause {
            names = List.copyOf(names);
        }
    }

    /**
     * A form of written mathematics. What can be told without knowing what names stand for is settled by the parser; these wait for
     * the reading, which knows. After it, of these only {@link Derivative}, {@link At}, {@link Equation} and {@link Applied} are left.
     */
    sealed interface Notation extends Expr {}

    /**
     * Two that stand side by side, as in {@code 2x}, {@code sin x} or {@code x e^x}: a chain of them leans left.
     *
     * @param touching whether no space is between them
     */
    record Beside(Expr left, boolean leftBracketed, Expr right, boolean rightBracketed, boolean touching, Span span)
            implements Notation {}

    /**
     * {@code d/dx x^2}: the derivative by each of the letters in turn.
     *
     * @param bracketed whether what is derived stands in brackets of its own
     */
    record Derivative(Expr of, List<Name> letters, boolean bracketed, Span span) implements Notation {
        public Derivative {
            letters = List.copyOf(letters);
        }
    }

    /** {@code ∂²f/∂x∂y}: the derivative of what a name stands for. */
    record Quotient(Name of, List<Name> letters, Span span) implements Notation {
        public Quotient {
            letters = List.copyOf(letters);
        }
    }

    /** {@code ∇f}: the derivatives by all letters. */
    record Nabla(Expr of, boolean squared, Span span) implements Notation {}

    /** {@code f∘g}: f of what g gives. */
    record Composed(Expr outer, Expr inner, Span span) implements Notation {}

    /** {@code x^2 at x = 3}, {@code f at 3}, {@code f at (1, 2)}. */
    record At(Expr of, List<Point> points, Span span) implements Notation {
        public At {
            points = List.copyOf(points);
        }
    }

    /**
     * {@code x = 3} behind {@code at}.
     *
     * @param letter null where it is not said, as in {@code f at 3}: the letters come in their order
     */
    record Point(@Nullable Name letter, Expr value) {}

    /** {@code x^2 + y^2 = 25}. */
    record Equation(Expr left, Expr right, Span span) implements Notation {}

    /** {@code 5!}. */
    record Factorial(Expr of, Span span) implements Notation {}

    /** {@code 30°}. */
    record Degrees(Expr of, Span span) implements Notation {}

    /**
     * {@code x(y)^n} where only the program's run can tell whether x is a function: (x(y))^n if it is, x·y^n if not.
     *
     * @param exponent null for a factorial, {@code x(y)!}
     */
    record Applied(Expr callee, Argument argument, @Nullable Expr exponent, Span span) implements Notation {
        /** The power, or the factorial, of something. */
        public Expr of(Expr base) {
            return exponent == null
                    ? new Call(new Name("factorial", span), List.of(new Argument(null, base, span)), span)
                    : new Binary(BinaryOperator.POWER, base, exponent, span, span);
        }
    }

    /** Signs that stand before their operand. */
    enum UnaryOperator {
        NEGATE("-"),
        NOT("not");

        private final String sign;

        UnaryOperator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Signs that stand between their operands. */
    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MATRIX_MULTIPLY("@"),
        POWER("^"),
        /** The power of each element of a matrix; of numbers and vectors the same as {@link #POWER}. */
        POWER_OF_EACH(".^"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        AND("and"),
        OR("or");

        private final String sign;

        BinaryOperator(String sign) {
            this.sign = sign;
        }

        /** Whether it makes a value of values, and no truth. */
        public boolean isArithmetic() {
            return switch (this) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, POWER_OF_EACH, MATRIX_MULTIPLY -> true;
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> false;
            };
        }

        public boolean isComparison() {
            return switch (this) {
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, POWER_OF_EACH, MATRIX_MULTIPLY, AND, OR -> false;
            };
        }

        public String sign() {
            return sign;
        }
    }
}
