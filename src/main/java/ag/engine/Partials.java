package ag.engine;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The value of an operation and its partial derivatives: what one row of the operation table computes.
 * {@code sources} holds the derivatives as {@code ag} source, one for each operand (for a reduction: one for any element).
 */
public sealed interface Partials {
    List<String> sources();

    /** How many numbers it takes; -1 for a reduction, which takes a vector. */
    int arity();

    /** A leaf of the graph: it has no operands. */
    Partials LEAF = new Leaf();

    record Leaf() implements Partials {
        @Override
        public List<String> sources() {
            return List.of();
        }

        @Override
        public int arity() {
            return 0;
        }
    }

    /**
     * A function of one number.
     *
     * @param value the result for x
     * @param slope the derivative from x and the result y
     */
    record Unary(DoubleUnaryOperator value, DoubleBinaryOperator slope, List<String> sources) implements Partials {
        @Override
        public int arity() {
            return 1;
        }
    }

    /**
     * A function of two numbers a and b, with the derivative in each.
     */
    record Binary(DoubleBinaryOperator value, Slope slopeA, Slope slopeB, List<String> sources) implements Partials {
        @Override
        public int arity() {
            return 2;
        }
    }

    /** A function of a whole vector; {@link Reduction} computes it. */
    record Vector(List<String> sources) implements Partials {
        @Override
        public int arity() {
            return -1;
        }
    }

    /** A partial derivative from both operands and the result. */
    @FunctionalInterface
    interface Slope {
        double at(double a, double b, double y);
    }

    static Partials unary(DoubleUnaryOperator value, DoubleBinaryOperator slope, String source) {
        return new Unary(value, slope, List.of(source));
    }

    static Partials binary(DoubleBinaryOperator value, Slope slopeA, String sourceA, Slope slopeB, String sourceB) {
        return new Binary(value, slopeA, slopeB, List.of(sourceA, sourceB));
    }

    static Partials reduction(String source) {
        return new Vector(List.of(source));
    }
}
