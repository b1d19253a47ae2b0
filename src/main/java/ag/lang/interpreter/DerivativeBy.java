package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
            return derivative(frame, of.run(frame), nodes);
        }
        LetterPlace letter = open.getFirst();
        List<LetterPlace> rest = open.subList(1, open.size());
        Datum now = letter.now(frame);
        if (now instanceof Datum.Scalar scalar) {
            nodes.put(letter, scalar.node());
            return run(frame, rest, nodes);
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

    private Datum derivative(Frame frame, Datum value, Map<LetterPlace, Integer> nodes) {
        Workspace workspace = frame.machine.workspace;
        requireFollowing(frame, value);
        if (value instanceof Tensor tensor && !tensor.isMatrix()) {
            List<Datum> elements = new ArrayList<>();
            for (int i = 0; i < tensor.size(); i++) {
                elements.add(derivative(frame, tensor.element(i), nodes));
            }
            return ag.lang.values.Lists.of(workspace, elements);
        }
        Gradients.requireNumber(value, written.span());
        Datum result = value;
        for (LetterPlace letter : letters) {
            if (!Arithmetic.hasHistory(result)) {
                return new Datum.Num(0);
            }
            result = new Datum.Scalar(
                    new Gradients(workspace).graph(result, new int[] {Objects.requireNonNull(nodes.get(letter))})[0]);
        }
        return result;
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
