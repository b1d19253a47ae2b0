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
import ag.lang.interpreter.WhatIf;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Result;
import ag.result.Result.CompareRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code compare L wrt a}: one derivative found in four ways, and what each took. What is counted are operations on numbers:
 * one for each step of the formula that is computed, one for each edge that a derivative is carried along.
 */
public record Comparing(Derivations.Asked of, List<Derivations.Asked> inputs, Span span) implements Code {
    static Code compile(Statement.Compare compare, StatementCompiler compiler, Scope scope) {
        return new Comparing(
                Derivations.Asked.of(compare.of(), compiler, scope),
                Derivations.Asked.of(compare.inputs(), compiler, scope),
                compare.span());
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Datum value = of.code().run(frame);
        List<Views.Target> named = Views.targets(frame, inputs);
        int root = GraphNames.root(workspace, value, of);
        NodeNames names = GraphNames.of(frame.machine);
        List<Views.Target> targets = named.isEmpty() ? Views.reached(frame, names, of) : named;
        List<Point> points = Views.points(workspace.tape(), targets);
        for (Views.Target target : targets) {
            workspace.tape().backward(root);
            workspace.show(compared(frame, root, target, names));
        }
        of.question(frame).tell(root, points, span);
        return Loops.NOTHING;
    }

    private Result.Compared compared(Frame frame, int root, Views.Target target, NodeNames names) {
        Tape tape = frame.machine.workspace.tape();
        Counted counted = Counted.of(tape, root);
        long steps = counted.steps;
        int count = counted.inputs;
        double gradient = tape.gradient(target.node());
        List<CompareRow> rows = new ArrayList<>();
        rows.add(new CompareRow("reverse mode", gradient, steps + counted.edges, steps + counted.edges));
        Tangents tangents = Tangents.of(tape, new int[] {target.node()}, new double[] {1});
        rows.add(forEach("forward mode", tangents.rate(root), steps + counted.edges, count));
        Optional<FormulaAt> formula = FormulaAt.of(frame.machine, target, names, null);
        rows.add(symbolic(formula, tangents.rate(root), () -> frame.machine.workspace.checkStop(span)));
        if (tape.isInput(target.node())) {
            rows.add(2, forEach("central difference", difference(frame, target.node()), 2 * steps, count));
        }
        return new Result.Compared(of.text(), target.text(), count, rows, span);
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

    private double difference(Frame frame, int leaf) {
        Workspace workspace = frame.machine.workspace;
        WhatIf moved = new WhatIf(frame.machine, new int[] {leaf});
        return new DifferenceQuotient(
                        number -> moved.at(
                                new double[] {number},
                                () -> workspace.number(of.code().run(frame))),
                        workspace.tape().value(leaf))
                .plain();
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
