package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tape of several chunks does what a tape of one does, wherever a graph meets the border between two chunks. */
final class ColumnsTest {
    private static final int INPUTS = 6;
    private static final int NODES = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aGraphAcrossABorderIsThatOfASmallTapeToTheLastBit(int chunk) {
        int border = chunk * Columns.CHUNK;
        Tape large = filled(border - 100);
        for (int start = border - 100; start <= border + 1; start++) {
            large.rewind(border - 100);
            fill(large, start);
            Tape small = new Tape();
            graph(small, start);
            graph(large, start);
            assertSame(small, large, start);
            for (int k = 0; k < INPUTS; k += 2) {
                small.set(k, 0.25 * k - 0.5);
                large.set(start + k, 0.25 * k - 0.5);
            }
            assertSame(small, large, start);
            int[] roots = {small.size() - 1, small.size() / 2};
            Relocation inSmall = small.collect(0, roots);
            Relocation inLarge = large.collect(start, new int[] {start + roots[0], start + roots[1]});
            assertThat(large.size()).isEqualTo(start + small.size());
            assertThat(inLarge.apply(start + roots[0])).isEqualTo(start + inSmall.apply(roots[0]));
            assertSame(small, large, start);
        }
    }

    private static void graph(Tape tape, long seed) {
        int from = tape.size();
        RandomGraph graph = new RandomGraph(tape, seed);
        graph.inputs(INPUTS);
        graph.grow(from, NODES);
    }

    private static void assertSame(Tape small, Tape large, int start) {
        int root = small.size() - 1;
        for (int node = 0; node <= root; node++) {
            assertThat(large.value(start + node)).isEqualTo(small.value(node));
        }
        small.backward(root);
        large.backward(start + root);
        assertThat(large.isGradientFinite()).isEqualTo(small.isGradientFinite());
        for (int node = 0; node <= root; node++) {
            assertThat(large.isReached(start + node)).isEqualTo(small.isReached(node));
            assertThat(large.gradient(start + node)).isEqualTo(small.gradient(node));
        }
        Tangents inSmall = Tangents.of(small, new int[] {0}, new double[] {1});
        Tangents inLarge = Tangents.of(large, new int[] {start}, new double[] {1});
        assertThat(inLarge.rate(start + root)).isEqualTo(inSmall.rate(root));
    }

    @Test
    void operandsFarBelowAreReachedFromEveryChunk() {
        Tape tape = new Tape();
        int a = tape.input(3);
        int b = tape.input(2);
        int[] ends = new int[4];
        for (int k = 0; k < ends.length; k++) {
            fill(tape, k * Columns.CHUNK + 10);
            int quotient = tape.divide(tape.multiply(a, b), tape.subtract(a, b));
            ends[k] = tape.add(tape.negate(quotient), tape.apply(Operation.POWER, a, b));
        }
        int sum = tape.reduce(Operation.SUM, ends);
        // a^b - ab/(a - b) = 9 - 6; in a: b a^(b-1) + b²/(a-b)² = 6 + 4, in b: a^b ln a - a²/(a-b)².
        assertThat(tape.value(sum)).isEqualTo(4 * 3);
        tape.backward(sum);
        assertThat(tape.gradient(a)).isEqualTo(4 * 10);
        assertThat(tape.gradient(b)).isCloseTo(4 * (9 * Math.log(3) - 9), Offset.offset(1e-13));
        tape.set(a, 4);
        assertThat(tape.value(sum)).isEqualTo(4 * 12);
    }

    @Test
    void roomIsGivenBackAndTakenAgain() {
        Tape tape = filled(3 * Columns.CHUNK);
        long full = tape.bytes();
        tape.rewind(Columns.CHUNK + 1);
        tape.trim();
        assertThat(tape.bytes()).isLessThan(full - 16L * Columns.CHUNK);
        fill(tape, 3 * Columns.CHUNK);
        int last = tape.constant(7);
        assertThat(tape.value(last)).isEqualTo(7);
        tape.rewind(Columns.CHUNK);
        tape.rewind(10);
        tape.trim();
        assertThat(tape.bytes()).isLessThan(40_000);
        fill(tape, Columns.CHUNK + 1);
        assertThat(tape.value(Columns.CHUNK)).isEqualTo(Columns.CHUNK);
    }

    @Test
    void aChunkThatWasCutShortGrowsAgain() {
        int start = Columns.CHUNK + 1500;
        Tape cut = filled(3 * Columns.CHUNK);
        cut.rewind(start);
        cut.trim();
        assertThat(cut.bytes()).isLessThan(17L * (Columns.CHUNK + 3000));
        graph(cut, 5);
        fill(cut, 2 * Columns.CHUNK + 10);
        int sum = cut.add(start + INPUTS + NODES - 1, 2 * Columns.CHUNK);
        cut.backward(sum);
        Tape whole = filled(start);
        graph(whole, 5);
        fill(whole, 2 * Columns.CHUNK + 10);
        whole.backward(whole.add(start + INPUTS + NODES - 1, 2 * Columns.CHUNK));
        assertThat(cut.size()).isEqualTo(whole.size());
        for (int node = start; node < cut.size(); node += node < start + 100 ? 1 : 997) {
            assertThat(cut.value(node)).isEqualTo(whole.value(node));
            assertThat(cut.gradient(node)).isEqualTo(whole.gradient(node));
        }
    }

    private static Tape filled(int size) {
        Tape tape = new Tape();
        fill(tape, size);
        return tape;
    }

    /** Constants up to so many nodes. */
    private static void fill(Tape tape, int size) {
        while (tape.size() < size) {
            tape.constant(tape.size());
        }
    }
}
