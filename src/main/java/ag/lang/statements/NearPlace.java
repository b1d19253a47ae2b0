package ag.lang.statements;

import ag.engine.Elementary;
import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.TaylorSeries;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.SolutionStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.result.FormulaResult;
import ag.result.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code tangent f at 2}, {@code linearize f at (1, 2)} and {@code taylor f at 0 order 5}: what a function is like near a place, as
 * a polynomial with exact coefficients.
 */
public record NearPlace(
        SolutionStatement.Nearby.Kind kind,
        Mapping of,
        @Nullable Code order,
        Span span) implements Code {
    private static final int STANDARD_ORDER = 5;
    private static final int HIGHEST_ORDER = 40;

    static Code compile(SolutionStatement.Nearby near, StatementCompiler compiler, Scope scope) {
        if (near.of() instanceof Expr.At(Expr.Equation equation, List<Expr.Point> points, Span _)) {
            return new CurveTangent(
                    near.kind(),
                    TouchedCurve.of(equation, points, near.span(), compiler.expressions(), scope),
                    near.span());
        }
        if (near.of() instanceof Expr.Equation equation) {
            throw new AgException(
                    ErrorCode.NO_PLACE,
                    "a curve is looked at in one of its points",
                    near.span(),
                    "write: " + near.kind().word() + " "
                            + equation.span().text().strip() + " at (3, 4)");
        }
        Code order = near.order() == null ? null : compiler.expressions().compile(near.order(), scope);
        return new NearPlace(near.kind(), Mapping.of(near.of(), compiler, scope), order, near.span());
    }

    @Override
    public Datum run(Frame frame) {
        Mapping.Seen seen = of.seen(frame);
        Map<Term.Letter, Term> place = of.place(frame, seen, kind.word());
        if (kind != SolutionStatement.Nearby.Kind.TAYLOR) {
            requireSmooth(frame, seen, place);
        }
        frame.machine.workspace.show(
                switch (kind) {
                    case TANGENT -> line(frame, seen, place, true);
                    case LINEARIZE -> line(frame, seen, place, false);
                    case TAYLOR -> taylor(frame, seen, place);
                });
        return Loops.NOTHING;
    }

    private Runnable pause(Frame frame) {
        return () -> frame.machine.workspace.checkStop(span);
    }

    // ---- lines and planes

    private Result line(Frame frame, Mapping.Seen seen, Map<Term.Letter, Term> place, boolean tangent) {
        Optional<List<Term>> exact = seen.term()
                .flatMap(term -> first(frame, term, seen, place))
                .filter(parts -> parts.stream().noneMatch(NearPlace::holdsIntegral));
        String left = tangent ? height(seen) : name(seen);
        if (exact.isEmpty()) {
            return formulated(left + " ≈ ", rounded(numbers(seen, place), seen, place, tangent), false);
        }
        List<Term> parts = exact.get();
        Term written = tangent ? straight(parts, seen.letters(), place) : around(parts, seen.letters(), place);
        return formulated(left + (tangent ? " = " : " ≈ "), written, true);
    }

    /** Whether a part is known as an integral alone, where a number says more. */
    private static boolean holdsIntegral(Term term) {
        return term instanceof Term.Integral || term.parts().stream().anyMatch(NearPlace::holdsIntegral);
    }

    /** A line or a plane in numbers: with as many digits as any number that is found by steps, as no fraction stands behind them. */
    private Term rounded(List<Double> parts, Mapping.Seen seen, Map<Term.Letter, Term> place, boolean tangent) {
        if (!tangent) {
            return around(parts.stream().map(NearPlace::rounded).toList(), seen.letters(), place);
        }
        double[] x = numeric(seen, place);
        double constant = parts.getFirst();
        List<Term> slopes = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            constant -= parts.get(i + 1) * x[i];
            slopes.add(rounded(parts.get(i + 1)));
        }
        return straight(slopes, seen.letters(), rounded(constant), NearPlace::times);
    }

    private static Term rounded(double value) {
        return Mapping.number(Double.parseDouble(Solving.number(value)));
    }

    /** The value there, and the slopes times the distances from there. */
    static Term around(List<Term> parts, List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        Term sum = parts.getFirst();
        for (int i = 0; i < letters.size(); i++) {
            Term slope = parts.get(i + 1);
            Term at = place.getOrDefault(letters.get(i), Term.ZERO);
            if (!slope.is(0)) {
                Term distance = at.is(0) ? letters.get(i) : Term.minus(letters.get(i), at);
                sum = sum.is(0) ? times(slope, distance) : Term.sum(sum, times(slope, distance));
            }
        }
        return sum;
    }

    /** The slopes times their letters, and what is left. */
    static Term straight(List<Term> parts, List<Term.Letter> letters, Map<Term.Letter, Term> place) {
        List<Term> slopes = parts.subList(1, parts.size());
        Term constant = parts.getFirst();
        for (int i = 0; i < letters.size(); i++) {
            constant = Term.minus(constant, Term.product(slopes.get(i), place.getOrDefault(letters.get(i), Term.ZERO)));
        }
        return straight(
                slopes,
                letters,
                Simplifier.simplify(constant),
                (slope, letter) -> Simplifier.simplify(Term.product(slope, letter)));
    }

    private static Term straight(
            List<Term> slopes, List<Term.Letter> letters, Term constant, BinaryOperator<Term> times) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            if (!slopes.get(i).is(0)) {
                terms.add(times.apply(slopes.get(i), letters.get(i)));
            }
        }
        if (!constant.is(0) || terms.isEmpty()) {
            terms.add(constant);
        }
        return Term.sum(terms);
    }

    private static Term times(Term slope, Term distance) {
        return slope.is(1) ? distance : slope.is(-1) ? Term.negative(distance) : Term.product(slope, distance);
    }

    /** The letter for the height of a curve or a surface. */
    private static String height(Mapping.Seen seen) {
        for (String letter : seen.letters().size() == 1 ? List.of("y", "z", "w") : List.of("z", "w", "u")) {
            if (!seen.letters().contains(Term.letter(letter))) {
                return letter;
            }
        }
        return "h";
    }

    private String name(Mapping.Seen seen) {
        String letters =
                String.join(", ", seen.letters().stream().map(Term.Letter::name).toList());
        return of.parameters().isEmpty() ? of.textOf() : of.textOf() + "(" + letters + ")";
    }

    /** The value and the slopes at a place, exactly; empty where they are not worth the numbers there. */
    private Optional<List<Term>> first(Frame frame, Term term, Mapping.Seen seen, Map<Term.Letter, Term> place) {
        List<Term> parts = new ArrayList<>();
        parts.add(Simplifier.simplify(Letters.replaced(term, place), pause(frame)));
        for (Term.Letter letter : seen.letters()) {
            Term slope = Derivation.of(term, letter, false, pause(frame)).formula();
            parts.add(Simplifier.simplify(Letters.replaced(slope, place), pause(frame)));
        }
        boolean symbolic = parts.stream().anyMatch(part -> !Letters.in(part).isEmpty());
        if (symbolic) {
            return Optional.of(parts);
        }
        List<Double> numbers = numbers(seen, place);
        for (int i = 0; i < parts.size(); i++) {
            double exact = PointEvaluation.of(parts.get(i), Map.of());
            if (!CheckPoints.agree(exact, numbers.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    /** The same in numbers, by a backward pass. */
    private List<Double> numbers(Mapping.Seen seen, Map<Term.Letter, Term> place) {
        double[] x = numeric(seen, place);
        ag.numeric.Newton.Values values =
                seen.numeric().trying(() -> seen.numeric().at(x));
        List<Double> parts = new ArrayList<>();
        parts.add(finite(values.values()[0]));
        for (double slope : values.jacobian()[0]) {
            parts.add(finite(slope));
        }
        return parts;
    }

    private double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new AgException(
                    ErrorCode.NO_VALUE,
                    "'" + of.textOf() + "' has no finite value or slope there",
                    span,
                    "try another place");
        }
        return value;
    }

    private double[] numeric(Mapping.Seen seen, Map<Term.Letter, Term> place) {
        return seen.letters().stream()
                .mapToDouble(letter -> PointEvaluation.of(place.getOrDefault(letter, Term.ZERO), Map.of()))
                .toArray();
    }

    // ---- where there is no derivative

    private void requireSmooth(Frame frame, Mapping.Seen seen, Map<Term.Letter, Term> place) {
        boolean open =
                place.values().stream().anyMatch(value -> !Letters.in(value).isEmpty())
                        || seen.term()
                                .filter(term -> !seen.letters().containsAll(Letters.in(term)))
                                .isPresent();
        if (open) {
            return;
        }
        SmoothPlace smooth = new SmoothPlace(of.textOf(), seen.letters().size() == 1, frame.machine.format, span);
        double[] x = numeric(seen, place);
        for (int i = 0; i < x.length; i++) {
            int index = i;
            Term.Letter letter = seen.letters().get(i);
            seen.numeric().trying(() -> {
                smooth.require(
                        t -> {
                            double[] moved = x.clone();
                            moved[index] = t;
                            return seen.numeric().at(moved).values()[0];
                        },
                        x[index],
                        0,
                        letter.name() + " = " + TextWriter.text(place.getOrDefault(letter, Term.ZERO)));
                return smooth;
            });
        }
    }

    // ---- series

    private Result taylor(Frame frame, Mapping.Seen seen, Map<Term.Letter, Term> place) {
        int highest = order(frame);
        Optional<List<Term>> series = seen.term().flatMap(term -> TaylorSeries.of(term, place, highest, pause(frame)));
        if (series.isEmpty()) {
            requireSmooth(frame, seen, place);
            throw new AgException(
                    ErrorCode.NO_SERIES,
                    "no Taylor series of '" + of.textOf() + "' is known there",
                    span,
                    "tangent gives the first two terms of any smooth function");
        }
        Term sum = Term.ZERO;
        if (seen.letters().size() == 1) {
            Term.Letter letter = seen.letter();
            sum = TaylorSeries.polynomial(series.get(), letter, place.getOrDefault(letter, Term.ZERO));
        } else {
            Map<Term.Letter, Term> distances = new HashMap<>();
            place.forEach((letter, at) -> distances.put(letter, at.is(0) ? letter : Term.minus(letter, at)));
            for (Term part : series.get()) {
                Term there = Letters.replaced(part, distances);
                sum = sum.is(0) ? there : there.is(0) ? sum : Term.sum(sum, there);
            }
        }
        return formulated("", sum, true);
    }

    private int order(Frame frame) {
        if (order == null) {
            return STANDARD_ORDER;
        }
        Datum datum = order.run(frame);
        double number = Arithmetic.isNumber(datum) ? frame.machine.workspace.number(datum) : Double.NaN;
        if (number != Elementary.round(number) || !(number >= 0) || number > HIGHEST_ORDER) {
            throw new AgException(
                    ErrorCode.BAD_ORDER,
                    "an order is a whole number from 0 to " + HIGHEST_ORDER,
                    span,
                    "write: taylor " + of.textOf() + " at 0 order 5");
        }
        return (int) number;
    }

    private Result formulated(String left, Term term, boolean exact) {
        return new FormulaResult.Formulated(kind.word(), of.textOf(), left, TextWriter.text(term), term, exact, span);
    }
}
