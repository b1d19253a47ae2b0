package ag.explain;

import ag.engine.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a large graph small enough to look at. Neighbours that do the same, such as the neurons of a layer, become one group;
 * where that is not enough, all that only one named formula is made from goes into that formula's group; where that is still too
 * much, the middle becomes one. A group's operands always lie in groups before it, so the groups are a graph again. A long vector
 * that is an input, such as the parameters of a network, is one group in small graphs too.
 */
final class Fold {
    /** A graph of this many nodes is shown as it is. */
    static final int MOST_NODES = 200;

    /** The elements of a vector that is an input, if it has no more, are shown one by one. */
    static final int MOST_ELEMENTS = 12;

    /** A folded graph has at most this many. */
    static final int MOST_GROUPS = 100;

    private static final int UNCLAIMED = -1;
    private static final int SHARED = -2;

    private final Tape tape;
    private final NodeNames names;
    private final int root;
    /** For each node the one that it is folded into; for a node that is shown, itself. */
    private final int[] head;

    private final int[] groupOf;

    private Fold(Tape tape, NodeNames names) {
        this.tape = tape;
        this.names = names;
        this.root = tape.gradientRoot();
        this.head = new int[root + 1];
        this.groupOf = new int[root + 1];
    }

    /** Whether two neighbours belong to one group. */
    private interface Together {
        boolean test(int node, int next);
    }

    /** How the nodes of a group came together. */
    enum Kind {
        /** It is one node, or one with all that only it is made from. */
        FORMULA,
        /** Nodes side by side that do the same. */
        ALIKE,
        /** What had to be left out. */
        REST
    }

    /**
     * Nodes that are shown as one.
     *
     * @param heads those that other groups can be made from, in the order of the tape
     * @param count how many nodes there are, heads included
     */
    record Group(Kind kind, int[] heads, int count) {
        int last() {
            return heads[heads.length - 1];
        }
    }

    /**
     * The groups in topological order, and for each node the number of its group; -1 for constants and for what is not part of the
     * graph.
     */
    record Folded(List<Group> groups, int[] groupOf) {}

    /** Folds what the root of the tape's last backward pass depends on. */
    static Folded of(Tape tape, NodeNames names) {
        Fold fold = new Fold(tape, names);
        return new Folded(fold.groups(), fold.groupOf);
    }

    private List<Group> groups() {
        int nodes = 0;
        for (int node = 0; node <= root; node++) {
            head[node] = isShown(tape, node) ? node : UNCLAIMED;
            nodes += head[node] == node ? 1 : 0;
        }
        if (nodes <= MOST_NODES) {
            return number(gathered(this::areOneInput));
        }
        List<Group> groups = gathered(this::areAlike);
        if (groups.size() > MOST_GROUPS) {
            foldIntoFormulas();
            groups = gathered(this::areAlike);
        }
        return number(groups.size() > MOST_GROUPS ? withoutMiddle(groups) : groups);
    }

    static boolean isShown(Tape tape, int node) {
        return node == tape.gradientRoot() || (tape.isReached(node) && !tape.isConstant(node));
    }

    /** From the root down, so that all users of a node have laid claim to it when its turn comes. */
    private void foldIntoFormulas() {
        int[] claim = new int[root + 1];
        Arrays.fill(claim, UNCLAIMED);
        claim[root] = SHARED;
        for (int node = root; node >= 0; node--) {
            if (head[node] == UNCLAIMED) {
                continue;
            }
            boolean stays = claim[node] == SHARED || tape.isInput(node) || names.isNamed(node);
            head[node] = stays ? node : claim[node];
            for (int operand : tape.operands(node)) {
                claim[operand] = claim[operand] == UNCLAIMED || claim[operand] == head[node] ? head[node] : SHARED;
            }
        }
    }

    private boolean areAlike(int node, int next) {
        return next != root && Alike.nodes(tape, names, node, next);
    }

    /** Whether both belong to a long vector that is an input. */
    private boolean areOneInput(int node, int next) {
        NodeNames.Place place = tape.isInput(node) && tape.isInput(next) ? names.place(node) : null;
        return place != null && place.of().nodes().length > MOST_ELEMENTS && areAlike(node, next);
    }

    private List<Group> gathered(Together together) {
        int[] sizes = new int[root + 1];
        for (int node = 0; node <= root; node++) {
            if (head[node] >= 0) {
                sizes[head[node]]++;
            }
        }
        List<Group> groups = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        int count = 0;
        for (int node = 0; node <= root; node++) {
            if (sizes[node] == 0) {
                continue;
            }
            if (!open.isEmpty() && !together.test(open.getLast(), node)) {
                groups.add(group(open, count));
                open.clear();
                count = 0;
            }
            open.add(node);
            count += sizes[node];
        }
        groups.add(group(open, count));
        return groups;
    }

    private static Group group(List<Integer> heads, int count) {
        Kind kind = heads.size() == 1 ? Kind.FORMULA : Kind.ALIKE;
        return new Group(kind, heads.stream().mapToInt(node -> node).toArray(), count);
    }

    private static List<Group> withoutMiddle(List<Group> groups) {
        int half = MOST_GROUPS / 2;
        List<Group> middle = groups.subList(half, groups.size() - half);
        int[] heads = middle.stream()
                .flatMapToInt(group -> Arrays.stream(group.heads))
                .toArray();
        List<Group> kept = new ArrayList<>(groups.subList(0, half));
        kept.add(new Group(
                Kind.REST, heads, middle.stream().mapToInt(Group::count).sum()));
        kept.addAll(groups.subList(groups.size() - half, groups.size()));
        return kept;
    }

    private List<Group> number(List<Group> groups) {
        int[] groupOfHead = new int[root + 1];
        for (int i = 0; i < groups.size(); i++) {
            for (int node : groups.get(i).heads) {
                groupOfHead[node] = i;
            }
        }
        for (int node = 0; node <= root; node++) {
            groupOf[node] = head[node] < 0 ? -1 : groupOfHead[head[node]];
        }
        return groups;
    }
}
