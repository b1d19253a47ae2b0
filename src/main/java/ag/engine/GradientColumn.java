package ag.engine;

import java.util.Arrays;

/** The gradients that a backward pass adds up, a number for each node, in chunks as {@link Columns} has them. */
final class GradientColumn {
    private static final double[] NONE = {};

    private double[][] chunks = {NONE};
    private int count = 1;

    /** Makes room up to a node. */
    void reserve(int root, Columns columns) {
        int needed = (root >>> Columns.BITS) + 1;
        if (needed > chunks.length) {
            chunks = Arrays.copyOf(chunks, needed + needed / 4);
        }
        while (count < needed) {
            chunks[count] = NONE;
            count++;
        }
        for (int chunk = 0; chunk < needed; chunk++) {
            int start = chunk << Columns.BITS;
            int room = Math.min(Columns.CHUNK, root + 1 - start);
            if (chunks[chunk].length < room) {
                chunks[chunk] = NONE;
                chunks[chunk] = new double[Math.min(columns.values(start).length, room + room / 8 + 16)];
            }
        }
    }

    /** Sets all gradients up to the root to 0, and that of the root to 1. */
    void start(int root) {
        clear(0, root);
        set(root, 1);
    }

    /** Sets the gradients of neighbours to 0, both ends included. */
    void clear(int from, int to) {
        for (int chunk = from >>> Columns.BITS; chunk <= to >>> Columns.BITS; chunk++) {
            int start = chunk << Columns.BITS;
            Arrays.fill(chunks[chunk], Math.max(0, from - start), Math.min(Columns.CHUNK, to + 1 - start), 0);
        }
    }

    double get(int node) {
        return chunk(node)[Columns.place(node)];
    }

    void set(int node, double gradient) {
        chunk(node)[Columns.place(node)] = gradient;
    }

    void add(int node, double share) {
        chunk(node)[Columns.place(node)] += share;
    }

    /** The gradients of the chunk that the node stands in. */
    double[] chunk(int node) {
        return chunks[node >>> Columns.BITS];
    }

    /** Gives back all room. */
    void trim() {
        chunks = new double[][] {NONE};
        count = 1;
    }

    long bytes() {
        long rooms = 0;
        for (int chunk = 0; chunk < count; chunk++) {
            rooms += chunks[chunk].length;
        }
        return 8 * rooms;
    }
}
