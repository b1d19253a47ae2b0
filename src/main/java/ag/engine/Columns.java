package ag.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a {@link Tape}: for each node its operation code, two operands, its value, and where it comes from. They are kept
 * in chunks of {@link #CHUNK} nodes. The first chunk grows with the tape; each further one is as large as it will ever be, so that
 * a long tape is never copied, and takes no more memory than its nodes and the rest of its last chunk. Where memory is short, the last chunk is
 * smaller and grows too.
 *
 * <p>The arrays of the last chunk are at hand in fields: what is built next mostly stands on what was built just before, and a tape
 * of a single chunk works as if it were flat.
 */
final class Columns {
    /** A node's number without its last this many bits is the number of its chunk. */
    static final int BITS = 20;

    static final int CHUNK = 1 << BITS;

    private static final int MASK = CHUNK - 1;
    private static final int CODE = 0x7f;
    private static final int SMALLEST = 16;

    /** Where there is no memory for a whole chunk, one of this many nodes is tried. */
    private static final int PART = CHUNK / 8;

    private byte[][] codes;
    private int[][] firsts;
    private int[][] seconds;
    private double[][] values;
    private int @Nullable [][] origins;

    /** How many chunks there are, used or not. */
    private int chunks = 1;

    private int size;

    // The last chunk in use, and the number of its first node.
    private int base;
    private byte[] code;
    private int[] first;
    private int[] second;
    private double[] value;
    private int @Nullable [] origin;

    Columns(int capacity, boolean withOrigins) {
        int room = Math.min(Math.max(capacity, SMALLEST), CHUNK);
        code = new byte[room];
        first = new int[room];
        second = new int[room];
        value = new double[room];
        origin = withOrigins ? new int[room] : null;
        codes = new byte[][] {code};
        firsts = new int[][] {first};
        seconds = new int[][] {second};
        values = new double[][] {value};
        origins = origin == null ? null : new int[][] {origin};
    }

    int size() {
        return size;
    }

    int push(int operation, int a, int b, double y, int from) {
        int node = size;
        int at = node - base;
        if (at == value.length) {
            grow();
            at = node - base;
        }
        code[at] = (byte) operation;
        first[at] = a;
        second[at] = b;
        value[at] = y;
        if (origin != null) {
            origin[at] = from;
        }
        size = node + 1;
        return node;
    }

    double value(int node) {
        int at = node - base;
        return at >= 0 ? value[at] : values[node >>> BITS][node & MASK];
    }

    void value(int node, double x) {
        values[node >>> BITS][node & MASK] = x;
    }

    /** The operation code, the mark of {@link #reach} included. */
    byte code(int node) {
        int at = node - base;
        return at >= 0 ? code[at] : codes[node >>> BITS][node & MASK];
    }

    int first(int node) {
        int at = node - base;
        return at >= 0 ? first[at] : firsts[node >>> BITS][node & MASK];
    }

    int second(int node) {
        int at = node - base;
        return at >= 0 ? second[at] : seconds[node >>> BITS][node & MASK];
    }

    /** What {@link #push} was told of where the node comes from; 0 where that is not kept. */
    int origin(int node) {
        return origins == null ? 0 : origins[node >>> BITS][node & MASK];
    }

    /** Marks the node as reached. */
    void reach(int node) {
        codes[node >>> BITS][node & MASK] |= Tape.REACHED;
    }

    /** Marks a run of nodes as reached. */
    void reach(int start, int length) {
        if (!isWithinChunk(start, length)) {
            for (int i = 0; i < length; i++) {
                reach(start + i);
            }
            return;
        }
        byte[] chunk = codes(start);
        int from = place(start);
        for (int i = from; i < from + length; i++) {
            chunk[i] |= Tape.REACHED;
        }
    }

    boolean isReached(int node) {
        return code(node) < 0;
    }

    /** Takes the mark of {@link #reach} off all nodes. */
    void clearReached() {
        for (int start = 0; start < size; start += CHUNK) {
            byte[] chunk = codes(start);
            int end = Math.min(size - start, chunk.length);
            for (int i = 0; i < end; i++) {
                chunk[i] &= CODE;
            }
        }
    }

    /** Takes over all of a node but the mark, further down; for leaves and operations of nodes the operands may be others. */
    void move(int node, int to, int a, int b) {
        int chunk = to >>> BITS;
        int at = to & MASK;
        codes[chunk][at] = (byte) (code(node) & CODE);
        firsts[chunk][at] = a;
        seconds[chunk][at] = b;
        values[chunk][at] = value(node);
        if (origins != null) {
            origins[chunk][at] = origin(node);
        }
    }

    /** Where in its chunk a node stands. */
    static int place(int node) {
        return node & MASK;
    }

    /** Whether a run of nodes stands in one chunk. */
    static boolean isWithinChunk(int start, int length) {
        return (start & MASK) + length <= CHUNK;
    }

    /** The codes of the chunk that the node stands in. */
    byte[] codes(int node) {
        return codes[node >>> BITS];
    }

    int[] firsts(int node) {
        return firsts[node >>> BITS];
    }

    int[] seconds(int node) {
        return seconds[node >>> BITS];
    }

    double[] values(int node) {
        return values[node >>> BITS];
    }

    /** Forgets all nodes from {@code mark} on; their room stays for others. */
    void rewind(int mark) {
        size = mark;
        select(Math.max(0, mark - 1) >>> BITS);
    }

    /** Gives back the room that no node takes, but for some in the last chunk. */
    void trim(int atLeast) {
        int needed = Math.max(1, (size + CHUNK - 1) >>> BITS);
        for (int chunk = needed; chunk < chunks; chunk++) {
            release(chunk);
        }
        chunks = needed;
        select(needed - 1);
        int used = size - base;
        int room = Math.max(atLeast, used + (used >> 2));
        if (room < value.length) {
            resize(room);
        }
    }

    long bytes() {
        long each = 1L + 4 + 4 + 8 + (origins == null ? 0 : 4);
        long rooms = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            rooms += values[chunk].length;
        }
        return each * rooms;
    }

    private void grow() {
        if (value.length < CHUNK) {
            enlarge();
            return;
        }
        int next = (base >>> BITS) + 1;
        if (next == chunks) {
            add();
        }
        select(next);
    }

    /** Another chunk, a whole one if there is memory for it. */
    private void add() {
        if (chunks == codes.length) {
            int room = chunks + Math.max(4, chunks / 2);
            codes = Arrays.copyOf(codes, room);
            firsts = Arrays.copyOf(firsts, room);
            seconds = Arrays.copyOf(seconds, room);
            origins = origins == null ? null : Arrays.copyOf(origins, room);
            values = Arrays.copyOf(values, room);
        }
        try {
            allocate(CHUNK);
        } catch (OutOfMemoryError full) {
            release(chunks);
            allocate(PART);
        }
        chunks++;
    }

    /** The arrays of the next chunk. Memory may run out on the way: the chunk does not count as there until all of them are. */
    private void allocate(int room) {
        try {
            values[chunks] = new double[room];
            firsts[chunks] = new int[room];
            seconds[chunks] = new int[room];
            codes[chunks] = new byte[room];
            if (origins != null) {
                origins[chunks] = new int[room];
            }
        } catch (OutOfMemoryError full) {
            release(chunks);
            throw full;
        }
    }

    private void release(int chunk) {
        values[chunk] = new double[0];
        firsts[chunk] = new int[0];
        seconds[chunk] = new int[0];
        codes[chunk] = new byte[0];
        if (origins != null) {
            origins[chunk] = new int[0];
        }
    }

    /** Four times the room, so that little is copied; where memory is short a quarter more. */
    private void enlarge() {
        try {
            resize((int) Math.min(CHUNK, 4L * value.length));
        } catch (OutOfMemoryError full) {
            resize(Math.min(CHUNK, value.length + (value.length >> 2) + 1));
        }
    }

    /** Makes the last chunk larger or smaller, all of it or not at all. */
    private void resize(int room) {
        double[] newValue = Arrays.copyOf(value, room);
        byte[] newCode = Arrays.copyOf(code, room);
        int[] newFirst = Arrays.copyOf(first, room);
        int[] newSecond = Arrays.copyOf(second, room);
        int chunk = base >>> BITS;
        if (origins != null) {
            origins[chunk] = Arrays.copyOf(origins[chunk], room);
        }
        values[chunk] = newValue;
        codes[chunk] = newCode;
        firsts[chunk] = newFirst;
        seconds[chunk] = newSecond;
        select(chunk);
    }

    private void select(int chunk) {
        base = chunk << BITS;
        code = codes[chunk];
        first = firsts[chunk];
        second = seconds[chunk];
        value = values[chunk];
        origin = origins == null ? null : origins[chunk];
    }
}
