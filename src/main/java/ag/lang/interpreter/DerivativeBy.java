package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Lists;
import ag.lang.values.Smoothness;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs {@code d/dx x^2}, where the letters have values: the derivative there. */
record DerivativeBy(Code of, Expr written, @Nullable LetterPlace name, List<LetterPlace> letters, Span span)
        implements Code {
    static DerivativeBy of(
            Expr.Derivative derivative, Function<Expr, Code> compile, Function<Expr.Name, LetterPlace> places) {
        Map<String, LetterPlace> byName = new LinkedHashMap<>();
        List<LetterPlace> letters = new ArrayList<>();
        for (Expr.Name letter : derivative.letters()) {
            letters.add(byName.computeIfAbsent(letter.name(), _ -> places.apply(letter)));
        }
        LetterPlace name = derivative.of() instanceof Expr.Name of ? places.apply(of) : null;
        return new DerivativeBy(compile.apply(derivative.of()), derivative.of(), name, letters, derivative.span());
    }

    @Override
    public Datum run(Frame frame) {
        return run(frame, letters.stream().distinct().toList(), new LinkedHashMap<>());
    }

    /** Gives one letter after the other a node that derivatives can be taken by. */
    private Datum run(Frame frame, List<LetterPlace> open, Map<LetterPlace, Integer> nodes) {
        if (open.isEmpty()) {
            long ties = frame.machine.workspace.ties();
            Datum value = of.run(frame);
            boolean tied = frame.machine.workspace.ties() != ties;
            return derivative(frame, value, new Way(nodes, UnaryOperator.identity(), tied));
        }
        LetterPlace letter = open.getFirst();
        List<LetterPlace> rest = open.subList(1, open.size());
        Datum now = letter.now(frame);
        if (now instanceof Datum.Scalar scalar) {
            nodes.put(letter, scalar.node());
            // A formula could be computed again where it is read: for now its name stands for this one value.
            return letter.isFormula()
                    ? letter.with(frame, scalar, () -> run(frame, rest, nodes))
                    : run(frame, rest, nodes);
        }
        if (!(now instanceof Datum.Num)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "'" + letter.name() + "' is no number, and a derivative is taken by one",
                    letter.span(),
                    now instanceof Callable
                            ? "of two functions of one letter the slope of the curve is y'/x'"
                            : "for several at once write: gradient(f, [1, 2])");
        }
        Datum.Scalar fresh = (Datum.Scalar) frame.machine.workspace.inputs().anonymous(now);
        nodes.put(letter, fresh.node());
        return letter.with(frame, fresh, () -> run(frame, rest, nodes));
    }

    /**
     * How what is derived was found.
     *
     * @param nodes those of the letters
     * @param part the number out of what is derived: itself, or an element of a vector
     * @param tied whether equal numbers were compared
     */
    private record Way(Map<LetterPlace, Integer> nodes, UnaryOperator<Datum> part, boolean tied) {
        int node(LetterPlace letter) {
            return Objects.requireNonNull(nodes.get(letter));
        }
    }

    private Datum derivative(Frame frame, Datum value, Way way) {
        Workspace workspace = frame.machine.workspace;
        requireFollowing(frame, value);
        if (value instanceof Tensor tensor && !tensor.isMatrix()) {
            List<Datum> elements = new ArrayList<>();
            for (int i = 0; i < tensor.size(); i++) {
                int place = i;
                elements.add(derivative(
                        frame,
                        tensor.element(i),
                        new Way(way.nodes, whole -> ((Tensor) whole).element(place), way.tied)));
            }
            return Lists.of(workspace, elements);
        }
        Gradients.requireNumber(value, written.span());
        Gradients gradients = new Gradients(workspace);
        int[] held = frame.machine.held();
        List<Datum> orders = new ArrayList<>(List.of(value));
        for (LetterPlace letter : letters) {
            Datum below = orders.getLast();
            orders.add(
                    Arithmetic.hasHistory(below)
                            ? new Datum.Scalar(gradients.graph(below, new int[] {way.node(letter)}, held)[0])
                            : new Datum.Num(0));
        }
        double taken = workspace.shown(orders.getLast());
        if (!tell(frame, way, orders)) {
            gradients.report(orders.get(letters.size() - 1), taken);
        }
        return orders.getLast();
    }

    private boolean tell(Frame frame, Way way, List<Datum> orders) {
        if (!frame.machine.workspace.evaluation().isAsked()) {
            return false;
        }
        boolean told = tell(frame, way, orders, letters.size());
        for (int lower = 1; lower < letters.size() && !told; lower++) {
            told = tell(frame, way, orders, lower);
        }
        return told;
    }

    /**
     * Says so where there is no derivative by the first letters, as many as there are orders; if there are more, only where that says that there is
     * none by all.
     *
     * @param orders the value, and its derivatives by one letter after the other
     */
    private boolean tell(Frame frame, Way way, List<Datum> orders, int asked) {
        Workspace workspace = frame.machine.workspace;
        LetterPlace letter = letters.get(asked - 1);
        boolean first = asked == 1;
        String text = name == null ? Question.typed(written.span()) : name.name();
        String of = first ? text : "the derivative of " + text;
        int root = workspace.node(orders.get(asked - 1));
        List<Smoothness.Point> points =
                List.of(new Smoothness.Point(letter.name(), way.node(letter), workspace.shown(orders.get(asked))));
        Smoothness.Course course = new Smoothness.Course(
                way.tied || isTied(frame, way, asked),
                first ? -1 : workspace.node(orders.getFirst()),
                (_, x) -> lower(frame, way, asked, x));
        Smoothness smoothness = new Smoothness(workspace);
        return asked == letters.size()
                ? smoothness.tell(of, root, points, course, span)
                : smoothness.tellBroken(of, root, points, course, span);
    }

    /** Whether equal numbers are compared where a course that values have chosen is gone once more. */
    private boolean isTied(Frame frame, Way way, int asked) {
        Workspace workspace = frame.machine.workspace;
        long ties = workspace.ties();
        if (workspace.evaluation().everLooked()) {
            lower(frame, way, asked, workspace.tape().value(way.node(letters.get(asked - 1))));
        }
        return workspace.ties() != ties;
    }

    /** What the derivative by the first letters, as many as are asked for, is taken of, with another number for the last of them. */
    private double lower(Frame frame, Way way, int asked, double x) {
        Machine machine = frame.machine;
        Workspace workspace = machine.workspace;
        LetterPlace letter = letters.get(asked - 1);
        Code lower = asked == 1 ? of : new DerivativeBy(of, written, name, letters.subList(0, asked - 1), span);
        Supplier<Datum> value = () -> way.part.apply(lower.run(frame));
        int node = way.node(letter);
        boolean named = workspace.tape().isInput(node) && workspace.inputs().ownerOf(node) != null;
        return workspace.trying(() -> named
                ? new WhatIf(machine, new int[] {node}).at(new double[] {x}, () -> workspace.shown(value.get()))
                : workspace.shown(letter.with(frame, new Datum.Num(x), value)));
    }

    /** A name that stands for a plain number has forgotten what that was made of. */
    private void requireFollowing(Frame frame, Datum value) {
        if (value instanceof Datum.Num && name != null && name.isPlain(frame)) {
            String letter = letters.getFirst().name();
            throw new AgException(
                    ErrorCode.CONSTANT,
                    "'" + name.name() + "' is a number that was computed once, and does not change with " + letter,
                    span,
                    "make " + letter + " an input before: let " + letter + " = 2");
        }
    }
}
