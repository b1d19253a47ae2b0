package ag.lang.statements;

import ag.engine.Tangents;
import ag.engine.Tape;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Question;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.interpreter.WhatIf;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.DerivativeResult;
import ag.result.DerivativeResult.NudgeRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs {@code nudge a by 0.01}: what the derivative predicts beside what really happens, at every formula; and {@code nudge f at 3 by 0.1}:
 * the same for what a function or a formula gives, when each of its letters is nudged.
 */
public record Nudging(Subject subject, Derivations.Asked by, Span span) implements Code {
    static Code compile(DerivativeStatement.Nudge nudge, StatementCompiler compiler, Scope scope) {
        return new Nudging(
                Subject.of(nudge.input(), nudge.span(), compiler, scope),
                Derivations.Asked.of(nudge.by(), compiler, scope),
                nudge.span());
    }

    /** Of a vector, this many elements are shown. */
    private static final int MOST_ELEMENTS = 16;

    /** A formula, or an element of one, and what it would change by if its graph were straight. */
    private record Watched(String name, Cell cell, int element, double before, double predicted) {}

    @Override
    public Datum run(Frame frame) {
        Datum held = subject.held(frame);
        if (subject.place().isEmpty() && isPresent(held)) {
            inputs(frame, Held.peeled(held));
        } else {
            subject.study(frame, held, this::letters);
        }
        return Loops.NOTHING;
    }

    /** Whether it is a number or numbers of the session, and no function or formula that is looked at somewhere. */
    private static boolean isPresent(Datum held) {
        Datum value = Held.peeled(held);
        return !(value instanceof Callable) && !(value instanceof Formula);
    }

    /** Nudges one letter after the other. */
    private void letters(Studied studied) {
        Workspace workspace = studied.workspace();
        Tape tape = workspace.tape();
        Datum step = by.code().run(studied.frame());
        Studied.Root root = studied.root();
        double before = tape.value(root.node());
        List<double[]> steps = new ArrayList<>();
        for (Input letter : root.inputs()) {
            steps.add(steps(workspace, letter.value(), step, letter.size()));
        }
        for (int i = 0; i < steps.size(); i++) {
            Input letter = root.inputs().get(i);
            int[] leaves = letter.nodes();
            double[] numbers = new double[leaves.length];
            double predicted = 0;
            for (int k = 0; k < leaves.length; k++) {
                numbers[k] = tape.value(leaves[k]) + steps.get(i)[k];
                predicted += tape.gradient(leaves[k]) * steps.get(i)[k];
            }
            double now = new WhatIf(studied.frame().machine, leaves)
                    .at(numbers, () -> workspace.shown(studied.code().run(studied.frame())));
            NudgeRow row = new NudgeRow(studied.text(), before, predicted, now - before);
            workspace.show(new DerivativeResult.Nudged(letter.name(), by.text(), List.of(row), span));
        }
        studied.question().tell(root.node(), studied.points(root), span);
    }

    private void inputs(Frame frame, Datum moved) {
        Machine machine = frame.machine;
        Tape tape = machine.workspace.tape();
        int[] leaves = leaves(tape, moved);
        double[] steps = steps(machine.workspace, moved, by.code().run(frame), leaves.length);
        List<Watched> watched = watched(machine, leaves, steps);
        if (watched.isEmpty()) {
            throw new AgException(
                    ErrorCode.NO_FORMULA,
                    "no formula depends on '" + subject.text() + "'",
                    subject.of().span(),
                    "name one first: L = " + subject.text() + "^2");
        }
        double[] numbers = new double[leaves.length];
        Arrays.setAll(numbers, i -> tape.value(leaves[i]) + steps[i]);
        List<NudgeRow> rows = new WhatIf(machine, leaves)
                .at(
                        numbers,
                        () -> watched.stream()
                                .map(one -> new NudgeRow(
                                        one.name, one.before, one.predicted, now(machine, one) - one.before))
                                .toList());
        machine.workspace.show(new DerivativeResult.Nudged(subject.text(), by.text(), rows, span));
        for (Watched one : watched) {
            if (tell(frame, one, leaves)) {
                break;
            }
        }
    }

