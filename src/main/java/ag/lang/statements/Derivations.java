package ag.lang.statements;

import ag.engine.Tape;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Question;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.values.BackwardReport;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Plains;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.DerivativeResult;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements that ask for gradients. */
public final class Derivations {
    private Derivations() {}

    /** An expression as it was typed, with its code. */
    public record Asked(Expr expression, Code code, Span span) {
        static Asked of(Expr expression, StatementCompiler compiler, Scope scope) {
            return new Asked(expression, compiler.expressions().compile(expression, scope), expression.span());
        }

        static List<Asked> of(List<? extends Expr> all, StatementCompiler compiler, Scope scope) {
            return all.stream()
                    .map(expression -> of(expression, compiler, scope))
                    .toList();
        }

        String text() {
            return Question.typed(span);
        }

        /** The input that it is. */
        Input input(Frame frame, String hint) {
            return input(frame.machine, code.run(frame), hint);
        }

        /** The input that a value of it is. */
        Input input(Machine machine, Datum value, String hint) {
            Input input = Members.inputOf(machine, value);
            if (input == null) {
                throw new AgException(ErrorCode.NOT_AN_INPUT, "'" + text() + "' is not an input", span, hint);
            }
            return input;
        }

        /** The letter that it is; as it was typed where it is none. */
        String letter() {
            return expression instanceof Expr.Name name ? name.name() : text();
        }
    }

    /** {@code grad L wrt a, b}. */
    public record Grad(Subject subject, Span span) implements Code {
        static Code compile(DerivativeStatement.Grad grad, StatementCompiler compiler, Scope scope) {
            return new Grad(Subject.of(grad.of(), grad.inputs(), grad.span(), compiler, scope), grad.span());
        }

        @Override
        public Datum run(Frame frame) {
            subject.study(frame, this::show);
            return Loops.NOTHING;
        }

        private void show(Studied studied) {
            Workspace workspace = studied.workspace();
            if (subject.inputs().isEmpty()) {
                Studied.Root root = studied.root();
                double value = workspace.tape().value(root.node());
                workspace.show(new DerivativeResult.Gradient(studied.text(), value, all(studied, root), span));
            } else {
                Datum value = Held.peeled(studied.held());
                Gradients.requireNumber(value, subject.of().span());
                List<DerivativeResult.Slope> slopes = named(studied, value);
                workspace.show(new DerivativeResult.Gradient(studied.text(), workspace.shown(value), slopes, span));
            }
        }

        private List<DerivativeResult.Slope> named(Studied studied, Datum value) {
            Workspace workspace = studied.workspace();
            Gradients gradients = new Gradients(workspace);
            List<DerivativeResult.Slope> slopes = new ArrayList<>();
            List<Point> points = new ArrayList<>();
            for (Asked input : subject.inputs()) {
                Datum at = studied.value(input);
                int[] nodes = Gradients.nodes(at, input.span());
                double[] numbers = gradients.numbers(value, nodes);
                slopes.add(new DerivativeResult.Slope(
                        input.text(), Plains.shown(workspace, Gradients.shaped(at, numbers))));
                points.addAll(Question.points(workspace, nodes, input.text(), numbers));
            }
            remark(studied, workspace.node(value), points);
            return slopes;
        }

        private List<DerivativeResult.Slope> all(Studied studied, Studied.Root root) {
            Workspace workspace = studied.workspace();
            List<DerivativeResult.Slope> slopes = new ArrayList<>();
            for (Input input : root.inputs()) {
                double[] numbers = gradient(workspace.tape(), input);
                slopes.add(new DerivativeResult.Slope(input.name(), Plains.shown(workspace, input.shaped(numbers))));
            }
            if (slopes.isEmpty()) {
                throw noInputs(subject.of());
            }
            remark(studied, root.node(), studied.points(root));
            return slopes;
        }

        private void remark(Studied studied, int root, List<Point> points) {
            if (!studied.question().tell(root, points, span)) {
                BackwardReport.show(studied.workspace());
            }
        }
    }

    /** {@code backward L}. */
    public record Backward(Subject subject, Span span) implements Code {
        static Code compile(DerivativeStatement.Backward backward, StatementCompiler compiler, Scope scope) {
            return new Backward(Subject.of(backward.of(), backward.span(), compiler, scope), backward.span());
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Studied studied = new Studied(
                    frame, subject, subject.of().code(), Held.of(subject.of().code(), frame), List.of());
            List<Input> reached = studied.root().inputs();
            BackwardReport.show(workspace);
            List<String> added = new ArrayList<>();
            if (reached.isEmpty()) {
                throw noInputs(subject.of());
            }
            workspace.inputs().remember();
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
        static Code compile(DerivativeStatement.Zero zero, StatementCompiler compiler, Scope scope) {
            if (zero.names().isEmpty() && compiler.means("zero")) {
                return Sayings.Evaluate.compile(new Expr.Name("zero", zero.span()), compiler, scope);
            }
            return new Zero(Asked.of(zero.names(), compiler, scope));
        }

        @Override
        public Datum run(Frame frame) {
            frame.machine.workspace.inputs().remember();
            if (inputs.isEmpty()) {
                frame.machine.workspace.inputs().all().forEach(Input::zero);
            }
            for (Asked asked : inputs) {
                asked.input(frame, "only inputs keep a gradient; zero alone forgets all of them")
                        .zero();
            }
            return Loops.NOTHING;
        }
    }

    /** The inputs that the last backward pass reached, oldest first. */
    public static List<Input> reached(Workspace workspace) {
        List<Input> reached = new ArrayList<>();
        for (Input input : workspace.inputs().all()) {
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

    public static AgException noInputs(Asked of) {
        return new AgException(
                ErrorCode.NO_INPUTS,
                "'" + of.text() + "' depends on no input, so it has no gradient",
                of.span(),
                "inputs are made with let: let a = 2");
    }
}
