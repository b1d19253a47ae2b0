package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What decides whether, how often and how far other statements run. */
public sealed interface ControlStatement extends Statement {
    /** {@code for x in v { … }}. */
    record For(List<String> names, Expr source, Block body, Span span) implements ControlStatement {
        public For {
            names = List.copyOf(names);
        }
    }

    /** {@code while c { … }}. */
    record While(Expr condition, Block body, Span span) implements ControlStatement {}

    /** {@code repeat n { … }}. */
    record Repeat(Expr count, Block body, Span span) implements ControlStatement {}

    /** {@code if c { … } else if d { … } else { … }}. */
    record If(List<Branch> branches, @Nullable Block otherwise, Span span) implements ControlStatement {
        public If {
            branches = List.copyOf(branches);
        }
    }

    /** A condition and what happens where it holds. */
    record Branch(Expr condition, Block body) {}

    /** {@code break}, {@code continue}, {@code return x}: leaves a loop, a turn of a loop, or a function. */
    record Leave(Way way, @Nullable Expr value, Span span) implements ControlStatement, ReadingStatement {
        /** What is left. */
        public enum Way {
            BREAK,
            CONTINUE,
            RETURN
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            if (value != null) {
                reader.accept(value);
            }
        }
    }

    /** {@code test "name" { … }}. */
    record Test(String name, Block body, Span span) implements ControlStatement {}
}
