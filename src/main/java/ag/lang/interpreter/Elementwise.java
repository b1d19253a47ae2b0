package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Parts;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic with vectors that are written out, element by element: {@code [t, t²] + [1, 2]} is {@code [t + 1, t² + 2]}.
 *
 * @param held what a name stands for; null for a letter, which stands for a number
 */
record Elementwise(Function<String, @Nullable Datum> held) {
    /** Functions that make a number of a vector. */
    private static final Set<String> REDUCTIONS = Set.of("norm", "dot", "sum", "mean", "prod", "max", "min");

    /** What a sign between two expressions makes, where at least one is a vector; the expression as it is where that cannot be told. */
    Expr of(Expr.Binary binary) {
        if (!binary.operator().isArithmetic()) {
            return binary;
        }
        List<Expr> left = elements(binary.left());
        List<Expr> right = elements(binary.right());
        if (!left.isEmpty() && left.size() == right.size()) {
            return ofVectors(binary, left, right);
        }
        boolean product = binary.operator() == BinaryOperator.MATRIX_MULTIPLY;
        if (!left.isEmpty() && right.isEmpty() && !product && isNumber(binary.right())) {
            return each(left, binary, (element, i) -> with(binary, element, binary.right()));
        }
        if (!right.isEmpty() && left.isEmpty() && !product && isNumber(binary.left())) {
            return each(right, binary, (element, i) -> with(binary, binary.left(), element));
        }
        return binary;
    }

    /** Whether it is made of numbers and of letters, which stand for numbers. */
    private boolean isNumber(Expr written) {
        if (written instanceof Expr.Name(String name, Span _)) {
            return isNumber(held.apply(name));
        }
        boolean reduction = written instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> _, Span _)
                && REDUCTIONS.contains(name)
                && held.apply(name) == null;
        boolean several = written instanceof Expr.Vector || written instanceof Expr.Comprehension;
        return reduction || (!several && Parts.of(written).stream().allMatch(this::isNumber));
    }

    private static boolean isNumber(@Nullable Datum held) {
        return held == null || held instanceof Datum.Scalar || held instanceof Datum.Num;
    }

    /** The elements of a vector; none of anything else, of a matrix neither. */
    private static List<Expr> elements(Expr expression) {
        return expression instanceof Expr.Vector(List<Expr> elements, Span _)
                        && elements.stream().noneMatch(element -> element instanceof Expr.Vector)
                ? elements
                : List.of();
    }

    private static Expr ofVectors(Expr.Binary binary, List<Expr> left, List<Expr> right) {
        boolean dot = switch (binary.times()) {
            case DOT -> true;
            case CROSS, BESIDE, STAR -> binary.operator() == BinaryOperator.MATRIX_MULTIPLY;
        };
        if (dot) {
            Expr sum = times(binary, left.getFirst(), right.getFirst());
            for (int i = 1; i < left.size(); i++) {
                sum = combined(BinaryOperator.ADD, binary, sum, times(binary, left.get(i), right.get(i)));
            }
            return sum;
        }
        if (binary.times() == Expr.Times.CROSS) {
            return left.size() == 3 ? cross(binary, left, right) : binary;
        }
        return each(left, binary, (element, i) -> with(binary, element, right.get(i)));
    }

    private static Expr cross(Expr.Binary binary, List<Expr> left, List<Expr> right) {
        return each(left, binary, (_, i) -> {
            int next = (i + 1) % 3;
            int last = (i + 2) % 3;
            return combined(
                    BinaryOperator.SUBTRACT,
                    binary,
                    times(binary, left.get(next), right.get(last)),
                    times(binary, left.get(last), right.get(next)));
        });
    }

    private static Expr each(List<Expr> elements, Expr.Binary binary, BiFunction<Expr, Integer, Expr> made) {
        List<Expr> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            all.add(made.apply(elements.get(i), i));
        }
        return new Expr.Vector(all, binary.span());
    }

    private static Expr with(Expr.Binary binary, Expr left, Expr right) {
        return new Expr.Binary(binary.operator(), left, right, binary.operatorSpan(), binary.span());
    }

    private static Expr times(Expr.Binary binary, Expr left, Expr right) {
        return combined(BinaryOperator.MULTIPLY, binary, left, right);
    }

    private static Expr combined(BinaryOperator operator, Expr.Binary binary, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right, binary.operatorSpan(), binary.span());
    }
}
