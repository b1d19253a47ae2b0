package ag.nn.batch;

/** Rows of numbers, laid out so that loops over several of them run at full speed. */
final class RowLayout {
    private static final int HEADER_BYTES = 16;
    private static final int LINE_BYTES = 64;

    private RowLayout() {}

    /**
     * Rows with room for at least this many numbers. Each takes whole cache lines, its header included: rows allocated one after
     * another then lie alike in their lines, and a loop that starts one of them at the begin of a line starts all of them
     * there.
     */
    static double[][] of(int count, int length) {
        int bytes = Math.ceilDiv(HEADER_BYTES + length * Double.BYTES, LINE_BYTES) * LINE_BYTES;
        return new double[count][(bytes - HEADER_BYTES) / Double.BYTES];
    }
}
