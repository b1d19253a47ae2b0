package ag.lang.view;

import ag.lang.result.Result.PathRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The paths with the largest products, largest first, found without looking at the others: a best-first search from the root,
 * where what a beginning can still come to is known exactly from one scan up from the input. Sizes are compared as logarithms,
 * which neither overflow nor vanish.
 */
final class LargestPaths {
    private static final int SHOWN_ENDS = 6;

    private final Between between;
    private final IntFunction<String> names;
    /** For each node the logarithm of the largest product between the input and it. */
    private final double[] best;

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
        PriorityQueue<Start> open = new PriorityQueue<>(Comparator.comparingDouble((Start start) -> -start.promise));
        open.add(new Start(between.root(), null, 1, 0, best[between.root()]));
        while (!open.isEmpty() && found.size() < most) {
            Start start = open.remove();
            if (start.node == between.input()) {
                found.add(row(start));
                continue;
            }
            between.edges(start.node, (operand, factor) -> {
                double size = start.size + size(factor);
                open.add(new Start(operand, start, factor, size, size + best[operand]));
            });
        }
        return found;
    }

    private void rate() {
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[between.input()] = 0;
        for (int node = between.atOrAbove(between.input() + 1); node >= 0; node = between.atOrAbove(node + 1)) {
            int user = node;
            between.edges(node, (operand, factor) -> best[user] = Math.max(best[user], size(factor) + best[operand]));
        }
    }

    /** A factor that is no number counts as none: such a path is listed last. */
    private static double size(double factor) {
        return Double.isNaN(factor) ? Double.NEGATIVE_INFINITY : Math.log(Math.abs(factor));
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
