package ag.lang.statements;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of the places at which a curve turns: each with its value, exact where algebra has it.
 *
 * @param taken the names of the program, which no letter of a result may have
 */
record TurnTable(SearchedCurve curve, Optional<Term> term, Set<String> taken) {
    /** @param complete whether all places of a range are there, so that the smallest and the largest can be told */
    List<SolutionResult.TurnRow> rows(List<Turn> turns, boolean complete) {
        List<Double> values = turns.stream()
                .map(turn -> Double.isNaN(turn.x()) ? Double.NaN : curve.value(turn.x()))
                .toList();
        boolean whole = complete && values.stream().allMatch(Double::isFinite);
        double least = values.stream().mapToDouble(value -> value).min().orElse(0);
        double most = values.stream().mapToDouble(value -> value).max().orElse(0);
        double near = 1e-12 * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
        List<SolutionResult.TurnRow> rows = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            String what = turn.what();
            if (whole && values.get(i) <= least + near) {
                what += ", smallest";
            }
            if (whole && values.get(i) >= most - near) {
                what += ", largest";
            }
            rows.add(new SolutionResult.TurnRow(
                    List.of(written(turn.at())), value(turn, values.get(i)), what, turn.test()));
        }
        return rows;
    }

    private SolutionResult.Root written(Solution at) {
        return ExactSolutions.root(taken, curve.seen().letter(), at.value(), at.exact());
    }

    private SolutionResult.Root value(Turn turn, double number) {
        Term.Letter whole = turn.at().whole();
        if (term.isPresent() && whole != null) {
            return byTurns(turn.at().value(), whole);
        }
        if (term.isPresent() && turn.at().exact()) {
            Term value = Simplifier.simplify(Letters.replaced(
                    term.get(), Map.of(curve.seen().letter(), turn.at().value())));
            boolean same = !Letters.in(value).isEmpty()
                    || Double.isNaN(number)
                    || CheckPoints.agree(PointEvaluation.of(value, Map.of()), number);
            if (same) {
                return ExactSolutions.root(taken, curve.seen().letter(), value, true);
            }
        }
        return SolutionResult.Root.near(curve.seen().letter().name(), number);
    }

    /** The values at infinitely many places. */
    private SolutionResult.Root byTurns(Term place, Term.Letter whole) {
        List<String> values = new ArrayList<>();
        for (int count = 0; count < 2; count++) {
            Term at = Letters.replaced(place, Map.of(whole, Term.number(count)));
            Term value = Simplifier.simplify(
                    Letters.replaced(term.orElseThrow(), Map.of(curve.seen().letter(), Simplifier.simplify(at))));
            String text = TextWriter.text(value);
            if (!values.contains(text)) {
                values.add(text);
            }
        }
        return new SolutionResult.Root(
                curve.seen().letter().name(), String.join(" and ", values), null, null, true, false);
    }
}
