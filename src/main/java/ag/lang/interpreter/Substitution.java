package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.values.Datum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for while a formula is written out.
 *
 * @param substitutes arguments for parameters, numbers for local names, a name for itself where it hides another
 * @param captured what the global names hold
 * @param by names of formulas that a derivative is taken by, or that {@code at} gives a value, with the letters that stand for them
 * @param depth how many formulas and calls are around
 */
record Substitution(
        Map<String, Expr> substitutes, Map<Cell, @Nullable Datum> captured, Map<String, Expr> by, int depth) {
    private static final int DEEPEST = 50;

    /** One level further in, where these names stand for this. */
    Substitution with(Map<String, Expr> more) {
        Map<String, Expr> all = new HashMap<>(substitutes);
        all.putAll(more);
        return new Substitution(all, captured, by, depth + 1);
    }

    /** One level further in, where these letters stand for formulas. */
    Substitution where(Map<String, Expr> letters) {
        Map<String, Expr> all = new HashMap<>(by);
        all.putAll(letters);
        return new Substitution(substitutes, captured, all, depth + 1);
    }

    /** In the body of a function of the program, which does not see the local names around the call. */
    Substitution inside() {
        return new Substitution(Map.of(), captured, by, depth);
    }

    /** In a formula that a name stands for, which sees the names around its own place. */
    Substitution within(Formula formula) {
        return new Substitution(formula.here(), formula.present(), by, depth + 1);
    }

    /** What is written for a name; null where it stays. */
    @Nullable
    Expr of(String name) {
        Expr substitute = substitutes.get(name);
        return substitute != null ? substitute : by.get(name);
    }

    /** Whether it stands for a value of this place alone, as a parameter does. */
    boolean isParameter(String name) {
        return substitutes.containsKey(name);
    }

    boolean isDeepest() {
        return depth >= DEEPEST;
    }

    /** What a global name holds. */
    @Nullable
    Datum held(String name) {
        for (Map.Entry<Cell, @Nullable Datum> entry : captured.entrySet()) {
            if (entry.getKey().name.equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Names that hold inside of an expression alone; they give way to a letter that is put in there. */
    Map<String, Expr> bound(List<String> names, Span span) {
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> isPutIn(name) ? fresh(name, span) : new Expr.Name(name, span),
                        (first, _) -> first));
    }

    static List<String> spelled(List<String> names, Map<String, Expr> bound) {
        return names.stream()
                .map(name -> bound.get(name) instanceof Expr.Name(String spelled, Span _) ? spelled : name)
                .toList();
    }

    /** Whether a name stands in what is written for another one. */
    private boolean isPutIn(String name) {
        return Stream.concat(substitutes.entrySet().stream(), by.entrySet().stream())
                .anyMatch(entry -> !entry.getKey().equals(name) && mentions(entry.getValue(), name));
    }

    private static boolean mentions(Expr expression, String name) {
        boolean[] found = {false};
        Parts.each(
                expression,
                part -> found[0] |= part instanceof Expr.Name at && at.name().equals(name));
        return found[0];
    }

    /** A letter that means nothing here. */
    Expr.Name fresh(String name, Span span) {
        int index = name.indexOf('_');
        String letter = index > 0 ? name.substring(0, index) : name;
        return IntStream.iterate(depth + 1, number -> number + 1)
                .mapToObj(number -> letter + "_" + number)
                .filter(free -> !free.equals(name)
                        && !isPutIn(free)
                        && captured.keySet().stream().noneMatch(cell -> cell.name.equals(free)))
                .map(free -> new Expr.Name(free, span))
                .findFirst()
                .orElseThrow();
    }
}
