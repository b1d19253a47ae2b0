package ag.engine;

import org.jspecify.annotations.Nullable;

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

    /** Marks what the roots need by the sign bit of the operation code, in one scan from the end down. */
    static void mark(Tape tape, int base, int end, int[] roots) {
        for (int i = 0; i < end; i++) {
            tape.code[i] &= 0x7f;
        }
        for (int root : roots) {
            tape.code[root] |= Tape.REACHED;
        }
        for (int i = end - 1; i >= base; i--) {
            if (tape.code[i] >= 0) {
                continue;
            }
            switch (tape.shape(i)) {
                case Rows.LEAF -> {}
                case Rows.VECTOR -> {
                    for (int operand : tape.lists.expand(tape.first[i])) {
                        tape.code[operand] |= Tape.REACHED;
                    }
                }
                default -> {
                    tape.code[tape.first[i]] |= Tape.REACHED;
                    tape.code[tape.second[i]] |= Tape.REACHED;
                }
            }
        }
    }

    private void move(Tape tape, int end) {
        int next = base;
        int listEnd = -1;
        int @Nullable [] origins = tape.origins;
        for (int i = base; i < end; i++) {
            boolean live = tape.code[i] < 0;
            boolean reduction = tape.shape(i) == Rows.VECTOR;
            if (reduction && listEnd < 0) {
                listEnd = tape.first[i];
            }
            if (!live) {
                continue;
            }
            target[i - base] = next;
            int a = tape.first[i];
            int b = tape.second[i];
            if (reduction) {
                int at = listEnd;
                listEnd = tape.lists.move(a, at, this);
                a = at;
            } else if (!tape.isLeaf(i)) {
                a = apply(a);
                b = apply(b);
            }
            tape.code[next] = (byte) (tape.code[i] & 0x7f);
            tape.first[next] = a;
            tape.second[next] = b;
            tape.value[next] = tape.value[i];
            if (origins != null) {
                origins[next] = origins[i];
            }
            next++;
        }
        if (listEnd >= 0) {
            tape.lists.truncate(listEnd);
        }
        newSize = next;
    }
}
