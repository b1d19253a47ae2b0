package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Frame;
import ag.lang.source.Span;
import ag.result.Result;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where the curve of a function of one letter turns; {@link SurfaceTurns} is for several letters. */
final class CurveTurns {
    private static final double REACH = 10;

    private final Frame frame;
    private final Mapping of;
    private final Mapping.Seen seen;
    private final Ends.@Nullable Range given;
    private final boolean extrema;
    private final Span span;
    private final SearchedCurve curve;
    private final Optional<Term> term;
    private final List<String> remarks = new ArrayList<>();

    /** Whether the function has no value at an end of the range. */
    private boolean partial;

    CurveTurns(Frame frame, Mapping of, Mapping.Seen seen, Ends.@Nullable Range given, boolean extrema, Span span) {
        this.frame = frame;
        this.of = of;
        this.seen = seen;
        this.given = given;
        this.extrema = extrema;
        this.span = span;
        this.curve = new SearchedCurve(seen, given == null ? Ends.Range.of(-REACH, REACH, "-10..10") : given);
        this.term = seen.term().filter(formula -> Letters.in(formula).stream().allMatch(seen.letter()::equals));
    }

    Result found() {
        FlatPlaces places = new FlatPlaces(curve, term, given, this::pause);
        FlatPlaces.Found flat = places.found();
        remarks.addAll(flat.remarks());
        SharpTurns sharp = new SharpTurns(curve, places, term, given, this::pause);
        List<Turn> turns = new ArrayList<>(flat.turns());
        for (Turn steep : sharp.steep()) {
            if (turns.stream().noneMatch(turn -> turn.isNear(steep.x()))) {
                turns.add(steep);
            }
        }
        for (Turn corner : sharp.others(turns)) {
            if (turns.stream().noneMatch(turn -> Math.abs(turn.x() - corner.x()) < 1e-9 * (1 + Math.abs(corner.x())))) {
                turns.add(corner);
            }
        }
        List<Double> poles = curve.poles();
        turns.sort(Comparator.comparingDouble(Turn::x));
        remarks.addAll(new FlatStretches(curve).join(turns));
        if (extrema && given != null) {
            addEnd(turns, given.from());
            addEnd(turns, given.to());
        }
        turns.sort(Comparator.comparingDouble(Turn::x));
        merge(turns);
        for (double pole : poles) {
            remarks.add("near " + seen.letter().name() + " ≈ " + Solving.number(pole)
                    + " it grows without bound, or has no value");
        }
        if (turns.isEmpty()) {
            remarks.addFirst(flat.everywhere() ? "it is flat everywhere" : "no place was found where it turns");
        }
        String word = extrema ? "extrema" : "critical";
        TurnTable table = new TurnTable(curve, term, FormulaTexts.taken(frame.machine));
        boolean complete = extrema && given != null && poles.isEmpty() && !partial;
        return new SolutionResult.Turns(word, of.textOf(), table.rows(turns, complete), remarks, span);
    }

    /** An end of the range at which the function is flat is one place. */
    private static void merge(List<Turn> turns) {
        for (int i = turns.size() - 1; i > 0; i--) {
            Turn a = turns.get(i - 1);
            Turn b = turns.get(i);
            if (Math.abs(a.x() - b.x()) <= 1e-12 * (1 + Math.abs(a.x()))) {
                boolean first = a.what().equals("end");
                turns.set(i - 1, new Turn(first ? a.at() : b.at(), "end", first ? b.test() : a.test()));
                turns.remove(i);
            }
        }
    }

    private static Turn end(Term x) {
        return new Turn(new Solution(x, true, null), "end", "");
    }

    private void addEnd(List<Turn> turns, Term x) {
        double place = PointEvaluation.of(x, Map.of());
        if (Double.isNaN(curve.value(place))) {
            remarks.add("at " + seen.letter().name() + " = " + TextWriter.text(x) + " it has no value");
            partial = true;
        } else {
            turns.add(end(x));
        }
    }

    private void pause() {
        frame.machine.workspace.checkStop(span);
    }
}
