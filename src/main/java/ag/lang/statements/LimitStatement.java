package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.TaylorSeries;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.builtins.LimitNumber;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.SolutionStatement;
import ag.lang.values.Datum;
import ag.lang.values.Plains;
import ag.lang.values.Workspace;
import ag.numeric.NumericLimit;
import ag.result.FormulaResult;
import ag.result.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * Runs {@code limit sin(x)/x as x -> 0}: where a function goes. The first number of its Taylor series there is the limit, exactly; where no
 * series is known, the limit is extrapolated from numbers.
 */
public record LimitStatement(Mapping of, int side, Span span) implements Code {
    /** What the other letters are while a limit with letters in it is checked against numbers. */
    private static final List<Double> TRIED = List.of(0.37, 1.6, 2.9);

    private static final double AGREES = 1e-5;

    static Code compile(SolutionStatement.Limit limit, StatementCompiler compiler, Scope scope) {
        return new LimitStatement(Mapping.of(limit.of(), compiler, scope), limit.side(), limit.span());
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Mapping.Seen seen = of.seen(frame);
        if (seen.letters().size() > 1) {
            throw new AgException(
                    ErrorCode.NO_PLACE,
                    "a limit is taken in one letter, and '" + of.textOf() + "' has several",
                    span,
                    "write: limit " + of.textOf() + " as " + seen.letter().name() + " -> 0");
        }
        Term place = Objects.requireNonNull(of.place(frame, seen, "limit").get(seen.letter()));
        Optional<Term> exact = seen.term().flatMap(term -> exact(frame, term, seen.letter(), place));
        workspace.show(exact.<Result>map(term ->
                        new FormulaResult.Formulated("limit", of.textOf(), "", TextWriter.text(term), term, true, span))
                .orElseGet(() -> extrapolated(frame, seen, place)));
        return Loops.NOTHING;
    }

    /** The limit that the Taylor series tells, where numbers on the way do not contradict it. */
    private Optional<Term> exact(Frame frame, Term term, Term.Letter letter, Term place) {
        double at = PointEvaluation.of(place, Map.of());
        boolean far = Double.isInfinite(at);
        // At infinity the series is one in 1/x.
        Term near = far
                ? Simplifier.simplify(Letters.replaced(
                        term, Map.of(letter, Term.quotient(Term.number(at > 0 ? 1 : -1), letter))))
                : term;
        return TaylorSeries.of(
                        near, Map.of(letter, far ? Term.ZERO : place), 0, () -> frame.machine.workspace.checkStop(span))
                .map(List::getFirst)
                .map(Simplifier::simplify)
                .filter(limit -> TRIED.stream().allMatch(number -> agrees(term, limit, letter, place, number)));
    }

    private boolean agrees(Term term, Term limit, Term.Letter letter, Term place, double others) {
        Set<Term.Letter> letters = Letters.in(Term.sum(term, place));
        Map<Term.Letter, Double> values = letters.stream()
                .filter(other -> !other.equals(letter))
                .collect(Collectors.toMap(other -> other, _ -> others));
        DoubleUnaryOperator along = x -> {
            Map<Term.Letter, Double> there = new HashMap<>(values);
            there.put(letter, x);
            return PointEvaluation.of(term, there);
        };
        double value = PointEvaluation.of(limit, values);
        return NumericLimit.of(along, PointEvaluation.of(place, values), side)
                        instanceof NumericLimit.Found(double found, double error)
                && Math.abs(found - value) <= error + AGREES * Math.max(1, Math.abs(value));
    }

    private Result extrapolated(Frame frame, Mapping.Seen seen, Term place) {
        Set<Term.Letter> open = Letters.in(place);
        seen.term().ifPresent(term -> open.addAll(Letters.in(term)));
        open.remove(seen.letter());
        if (!open.isEmpty()) {
            throw new AgException(
                    ErrorCode.NO_LIMIT,
                    "no limit is known of '" + of.textOf() + "' as a formula",
                    span,
                    "give its other letters numbers, as in: let "
                            + open.iterator().next().name() + " = 2");
        }
        Workspace workspace = frame.machine.workspace;
        String at = TextWriter.text(place);
        NumericLimit limit = seen.numeric()
                .trying(() -> NumericLimit.of(seen.numeric()::value, PointEvaluation.of(place, Map.of()), side));
        String way = "limit " + of.textOf() + " as " + seen.letter().name() + " -> " + at;
        double value = LimitNumber.of(limit, at, "for one side write: " + way + "+, or " + way + "-", workspace, span);
        return new Result.Value(null, Plains.shown(workspace, new Datum.Num(value)), span);
    }
}
