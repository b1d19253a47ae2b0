package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.interpreter.WhatIf;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Workspace;
import ag.result.Result;
import ag.result.Result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code check L}: each gradient beside a difference quotient. */
public record Checking(Differentiated differentiated, List<Derivations.Asked> inputs, Span span) implements Code {
    static Code compile(Statement.Check check, StatementCompiler compiler, Scope scope) {
        return new Checking(
                Differentiated.of(check.of(), compiler, scope),
                Derivations.Asked.of(check.inputs(), compiler, scope),
                check.span());
    }

    /** Gradients that agree to this relative error are right: the quotient itself is not better. */
    private static final double TOLERANCE = 1e-6;

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Differentiated.Root root = differentiated.root(frame);
        List<Input> checked = inputs.isEmpty() ? root.inputs() : named(frame);
        List<double[]> gradients = new ArrayList<>();
        for (Input input : checked) {
            gradients.add(Derivations.gradient(workspace.tape(), input));
        }
        List<Result.CheckRow> rows = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            Input input = checked.get(i);
            for (int element = 0; element < input.size(); element++) {
                rows.add(row(frame, input, element, gradients.get(i)[element]));
            }
        }
        boolean ok = rows.stream().noneMatch(row -> row.verdict() == Verdict.DIFFERS);
        workspace.show(new Result.Checked(differentiated.of().text(), ok, rows, span));
        return Loops.NOTHING;
    }

    private List<Input> named(Frame frame) {
        List<Input> named = new ArrayList<>();
        for (Derivations.Asked asked : inputs) {
            Input input = Members.inputOf(frame.machine, asked.code().run(frame));
            if (input == null) {
                throw new AgException(
                        "not-an-input",
                        "'" + asked.text() + "' is not an input",
                        asked.span(),
                        "check moves inputs, which are made with let");
            }
            named.add(input);
        }
        return named;
    }

    private Result.CheckRow row(Frame frame, Input input, int element, double gradient) {
        Workspace workspace = frame.machine.workspace;
        int leaf = input.node(element);
        double x = workspace.tape().value(leaf);
        WhatIf moved = new WhatIf(frame.machine, new int[] {leaf});
        DifferenceQuotient quotient = new DifferenceQuotient(
                number -> moved.at(
                        new double[] {number},
                        () -> workspace.shown(differentiated.of().code().run(frame))),
                x);
        DifferenceQuotient.Sides sides = quotient.sides();
        DifferenceQuotient.Estimate estimate = quotient.central();
        double numeric = sides.isVertical() ? sides.left() : estimate.slope();
        double error = relative(gradient, numeric);
        Verdict verdict = switch (sides.place()) {
            case KINK -> sides.hasBetween(gradient) ? Verdict.KINK : Verdict.DIFFERS;
            case JUMP -> Verdict.JUMP;
            case EDGE -> Verdict.EDGE;
            case SMOOTH ->
                error <= TOLERANCE || sides.tendTo(gradient)
                        ? Verdict.AGREES
                        : Math.abs(gradient - numeric) <= estimate.lost() ? Verdict.UNCLEAR : Verdict.DIFFERS;
        };
        String name = Views.element(input.name(), input.value(), element);
        return new Result.CheckRow(name, gradient, numeric, error, sides.left(), sides.right(), verdict);
    }

    private static double relative(double a, double b) {
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return 0;
        }
        double scale = Math.max(Math.max(Math.abs(a), Math.abs(b)), 1e-6);
        return Math.abs(a - b) / scale;
    }
}
