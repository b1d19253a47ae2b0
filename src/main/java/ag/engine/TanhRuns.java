package ag.engine;

/**
 * Neighbouring nodes that are {@code tanh} of neighbouring nodes, as those of a vector are. Their values and slopes come from loops of
 * vector instructions, which have the digits of the table.
 *
 * <p>Only nodes of the first chunk, where all operands are in one array.
 */
final class TanhRuns {
    /** With fewer nodes than this the loops are mostly beginning and end. */
    private static final int SHORTEST = 12;

    static final int LONGEST = 256;

    private final byte[] codes;
    private final int[] first;
    private final double[] value;
    private final double[] results = new double[LONGEST];
    private final double[] slopes = new double[LONGEST];
    private final ElementaryArrays arrays = new ElementaryArrays(LONGEST);

    TanhRuns(Columns columns) {
        codes = columns.codes(0);
        first = columns.firsts(0);
        value = columns.values(0);
    }

    /**
     * How many nodes there are in the run that this node, known to be {@code tanh}, begins or ends; 0 where they are few. None of them leads to
     * another.
     *
     * @param room how many nodes there may be
     * @param step 1 for the run that begins here, -1 for the one that ends here
     */
    int length(int node, int room, int step) {
        int most = Math.min(Math.min(room, node - first[node]), LONGEST);
        if (most < SHORTEST || !isAlike(node, node + step * (SHORTEST - 1))) {
            return 0;
        }
        int length = 1;
        while (length < most && isAlike(node, node + step * length)) {
            length++;
        }
        return length < SHORTEST ? 0 : length;
    }

    /** Whether both are the same function, reached or not, of operands as far apart as they are. */
    private boolean isAlike(int node, int other) {
        return codes[other] == codes[node] && first[other] - other == first[node] - node;
    }

    /** Computes a run from its first node on. */
    void compute(int start, int length) {
        evaluate(start, length);
        System.arraycopy(results, 0, value, start, length);
    }

    /** The slopes of a run from its first node on, in an array that stays as it is until the next call. */
    double[] slopes(int start, int length) {
        evaluate(start, length);
        return slopes;
    }

    private void evaluate(int start, int length) {
        System.arraycopy(value, first[start], results, 0, length);
        arrays.tanh(results, results, slopes, length);
    }
}
