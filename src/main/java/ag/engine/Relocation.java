package ag.engine;

/**
 * Where nodes went when the tape was collected. Nodes below the base stay where they are; of those above, the live ones slide
 * down in their order, so that neighbours that live stay neighbours.
 */
public final class Relocation {
    /** What an array takes besides its elements. */
    private static final int ARRAY = 16;

    private final int base;

    /** A bit for each node from the base on: whether it is live. */
    private final int[] live;

    /** For each word of {@link #live} where the first live node from there on goes. */
    private final int[] targets;

    private int newSize;

    private Relocation(int base, int length) {
        this.base = base;
        this.live = new int[words(length)];
        this.targets = new int[words(length)];
    }

    private static int words(int nodes) {
        return (nodes + Integer.SIZE - 1) / Integer.SIZE;
    }

    /** The memory that it takes for this many nodes, in bytes. */
    static long bytes(int nodes) {
        return 2L * Integer.BYTES * words(nodes) + 2 * ARRAY;
    }

    /** The new name of a live node. */
    public int apply(int node) {
        int offset = node - base;
        if (offset < 0) {
            return node;
        }
        int word = offset / Integer.SIZE;
        return targets[word] + Integer.bitCount(live[word] & ((1 << offset) - 1));
    }

    int newSize() {
        return newSize;
    }

    static Relocation slide(Tape tape, int base, int end) {
        Relocation moved = new Relocation(base, end - base);
        moved.move(tape, end);
        return moved;
    }

    /**
     * Marks what the marked nodes need by the sign bit of the operation code, in one scan from the end down. Answers how many nodes from
     * {@code base} on that are.
     */
    static int mark(Tape tape, int base, int end) {
        Columns columns = tape.columns;
        int live = 0;
        for (int i = end - 1; i >= base; i--) {
            if (!columns.isReached(i)) {
                continue;
            }
            live++;
            switch (tape.shape(i)) {
                case OperationArrays.LEAF -> {}
                case OperationArrays.VECTOR -> {
                    for (int operand : tape.lists.expand(columns.first(i))) {
                        columns.reach(operand);
                    }
                }
                default -> {
                    columns.reach(columns.first(i));
                    columns.reach(columns.second(i));
                }
            }
        }
        return live;
    }

    private void move(Tape tape, int end) {
        int next = base;
        int listEnd = -1;
        Columns columns = tape.columns;
        for (int i = base; i < end; i++) {
            int offset = i - base;
            if (offset % Integer.SIZE == 0) {
                targets[offset / Integer.SIZE] = next;
            }
            boolean isLive = columns.isReached(i);
            boolean reduction = tape.shape(i) == OperationArrays.VECTOR;
            if (reduction && listEnd < 0) {
                listEnd = columns.first(i);
            }
            if (!isLive) {
                continue;
            }
            live[offset / Integer.SIZE] |= 1 << offset;
            int a = columns.first(i);
            int b = columns.second(i);
            if (reduction) {
                int at = listEnd;
                listEnd = tape.lists.move(a, at, this);
                a = at;
            } else if (!tape.isLeaf(i)) {
                a = apply(a);
                b = apply(b);
            }
            columns.move(i, next, a, b);
            next++;
        }
        if (listEnd >= 0) {
            tape.lists.truncate(listEnd);
        }
        newSize = next;
    }
}
