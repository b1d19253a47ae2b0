package ag.lang.statements;

import ag.lang.algebra.Solution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the stretches between edges in which something holds, and the edges that belong to them. */
abstract class Stretches {
    private final List<Solution> edges;
    private final List<Stretch> found = new ArrayList<>();

    Stretches(List<Solution> edges) {
        this.edges = edges;
    }

    abstract boolean beside(double place);

    abstract boolean at(Solution edge, double before, double behind);

    List<Stretch> found() {
        for (int i = 0; i <= edges.size(); i++) {
            if (beside(between(i))) {
                Solution from = i == 0 ? null : edges.get(i - 1);
                Solution to = i == edges.size() ? null : edges.get(i);
                add(new Stretch(from, from != null && at(i - 1), to, to != null && at(i)));
            }
            if (i < edges.size() && at(i) && !beside(between(i)) && !beside(between(i + 1))) {
                add(new Stretch(edges.get(i), true, edges.get(i), true));
            }
        }
        return found;
    }

    private boolean at(int edge) {
        return at(edges.get(edge), between(edge), between(edge + 1));
    }

    private void add(Stretch next) {
        Stretch last = found.isEmpty() ? null : found.getLast();
        if (last != null && last.to() != null && last.to().equals(next.from()) && last.withTo() && next.withFrom()) {
            found.set(found.size() - 1, new Stretch(last.from(), last.withFrom(), next.to(), next.withTo()));
        } else {
            found.add(next);
        }
    }

    /** A place before the edge of this number, and behind the one before it. */
    private double between(int edge) {
        if (edges.isEmpty()) {
            return 1;
        }
        double low = edge == 0 ? Double.NaN : place(edges.get(edge - 1));
        double high = edge == edges.size() ? Double.NaN : place(edges.get(edge));
        return edge == 0
                ? high - Math.max(1, Math.abs(high))
                : edge == edges.size() ? low + Math.max(1, Math.abs(low)) : low + (high - low) / 2;
    }

    /** An edge as a number; not a number where it is none. */
    static double place(Solution edge) {
        return edge.number().orElse(Double.NaN);
    }

    /**
     * A stretch between two edges; without an edge it goes on without end.
     *
     * @param withFrom whether the edge belongs to it
     */
    record Stretch(
            @Nullable Solution from,
            boolean withFrom,
            @Nullable Solution to,
            boolean withTo) {}
}
