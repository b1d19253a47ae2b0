package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
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
            // A formula could be computed anew where it is read: for now its name stands for this one value.
            return letter.isFormula()
                    ? letter.with(frame, scalar, () -> run(frame, rest, nodes))
                    : run(frame, rest, nodes);
        }
        if (!(now instanceof Datum.Num)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "'" + letter.name() + "' is no number, and a derivative is taken by one",
                    letter.span(),
                    "for several at once write: gradient(f, [1, 2])");
        }
        Datum.Scalar fresh = (Datum.Scalar) frame.machine.workspace.anonymous(now);
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
        Datum below = value;
        Datum result = value;
        int[] held = frame.machine.held();
        for (LetterPlace letter : letters) {
            if (!Arithmetic.hasHistory(result)) {
                return new Datum.Num(0);
            }
            below = result;
            result = new Datum.Scalar(gradients.graph(below, new int[] {way.node(letter)}, held)[0]);
        }
        double taken = workspace.shown(result);
        if (workspace.evaluation().isAsked() && !tell(frame, way, value, below, taken)) {
            gradients.report(below, taken);
        }
        return result;
    }

    /** Says so where there is no derivative by the last letter. */
    private boolean tell(Frame frame, Way way, Datum value, Datum below, double taken) {
        Workspace workspace = frame.machine.workspace;
        LetterPlace letter = letters.getLast();
        boolean first = letters.size() == 1;
        String text = name == null ? Question.typed(written.span()) : name.name();
        return new Smoothness(workspace)
                .tell(
                        first ? text : "the derivative of " + text,
                        workspace.node(below),
                        List.of(new Smoothness.Point(letter.name(), way.node(letter), taken)),
                        new Smoothness.Course(
                                way.tied || isTied(frame, way),
                                first ? -1 : workspace.node(value),
                                (_, x) -> lower(frame, way, x)),
                        span);
    }

    /** Whether equal numbers are compared where a course that values have chosen is gone once more. */
    private boolean isTied(Frame frame, Way way) {
        Workspace workspace = frame.machine.workspace;
        long ties = workspace.ties();
        if (workspace.evaluation().everLooked()) {
            lower(frame, way, workspace.tape().value(way.node(letters.getLast())));
        }
        return workspace.ties() != ties;
    }

    /** What the last derivative is taken of, with another number for its letter. */
    private double lower(Frame frame, Way way, double x) {
        Machine machine = frame.machine;
        Workspace workspace = machine.workspace;
        LetterPlace letter = letters.getLast();
        Code lower = letters.size() == 1
                ? of
                : new DerivativeBy(of, written, name, letters.subList(0, letters.size() - 1), span);
        Supplier<Datum> value = () -> way.part.apply(lower.run(frame));
        int node = way.node(letter);
        boolean named = workspace.tape().isInput(node) && workspace.ownerOf(node) != null;
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
