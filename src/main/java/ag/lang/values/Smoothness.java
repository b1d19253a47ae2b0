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
import java.util.List;
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
            boolean again = course.tied();
            if (course.below() >= 0) {
                List<Integer> below = corners(course.below(), point);
                again |= !below.isEmpty();
                corners.addAll(below);
            }
            if (again || !corners.isEmpty()) {
                Replay replay = new Replay(tape, root, point.node());
                work += WORK_A_VALUE * (replay.size() + 1L);
                Sides sides = sides(root, point, replay, again ? moved(k, course) : replay::at, course.below() >= 0);
                String said = said(of, point, sides, corners);
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

    private Sides sides(int root, Point point, Replay replay, DoubleUnaryOperator function, boolean conventional) {
        double x = tape.value(point.node());
        Sides sides = Sides.of(function, x, tape.value(root), replay.rounding());
        // At a corner a derivative is a convention; what it is the derivative of there are the limits beside it.
        return conventional ? sides.withoutGap(function, x, replay.rounding()) : sides;
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
