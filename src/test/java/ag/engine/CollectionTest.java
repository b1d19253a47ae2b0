package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collecting what is not needed leaves values and gradients of what is needed as they are. */
final class CollectionTest {
    private static final int INPUTS = 5;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void valuesAndGradientsSurviveRepeatedCollecting(long seed) {
        Tape whole = new Tape();
        Tape tidy = new Tape();
        grown(whole, seed, 60);
        grown(tidy, seed, 60);
        int[] held = new RandomGraph(whole, seed).pick(INPUTS, 6);
        int[] here = held.clone();
        int[] inputs = IntStream.range(0, INPUTS).toArray();
        for (int round = 0; round < 4; round++) {
            int[] roots =
                    IntStream.concat(Arrays.stream(here), Arrays.stream(inputs)).toArray();
            int before = tidy.size();
            Relocation moved = tidy.collect(0, roots);
            assertThat(tidy.size()).isLessThanOrEqualTo(before);
            here = Arrays.stream(here).map(moved::apply).toArray();
            inputs = Arrays.stream(inputs).map(moved::apply).toArray();
            expectAlike(whole, held, tidy, here, inputs);
            // What is built on top sees the same as on the tape that keeps everything.
            int root = whole.add(held[0], held[1]);
            assertThat(tidy.value(tidy.add(here[0], here[1]))).isEqualTo(whole.value(root));
            whole.set(0, 0.1 * round);
            tidy.set(inputs[0], 0.1 * round);
            expectAlike(whole, held, tidy, here, inputs);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void whatLiesBelowTheBaseStaysWhereItIs(long seed) {
        Tape whole = new Tape();
        Tape tidy = new Tape();
        grown(whole, seed, 30);
        grown(tidy, seed, 30);
        int base = tidy.size();
        RandomGraph above = new RandomGraph(whole, seed + 100);
        above.grow(0, 40);
        new RandomGraph(tidy, seed + 100).grow(0, 40);
        int[] held = above.pick(base, 4);
        Relocation moved = tidy.collect(base, held);
        int[] here = Arrays.stream(held).map(moved::apply).toArray();
        int[] below = IntStream.range(0, base).toArray();
        assertThat(Arrays.stream(below).map(moved::apply))
                .containsExactly(Arrays.stream(below).boxed().toArray(Integer[]::new));
        expectAlike(whole, below, tidy, below, IntStream.range(0, INPUTS).toArray());
        expectAlike(whole, held, tidy, here, IntStream.range(0, INPUTS).toArray());
    }

    @Test
    void nothingIsKeptWithoutRoots() {
        Tape tape = new Tape();
        grown(tape, 3, 50);
        tape.collect(0, new int[0]);
        assertThat(tape.size()).isZero();
        int a = tape.input(2);
        assertThat(RandomGraph.gradients(tape, tape.multiply(a, a), a)).containsExactly(4);
    }

    @Test
    void anEmptyTapeCanBeCollected() {
        Tape tape = new Tape();
        tape.collect(0, new int[0]);
        assertThat(tape.size()).isZero();
    }

    @Test
    void aChangeJustBeforeCollectingIsNotLost() {
        Tape tape = new Tape();
        int a = tape.input(2);
        int y = tape.multiply(a, a);
        tape.set(a, 3);
        tape.input(1);
        Relocation moved = tape.collect(0, new int[] {y});
        assertThat(tape.value(moved.apply(y))).isEqualTo(9);
    }

    @Test
    void aChangeOfAnInputThatMovesIsNotLost() {
        Tape tape = new Tape();
        IntStream.range(0, 5).forEach(tape::constant);
        int a = tape.input(2);
        int y = tape.multiply(a, a);
        tape.set(a, 3);
        Relocation moved = tape.collect(0, new int[] {y});
        assertThat(moved.apply(y)).isEqualTo(1);
        assertThat(tape.value(moved.apply(y))).isEqualTo(9);
        tape.set(moved.apply(a), 4);
        assertThat(tape.value(moved.apply(y))).isEqualTo(16);
    }

    @Test
    void aChangeBelowTheBaseIsNotLost() {
        Tape tape = new Tape();
        int a = tape.input(2);
        int below = tape.multiply(a, a);
        int apart = tape.add(a, a);
        int base = tape.mark();
        tape.constant(5);
        int above = tape.negate(below);
        tape.set(a, 3);
        Relocation moved = tape.collect(base, new int[] {above});
        assertThat(tape.value(below)).isEqualTo(9);
        assertThat(tape.value(apart))
                .as("what no root needs stays below the base")
                .isEqualTo(6);
        assertThat(tape.value(moved.apply(above))).isEqualTo(-9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
    void exactlyWhatTheRootsDependOnIsKept(long seed) {
        Tape tape = new Tape();
        grown(tape, seed, 60);
        int[] roots = new RandomGraph(tape, seed).pick(INPUTS, 3);
        for (int round = 0; round < 3; round++) {
            long needed = reachable(tape, roots);
            Relocation moved = tape.collect(0, roots);
            assertThat(tape.size()).isEqualTo(needed);
            // What was dropped has left its bits behind the end of the tape; the next round must not heed them.
            roots = new int[] {moved.apply(roots[round == 0 ? 1 : 0])};
        }
    }

    private static long reachable(Tape tape, int[] roots) {
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        Arrays.stream(roots).forEach(open::add);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (found.add(node)) {
                Arrays.stream(tape.operands(node)).forEach(open::add);
            }
        }
        return found.size();
    }

    @Test
    void aLeafCanBeKeptThatNoRootDependsOn() {
        Tape tape = new Tape();
        tape.input(1);
        int kept = tape.input(2);
        int y = tape.input(3);
        tape.mark(0, new int[] {y});
        tape.need(kept);
        Relocation moved = tape.collect(0);
        assertThat(tape.size()).isEqualTo(2);
        assertThat(tape.value(moved.apply(kept))).isEqualTo(2);
        assertThat(tape.value(moved.apply(y))).isEqualTo(3);
    }

    @Test
    void theRoomOfOneEnormousReductionIsGivenBackInTime() {
        Tape tape = new Tape();
        int[] v = IntStream.range(0, 100_000).map(i -> tape.input(i)).toArray();
        tape.reduce(Operation.SUM, v);
        long most = tape.bytes();
        for (int round = 0; round < 8; round++) {
            tape.reduce(Operation.SUM, v[0], v[1]);
            tape.collect(v.length, new int[0]);
        }
        assertThat(tape.bytes()).isLessThan(most - 3L * v.length);
        assertThat(tape.value(tape.reduce(Operation.SUM, v))).isEqualTo(4_999_950_000.0);
    }

    @Test
    void originsAndOwnersMoveAlong() {
        Tape tape = new Tape(16, true, NonFiniteListener.NONE);
        tape.origin(1);
        tape.constant(5);
        tape.origin(2);
        int a = tape.input(2, 40, 7);
        tape.origin(3);
        int y = tape.negate(a);
        Relocation moved = tape.collect(0, new int[] {y});
        assertThat(tape.originOf(moved.apply(a))).isEqualTo(2);
        assertThat(tape.originOf(moved.apply(y))).isEqualTo(3);
        assertThat(tape.owner(moved.apply(a))).isEqualTo(40);
        assertThat(tape.element(moved.apply(a))).isEqualTo(7);
    }

    @Test
    void neighboursOfADotProductStayNeighbours() {
        Tape tape = new Tape();
        tape.constant(9);
        int v = tape.input(1);
        tape.input(2);
        tape.constant(9);
        int w = tape.input(3);
        tape.input(4);
        int dot = tape.dotRuns(v, w, 2);
        Relocation moved = tape.collect(0, new int[] {dot});
        assertThat(tape.size()).isEqualTo(5);
        tape.set(moved.apply(v + 1), 10);
        assertThat(tape.value(moved.apply(dot))).isEqualTo(43);
    }

    @Test
    void theRoomOfDeadReductionsIsGivenBack() {
        Tape tape = new Tape();
        int[] v = IntStream.range(0, 100).map(i -> tape.input(i)).toArray();
        long highest = 0;
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < 20; i++) {
                tape.reduce(Operation.SUM, v);
            }
            tape.collect(v.length, new int[] {tape.size() - 1});
            highest = Math.max(highest, round == 20 ? tape.bytes() : highest);
        }
        assertThat(tape.bytes()).isLessThanOrEqualTo(highest + 40_000);
        assertThat(tape.value(tape.size() - 1)).isEqualTo(4950);
    }

    @Test
    void markingSaysWhatTheRootsNeed() {
        Tape tape = new Tape();
        int a = tape.input(1);
        int b = tape.input(2);
        int y = tape.negate(b);
        tape.negate(a);
        tape.mark(0, new int[] {y});
        assertThat(java.util.stream.IntStream.range(0, tape.size()).mapToObj(tape::isNeeded))
                .containsExactly(false, true, true, false);
    }

    @Test
    void whatStandsBehindTheLastNeededNodeIsDroppedWithoutMoving() {
        Tape tape = new Tape();
        int a = tape.input(1);
        int unneeded = tape.input(2);
        int y = tape.negate(a);
        tape.multiply(unneeded, y);
        tape.reduce(Operation.SUM, a, y, unneeded);
        tape.beginMarking(0);
        tape.need(y);
        tape.mark(0);
        tape.dropUnneededEnd(0);
        assertThat(tape.size()).isEqualTo(y + 1);
        assertThat(tape.isNeeded(unneeded)).isFalse();
        assertThat(tape.value(tape.reduce(Operation.SUM, a, y))).isZero();
    }

    @Test
    void neighboursAreKeptAsARunAcrossWordsOfTheTable() {
        Tape tape = new Tape();
        for (int i = 0; i < 1000; i++) {
            tape.input(i);
        }
        tape.beginMarking(3);
        tape.need(63, 130);
        tape.need(990, 10);
        tape.mark(3);
        Relocation moved = tape.collect(3);
        assertThat(tape.size()).isEqualTo(3 + 130 + 10);
        for (int node : new int[] {0, 2, 63, 64, 127, 128, 192, 990, 999}) {
            assertThat(tape.value(moved.apply(node))).isEqualTo(node);
        }
    }

    private static void grown(Tape tape, long seed, int nodes) {
        RandomGraph graph = new RandomGraph(tape, seed);
        graph.inputs(INPUTS);
        graph.grow(0, nodes);
    }

    /** The nodes have the values and gradients that their originals have on the tape that keeps everything. */
    private static void expectAlike(Tape whole, int[] originals, Tape tidy, int[] nodes, int[] inputs) {
        int[] first = IntStream.range(0, inputs.length).toArray();
        for (int i = 0; i < nodes.length; i++) {
            assertThat(tidy.value(nodes[i])).isEqualTo(whole.value(originals[i]));
            assertThat(RandomGraph.gradients(tidy, nodes[i], inputs))
                    .isEqualTo(RandomGraph.gradients(whole, originals[i], first));
        }
    }

    @Test
    void aLongTapeIsMovedOnlyWhereEnoughOfItCanBeDropped() {
        int length = 1 << 18;
        Tape tape = new Tape();
        int x = tape.input(2);
        int dropped = tape.multiply(x, x);
        int y = x;
        while (tape.size() < length) {
            y = tape.add(y, x);
        }
        tape.set(x, 3);
        tape.mark(0, new int[] {y});
        assertThat(tape.isWorthCollecting()).isFalse();
        // It stays, so it follows its input as everything does.
        assertThat(tape.value(dropped)).isEqualTo(9);
        assertThat(tape.value(y)).isEqualTo(3.0 * (length - 1));
        tape.mark(0, new int[] {length / 2});
        assertThat(tape.isWorthCollecting()).isTrue();
        Relocation moved = tape.collect(0);
        assertThat(tape.value(moved.apply(length / 2))).isEqualTo(1.5 * length);
        tape.mark(0, new int[] {tape.size() - 1});
        assertThat(tape.isWorthCollecting()).isTrue();
    }
}
