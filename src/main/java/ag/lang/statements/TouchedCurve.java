package ag.lang.statements;

import ag.lang.algebra.Derivation;
import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.WrittenNames;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A curve or a surface that an equation describes, with one of its points: {@code x^2 + y^2 = 25 at (3, 4)}.
 *
 * @param height the letter that stands alone on the left, as in y = x²; empty where none does
 * @param points what stands behind {@code at}, with {@code places} for their values
 */
record TouchedCurve(
        LocalText left,
        LocalText right,
        String height,
        List<Expr.Point> points,
        List<LocalText> places,
        Span equation,
        Span span) {
    /** How far the sides may differ at a point of the curve, relative to their size: a place is typed with some digits. */
    private static final double ON_THE_CURVE = 1e-6;

    static TouchedCurve of(
            Expr.Equation typed, List<Expr.Point> points, Span span, ExpressionCompiler expressions, Scope scope) {
        // Both sides together: the letters of one are known in the other.
        Expr.Equation read = (Expr.Equation) expressions.read(typed, scope);
        boolean explicit = typed.left() instanceof Expr.Name name && WrittenNames.isLetter(name.name());
        return new TouchedCurve(
                LocalText.ofRead(read.left(), expressions, scope),
                LocalText.ofRead(read.right(), expressions, scope),
                explicit ? ((Expr.Name) typed.left()).name() : "",
                points,
                points.stream()
                        .map(point -> LocalText.of(point.value(), expressions, scope))
                        .toList(),
                typed.span(),
                span);
    }

    String text() {
        return equation.text().strip();
    }

    /**
     * The curve beside its point.
     *
     * @param letters the last is the height
     * @param slopes of the left side less the right one, in each letter
     */
    record Touch(List<Term.Letter> letters, Map<Term.Letter, Term> place, List<Term> slopes) {
        Term at(int letter) {
            return place.getOrDefault(letters.get(letter), Term.ZERO);
        }

        double number(Term term) {
            return PointEvaluation.of(term, Map.of());
        }
    }

    Touch touch(Frame frame) {
        Set<Term.Letter> fixed = new HashSet<>();
        points.forEach(point -> {
            if (point.letter() != null) {
                fixed.add(Term.letter(point.letter().name()));
            }
        });
        if (!height.isEmpty()) {
            fixed.add(Term.letter(height));
        }
        Term task = Term.minus(side(frame, left, fixed), side(frame, right, fixed));
        List<Term.Letter> letters = letters(task);
        Map<Term.Letter, Term> place = place(frame, task, letters);
        requireOnCurve(task, letters, place);
        List<Term> slopes = new ArrayList<>();
        for (Term.Letter letter : letters) {
            Term slope = Derivation.of(task, letter, false, () -> frame.machine.workspace.checkStop(span))
                    .formula();
            slopes.add(Simplifier.simplify(Letters.replaced(slope, place)));
        }
        requireSmooth(frame, task, letters, place);
        if (slopes.stream().allMatch(slope -> slope.is(0))) {
            throw new AgException(
                    ErrorCode.NO_DERIVATIVE,
                    "'" + text() + "' has no tangent at " + at(letters, place)
                            + ": all its slopes are 0 there, and the curve may cross itself",
                    equation,
                    "try another point of it");
        }
        return new Touch(letters, place, slopes);
    }

    private Term side(Frame frame, LocalText side, Set<Term.Letter> fixed) {
        return side.at(frame)
                .flatMap(read -> Mapping.exact(frame, read, fixed))
                .orElseThrow(() -> new AgException(
                        ErrorCode.NO_FORMULA,
                        "the text of '" + side.read().span().text().strip() + "' is no single formula",
                        side.read().span(),
                        "write both sides as formulas in x and y"));
    }

    private List<Term.Letter> letters(Term task) {
        Set<Term.Letter> found = new LinkedHashSet<>(Letters.in(task));
        List<Term.Letter> letters = new ArrayList<>(found);
        letters.sort(Comparator.<Term.Letter, Boolean>comparing(
                        letter -> letter.name().equals(height))
                .thenComparing(Term.Letter::name));
        if (letters.size() < 2) {
            throw new AgException(
                    ErrorCode.NO_LETTERS,
                    "'" + text() + "' has " + (letters.isEmpty() ? "no letter" : "one letter")
                            + " without a value, and a curve has two",
                    equation,
                    "name them where they have values: at x = 3, y = 4");
        }
        return letters;
    }

    /** The point: what stands behind {@code at}; one letter that is left out follows from the equation. */
    private Map<Term.Letter, Term> place(Frame frame, Term task, List<Term.Letter> letters) {
        Map<Term.Letter, Term> place = new HashMap<>();
        int next = 0;
        for (int i = 0; i < points.size(); i++) {
            Expr.Name name = points.get(i).letter();
            Term.Letter letter = name != null
                    ? Term.letter(name.name())
                    : next < letters.size() ? letters.get(next++) : Term.letter("");
            Term value = places.get(i)
                    .at(frame)
                    .flatMap(read -> Mapping.exact(frame, read, Set.of()))
                    .filter(term -> Letters.in(term).isEmpty())
                    .orElseThrow(() -> which(letters));
            if (!letters.contains(letter) || place.put(letter, Simplifier.simplify(value)) != null) {
                throw which(letters);
            }
        }
        List<Term.Letter> left =
                letters.stream().filter(letter -> !place.containsKey(letter)).toList();
        if (left.size() == 1) {
            place.put(left.getFirst(), solved(task, left.getFirst(), letters, place));
        } else if (!left.isEmpty()) {
            throw which(letters);
        }
        return place;
    }

    private Term solved(Term task, Term.Letter letter, List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        EquationSolver.Answer answer = EquationSolver.solve(Letters.replaced(task, place), Term.ZERO, letter, () -> {});
        if (!(answer instanceof EquationSolver.Answer.All(List<Solution> all, List<Term> _))) {
            throw which(letters);
        }
        if (all.size() == 1) {
            return all.getFirst().value();
        }
        String known = letters.stream()
                .filter(place::containsKey)
                .map(one -> one.name() + " = " + TextWriter.text(place.getOrDefault(one, Term.ZERO)))
                .collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            throw new AgException(
                    ErrorCode.NOT_THERE,
                    "'" + text() + "' has no point with " + known,
                    equation,
                    "take a point of the curve");
        }
        throw new AgException(
                ErrorCode.WHICH_LETTER,
                "'" + text() + "' has " + all.size() + " points with " + known,
                equation,
                "write: " + word() + " " + text() + " at " + known + ", " + letter.name() + " = "
                        + TextWriter.text(all.getLast().value()));
    }

    private String word() {
        return span.text().strip().split("\\s", 2)[0];
    }

    private AgException which(List<Term.Letter> letters) {
        return new AgException(
                ErrorCode.NO_PLACE,
                "'" + text() + "' has the letters "
                        + letters.stream().map(Term.Letter::name).collect(Collectors.joining(", "))
                        + ", and a point of it has a number for each",
                span,
                "write: " + word() + " " + text() + " at "
                        + letters.stream().map(letter -> letter.name() + " = 1").collect(Collectors.joining(", ")));
    }

    // ---- whether there is a tangent

    private void requireOnCurve(Term task, List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        Map<Term.Letter, Double> numbers = numbers(letters, place);
        double value = PointEvaluation.of(task, numbers);
        if (!(Math.abs(value) <= ON_THE_CURVE * size(task, numbers))) {
            throw new AgException(
                    ErrorCode.NOT_THERE,
                    "the equation does not hold at " + at(letters, place) + ": its sides "
                            + (Double.isNaN(value) ? "have no value" : "differ by " + Numerals.rounded(value, 6)),
                    equation,
                    "take a point of the curve");
        }
    }

    /** The size of what is added up. */
    private static double size(Term task, Map<Term.Letter, Double> numbers) {
        double size = 1;
        for (Term part : task.parts()) {
            size = Math.max(size, Math.abs(PointEvaluation.of(part, numbers)));
        }
        return size;
    }

    private void requireSmooth(Frame frame, Term task, List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        SmoothPlace smooth = new SmoothPlace(text(), false, frame.machine.format, span);
        Map<Term.Letter, Double> numbers = numbers(letters, place);
        for (Term.Letter letter : letters) {
            Map<Term.Letter, Double> moved = new HashMap<>(numbers);
            smooth.require(
                    t -> {
                        moved.put(letter, t);
                        return PointEvaluation.of(task, moved);
                    },
                    numbers.getOrDefault(letter, Double.NaN),
                    size(task, numbers),
                    letter.name() + " = " + TextWriter.text(place.getOrDefault(letter, Term.ZERO)));
        }
    }

    private static Map<Term.Letter, Double> numbers(List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        Map<Term.Letter, Double> numbers = new HashMap<>();
        letters.forEach(letter ->
                numbers.put(letter, PointEvaluation.of(place.getOrDefault(letter, Term.ZERO), Map.of())));
        return numbers;
    }

    private static String at(List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        return letters.stream()
                .map(letter -> letter.name() + " = " + TextWriter.text(place.getOrDefault(letter, Term.ZERO)))
                .collect(Collectors.joining(", "));
    }
}
