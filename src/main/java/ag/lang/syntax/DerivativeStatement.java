package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a derivative, or shows how one comes about. */
public sealed interface DerivativeStatement extends Statement {
    /** {@code grad L wrt a, b}; without {@code wrt}, all inputs that L depends on. */
    record Grad(Expr of, List<Expr> inputs, Span span) implements DerivativeStatement, ReadingStatement.WithRegard {
        public Grad {
            inputs = List.copyOf(inputs);
        }
    }

    /** {@code backward L}: adds the gradients to what the inputs hold already. */
    record Backward(Expr of, Span span) implements DerivativeStatement, ReadingStatement.About {}

    /** {@code zero}: forgets the accumulated gradients of the named inputs, or of all. */
    record Zero(List<Expr.Name> names, Span span) implements DerivativeStatement, ReadingStatement {
        public Zero {
            names = List.copyOf(names);
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            names.forEach(reader);
        }
    }

    /** {@code check L}: compares each gradient with a difference quotient. */
    record Check(Expr of, List<Expr> inputs, Span span) implements DerivativeStatement, ReadingStatement.WithRegard {
        public Check {
            inputs = List.copyOf(inputs);
        }
    }

    /** {@code trace L}: shows the forward and the backward pass. */
    record Trace(Expr of, @Nullable String path, Span span) implements DerivativeStatement, ReadingStatement.About {}

    /** {@code explain L wrt a}: shows the chain rule path by path; without {@code wrt}, for all inputs that L depends on. */
    record Explain(Expr of, List<Expr> inputs, @Nullable String path, Span span)
            implements DerivativeStatement, ReadingStatement.WithRegard {
        public Explain {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * {@code derive L wrt a}, {@code derive f to "f.tex"}: shows the derivative as a formula, step by step.
     *
     * @param all whether all ways that lead there are asked for
     * @param path the file it is written to; null where it is shown
     */
    record Derive(
            Expr of,
            List<Expr> inputs,
            boolean all,
            @Nullable String path,
            Span span) implements DerivativeStatement, ReadingStatement.WithRegard {
        public Derive {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * {@code derive x^2 + y^2 = 25 for dy/dx at (3, 4)}: shows the slope of the curve that an equation describes.
     *
     * @param wanted the quotient dy/dx, with the point where one is named
     * @param path the file it is written to; null where it is shown
     */
    record DeriveImplicit(
            Expr.Equation equation, Expr wanted, @Nullable String path, Span span)
            implements DerivativeStatement, ReadingStatement {
        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(equation);
            reader.accept(wanted);
        }
    }

    /** {@code nudge a by 0.01}: shows what the derivative predicts for a small change, and what really happens. */
    record Nudge(Expr input, Expr by, Span span) implements DerivativeStatement, ReadingStatement {
        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(input);
            reader.accept(by);
        }
    }

    /** {@code compare L wrt a}: finds one derivative in several ways; without {@code wrt}, for all inputs that L depends on. */
    record Compare(Expr of, List<Expr> inputs, Span span) implements DerivativeStatement, ReadingStatement.WithRegard {
        public Compare {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * {@code suppose tanh'(x) = 1 { … }}: inside the block an operation is believed to have another derivative.
     *
     * @param derivative what is believed, in the variable
     */
    record Suppose(Expr.Name function, String variable, Expr derivative, Block body, Span span)
            implements DerivativeStatement {}
}
