package ag.lang.statements;

import ag.lang.interpreter.Assignments;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Choices;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Plains;
import ag.lang.values.Seeds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Format;
import ag.result.Numerals;
import ag.result.Result;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the statements that show, claim or arrange something. */
public final class Sayings {
    private Sayings() {}

    /** An expression on its own; its value is shown, and what it took to compute is forgotten. */
    public record Evaluate(Code value, @Nullable String name, Span span) implements Code {
        static Code compile(Expr expression, StatementCompiler compiler, Scope scope) {
            if (scope.isFunction()) {
                return compiler.expressions().compile(expression, scope);
            }
            String name = expression instanceof Expr.Name named ? named.name() : null;
            Span span = expression.span();
            Cell answer = compiler.machine().answer;
            return answer == null
                    ? new Evaluate(compiler.expressions().compileDetachedFormula(expression, scope), name, span)
                    : new Answer(compiler.define(answer, expression, scope), name, span);
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            int mark = workspace.tape().mark();
            long rebuilds = frame.machine.rebuilds();
            Datum datum = value.run(frame);
            if (datum instanceof Datum.Nothing) {
                return datum;
            }
            workspace.show(new Result.Value(name, FunctionFormula.shown(frame.machine, datum, span), span));
            if (rebuilds == frame.machine.rebuilds()) {
                workspace.tape().rewind(mark);
            }
            return Loops.NOTHING;
        }
    }

