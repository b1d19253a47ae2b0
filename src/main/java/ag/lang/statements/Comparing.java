package ag.lang.statements;

import ag.engine.Tangents;
import ag.engine.Tape;
import ag.explain.NodeNames;
import ag.lang.algebra.Derivation;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.values.Datum;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.DerivativeResult;
import ag.result.DerivativeResult.CompareRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code compare L wrt a}: one derivative found in four ways, and what each took. What is counted are operations on numbers:
 * one for each step of the formula that is computed, one for each edge that a derivative is carried along.
 */
public record Comparing(Subject subject, Span span) implements Code {
    static Code compile(DerivativeStatement.Compare compare, StatementCompiler compiler, Scope scope) {
        return new Comparing(
                Subject.of(compare.of(), compare.inputs(), compare.span(), compiler, scope), compare.span());
    }

    @Override
    public Datum run(Frame frame) {
        subject.study(frame, this::compare);
        return Loops.NOTHING;
    }

    private void compare(Studied studied) {
        Workspace workspace = studied.workspace();
        Studied.Look look = studied.look();
        int root = look.root().node();
        List<Point> points = Views.points(workspace.tape(), look.targets());
        for (Views.Target target : look.targets()) {
            workspace.tape().backward(root);
            workspace.show(compared(studied, root, target, look.names()));
        }
        studied.question().tell(root, points, span);
    }

    private DerivativeResult.Compared compared(Studied studied, int root, Views.Target target, NodeNames names) {
        Tape tape = studied.workspace().tape();
        Counted counted = Counted.of(tape, root);
        long steps = counted.steps;
        int count = Math.max(1, counted.inputs);
        double gradient = tape.gradient(target.node());
        List<CompareRow> rows = new ArrayList<>();
        rows.add(new CompareRow("reverse mode", gradient, steps + counted.edges, steps + counted.edges));
        Tangents tangents = Tangents.of(tape, new int[] {target.node()}, new double[] {1});
        rows.add(forEach("forward mode", tangents.rate(root), steps + counted.edges, count));
        Optional<FormulaAt> formula = FormulaAt.of(studied.frame().machine, target, names, null);
        rows.add(
                symbolic(formula, tangents.rate(root), () -> studied.workspace().checkStop(span)));
        if (tape.isInput(target.node())) {
            rows.add(2, forEach("central difference", difference(studied, target.node()), 2 * steps, count));
        }
        return new DerivativeResult.Compared(studied.text(), target.text(), count, rows, span);
    }

    /** A way that has to be gone once for each input. */
    private static CompareRow forEach(String method, double derivative, long operations, int inputs) {
        return new CompareRow(method, derivative, operations, operations * inputs);
    }

    private static CompareRow symbolic(Optional<FormulaAt> formula, double gradient, Runnable pause) {
        if (formula.isEmpty()) {
            return new CompareRow("symbolic derivative", null, 0, null);
        }
        Derivation derivation = formula.get().derivation(gradient, pause);
        return new CompareRow(
                "symbolic derivative", formula.get().value(derivation.formula()), derivation.operations(), null);
    }

    private static double difference(Studied studied, int leaf) {
        double here = studied.workspace().tape().value(leaf);
        return new DifferenceQuotient(number -> studied.question().at(leaf, number), here).plain();
    }

    /** How large the graph behind a root is: the inputs, the steps built on them, the edges between those. */
    private record Counted(int inputs, long steps, long edges) {
        static Counted of(Tape tape, int root) {
            int inputs = 0;
            long steps = 0;
            long edges = 0;
            for (int node = 0; node <= root; node++) {
                if (tape.isReached(node)) {
                    inputs += tape.isInput(node) ? 1 : 0;
                    steps += tape.isLeaf(node) ? 0 : 1;
                    for (int operand : tape.operands(node)) {
                        edges += tape.isConstant(operand) ? 0 : 1;
                    }
                }
            }
            return new Counted(inputs, steps, edges);
        }
    }
}
