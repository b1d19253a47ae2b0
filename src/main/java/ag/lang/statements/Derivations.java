package ag.lang.statements;

import ag.engine.Tape;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Question;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.values.BackwardReport;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Plains;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements that ask for gradients. */
public final class Derivations {
    private Derivations() {}

    /** An expression with its place. */
    public record Asked(Code code, Span span) {
        public String text() {
            return span.text().strip().replaceAll("\\s+", " ");
        }
    }

    /** {@code grad L wrt a, b}. */
    public record Grad(Asked of, List<Asked> inputs, Span span) implements Code {
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
            List<Point> points = new ArrayList<>();
            for (Asked input : inputs) {
                Datum at = input.code().run(frame);
                int[] nodes = Gradients.nodes(at, input.span());
                double[] numbers = gradients.numbers(value, nodes);
                slopes.add(new Result.Slope(input.text(), Plains.of(workspace, Gradients.shaped(at, numbers))));
                points.addAll(Question.points(workspace, nodes, input.text(), numbers));
            }
            remark(frame, value, points);
            return slopes;
        }

        private List<Result.Slope> all(Frame frame, Datum value) {
            Workspace workspace = frame.machine.workspace;
            requireInputs(value, of);
            workspace.tape().backward(((Datum.Scalar) value).node());
            List<Result.Slope> slopes = new ArrayList<>();
            List<Point> points = new ArrayList<>();
            for (Input input : reached(workspace)) {
                double[] numbers = gradient(workspace.tape(), input);
                slopes.add(new Result.Slope(input.name(), Plains.of(workspace, input.shaped(numbers))));
                points.addAll(Question.points(workspace, input.nodes(), input.name(), numbers));
            }
            if (slopes.isEmpty()) {
                throw noInputs(of);
            }
            remark(frame, value, points);
            return slopes;
        }

        private void remark(Frame frame, Datum value, List<Point> points) {
            Workspace workspace = frame.machine.workspace;
            if (!new Question(frame, of).tell(workspace.node(value), points, span)) {
                BackwardReport.show(workspace);
            }
        }
    }

    /** {@code backward L}. */
    public record Backward(Asked of, Span span) implements Code {
        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum value = of.code().run(frame);
            Gradients.requireNumber(value, of.span());
            requireInputs(value, of);
            workspace.tape().backward(((Datum.Scalar) value).node());
            BackwardReport.show(workspace);
            List<String> added = new ArrayList<>();
            List<Input> reached = reached(workspace);
            if (reached.isEmpty()) {
                throw noInputs(of);
            }
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
        @Override
        public Datum run(Frame frame) {
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
    public static List<Input> reached(Workspace workspace) {
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

    public static double[] gradient(Tape tape, Input input) {
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

    static AgException noInputs(Asked of) {
        return new AgException(
                "no-inputs",
                "'" + of.text() + "' depends on no input, so it has no gradient",
                of.span(),
                "inputs are made with let: let a = 2");
    }
}