    /** An expression on its own whose value has a name afterwards, as {@code ans} in a conversation. */
    public record Answer(
            Assignments.Define answer, @Nullable String name, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum datum = answer.define(frame);
            if (!(datum instanceof Datum.Nothing)) {
                workspace.show(new Result.Value(name, FunctionFormula.shown(frame.machine, datum, span), span));
            }
            return Loops.NOTHING;
        }
    }

    /** {@code print "loss", L}. */
    public record Print(List<Code> values, Span span) implements Code {
        static Code compile(Statement.Print print, StatementCompiler compiler, Scope scope) {
            if (print.values().isEmpty() && compiler.means("print")) {
                return Evaluate.compile(new Expr.Name("print", print.span()), compiler, scope);
            }
            List<Code> values = print.values().stream()
                    .map(value -> compiler.expressions().compileFormula(value, scope))
                    .toList();
            return new Print(values, print.span());
        }

        @Override
        public Datum run(Frame frame) {
            Machine machine = frame.machine;
            int mark = machine.workspace.tape().mark();
            long rebuilds = machine.rebuilds();
            String text = values.stream()
                    .map(value -> machine.format.text(Plains.shown(machine.workspace, value.run(frame))))
                    .collect(Collectors.joining(" "));
            if (rebuilds == machine.rebuilds()) {
                machine.workspace.tape().rewind(mark);
            }
            machine.workspace.show(new Result.Printed(text, span));
            return Loops.NOTHING;
        }
    }

    /** {@code assert p}. */
    public record Assert(Code claim, Expr place, Span span) implements Code {
        static Code compile(Statement.Assert claim, StatementCompiler compiler, Scope scope) {
            Expr near = claim.near();
            if (near == null) {
                return new Assert(compiler.expressions().compile(claim.claim(), scope), claim.claim(), claim.span());
            }
            Expr tolerance = claim.tolerance();
            return new AssertNear(
                    Near.of(claim.claim(), compiler, scope),
                    Near.of(near, compiler, scope),
                    tolerance == null ? null : Near.of(tolerance, compiler, scope),
                    claim.span());
        }

        @Override
        public Datum run(Frame frame) {
            if (!Choices.truth(claim.run(frame), place.span())) {
                throw new AgException(ErrorCode.ASSERTION, "this does not hold" + sides(frame), place.span(), "");
            }
            return Loops.NOTHING;
        }

        private String sides(Frame frame) {
            if (claim instanceof Choices.Comparison comparison) {
                Machine machine = frame.machine;
                String left = machine.format.text(
                        Plains.shown(machine.workspace, comparison.left().run(frame)));
                String right = machine.format.text(
                        Plains.shown(machine.workspace, comparison.right().run(frame)));
                return ": the left is " + left + ", the right " + right;
            }
            return "";
        }
    }

    /** A number or several, with the place they were typed at. */
    public record Near(Code code, Span span) {
        private static Near of(Expr expression, StatementCompiler compiler, Scope scope) {
            return new Near(compiler.expressions().compile(expression, scope), expression.span());
        }
    }

    /** {@code assert p ≈ q within 1e-6}: each number of p differs from that of q by at most the tolerance. */
    public record AssertNear(
            Near left, Near right, @Nullable Near tolerance, Span span) implements Code {
        private static final double STANDARD = 1e-6;

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum a = left.code.run(frame);
            Datum b = right.code.run(frame);
            double allowed =
                    tolerance == null ? STANDARD : number(workspace, tolerance.code.run(frame), tolerance.span);
            double[] x = numbers(workspace, a, left.span);
            double[] y = numbers(workspace, b, right.span);
            if (x.length != y.length) {
                throw new AgException(
                        ErrorCode.SHAPE_MISMATCH,
                        "'≈' compares two of one shape: the left is " + Kinds.article(a) + ", the right "
                                + Kinds.article(b),
                        span,
                        "");
            }
            for (int i = 0; i < x.length; i++) {
                double gap = Math.abs(x[i] - y[i]);
                if (!(gap <= allowed) && Double.compare(x[i], y[i]) != 0) {
                    throw new AgException(
                            ErrorCode.ASSERTION,
                            "this does not hold: " + Numerals.shortest(x[i]) + " and " + Numerals.shortest(y[i])
                                    + " differ by " + Numerals.rounded(gap, 3),
                            span,
                            tolerance == null ? "to allow more write: … within 1e-3" : "");
                }
            }
            return Loops.NOTHING;
        }

        private static double[] numbers(Workspace workspace, Datum datum, Span span) {
            return datum instanceof Tensor tensor
                    ? workspace.numbers(tensor)
                    : new double[] {number(workspace, datum, span)};
        }

        private static double number(Workspace workspace, Datum datum, Span span) {
            if (!Arithmetic.isNumber(datum)) {
                throw new AgException(
                        ErrorCode.WRONG_TYPE, "'≈' compares numbers, and this is " + Kinds.article(datum), span, "");
            }
            return workspace.number(datum);
        }
    }

    /** {@code import "file.ag"}. */
    public record Import(String path, Span span) implements Code {
        static Code compile(Statement.Import imported, StatementCompiler compiler, Scope scope) {
            // Imported names are global; inside a block they would outlive what the block may forget.
            if (compiler.isNested(scope)) {
                throw new AgException(
                        ErrorCode.NESTED_IMPORT,
                        "import stands by itself, outside of blocks and functions",
                        imported.span(),
                        "move it to the top of the file");
            }
            return new Import(imported.path(), imported.span());
        }

        @Override
        public Datum run(Frame frame) {
            frame.machine.importer.run(path, span);
            return Loops.NOTHING;
        }
    }

    /** {@code set digits 10}. */
    record SetDigits(int digits, Span span) implements Code {
        static Code compile(Statement.SetDigits set, StatementCompiler compiler, Scope scope) {
            // What a block has printed cannot be taken back where the block fails.
            if (compiler.isNested(scope)) {
                throw new AgException(
                        ErrorCode.BAD_SET,
                        "set digits stands by itself, outside of blocks and functions",
                        set.span(),
                        "move it before the block; within a text write: \"{x:.3f}\"");
            }
            return new SetDigits(set.digits(), set.span());
        }

        @Override
        public Datum run(Frame frame) {
            frame.machine.format = new Format(digits);
            frame.machine.workspace.show(new Result.DigitsSet(digits, span));
            return Loops.NOTHING;
        }
    }

    /** {@code seed 42}. */
    public record Seed(Code value, Span valueSpan, Span span) implements Code {
        static Code compile(Statement.Seed seed, StatementCompiler compiler, Scope scope) {
            return new Seed(
                    compiler.expressions().compile(seed.value(), scope),
                    seed.value().span(),
                    seed.span());
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            workspace.random(Seeds.source(workspace, value.run(frame), valueSpan));
            return Loops.NOTHING;
        }
    }
}
