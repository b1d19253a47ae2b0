package ag.lang.syntax;

import ag.lang.source.Span;

/** What {@code plot} is asked to draw. */
public sealed interface Figure {
    Span span();

    /** A function, an expression in the running variable, a formula or a vector. */
    record Curve(Expr of, Span span) implements Figure {}

    /** {@code (2, 4)}: a single point. */
    record Mark(Expr x, Expr y, Span span) implements Figure {}
}
