package ag.lang.statements;

import ag.engine.Tape;
import ag.explain.Explanation;
import ag.explain.NodeNames;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the statements that show how a result and its gradients come about. */
public final class Views {
    /** A vector of more elements is not gone through one by one. */
    private static final int MOST_ELEMENTS = 16;
    /** So many tell that there are too many: a million need no names. */
    private static final int TOO_MANY = MOST_ELEMENTS + 1;

    private Views() {}

    /** {@code trace L}. */
    public record Trace(Differentiated of, Span span) implements Code {
        static Code compile(Statement.Trace trace, StatementCompiler compiler, Scope scope) {
            return new Trace(Differentiated.of(trace.of(), compiler, scope), trace.span());
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            Datum held = of.held(frame);
            refuseMatrix(Held.peeled(held));
            Differentiated.Root root = of.root(frame, held);
            NodeNames names = GraphNames.of(frame.machine);
            List<Point> points = Derivations.points(workspace);
            workspace.show(new Result.Traced(of.of().text(), ag.explain.Trace.of(workspace.tape(), names), span));
            of.of().question(frame).tell(root.node(), points, span);
            return Loops.NOTHING;
        }

        /** The word stands for two things: the table of a number, and the sum of a matrix's diagonal. */
        private void refuseMatrix(Datum value) {
            if (value instanceof Tensor tensor && tensor.isMatrix()) {
                throw new AgException(
                        "not-a-number",
                        "trace shows how a number came about, and this is a " + tensor.shape(),
                        of.of().span(),
                        "the trace of a matrix, the sum of its diagonal, is called without a space: trace(A)");
            }
        }
    }

    /** {@code explain L wrt a}. */
    public record Explain(Differentiated of, List<Derivations.Asked> inputs, Span span) implements Code {
        static Code compile(Statement.Explain explain, StatementCompiler compiler, Scope scope) {
            return new Explain(
                    Differentiated.of(explain.of(), compiler, scope),
                    Derivations.Asked.of(explain.inputs(), compiler, scope),
                    explain.span());
        }

        @Override
        public Datum run(Frame frame) {
            Workspace workspace = frame.machine.workspace;
            List<Target> targets = targets(frame, inputs);
            Differentiated.Root root = of.root(frame);
            NodeNames names = GraphNames.of(frame.machine);
            Explanation explanation =
                    new Explanation(workspace.tape(), names, of.of().text());
            List<Target> shown = targets.isEmpty() ? all(frame, root, names) : targets;
            List<Point> points = points(workspace.tape(), shown);
            for (Target target : shown) {
                workspace.show(explanation.of(target.text(), target.node(), span));
            }
            of.of().question(frame).tell(root.node(), points, span);
            return Loops.NOTHING;
        }

        private List<Target> all(Frame frame, Differentiated.Root root, NodeNames names) {
            List<Target> reached = reached(frame, names, of.of());
            return reached.isEmpty() ? few(elements(root.inputs(), names), of.of()) : reached;
        }

        private static List<Target> elements(List<Input> inputs, NodeNames names) {
            return inputs.stream()
                    .flatMapToInt(input -> Arrays.stream(input.nodes()))
                    .limit(TOO_MANY)
                    .mapToObj(node -> new Target(names.of(node), node))
                    .toList();
        }
    }

    /** What a derivative is taken with respect to: one node, and how it is written. */
    record Target(String text, int node) {}

    /** The targets of a view, with the derivatives that the backward pass gave it. */
    static List<Point> points(Tape tape, List<Target> targets) {
        return targets.stream()
                .map(target -> new Point(target.text(), target.node(), tape.gradient(target.node())))
                .toList();
    }

    /** The nodes behind {@code wrt a, v}; a vector's elements one by one. */
    static List<Target> targets(Frame frame, List<Derivations.Asked> inputs) {
        List<Target> targets = new ArrayList<>();
        for (Derivations.Asked asked : inputs) {
            Datum input = asked.code().run(frame);
            int[] nodes = Gradients.nodes(input, asked.span());
            if (nodes.length > MOST_ELEMENTS) {
                throw new AgException(
                        "too-many",
                        "'" + asked.text() + "' has " + nodes.length + " elements",
                        asked.span(),
                        "name one of them: " + element(asked.text(), input, 0));
            }
            for (int i = 0; i < nodes.length; i++) {
                targets.add(new Target(element(asked.text(), input, i), nodes[i]));
            }
        }
        return targets;
    }

    /** How an element is written: {@code v[3]}, {@code A[1, 2]}; a number as it is. */
    static String element(String name, Datum whole, int index) {
        return whole instanceof Tensor tensor ? name + tensor.place(index) : name;
    }

    /** All inputs that the root of the last backward pass depends on. */
    static List<Target> reached(Frame frame, NodeNames names, Derivations.Asked of) {
        Workspace workspace = frame.machine.workspace;
        List<Target> targets = new ArrayList<>();
        for (int node = 0; node <= workspace.tape().gradientRoot() && targets.size() < TOO_MANY; node++) {
            if (workspace.tape().isInput(node) && workspace.tape().isReached(node)) {
                targets.add(new Target(names.of(node), node));
            }
        }
        return few(targets, of);
    }

    private static List<Target> few(List<Target> targets, Derivations.Asked of) {
        if (targets.size() > MOST_ELEMENTS) {
            throw new AgException(
                    "too-many",
                    "'" + of.text() + "' depends on more than " + MOST_ELEMENTS + " inputs",
                    of.span(),
                    "name the one you want: wrt " + targets.getLast().text());
        }
        return targets;
    }
}
