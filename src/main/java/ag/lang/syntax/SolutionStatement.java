package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks for places: where equations hold, where a function turns, where differential equations lead. */
public sealed interface SolutionStatement extends Statement {
    /**
     * {@code solve x^2 = 4 for x in 0..5}, {@code solve { x + y = 3; x*y = 2 }}: shows where equations hold.
     *
     * @param equations each an {@link Expr.Equation}, or an expression that is to be 0
     * @param unknowns what is asked for; empty where it is not said
     * @param range where it is looked for; null where that is not said
     */
    record Solve(
            List<Expr> equations,
            List<Expr.Name> unknowns,
            @Nullable Expr range,
            Span span) implements SolutionStatement, ReadingStatement {
        public Solve {
            equations = List.copyOf(equations);
            unknowns = List.copyOf(unknowns);
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            equations.forEach(reader);
            unknowns.forEach(reader);
            if (range != null) {
                reader.accept(range);
            }
        }
    }

    /**
     * {@code ode y' = -k*y, y(0) = 1 from 0 to 10 by 2}: follows differential equations, and names what they lead to.
     *
     * @param letter what the time is called, as in {@code dy/dx}; null where that is not said
     * @param by how far the rows of the table are apart; null where that is not said
     */
    record Ode(
            List<Changing> changing,
            List<Start> starts,
            Expr.@Nullable Name letter,
            Expr from,
            Expr to,
            @Nullable Expr by,
            Span span)
            implements SolutionStatement {
        public Ode {
            changing = List.copyOf(changing);
            starts = List.copyOf(starts);
        }
    }

    /** {@code y'' = -y}: how fast something changes. */
    record Changing(Expr.Name name, int order, Expr slope) {}

    /** {@code y'(0) = 1}: where something starts, or its derivative of an order. */
    record Start(Expr.Name name, int order, Expr at, Expr value) {}

    /**
     * {@code tangent f at 2}, {@code linearize f at (1, 2)}, {@code taylor f at 0 order 5}: shows what a function is like near a place.
     *
     * @param order up to which power; null where it is not said
     */
    record Nearby(Kind kind, Expr of, @Nullable Expr order, Span span) implements SolutionStatement, ReadingStatement {
        /** What is asked for. */
        public enum Kind {
            TANGENT("tangent"),
            LINEARIZE("linearize"),
            TAYLOR("taylor");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }

            static Kind of(String word) {
                for (Kind kind : values()) {
                    if (kind.word.equals(word)) {
                        return kind;
                    }
                }
                throw new IllegalArgumentException(word);
            }
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(of);
            if (order != null) {
                reader.accept(order);
            }
        }
    }

    /**
     * {@code limit sin(x)/x as x -> 0}, {@code limit f at 2}: shows where a function goes as its letter goes to a place.
     *
     * @param of with the place, as an {@link Expr.At}
     * @param side 1 for from the right, -1 for from the left, 0 for both
     */
    record Limit(Expr of, int side, Span span) implements SolutionStatement, ReadingStatement.About {}

    /**
     * {@code critical f}, {@code extrema f on 0..5}: shows where a function is flat, and where it is largest and smallest.
     *
     * @param extrema whether the ends of the range count too
     * @param ranges one for each letter, where they are named: {@code on x in 0..1, y in 0..2}
     */
    record Turns(boolean extrema, Expr of, @Nullable Expr range, List<Along> ranges, Span span)
            implements SolutionStatement, ReadingStatement {
        public Turns {
            ranges = List.copyOf(ranges);
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(of);
            if (range != null) {
                reader.accept(range);
            }
            ranges.forEach(along -> reader.accept(along.range()));
        }
    }
}
