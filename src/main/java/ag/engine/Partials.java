package ag.engine;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The value of an operation and its partial derivatives: what one row of the operation table computes.
 */
public sealed interface Partials {
    /**
     * The derivatives as {@code ag} source, one for each operand (for a reduction: one for any element). They keep their digits
     * wherever the derivative itself is a normal number, and are as smooth as the function: gradient graphs are built from
     * them.
     */
    List<String> sources();

    /** The derivatives as a textbook writes them: the same functions, in formulas for people. */
    List<String> textbook();

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
        public List<String> textbook() {
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
    record Unary(DoubleUnaryOperator value, DoubleBinaryOperator slope, List<String> sources, List<String> textbook)
            implements Partials {
        @Override
        public int arity() {
            return 1;
        }

        /** The same function, whose rule is shown to people in another form. */
        Unary shown(String source) {
            return new Unary(value, slope, sources, List.of(source));
        }
    }

    /**
     * A function of two numbers a and b, with the derivative in each.
     */
    record Binary(DoubleBinaryOperator value, Slope slopeA, Slope slopeB, List<String> sources, List<String> textbook)
            implements Partials {
        @Override
        public int arity() {
            return 2;
        }

        /** The same function, whose rules are shown to people in another form. */
        Binary shown(String sourceA, String sourceB) {
            return new Binary(value, slopeA, slopeB, sources, List.of(sourceA, sourceB));
        }
    }

    /** A function of a whole vector; {@link Reduction} computes it. */
    record Vector(List<String> sources) implements Partials {
        @Override
        public List<String> textbook() {
            return sources;
        }

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

    static Unary unary(DoubleUnaryOperator value, DoubleBinaryOperator slope, String source) {
        List<String> sources = List.of(source);
        return new Unary(value, slope, sources, sources);
    }

    static Binary binary(DoubleBinaryOperator value, Slope slopeA, String sourceA, Slope slopeB, String sourceB) {
        List<String> sources = List.of(sourceA, sourceB);
        return new Binary(value, slopeA, slopeB, sources, sources);
    }

    static Partials reduction(String source) {
        return new Vector(List.of(source));
    }
}
