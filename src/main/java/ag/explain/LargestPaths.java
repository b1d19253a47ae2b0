package ag.explain;

import ag.engine.Elementary;
import ag.result.DerivativeResult.PathRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The paths with the largest products, largest first, found without looking at the others: what the beginning of a path can still come to
 * is known exactly from one scan up from the input. So the largest goes down by the best edge everywhere, and the next ones leave a
 * path that was found by some other edge. Sizes are compared as logarithms, which neither overflow nor vanish.
 */
final class LargestPaths {
    private static final int SHOWN_ENDS = 6;

    private final Between between;
    private final IntFunction<String> names;
    /** For each node the logarithm of the largest product between the input and it. */
    private final double[] best;
    /** Beginnings of paths that may be the next, the most promising first: no more than are wanted. */
    private final List<Start> open = new ArrayList<>();

    private int wanted;
    /** The best way on from where {@link #toItsEnd} stands, among the edges it has seen. */
    private @Nullable Start next;

    LargestPaths(Between between, IntFunction<String> names) {
        this.between = between;
        this.names = names;
        this.best = new double[between.root() + 1];
    }

    /** The beginning of a path, from the root down to {@code node}. */
    private record Start(int node, @Nullable Start above, double factor, double size, double promise) {}

    List<PathRow> find(int most) {
        List<PathRow> found = new ArrayList<>();
        if (between.isEmpty()) {
            return found;
        }
        rate();
        open.add(new Start(between.root(), null, 1, 0, best[between.root()]));
        while (!open.isEmpty()) {
            Start start = open.removeFirst();
            wanted = most - found.size() - 1;
            found.add(row(toItsEnd(start)));
        }
        return found;
    }

    /** Goes on with a beginning by the best edge everywhere; the other edges begin paths that may be among the next. */
    private Start toItsEnd(Start start) {
        Start at = start;
        while (at.node != between.input()) {
            Start here = at;
            next = null;
            between.edges(here.node, (operand, factor) -> {
                double size = sum(here.size, size(factor));
                double promise = sum(size, best[operand]);
                if (next == null) {
                    next = new Start(operand, here, factor, size, promise);
                } else if (promise > next.promise) {
                    offer(next);
                    next = new Start(operand, here, factor, size, promise);
                } else if (open.size() < wanted || (wanted > 0 && promise > open.getLast().promise)) {
                    offer(new Start(operand, here, factor, size, promise));
                }
            });
            at = Objects.requireNonNull(next);
        }
        return at;
    }

    /** Keeps a beginning as long as it may be among those that are still wanted. */
    private void offer(Start start) {
        int place = open.size();
        while (place > 0 && open.get(place - 1).promise < start.promise) {
            place--;
        }
        open.add(place, start);
        while (open.size() > wanted) {
            open.removeLast();
        }
    }

    private void rate() {
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[between.input()] = 0;
        for (int node = between.atOrAbove(between.input() + 1); node >= 0; node = between.atOrAbove(node + 1)) {
            int user = node;
            between.edges(
                    node, (operand, factor) -> best[user] = Math.max(best[user], sum(size(factor), best[operand])));
        }
    }

    /** A factor that is no number counts as none: such a path is listed last. */
    private static double size(double factor) {
        return Double.isNaN(factor) ? Double.NEGATIVE_INFINITY : Elementary.log(Math.abs(factor));
    }

    /** Of a product that is no number, such as 0 times infinity, nothing is known. */
    private static double sum(double a, double b) {
        double sum = a + b;
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
    }

    /** From the input up; of a path too long to read, both ends. */
    private PathRow row(Start end) {
        Deque<Start> lastOnes = new ArrayDeque<>();
        List<String> nodes = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        double product = 1;
        int length = 0;
        for (Start at = end; at != null; at = at.above) {
            product *= at.factor;
            if (length < SHOWN_ENDS) {
                nodes.add(names.apply(at.node));
                if (at.above != null) {
                    factors.add(at.factor);
                }
            } else {
                lastOnes.add(at);
                if (lastOnes.size() > SHOWN_ENDS) {
                    lastOnes.remove();
                }
            }
            length++;
        }
        int leftOut = length - SHOWN_ENDS - lastOnes.size();
        if (leftOut > 0) {
            nodes.add("… " + leftOut + " more …");
        }
        for (Start at : lastOnes) {
            nodes.add(names.apply(at.node));
            if (at.above != null) {
                factors.add(at.factor);
            }
        }
        return new PathRow(nodes, factors, product);
    }
}
