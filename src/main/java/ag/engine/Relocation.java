package ag.engine;

/**
 * Where nodes went when the tape was collected. Nodes below the base stay where they are; of those above, the live ones slide
 * down in their order, so that neighbours that live stay neighbours.
 */
public final class Relocation {
    private final int base;
    private final int[] target;
    private int newSize;

    private Relocation(int base, int[] target) {
        this.base = base;
        this.target = target;
    }

    /** The new name of a live node. */
    public int apply(int node) {
        return node < base ? node : target[node - base];
    }

    int newSize() {
        return newSize;
    }

    static Relocation slide(Tape tape, int base, int end) {
        Relocation moved = new Relocation(base, new int[end - base]);
        moved.move(tape, end);
        return moved;
    }

    /**
     * Marks what the roots need by the sign bit of the operation code, in one scan from the end down. Answers how many nodes from
     * {@code base} on that are.
     */
    static int mark(Tape tape, int base, int end, int[] roots) {
        Columns columns = tape.columns;
        columns.clearReached();
        for (int root : roots) {
            columns.reach(root);
        }
        int live = 0;
        for (int i = end - 1; i >= base; i--) {
            if (!columns.isReached(i)) {
                continue;
            }
            live++;
            switch (tape.shape(i)) {
                case Rows.LEAF -> {}
                case Rows.VECTOR -> {
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
            boolean live = columns.isReached(i);
            boolean reduction = tape.shape(i) == Rows.VECTOR;
            if (reduction && listEnd < 0) {
                listEnd = columns.first(i);
            }
            if (!live) {
                continue;
            }
            target[i - base] = next;
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
