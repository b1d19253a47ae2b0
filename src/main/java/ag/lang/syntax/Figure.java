package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code plot} is asked to draw. */
public sealed interface Figure {
    Span span();

    /** A function, an expression in the running variable, a formula or a vector. */
    record Curve(Expr of, Span span) implements Figure {}

    /** {@code (2, 4)}: a single point. */
    record Mark(Expr x, Expr y, Span span) implements Figure {}

    /** {@code tangent f at 2}: the line that touches a curve at a place. */
    record Tangent(Expr of, Expr at, Span span) implements Figure {}

    /** {@code tangent x^2 + y^2 = 25 at (3, 4)}: the line that touches the curve of an equation. */
    record Touching(Expr.Equation equation, List<Expr.Point> points, Span span) implements Figure {
        public Touching {
            points = List.copyOf(points);
        }
    }

    /**
     * {@code area f from 0 to 1}, {@code area between f and g from 0 to 1}.
     *
     * @param other the other border; null for the x axis
     * @param from where it begins; null where that is where the picture begins
     * @param to where it ends
     */
    record Area(
            Expr of,
            @Nullable Expr other,
            @Nullable Expr from,
            @Nullable Expr to,
            Span span) implements Figure {}

    /** {@code x^2 + y^2 = 25}, {@code y > x^2}: where two sides are equal, or one is larger. */
    record Relation(Expr left, Sign sign, Expr right, Span span) implements Figure {}

    /** {@code 1 < x^2 + y^2 < 4}, {@code y > x^2 and y < 4}: where several relations hold at once. */
    record Region(List<Relation> relations, Span span) implements Figure {
        public Region {
            relations = List.copyOf(relations);
        }
    }

    /** How the sides of a relation stand to each other. */
    enum Sign {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
