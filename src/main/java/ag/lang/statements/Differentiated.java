package ag.lang.statements;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.interpreter.Captured;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Definition;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.HoldsInput;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The number that a statement asks the gradient of. One that was chosen by the inputs' values, and is constant where it was chosen,
 * as 1 is in {@code if x == 1 then 1 else x}, has the gradient 0 in all inputs that it may look at.
 *
 * @param names the global names that the formula uses
 */
record Differentiated(Derivations.Asked of, Set<Cell> names) {
    /** The number's node, with the inputs that are asked when none are named. The backward pass has run. */
    record Root(int node, List<Input> inputs) {}

    static Differentiated of(Expr expression, StatementCompiler compiler, Scope scope) {
        return new Differentiated(
                Derivations.Asked.of(expression, compiler, scope), compiler.namesIn(expression, scope));
    }

    Root root(Frame frame) {
        return root(frame, held(frame));
    }

    /** What is asked about, with whether it was chosen. */
    Datum held(Frame frame) {
        return Held.of(of.code(), frame);
    }

    /** @param held what {@link #held} gave */
    Root root(Frame frame, Datum held) {
        Workspace workspace = frame.machine.workspace;
        Tape tape = workspace.tape();
        Datum value = Held.peeled(held);
        Gradients.requireNumber(value, of.span());
        if (value instanceof Datum.Scalar scalar) {
            tape.backward(scalar.node());
            List<Input> reached = Derivations.reached(workspace);
            if (!reached.isEmpty() || !(held instanceof Held)) {
                return new Root(scalar.node(), reached);
            }
        }
        if (!(held instanceof Held)) {
            throw Derivations.noInputs(of);
        }
        List<Input> inputs = lookedAt(frame);
        int constant = tape.constant(workspace.shown(value));
        tape.backward(constant);
        workspace.note(
                "'" + of.text()
                        + "' was chosen by the values of its inputs, and is constant where it was chosen: its gradient"
                        + " is 0",
                of.span());
        return new Root(constant, inputs);
    }

    /** The inputs that stand behind the names of the formula, oldest first. */
    private List<Input> lookedAt(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Tape tape = workspace.tape();
        Behind behind = new Behind();
        Captured.of(names, frame).values().forEach(behind::value);
        behind.frame(frame);
        if (behind.nodes.isEmpty()) {
            return List.of();
        }
        int mark = tape.mark();
        try (Evaluation _ = workspace.evaluation().quietly()) {
            int sum = tape.reduce(
                    Operation.SUM,
                    behind.nodes.stream().mapToInt(Integer::intValue).toArray());
            tape.backward(sum);
            return Derivations.reached(workspace);
        } finally {
            tape.rewind(mark);
        }
    }

    /** Collects the nodes that values lead to. */
    private static final class Behind {
        private final List<Integer> nodes = new ArrayList<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private void frame(@Nullable Frame start) {
            for (Frame at = start; at != null && seen.add(at); at = at.outer) {
                for (Datum held : at.slots) {
                    value(held);
                }
            }
        }

        private void value(@Nullable Datum datum) {
            switch (datum) {
                case Datum.Scalar scalar -> nodes.add(scalar.node());
                case Tensor tensor
                when tensor.hasHistory() -> {
                    for (int i = 0; i < tensor.size(); i++) {
                        nodes.add(tensor.node(i));
                    }
                }
                case Datum.Items list
                when list.hasHistory() && seen.add(list) -> list.items().forEach(this::value);
                case Held.Chosen(Datum chosen) -> value(chosen);
                case Definition definition
                when seen.add(definition) -> {
                    value(definition.last());
                    definition.captured().values().forEach(this::value);
                    frame(definition.frame());
                }
                case HoldsInput thing -> value(thing.input().value());
                case null, default -> {}
            }
        }
    }
}
