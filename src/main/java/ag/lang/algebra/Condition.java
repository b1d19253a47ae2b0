package ag.lang.algebra;

import ag.lang.syntax.Expr.BinaryOperator;

/** What decides between the two cases of a formula. */
public sealed interface Condition {
    /** {@code true} or {@code false}. */
    record Truth(boolean holds) implements Condition {}

    /** {@code x < 1} and its kin; the operator is one that compares. */
    record Comparison(BinaryOperator operator, Term left, Term right) implements Condition {}

    /** {@code p and q}. */
    record Both(Condition left, Condition right) implements Condition {}

    /** {@code p or q}. */
    record Either(Condition left, Condition right) implements Condition {}

    /** {@code not p}. */
    record Not(Condition of) implements Condition {}

    /** The same condition with something else in the place of its formulas. */
    default Condition map(java.util.function.UnaryOperator<Term> change) {
        return switch (this) {
            case Truth truth -> truth;
            case Comparison c -> new Comparison(c.operator, change.apply(c.left), change.apply(c.right));
            case Both both -> new Both(both.left.map(change), both.right.map(change));
            case Either either -> new Either(either.left.map(change), either.right.map(change));
            case Not not -> new Not(not.of.map(change));
        };
    }

    /** The formulas in it, from left to right. */
    default java.util.List<Term> terms() {
        return switch (this) {
            case Truth _ -> java.util.List.of();
            case Comparison c -> java.util.List.of(c.left, c.right);
            case Both both ->
                java.util.stream.Stream.concat(both.left.terms().stream(), both.right.terms().stream())
                        .toList();
            case Either either ->
                java.util.stream.Stream.concat(either.left.terms().stream(), either.right.terms().stream())
                        .toList();
            case Not not -> not.of.terms();
        };
    }
}
