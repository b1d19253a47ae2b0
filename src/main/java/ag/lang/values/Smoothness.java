package ag.lang.values;

import ag.engine.Corners;
import ag.engine.Operation;
import ag.engine.Replay;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.result.Numerals;
import ag.result.Result;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a derivative that is asked for does not exist. It looks only where an operation stands at one of its corners, or where
 * its course changes; there the whole is followed to both sides of the point. What is smooth all the same, as
 * {@code abs(x)^2} at 0, is not spoken of, unless the backward pass takes another number for its slope.
 */
public final class Smoothness {
    /** Of this many inputs the sides are looked at. */
    private static final int MOST_POINTS = 64;

    /** This many values are computed for that, at most. */
    private static final long MOST_WORK = 100_000_000;

    /** How often each is computed to see both sides of one input. */
    private static final long WORK_A_VALUE = 150;

    private final Workspace workspace;
    private final Tape tape;

    public Smoothness(Workspace workspace) {
        this.workspace = workspace;
        this.tape = workspace.tape();
    }

    /**
     * Something that a derivative is taken with respect to.
     *
     * @param name as the user calls it
     * @param taken the derivative that the backward pass gives
     */
    public record Point(String name, int node, double taken) {}

    /** What is differentiated, computed again for another number in place of one of the points. */
    @FunctionalInterface
    public interface Again {
        double at(int point, double number);
    }

    /**
     * What the graph behind a number does not show: how it chose its course.
     *
     * @param tied whether equal numbers were compared on the way, so that another course begins right beside the point
     * @param below for a derivative, what it is the derivative of: where that stands at a corner, the rules chose too; otherwise -1
     * @param again null where it cannot be computed again
     */
    public record Course(boolean tied, int below, @Nullable Again again) {
        /** All there is to know is in the graph. */
        public static final Course GIVEN = new Course(false, -1, null);
    }

    /**
     * Says so where there is no derivative.
     *
     * @param of what is differentiated, as the user wrote it
     * @return whether there was something to say
     */
    public boolean tell(String of, int root, List<Point> points, Course course, Span span) {
        return tell(of, root, points, course, span, false);
    }

    /**
     * As {@link #tell}, but only where there is none: asked of what a higher derivative was taken of. Beside a kink or a leap the
     * higher one can be as smooth as can be, and is none there all the same.
     */
    public boolean tellBroken(String of, int root, List<Point> points, Course course, Span span) {
        return tell(of, root, points, course, span, true);
    }

    private boolean tell(String of, int root, List<Point> points, Course course, Span span, boolean onlyBroken) {
        if (!workspace.evaluation().isAsked() || tape.fault() != null) {
            return false;
        }
        List<Result.NoDerivative> found = new ArrayList<>();
        List<String> words = new ArrayList<>();
        long work = 0;
        for (int k = 0; k < Math.min(points.size(), MOST_POINTS) && work < MOST_WORK; k++) {
            Point point = points.get(k);
            if (!Double.isFinite(tape.value(point.node()))) {
                // There is no step beside an infinite number.
                continue;
            }
            List<Integer> corners = new ArrayList<>(corners(root, point));
            List<Integer> below = course.below() >= 0 ? corners(course.below(), point) : List.of();
            boolean again = course.tied() || !below.isEmpty();
            if (again || !corners.isEmpty()) {
                Replay replay = new Replay(tape, root, point.node());
                work += WORK_A_VALUE * (replay.size() + 1L);
                Beside beside = new Beside(
                        again ? moved(k, course) : replay::at, stuck(replay, corners, below, point, course, k));
                Sides sides = sides(root, point, replay, beside, course.below() >= 0);
                corners.addAll(below);
                String said = onlyBroken && !sides.isBroken() ? "" : said(of, point, sides, corners);
                if (!said.isEmpty()) {
                    words.add(said);
                    found.add(new Result.NoDerivative(
                            point.name(),
                            tape.value(point.node()),
                            point.taken(),
                            sides.leftSlope(),
                            sides.rightSlope()));
                }
            }
        }
        if (found.isEmpty()) {
            return false;
        }
        String more = found.size() == 1 ? "" : "; likewise in " + others(found);
        workspace.note(new Result.Note(words.getFirst() + more, span, found));
        return true;
    }

    private List<Integer> corners(int root, Point point) {
        return Corners.between(tape, root, new int[] {point.node()});
    }

    /**
     * What is beside a point.
     *
     * @param value the number there
     * @param corners at which corners of the point it still is there; the first bit tells of a choice between equal numbers
     */
    private record Beside(DoubleUnaryOperator value, DoubleFunction<BitSet> corners) {}

    private Sides sides(int root, Point point, Replay replay, Beside beside, boolean conventional) {
        double x = tape.value(point.node());
        Sides sides = Sides.of(beside.value, beside.corners, x, tape.value(root), replay.rounding());
        // At a corner a derivative is a convention; what it is the derivative of there are the limits beside it.
        return conventional ? sides.withoutGap(beside.value, beside.corners, x, replay.rounding()) : sides;
    }

    private DoubleFunction<BitSet> stuck(
            Replay replay, List<Integer> corners, List<Integer> below, Point point, Course course, int index) {
        List<Integer> own = List.copyOf(corners);
        Replay lower = below.isEmpty() ? replay : new Replay(tape, course.below(), point.node());
        DoubleUnaryOperator again = moved(index, course);
        return x -> {
            BitSet stuck = new BitSet();
            replay.corners(own, x).stream().forEach(corner -> stuck.set(1 + corner));
            lower.corners(below, x).stream().forEach(corner -> stuck.set(1 + own.size() + corner));
            if (course.tied()) {
                long ties = workspace.ties();
                double _ = again.applyAsDouble(x);
                stuck.set(0, workspace.ties() != ties);
            }
            return stuck;
        };
    }

    private static DoubleUnaryOperator moved(int point, Course course) {
        Again again = course.again();
        return number -> {
            try {
                return again == null ? Double.NaN : again.at(point, number);
            } catch (Stopped stopped) {
                throw stopped;
            } catch (AgException _) {
                return Double.NaN;
            }
        };
    }

    private String said(String of, Point point, Sides sides, List<Integer> corners) {
        String place = " at " + point.name() + " = " + Numerals.shortest(tape.value(point.node()));
        String cause = corners.isEmpty() ? " (its course changes there)" : cause(of, corners.getFirst());
        String taken = "a backward pass takes " + Numerals.rounded(point.taken() + 0.0, 6);
        if (sides.isBroken()) {
            return of + " has no derivative" + place + cause + ": " + sides.words() + "; " + taken;
        }
        if (sides.isSmooth()) {
            return sides.has(point.taken())
                    ? ""
                    : "the derivative of " + of + place + " is " + sides.slopeText() + ", and " + taken
                            + ": its parts have none there" + cause;
        }
        return "whether " + of + " has a derivative" + place + cause + " cannot be told from the digits at hand; "
                + taken;
    }

    /** Which operation stands where; nothing where that is all there is. */
    private String cause(String of, int corner) {
        Operation operation = tape.operation(corner);
        return operation.symbol().equals(of) ? "" : " (" + NonFinite.place(tape, corner) + ")";
    }

    private static String others(List<Result.NoDerivative> found) {
        int more = found.size() - 2;
        return found.get(1).input() + (more == 0 ? "" : " and " + more + " more");
    }
}
