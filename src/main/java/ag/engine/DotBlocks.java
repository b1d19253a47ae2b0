package ag.engine;

/**
 * Dot products that stand side by side on the tape and have one run of operands in common, as those of a row or a column of a product of
 * matrices do: four of them in one loop. Each sum, and each gradient, is added up in the order it has one by one, so that it has
 * the same digits; but four sums do not wait for one another, and what they have in common is read once.
 *
 * <p>Only nodes of the first chunk, where all operands are in one array.
 */
final class DotBlocks {
    /** How many dot products are taken at a time. */
    static final int COUNT = 4;

    private final OperandLists lists;
    private final int[] first;

    // The block that was found last: the run in common, the other runs, and their length.
    private int common;
    private final int[] other = new int[COUNT];
    private int length;

    DotBlocks(Tape tape) {
        lists = tape.lists;
        first = tape.columns.firsts(0);
    }

    /** Computes the nodes from {@code node} up, where they are such a block; otherwise answers false. */
    boolean compute(int node, double[] value) {
        if (!find(node)) {
            return false;
        }
        int n = length;
        int shared = common;
        int a = other[0];
        int b = other[1];
        int c = other[2];
        int d = other[3];
        double ofA = 0;
        double ofB = 0;
        double ofC = 0;
        double ofD = 0;
        for (int i = 0; i < n; i++) {
            double x = value[shared + i];
            ofA += x * value[a + i];
            ofB += x * value[b + i];
            ofC += x * value[c + i];
            ofD += x * value[d + i];
        }
        value[node] = ofA;
        value[node + 1] = ofB;
        value[node + 2] = ofC;
        value[node + 3] = ofD;
        return true;
    }

    /** Hands on the gradients of the nodes from {@code node} up, from the last to the first, where they are such a block. */
    boolean handOn(int node, double[] value, double[] gradient, Columns columns) {
        if (!find(node)) {
            return false;
        }
        int n = length;
        int shared = common;
        int a = other[0];
        int b = other[1];
        int c = other[2];
        int d = other[3];
        double ofA = gradient[node];
        double ofB = gradient[node + 1];
        double ofC = gradient[node + 2];
        double ofD = gradient[node + 3];
        for (int i = 0; i < n; i++) {
            double x = value[shared + i];
            double sum = gradient[shared + i];
            sum += ofD * value[d + i];
            sum += ofC * value[c + i];
            sum += ofB * value[b + i];
            sum += ofA * value[a + i];
            gradient[shared + i] = sum;
            gradient[d + i] += ofD * x;
            gradient[c + i] += ofC * x;
            gradient[b + i] += ofB * x;
            gradient[a + i] += ofA * x;
        }
        columns.reach(common, length);
        for (int start : other) {
            columns.reach(start, length);
        }
        return true;
    }

    /** Whether these nodes, known to be dot products, have the form of a block. */
    private boolean find(int node) {
        int at = first[node];
        if (!lists.isRuns(at)) {
            return false;
        }
        length = lists.length(at);
        return find(node, 0) || find(node, 1);
    }

    /** Whether the runs on one side are the same one, and those on the other stand apart, each behind the one before. */
    private boolean find(int node, int side) {
        common = lists.get(first[node], side);
        int end = 0;
        for (int k = 0; k < COUNT; k++) {
            int at = first[node + k];
            if (!lists.isRuns(at) || lists.length(at) != length || lists.get(at, side) != common) {
                return false;
            }
            other[k] = lists.get(at, 1 - side);
            if (other[k] < end) {
                return false;
            }
            end = other[k] + length;
        }
        boolean apart = common + length <= other[0] || common >= end;
        return apart && end <= node;
    }
}
