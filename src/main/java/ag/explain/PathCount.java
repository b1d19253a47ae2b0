package ag.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How many paths lead from an input to the root, and how many edges they have together. Counted from the root down in
 * one scan; a node's count is forgotten once it has been passed on. Beyond some thousand digits the counts are rounded, which a
 * negative scale tells.
 *
 * @param paths the number of paths
 * @param edges the number of their edges, each path by itself
 * @param distinct the number of edges when every edge is counted once
 * @param atRoot how many of those lead up to the root
 */
record PathCount(BigDecimal paths, BigDecimal edges, long distinct, long atRoot) {
    private static final int MOST_BITS = 20_000;
    private static final MathContext ROUNDED = new MathContext(17);

    private record Sum(BigDecimal paths, BigDecimal edges) {
        Sum plus(Sum other) {
            return new Sum(sum(paths, other.paths), sum(edges, other.edges));
        }
    }

    private static BigDecimal sum(BigDecimal a, BigDecimal b) {
        if (a.scale() < 0 || b.scale() < 0) {
            return a.add(b, ROUNDED);
        }
        BigDecimal exact = a.add(b);
        return exact.unscaledValue().bitLength() > MOST_BITS ? exact.round(ROUNDED) : exact;
    }

    static PathCount of(Between between) {
        if (between.isEmpty()) {
            return new PathCount(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
        }
        @Nullable Sum[] open = new Sum[between.root() + 1];
        open[between.root()] = new Sum(BigDecimal.ONE, BigDecimal.ZERO);
        long[] edges = new long[2];
        for (int node = between.atOrBelow(between.root()); node > between.input(); node = between.atOrBelow(node - 1)) {
            Sum here = open[node];
            open[node] = null;
            if (here == null) {
                continue;
            }
            Sum onward = new Sum(here.paths, sum(here.edges, here.paths));
            int rank = node == between.root() ? 1 : 0;
            between.edges(node, (operand, factor) -> {
                Sum held = open[operand];
                open[operand] = held == null ? onward : held.plus(onward);
                edges[0]++;
                edges[1] += rank;
            });
        }
        Sum all = open[between.input()];
        return all == null
                ? new PathCount(BigDecimal.ZERO, BigDecimal.ZERO, edges[0], edges[1])
                : new PathCount(all.paths, all.edges, edges[0], edges[1]);
    }

    /** A path of n factors takes n - 1 multiplications. */
    BigDecimal pathMultiplications() {
        return edges.subtract(paths, edges.scale() < 0 ? ROUNDED : MathContext.UNLIMITED)
                .max(BigDecimal.ZERO);
    }

    /** The backward pass multiplies once on each edge; at the root it would multiply by 1. */
    long backwardMultiplications() {
        return distinct - atRoot;
    }
}