    /** A formula without a derivative cannot be predicted. */
    private boolean tell(Frame frame, Watched one, int[] leaves) {
        Machine machine = frame.machine;
        Workspace workspace = machine.workspace;
        if (!workspace.evaluation().isAsked() || !(value(machine, one) instanceof Datum.Scalar scalar)) {
            return false;
        }
        double[] taken = new Gradients(workspace).numbers(scalar, leaves);
        return new Question(frame, one.name, _ -> new Datum.Num(now(machine, one)))
                .tell(scalar.node(), Question.points(workspace, leaves, subject.text(), taken), span);
    }

    private int[] leaves(Tape tape, Datum moved) {
        int[] nodes = Gradients.nodes(moved, subject.of().span());
        for (int node : nodes) {
            if (!tape.isInput(node)) {
                throw new AgException(
                        ErrorCode.NOT_AN_INPUT,
                        "'" + subject.text() + "' is a formula, and only an input can be nudged",
                        subject.of().span(),
                        "nudge one of the inputs it is built on; inputs are made with let");
            }
        }
        return nodes;
    }

    private double[] steps(Workspace workspace, Datum moved, Datum step, int count) {
        if (Arithmetic.isNumber(step)) {
            double[] same = new double[count];
            Arrays.fill(same, workspace.number(step));
            return same;
        }
        if (step instanceof Tensor steps && moved instanceof Tensor input && steps.sameShape(input)) {
            return workspace.numbers(steps);
        }
        throw new AgException(
                ErrorCode.WRONG_TYPE,
                "an input is nudged by a number, or by as many as it has, and this is " + Kinds.article(step),
                by.span(),
                "write: nudge " + subject.text() + " by 0.01");
    }

    private static List<Watched> watched(Machine machine, int[] leaves, double[] steps) {
        List<Cell> formulas = machine.globals.cells().stream()
                .filter(cell -> cell.role == Cell.Role.FORMULA && cell.value != null)
                .toList();
        // All are brought up to date before the tape is looked at: that can add to it.
        List<Datum> values =
                formulas.stream().map(cell -> current(machine, cell)).toList();
        Tangents tangents = Tangents.of(machine.workspace.tape(), leaves, steps);
        List<Watched> watched = new ArrayList<>();
        for (int i = 0; i < formulas.size(); i++) {
            Cell cell = formulas.get(i);
            switch (values.get(i)) {
                case Datum.Scalar scalar -> watch(machine, cell, cell.name, scalar.node(), -1, tangents, watched);
                case Tensor tensor
                when tensor.hasHistory() -> {
                    for (int k = 0; k < Math.min(tensor.size(), MOST_ELEMENTS); k++) {
                        String name = cell.name + "["
                                + (tensor.isMatrix() ? k / tensor.columns() + ", " + k % tensor.columns() : k) + "]";
                        watch(machine, cell, name, tensor.node(k), k, tangents, watched);
                    }
                }
                case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {}
            }
        }
        return watched;
    }

    private static void watch(
            Machine machine, Cell cell, String name, int node, int element, Tangents tangents, List<Watched> watched) {
        Tape tape = machine.workspace.tape();
        if (tangents.moves(node)) {
            watched.add(new Watched(name, cell, element, tape.value(node), tangents.rate(node)));
        }
    }

    private static Datum value(Machine machine, Watched watched) {
        Datum now = current(machine, watched.cell);
        return now instanceof Tensor tensor && watched.element < tensor.size() && watched.element >= 0
                ? tensor.element(watched.element)
                : now;
    }

    private static double now(Machine machine, Watched watched) {
        Datum number = value(machine, watched);
        return Arithmetic.isNumber(number) ? machine.workspace.shown(number) : Double.NaN;
    }

    private static Datum current(Machine machine, Cell cell) {
        return machine.current(cell.value, cell.name, machine.workspace.statement());
    }
}
