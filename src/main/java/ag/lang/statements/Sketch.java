package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Scope;
import ag.lang.source.Span;
import ag.lang.syntax.Figure;

/** What a plot draws, compiled: the running variables are local names in it. */
sealed interface Sketch {
    Span span();

    /** Something with a height over the x axis. */
    record Graph(Code code, Span span) implements Sketch {}

    /** A single point. */
    record Mark(Code x, Code y, Span span) implements Sketch {}

    static Sketch of(Figure figure, ExpressionCompiler expressions, Scope scope) {
        return switch (figure) {
            case Figure.Curve curve ->
                new Graph(expressions.compile(curve.of(), scope), curve.of().span());
            case Figure.Mark mark ->
                new Mark(expressions.compile(mark.x(), scope), expressions.compile(mark.y(), scope), mark.span());
        };
    }
}
