package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Draws something. */
public sealed interface PictureStatement extends Statement {
    /**
     * {@code plot f, f' for x in -3..3 title "f" to "p.svg"}.
     *
     * @param ranges what runs along the axes, none, one or two of them
     */
    record Plot(
            List<Figure> figures,
            List<Along> ranges,
            @Nullable String title,
            @Nullable String path,
            Span span) implements PictureStatement {
        public Plot {
            figures = List.copyOf(figures);
            ranges = List.copyOf(ranges);
        }
    }

    /** {@code plot loss of net}, {@code plot boundary of net on d to "b.png"}. */
    record PlotModel(
            String what,
            Span whatSpan,
            List<Expr.Name> models,
            @Nullable Expr data,
            @Nullable String path,
            Span span) implements PictureStatement, ReadingStatement {
        public PlotModel {
            models = List.copyOf(models);
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            models.forEach(reader);
            if (data != null) {
                reader.accept(data);
            }
        }
    }

    /** {@code graph L to "g.svg"}: shows the graph behind a value or a network; without a path, in the terminal. */
    record Graph(Expr of, @Nullable String path, Span span) implements PictureStatement, ReadingStatement.About {}

    /** {@code explore L to "page.html"}: writes a page on which the inputs of L can be moved. */
    record Explore(Expr of, @Nullable String path, Span span) implements PictureStatement, ReadingStatement.About {}
}
