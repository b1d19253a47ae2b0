package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Scope;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Figure;
import ag.lang.syntax.Parts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plot draws, compiled: the running variables are local names in it. */
sealed interface Sketch {
    Span span();

    /**
     * Something with a height over the x axis, or over the plane.
     *
     * @param span what it is called
     * @param plane whether the second running variable stands in it
     */
    record Graph(Code code, Span span, boolean plane) implements Sketch {}

    /** A single point. */
    record Mark(Code x, Code y, Span span) implements Sketch {}

    /** The line that touches a curve at a place. */
    record Tangent(Graph of, Code at, Span span) implements Sketch {}

    /** The line that touches the curve of an equation in one of its points. */
    record Touching(TouchedCurve curve, Span span) implements Sketch {}

    /** The area between a curve and another, or the x axis. */
    record Area(
            Graph of,
            @Nullable Graph other,
            @Nullable Code from,
            @Nullable Code to,
            Span span) implements Sketch {}

    /** Two sides, and how they stand to each other where something is drawn. */
    record Relation(Code left, Figure.Sign sign, Code right, Span span) implements Sketch {}

    /** Several inequalities, and all of them hold. */
    record Region(List<Relation> relations, Span span) implements Sketch {
        public Region {
            relations = List.copyOf(relations);
        }
    }

    /** Compiles figures; {@code second} is the name of the second running variable, empty where there is none. */
    record Compiler(ExpressionCompiler expressions, Scope scope, String second) {
        Sketch of(Figure figure) {
            return switch (figure) {
                case Figure.Curve curve -> graph(curve.of(), curve.of().span());
                case Figure.Mark mark -> new Mark(code(mark.x()), code(mark.y()), mark.span());
                case Figure.Tangent tangent ->
                    new Tangent(graph(tangent.of(), tangent.of().span()), code(tangent.at()), tangent.span());
                case Figure.Touching touching ->
                    new Touching(
                            TouchedCurve.of(
                                    touching.equation(), touching.points(), touching.span(), expressions, scope),
                            touching.span());
                case Figure.Area area -> {
                    Expr other = area.other();
                    yield new Area(
                            graph(area.of(), area.of().span()),
                            other == null ? null : graph(other, other.span()),
                            optional(area.from()),
                            optional(area.to()),
                            area.span());
                }
                case Figure.Relation relation -> relation(relation);
                case Figure.Region region ->
                    new Region(region.relations().stream().map(this::sides).toList(), region.span());
            };
        }

        /** {@code y = x^2} is the curve of x^2; any other equation is drawn where its sides are equal. */
        private Sketch relation(Figure.Relation relation) {
            boolean explicit = relation.sign() == Figure.Sign.EQUAL
                    && relation.left() instanceof Expr.Name name
                    && name.name().equals(second.isEmpty() ? "y" : second)
                    && !mentions(relation.right(), name.name());
            return explicit ? graph(relation.right(), relation.span()) : sides(relation);
        }

        private Relation sides(Figure.Relation relation) {
            return new Relation(code(relation.left()), relation.sign(), code(relation.right()), relation.span());
        }

        private Graph graph(Expr of, Span span) {
            return new Graph(code(of), span, mentions(of, second));
        }

        private @Nullable Code optional(@Nullable Expr expression) {
            return expression == null ? null : code(expression);
        }

        private Code code(Expr expression) {
            return expressions.compile(expression, scope);
        }

        private static boolean mentions(Expr expression, String name) {
            boolean[] found = {false};
            Parts.each(
                    expression,
                    part -> found[0] |=
                            part instanceof Expr.Name used && used.name().equals(name));
            return found[0];
        }
    }
}
