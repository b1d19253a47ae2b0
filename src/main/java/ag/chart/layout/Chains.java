package ag.chart.layout;

import ag.chart.drawing.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins short pieces of lines that meet at their ends into long lines. */
final class Chains {
    /** Ends nearer than this share of the window are one: they were computed from two sides. */
    private static final double SAME = 1e-9;

    private final Map<Key, List<List<Point>>> ends = new HashMap<>();
    private final IdentityHashMap<List<Point>, Boolean> taken = new IdentityHashMap<>();

    private record Key(long x, long y) {
        static Key of(Point point) {
            return new Key((long) (point.x() / SAME + 0.5), (long) (point.y() / SAME + 0.5));
        }
    }

    private Chains(List<List<Point>> pieces) {
        for (List<Point> piece : pieces) {
            ends.computeIfAbsent(Key.of(piece.getFirst()), _ -> new ArrayList<>())
                    .add(piece);
            ends.computeIfAbsent(Key.of(piece.getLast()), _ -> new ArrayList<>())
                    .add(piece);
        }
    }

    /** The same lines in fewer pieces; a closed line ends where it begins. */
    static List<List<Point>> join(List<List<Point>> pieces) {
        // Where a corner of the grid lies on the line itself, a piece has no length, and would only be left over.
        List<List<Point>> drawn = pieces.stream()
                .filter(piece -> !Key.of(piece.getFirst()).equals(Key.of(piece.getLast())))
                .toList();
        Chains chains = new Chains(drawn);
        List<List<Point>> joined = new ArrayList<>();
        for (List<Point> piece : drawn) {
            if (chains.taken.put(piece, true) == null) {
                Deque<Point> line = new ArrayDeque<>(piece);
                for (Point next = chains.next(line.getLast()); next != null; next = chains.next(next)) {
                    line.addLast(next);
                }
                for (Point next = chains.next(line.getFirst()); next != null; next = chains.next(next)) {
                    line.addFirst(next);
                }
                joined.add(List.copyOf(line));
            }
        }
        return joined;
    }

    /** The other end of a piece that begins or ends here and is not used yet. */
    private @Nullable Point next(Point here) {
        Key key = Key.of(here);
        for (List<Point> piece : ends.getOrDefault(key, List.of())) {
            if (taken.put(piece, true) == null) {
                return Key.of(piece.getFirst()).equals(key) ? piece.getLast() : piece.getFirst();
            }
        }
        return null;
    }
}
