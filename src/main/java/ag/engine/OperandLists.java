package ag.engine;

import java.util.Arrays;

/**
 * The operands of reductions, back to back in one array. A list is its length followed by the nodes; the dot product of two
 * runs of neighbouring nodes is a negative length followed by the two starts, whatever the length.
 */
final class OperandLists {
    private int[] entries = new int[64];
    private int size;

    int add(int[] operands) {
        int at = reserve(operands.length + 1);
        entries[at] = operands.length;
        System.arraycopy(operands, 0, entries, at + 1, operands.length);
        return at;
    }

    int addRuns(int startA, int startB, int length) {
        int at = reserve(3);
        entries[at] = -length;
        entries[at + 1] = startA;
        entries[at + 2] = startB;
        return at;
    }

    boolean isRuns(int at) {
        return entries[at] < 0;
    }

    /** The number of operands of a list, or the length of each of two runs. */
    int length(int at) {
        return Math.abs(entries[at]);
    }

    int get(int at, int index) {
        return entries[at + 1 + index];
    }

    int[] expand(int at) {
        int length = length(at);
        if (!isRuns(at)) {
            return Arrays.copyOfRange(entries, at + 1, at + 1 + length);
        }
        int[] nodes = new int[2 * length];
        for (int i = 0; i < length; i++) {
            nodes[i] = get(at, 0) + i;
            nodes[length + i] = get(at, 1) + i;
        }
        return nodes;
    }

    /** Gives back the room of the lists that belong to the nodes from {@code mark} to {@code end}. */
    void rewind(Tape tape, int mark, int end) {
        for (int node = mark; node < end; node++) {
            if (tape.shape(node) == OperationArrays.VECTOR) {
                size = tape.columns.first(node);
                return;
            }
        }
    }

    /** Moves a list to {@code to}, at or before where it stands, its nodes renamed; returns the end of the moved list. */
    int move(int at, int to, Relocation moved) {
        int words = isRuns(at) ? 2 : entries[at];
        entries[to] = entries[at];
        for (int i = 1; i <= words; i++) {
            entries[to + i] = moved.apply(entries[at + i]);
        }
        return to + words + 1;
    }

    void truncate(int end) {
        size = end;
        if (entries.length > 4096 && size < entries.length / 4) {
            entries = Arrays.copyOf(entries, entries.length / 2);
        }
    }

    long bytes() {
        return 4L * entries.length;
    }

    private int reserve(int words) {
        int at = size;
        size = Math.addExact(at, words);
        if (size > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(size, entries.length + (entries.length >> 1)));
        }
        return at;
    }
}
