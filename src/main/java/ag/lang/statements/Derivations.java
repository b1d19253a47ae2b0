package ag.lang.statements;

import ag.engine.Tape;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Plains;
import ag.lang.values.Workspace;
import ag.result.Plain;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements that ask for gradients. */
public final class Derivations {
    private Derivations() {}

    /** An expression with its place. */
    public record Asked(Code code, Span span) {
        static Asked of(Expr expression, StatementCompiler compiler, Scope scope) {
            return new Asked(compiler.expressions().compile(expression, scope), expression.span());
        }

        static List<Asked> of(List<? extends Expr> all, StatementCompiler compiler, Scope scope) {
            return all.stream()
                    .map(expression -> of(expression, compiler, scope))
                    .toList();
        }

        String text() {
            return span.text().strip().replaceAll("\\s+", " ");
        }
    }

    /** {@code grad L wrt a, b}. */
    public record Grad(Asked of, List<Asked> inputs, Span span) implements Code {
        static Code compile(Statement.Grad grad, StatementCompiler compiler, Scope scope) {
            return new Grad(
                    Asked.of(grad.of(), compiler, scope), Asked.of(grad.inputs(), compiler, scope), grad.span());
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum value = of.code().run(frame);
            Gradients.requireNumber(value, of.span());
            List<Result.Slope> slopes = inputs.isEmpty() ? all(frame, value) : named(frame, value);
            workspace.show(new Result.Gradient(of.text(), workspace.number(value), slopes, span));
            return Loops.NOTHING;
        }

        private List<Result.Slope> named(Frame frame, Datum value) {
            Workspace workspace = frame.machine.workspace;
            Gradients gradients = new Gradients(workspace);
            List<Result.Slope> slopes = new ArrayList<>();
            for (Asked input : inputs) {
                Datum at = input.code().run(frame);
                Datum derivative = gradients.derivative(value, at, true, of.span(), input.span());
                slopes.add(new Result.Slope(input.text(), Plains.of(workspace, derivative)));
            }
            BackwardReport.show(frame.machine);
            return slopes;
        }

        private List<Result.Slope> all(Frame frame, Datum value) {
            Workspace workspace = frame.machine.workspace;
            requireInputs(value, of);
            workspace.tape().backward(((Datum.Scalar) value).node());
            BackwardReport.show(frame.machine);
            List<Result.Slope> slopes = new ArrayList<>();
            for (Input input : reached(workspace)) {
                Plain plain = Plains.of(workspace, input.shaped(gradient(workspace.tape(), input)));
                slopes.add(new Result.Slope(input.name(), plain));
            }
            if (slopes.isEmpty()) {
                throw noInputs(of);
            }
            return slopes;
        }
    }

    /** {@code backward L}. */
    public record Backward(Asked of, Span span) implements Code {
        static Code compile(Statement.Backward backward, StatementCompiler compiler, Scope scope) {
            return new Backward(Asked.of(backward.of(), compiler, scope), backward.span());
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum value = of.code().run(frame);
            Gradients.requireNumber(value, of.span());
            requireInputs(value, of);
            workspace.tape().backward(((Datum.Scalar) value).node());
            BackwardReport.show(frame.machine);
            List<String> added = new ArrayList<>();
            List<Input> reached = reached(workspace);
            if (reached.isEmpty()) {
                throw noInputs(of);
            }
            workspace.rememberInputs();
            for (Input input : reached) {
                if (input.accumulate(gradient(workspace.tape(), input))) {
                    added.add(input.name() + ".grad");
                }
            }
            if (!added.isEmpty()) {
                String names = String.join(", ", added);
                workspace.note(
                        "added to what was there: " + names + " now " + (added.size() == 1 ? "holds" : "hold")
                                + " the sum of all backward passes since the last zero",
                        span);
            }
            return Loops.NOTHING;
        }
    }

    /** {@code zero}. */
    public record Zero(List<Asked> inputs) implements Code {
        static Code compile(Statement.Zero zero, StatementCompiler compiler, Scope scope) {
            if (zero.names().isEmpty() && compiler.means("zero")) {
                return Sayings.Evaluate.compile(new Expr.Name("zero", zero.span()), compiler, scope);
            }
            return new Zero(Asked.of(zero.names(), compiler, scope));
        }

        @Override
        public Datum run(Frame frame) {
            frame.machine.workspace.rememberInputs();
            if (inputs.isEmpty()) {
                frame.machine.workspace.inputs().forEach(Input::zero);
            }
            for (Asked asked : inputs) {
                Input input = Members.inputOf(frame.machine, asked.code().run(frame));
                if (input == null) {
                    throw new AgException(
                            "not-an-input",
                            "'" + asked.text() + "' is not an input",
                            asked.span(),
                            "only inputs keep a gradient; zero alone forgets all of them");
                }
                input.zero();
            }
            return Loops.NOTHING;
        }
    }

    /** The inputs that the last backward pass reached, oldest first. */
    static List<Input> reached(Workspace workspace) {
        List<Input> reached = new ArrayList<>();
        for (Input input : workspace.inputs()) {
            for (int i = 0; i < input.size(); i++) {
                if (workspace.tape().isReached(input.node(i))) {
                    reached.add(input);
                    break;
                }
            }
        }
        return reached;
    }

    static double[] gradient(Tape tape, Input input) {
        double[] gradient = new double[input.size()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = tape.gradient(input.node(i));
        }
        return gradient;
    }

    static void requireInputs(Datum value, Asked of) {
        if (!(value instanceof Datum.Scalar)) {
            throw noInputs(of);
        }
    }

    private static AgException noInputs(Asked of) {
        return new AgException(
                "no-inputs",
                "'" + of.text() + "' depends on no input, so it has no gradient",
                of.span(),
                "inputs are made with let: let a = 2");
    }
}
