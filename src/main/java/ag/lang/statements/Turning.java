package ag.lang.statements;

import ag.lang.algebra.Term;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code critical f} and {@code extrema f on 0..5}: where a function is flat or has a corner, each place with the test that tells a
 * minimum from a maximum; extrema looks at the ends of the range too and says where the function is largest and smallest.
 */
public record Turning(boolean extrema, Mapping of, @Nullable Ends ends, List<Bounds> bounds, Span span)
        implements Code {
    static Code compile(SolutionStatement.Turns turns, StatementCompiler compiler, Scope scope) {
        Ends ends = turns.range() == null ? null : Ends.of(turns.range(), compiler, scope);
        List<Bounds> bounds = turns.ranges().stream()
                .map(along -> new Bounds(along.variable(), Ends.of(along.range(), compiler, scope), along.span()))
                .toList();
        return new Turning(turns.extrema(), Mapping.of(turns.of(), compiler, scope), ends, bounds, turns.span());
    }

    /** The range of one letter. */
    record Bounds(String letter, Ends ends, Span span) {}

    @Override
    public Datum run(Frame frame) {
        Mapping.Seen seen = of.seen(frame);
        if (seen.letters().size() > 1) {
            if (ends != null) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        "a range is for a function of one letter, and this has several",
                        ends.span(),
                        "write: " + said(seen.letters()));
            }
            frame.machine.workspace.show(new SurfaceTurns(frame, of, seen, box(frame, seen), extrema, span).found());
            return Loops.NOTHING;
        }
        List<Ends.Range> named = box(frame, seen);
        Ends.@Nullable Range range = ends != null ? ends.at(frame) : named.isEmpty() ? null : named.getFirst();
        frame.machine.workspace.show(new CurveTurns(frame, of, seen, range, extrema, span).found());
        return Loops.NOTHING;
    }

    /** A range for each letter, in their order; none where none is said. */
    private List<Ends.Range> box(Frame frame, Mapping.Seen seen) {
        if (bounds.isEmpty()) {
            return List.of();
        }
        List<Ends.Range> box = new ArrayList<>();
        for (Term.Letter letter : seen.letters()) {
            List<Bounds> fitting = bounds.stream()
                    .filter(bound -> bound.letter.equals(letter.name()))
                    .toList();
            if (fitting.size() != 1 || bounds.size() != seen.letters().size()) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        "'" + of.textOf() + "' has the letters "
                                + String.join(
                                        ", ",
                                        seen.letters().stream()
                                                .map(Term.Letter::name)
                                                .toList())
                                + ", and each needs one range",
                        bounds.getFirst().span.to(bounds.getLast().span),
                        "write: " + said(seen.letters()));
            }
            box.add(fitting.getFirst().ends.at(frame));
        }
        return box;
    }

    private String said(List<Term.Letter> letters) {
        return (extrema ? "extrema " : "critical ") + of.textOf() + " on "
                + String.join(
                        ", ",
                        letters.stream()
                                .map(letter -> letter.name() + " in 0..1")
                                .toList());
    }
}
