package ag.lang.view;

import ag.lang.result.Result.PathRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Integer, Double> best = new HashMap<>();

    LargestPaths(Between between, IntFunction<String> names) {
        this.between = between;
        this.names = names;
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
        open.add(new Start(between.root(), null, 1, 0, rating(between.root())));
        while (!open.isEmpty() && found.size() < most) {
            Start start = open.remove();
            if (start.node == between.input()) {
                found.add(row(start));
                continue;
            }
            between.edges(start.node, (operand, factor) -> {
                double size = start.size + size(factor);
                open.add(new Start(operand, start, factor, size, size + rating(operand)));
            });
        }
        return found;
    }

    private void rate() {
        best.put(between.input(), 0.0);
        List<Integer> down = new ArrayList<>();
        for (int node = between.atOrBelow(between.root()); node > between.input(); node = between.atOrBelow(node - 1)) {
            down.add(node);
        }
        for (int node : down.reversed()) {
            double[] largest = {Double.NEGATIVE_INFINITY};
            between.edges(node, (operand, factor) -> largest[0] = Math.max(largest[0], size(factor) + rating(operand)));
            best.put(node, largest[0]);
        }
    }

    private double rating(int node) {
        return best.getOrDefault(node, Double.NEGATIVE_INFINITY);
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
