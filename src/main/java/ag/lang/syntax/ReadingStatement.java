package ag.lang.syntax;

import java.util.List;
import java.util.function.Consumer;

/** A statement that defines and changes no names, and binds none: all it does with them is read them. */
public interface ReadingStatement {
    /** Gives each expression of the statement to the reader, in the order in which names are looked up. */
    void expressions(Consumer<? super Expr> reader);

    /** A statement about one expression. */
    interface About extends ReadingStatement {
        Expr of();

        @Override
        default void expressions(Consumer<? super Expr> reader) {
            reader.accept(of());
        }
    }

    /** A statement about one expression, with regard to some of its inputs or to all. */
    interface WithRegard extends ReadingStatement {
        Expr of();

        /** Empty for all inputs. */
        List<Expr> inputs();

        @Override
        default void expressions(Consumer<? super Expr> reader) {
            reader.accept(of());
            inputs().forEach(reader);
        }
    }
}
