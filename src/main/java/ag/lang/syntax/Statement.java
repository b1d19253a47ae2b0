package ag.lang.syntax;

import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the language. Each knows the place it was typed at. Here stand those that name, compute and print; those of one
 * concern stand in the interfaces beside it.
 */
public sealed interface Statement
        permits Statement.Let,
                Statement.Definition,
                Statement.PartDefinition,
                Statement.SetDigits,
                Statement.Unpacking,
                Statement.FunctionDefinition,
                Statement.SetInputs,
                Statement.Evaluate,
                Statement.Print,
                Statement.Assert,
                Statement.Import,
                Statement.Seed,
                ControlStatement,
                DerivativeStatement,
                PracticeStatement,
                SolutionStatement,
                PictureStatement,
                LearningStatement {
    Span span();

    /** {@code let a = 2, b = 3}: names inputs. */
    record Let(List<Binding> bindings, Span span) implements Statement {
        public Let {
            bindings = List.copyOf(bindings);
        }
    }

    /** A name and what it is given. */
    record Binding(String name, Span nameSpan, Expr value) {}

    /** {@code L = a*k}: names a formula or a constant. {@code operator} is set for {@code c += 1} and its kin. */
    record Definition(String name, Span nameSpan, @Nullable BinaryOperator operator, Expr value, Span span)
            implements Statement {}

    /**
     * {@code v[0] = 3}: gives the name a vector, matrix or list with other elements at some places. {@code operator} is set for
     * {@code v[0] += 1} and its kin.
     */
    record PartDefinition(
            Expr.Name name, Expr.Index target, @Nullable BinaryOperator operator, Expr value, Span span)
            implements Statement {}

    /** {@code set digits 10}: with how many significant digits numbers are shown. */
    record SetDigits(int digits, Span span) implements Statement {}

    /** {@code (a, b) = split(d, 0.8)}. */
    record Unpacking(List<String> names, Expr value, Span span) implements Statement {
        public Unpacking {
            names = List.copyOf(names);
        }
    }

    /** {@code f(x) = …}. */
    record FunctionDefinition(String name, Span nameSpan, List<Parameter> parameters, Body body, Span span)
            implements Statement {
        public FunctionDefinition {
            parameters = List.copyOf(parameters);
        }

        /** {@code f = x -> …} defines what {@code f(x) = …} does. */
        public static FunctionDefinition of(String name, Span nameSpan, Expr.Anonymous function, Span span) {
            List<Parameter> parameters = function.parameters().stream()
                    .map(parameter -> new Parameter(parameter, null, nameSpan))
                    .toList();
            return new FunctionDefinition(name, nameSpan, parameters, new Formula(function.body()), span);
        }
    }

    /** A function's parameter, with the value it has when left out. */
    record Parameter(String name, @Nullable Expr standard, Span span) {}

    /** What a function does: an expression, or a block whose last expression is the result. */
    sealed interface Body {
        Span span();
    }

    /** {@code f(x) = x^2}. */
    record Formula(Expr expression) implements Body {
        @Override
        public Span span() {
            return expression.span();
        }
    }

    /** Statements between braces. */
    record Block(List<Statement> statements, Span span) implements Body {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** {@code set w = w - 0.1*gw, b = 0}: changes inputs in place; the right sides are evaluated first. */
    record SetInputs(List<Assignment> assignments, Span span) implements Statement {
        public SetInputs {
            assignments = List.copyOf(assignments);
        }
    }

    /** One change of {@code set}: the target is a name, an element such as {@code v[0]}, or {@code net.parameters}. */
    record Assignment(Expr target, @Nullable BinaryOperator operator, Expr value) {}

    /** An expression on its own: its value is shown. */
    record Evaluate(Expr expression) implements Statement, ReadingStatement {
        @Override
        public Span span() {
            return expression.span();
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(expression);
        }
    }

    /** {@code print "loss", L}. */
    record Print(List<Expr> values, Span span) implements Statement, ReadingStatement {
        public Print {
            values = List.copyOf(values);
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            values.forEach(reader);
        }
    }

    /** {@code assert p}, or {@code assert p ≈ q within 1e-6}. */
    record Assert(Expr claim, @Nullable Expr near, @Nullable Expr tolerance, Span span)
            implements Statement, ReadingStatement {
        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(claim);
            if (near != null) {
                reader.accept(near);
            }
            if (tolerance != null) {
                reader.accept(tolerance);
            }
        }
    }

    /** {@code import "file.ag"}: runs the file in this session. */
    record Import(String path, Span span) implements Statement {}

    /** {@code seed 42}. */
    record Seed(Expr value, Span span) implements Statement, ReadingStatement {
        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(value);
        }
    }
}
