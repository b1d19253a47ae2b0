package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs {@code set w = …, b = …}: all right sides first, then the changes. A list of inputs takes a list of new values. */
record SetInputs(List<Change> changes) implements Code {
    /** One change: what is changed, and to what. */
    record Change(Code target, Code value, Span targetSpan, Span valueSpan) {}

    /** The leaves of one number, vector or matrix, and what they become. */
    private record Leaves(Datum of, double[] numbers, Change change) {}

    /** Neighbouring leaves, both ends included, that a change is for. */
    private record Stretch(int first, int last, Change change) {}

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        int mark = workspace.tape().mark();
        long rebuilds = frame.machine.rebuilds();
        List<Leaves> found = new ArrayList<>();
        // The new numbers have no history, and what they were computed from is not followed.
        try (Evaluation _ = workspace.evaluation().formula()) {
            for (Change change : changes) {
                Datum target = change.target.run(frame);
                pair(workspace, target, change.value.run(frame), change, found);
            }
        }
        requireOnce(found);
        for (Leaves leaves : found) {
            change(workspace, leaves);
        }
        if (rebuilds == frame.machine.rebuilds()) {
            workspace.tape().rewind(mark);
        }
        return Loops.NOTHING;
    }

    /** All right sides are computed first, so of two changes of one leaf the first would be lost without a word. */
    private static void requireOnce(List<Leaves> found) {
        if (found.size() == 1 && !(found.getFirst().of instanceof Tensor tensor && !tensor.isRun())) {
            return;
        }
        List<Stretch> stretches = new ArrayList<>();
        found.forEach(leaves -> stretches(leaves, stretches));
        stretches.sort(Comparator.comparingInt(Stretch::first));
        for (int i = 1; i < stretches.size(); i++) {
            Stretch before = stretches.get(i - 1);
            Stretch next = stretches.get(i);
            if (next.first <= before.last) {
                Span span = later(before.change, next.change).targetSpan;
                throw new AgException(
                        ErrorCode.SET_TWICE,
                        "'" + span.text() + "' is changed twice by this set, and only the last change would stay",
                        span,
                        "all right sides are computed first; to change it step by step write two statements:"
                                + " set …; set …");
            }
        }
    }

    private static void stretches(Leaves leaves, List<Stretch> into) {
        switch (leaves.of) {
            case Tensor tensor
            when tensor.isRun() ->
                into.add(new Stretch(tensor.node(0), tensor.node(0) + tensor.size() - 1, leaves.change));
            case Tensor tensor -> {
                for (int i = 0; i < tensor.size(); i++) {
                    into.add(new Stretch(tensor.node(i), tensor.node(i), leaves.change));
                }
            }
            case Datum.Scalar scalar -> into.add(new Stretch(scalar.node(), scalar.node(), leaves.change));
            case Datum.Inert _, Datum.Items _, Datum.Opaque _ ->
                throw new IllegalStateException("not the leaves of an input");
        }
    }

    private static Change later(Change a, Change b) {
        return a.targetSpan.start() > b.targetSpan.start() ? a : b;
    }

    private static void change(Workspace workspace, Leaves leaves) {
        double[] numbers = leaves.numbers;
        switch (leaves.of) {
            case Tensor tensor -> {
                for (int i = 0; i < numbers.length; i++) {
                    workspace.inputs().set(tensor.node(i), numbers[i]);
                }
            }
            case Datum.Scalar scalar -> workspace.inputs().set(scalar.node(), numbers[0]);
            case Datum.Inert _, Datum.Items _, Datum.Opaque _ ->
                throw new IllegalStateException("not the leaves of an input");
        }
    }

    private static void pair(Workspace workspace, Datum target, Datum value, Change change, List<Leaves> found) {
        if (target instanceof Datum.Items targets && !targets.items().isEmpty()) {
            List<Datum> values =
                    value instanceof Datum.Items || value instanceof Tensor ? Lists.items(value) : List.of();
            if (values.size() != targets.items().size()) {
                throw wrongShape(
                        change, "a list of " + targets.items().size() + " inputs", value, "give each input its value");
            }
            for (int i = 0; i < values.size(); i++) {
                pair(workspace, targets.items().get(i), values.get(i), change, found);
            }
            return;
        }
        requireInputs(workspace, target, change);
        found.add(new Leaves(target, numbers(workspace, value, target, change), change));
    }

    private static void requireInputs(Workspace workspace, Datum target, Change change) {
        boolean inputs = switch (target) {
            case Datum.Scalar scalar -> isInput(workspace, scalar.node());
            case Tensor tensor when tensor.hasHistory() && tensor.size() > 0 -> areInputs(workspace, tensor);
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> false;
        };
        if (!inputs) {
            throw notAnInput(target, change);
        }
    }

    /** Neighbours mostly belong to one input, which is looked up once. */
    private static boolean areInputs(Workspace workspace, Tensor tensor) {
        int lookedUp = -1;
        for (int i = 0; i < tensor.size(); i++) {
            int node = tensor.node(i);
            if (!workspace.tape().isInput(node)
                    || (workspace.tape().owner(node) != lookedUp && !isInput(workspace, node))) {
                return false;
            }
            lookedUp = workspace.tape().owner(node);
        }
        return true;
    }

    private static boolean isInput(Workspace workspace, int node) {
        return workspace.tape().isInput(node) && workspace.inputs().ownerOf(node) != null;
    }

    private static AgException notAnInput(Datum target, Change change) {
        String what = change.targetSpan.text();
        boolean formula = Arithmetic.hasHistory(target);
        return new AgException(
                ErrorCode.NOT_AN_INPUT,
                "'" + what + "' is "
                        + (formula
                                ? "a formula"
                                : Arithmetic.isNumber(target) || target instanceof Tensor
                                        ? "a constant"
                                        : Kinds.article(target))
                        + ", and set changes inputs only",
                change.targetSpan,
                formula
                        ? "change the inputs it is built on, or define it again: " + what + " = …"
                        : "make it an input first: let " + what.replaceFirst("\\[.*", "") + " = …");
    }

    private static double[] numbers(Workspace workspace, Datum value, Datum target, Change change) {
        String hint = Arithmetic.isNumber(value) || value instanceof Tensor
                ? "set keeps the shape; for another shape write let again"
                : "an input holds numbers";
        if (target instanceof Tensor shape) {
            if (value instanceof Tensor tensor
                    && tensor.size() == shape.size()
                    && (tensor.sameShape(shape) || !tensor.isMatrix())) {
                return workspace.shown(tensor);
            }
            throw wrongShape(change, "a " + shape.shape(), value, hint);
        }
        if (!Arithmetic.isNumber(value)) {
            throw wrongShape(change, "a number", value, hint);
        }
        return new double[] {workspace.shown(value)};
    }

    private static AgException wrongShape(Change change, String wanted, Datum value, String hint) {
        return new AgException(
                ErrorCode.SHAPE_MISMATCH,
                "'" + change.targetSpan.text() + "' is " + wanted + ", and this is " + Kinds.article(value),
                change.valueSpan,
                hint);
    }
}
