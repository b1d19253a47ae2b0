package ag.lang.statements;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.explain.NodeNames;
import ag.lang.algebra.CheckPoints;
import ag.lang.interpreter.Captured;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Definition;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.HoldsInput;
import ag.lang.interpreter.Question;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number that a view looks into while it runs: what it is made of stands on the tape. One that was chosen by the inputs' values, and
 * is constant where it was chosen, as 1 is in {@code if x == 1 then 1 else x}, has the gradient 0 in all inputs that it may look at.
 *
 * @param code computes it
 * @param held the number, with whether it was chosen
 * @param letters the inputs that the place has given a value; none where the view looks at the values at hand
 */
record Studied(Frame frame, Subject subject, Code code, Datum held, List<Input> letters) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}\\p{Nl}\\p{No}_]*['′]*");

    Studied {
        letters = List.copyOf(letters);
    }

    /** The number's node, with the inputs that are asked when none are named. */
    record Root(int node, List<Input> inputs) {}

    String text() {
        return subject.text();
    }

    Derivations.Asked of() {
        return subject.of();
    }

    Workspace workspace() {
        return frame.machine.workspace;
    }

    /** The question whether it has a derivative. */
    Question question() {
        return new Question(frame, text(), code);
    }

    boolean isFinite() {
        Datum value = Held.peeled(held);
        return Arithmetic.isNumber(value) && Double.isFinite(workspace().shown(value));
    }

    /**
     * A letter that does not occur cannot be given a value.
     *
     * @param open letters that do occur
     */
    void requireLetters(List<String> open) {
        Tape tape = workspace().tape();
        if (held instanceof Held) {
            return;
        }
        if (held instanceof Datum.Scalar(int node)) {
            tape.backward(node);
        }
        for (Input letter : letters) {
            boolean reached = held instanceof Datum.Scalar
                    && Arrays.stream(letter.nodes()).anyMatch(tape::isReached);
            if (!reached
                    && !open.contains(letter.name())
                    && !subject.names().contains(frame.machine.globals.cell(letter.name()))) {
                throw new AgException(
                        ErrorCode.NO_SUCH_LETTER,
                        "'" + text() + "' is not built on '" + letter.name() + "'"
                                + (held instanceof Datum.Num ? ": it is a number that was computed once" : ""),
                        of().span(),
                        held instanceof Datum.Num ? "give it its formula after: let " + letter.name() + " = 2" : "");
            }
        }
    }

    /** Whether it has the same value as another in the same letters, and has the same slopes. */
    boolean isAs(Studied other) {
        return isFinite()
                && CheckPoints.agree(
                        workspace().shown(Held.peeled(held)), other.workspace().shown(Held.peeled(other.held)))
                && Arrays.equals(slopes(), other.slopes(), (a, b) -> CheckPoints.agree(a, b) ? 0 : 1);
    }

    private Double[] slopes() {
        Tape tape = workspace().tape();
        boolean constant = !(Held.peeled(held) instanceof Datum.Scalar);
        if (Held.peeled(held) instanceof Datum.Scalar(int node)) {
            tape.backward(node);
        }
        return letters.stream()
                .flatMap(letter -> Arrays.stream(letter.nodes()).boxed())
                .map(node -> constant ? 0 : tape.gradient(node))
                .toArray(Double[]::new);
    }

    /** One backward pass from the number. */
    Root root() {
        Tape tape = workspace().tape();
        Datum value = Held.peeled(held);
        Gradients.requireNumber(value, of().span());
        if (value instanceof Datum.Scalar scalar) {
            tape.backward(scalar.node());
            List<Input> reached = letters.isEmpty() ? Derivations.reached(workspace()) : letters;
            if (!reached.isEmpty() || !(held instanceof Held)) {
                return new Root(scalar.node(), reached);
            }
        }
        if (!(held instanceof Held) && letters.isEmpty()) {
            throw Derivations.noInputs(of());
        }
        List<Input> inputs = letters.isEmpty() ? lookedAt() : letters;
        int constant = tape.constant(workspace().shown(value));
        tape.backward(constant);
        workspace()
                .note(
                        held instanceof Held
                                ? "'" + text()
                                        + "' was chosen by the values of its inputs, and is constant where it was"
                                        + " chosen: its gradient is 0"
                                : "'" + text() + "' does not change with "
                                        + letters.stream().map(Input::name).collect(Collectors.joining(", "))
                                        + ": its derivative is 0",
                        of().span());
        return new Root(constant, inputs);
    }

    /** What the nodes behind the number are called, after {@link #root}. */
    NodeNames names() {
        String name = letters.isEmpty() || !NAME.matcher(text()).matches() ? "" : text();
        return GraphNames.of(frame.machine, letters, name);
    }

    /** The number with what derivatives are taken by, element by element: what was named, or all inputs. */
    record Look(Root root, NodeNames names, List<Views.Target> targets) {}

    /** One backward pass from the number, with what derivatives are taken by. */
    Look look() {
        // What is named is evaluated first: that can add to the tape.
        List<Views.Target> named = Views.targets(subject.inputs(), this::value);
        Root root = root();
        NodeNames names = names();
        return new Look(root, names, named.isEmpty() ? all(root, names) : named);
    }

    private List<Views.Target> all(Root root, NodeNames names) {
        List<Views.Target> reached =
                letters.isEmpty() ? Views.reached(workspace().tape(), names, of()) : List.of();
        return reached.isEmpty() ? Views.of(root.inputs(), names, of()) : reached;
    }

    /** What stands behind {@code wrt}. */
    Datum value(Derivations.Asked asked) {
        return letters.stream()
                .filter(letter -> letter.name().equals(asked.letter()))
                .findFirst()
                .map(Input::value)
                .orElseGet(() -> asked.code().run(frame));
    }

    /** The inputs that the backward pass reached, with what it gave. */
    List<Point> points(Root root) {
        List<Point> points = new ArrayList<>();
        for (Input input : root.inputs()) {
            points.addAll(Question.points(
                    workspace(),
                    input.nodes(),
                    input.name(),
                    Derivations.gradient(workspace().tape(), input)));
        }
        return points;
    }

    /** The inputs that stand behind the names of the formula, oldest first. */
    private List<Input> lookedAt() {
        Workspace workspace = workspace();
        Tape tape = workspace.tape();
        Behind behind = new Behind();
        Captured.of(subject.names(), frame).values().forEach(behind::value);
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
                case null -> {}
                case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {}
            }
        }
    }
}
