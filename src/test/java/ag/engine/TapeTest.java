package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tape does with values, changes of inputs, marks and gradients. */
final class TapeTest {
    private final Tape tape = new Tape();

    @Test
    void theFirstExampleOfTheLanguageHasItsValueAndGradients() {
        int a = tape.input(2);
        int b = tape.input(3);
        int c = tape.input(4);
        int d = tape.input(5);
        int loss = tape.multiply(tape.add(tape.multiply(a, b), c), tape.add(a, d));
        assertThat(tape.value(loss)).isEqualTo(70);
        assertThat(RandomGraph.gradients(tape, loss, a, b, c, d)).containsExactly(31, 14, 7, 10);
    }

    @Test
    void aValueUsedTwiceAddsUpItsGradients() {
        int a = tape.input(3);
        assertThat(RandomGraph.gradients(tape, tape.add(a, a), a)).containsExactly(2);
        assertThat(RandomGraph.gradients(tape, tape.multiply(a, a), a)).containsExactly(6);
        int shared = tape.apply(Operation.TANH, a);
        double slope = 1 - Math.pow(Math.tanh(3), 2);
        int fan = tape.add(tape.add(shared, shared), tape.multiply(shared, shared));
        assertThat(RandomGraph.gradients(tape, fan, a)[0])
                .isCloseTo(slope * (2 + 2 * Math.tanh(3)), Offset.offset(1e-15));
    }

    @Test
    void eachBackwardPassStartsAfresh() {
        int a = tape.input(3);
        int y = tape.multiply(a, a);
        tape.backward(y);
        tape.backward(y);
        assertThat(tape.gradient(a)).isEqualTo(6);
    }

    @Test
    void whatTheRootDoesNotDependOnHasNoGradient() {
        int a = tape.input(2);
        int other = tape.input(5);
        int y = tape.multiply(a, tape.constant(3));
        int later = tape.add(y, other);
        tape.backward(y);
        assertThat(tape.isReached(a)).isTrue();
        assertThat(tape.isReached(other)).isFalse();
        assertThat(tape.isReached(later)).isFalse();
        assertThat(tape.gradient(other)).isZero();
        assertThat(tape.gradient(later)).isZero();
    }

    @Test
    void aNaNElsewhereDoesNotPoisonAGradient() {
        int zero = tape.input(0);
        int a = tape.input(2);
        tape.multiply(a, tape.apply(Operation.LOG, zero));
        int y = tape.multiply(a, a);
        tape.apply(Operation.LOG, tape.subtract(y, y));
        tape.backward(y);
        assertThat(tape.gradient(a)).isEqualTo(4);
        assertThat(tape.gradient(zero)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"RELU, -1, SQRT", "RELU, 0, SQRT", "FLOOR, 0.5, LOG", "SIGN, 0, LOG", "ROUND, 0.2, LOG"})
    void aDerivativeThatIsZeroByItsRuleStopsAnInfiniteGradient(Operation inner, double at, Operation outer) {
        int x = tape.input(at);
        int y = tape.apply(outer, tape.apply(inner, x));
        assertThat(RandomGraph.gradients(tape, y, x)).containsExactly(0);
        assertThat(tape.value(GradientGraph.reverse(tape, y, new int[] {x}).nodes()[0]))
                .isZero();
    }

    @Test
    void aDerivativeThatIsZeroByItsRuleStopsAnInfiniteGradientInTheSecondOperandToo() {
        int a = tape.input(0);
        int b = tape.input(-1);
        int y = tape.apply(Operation.SQRT, tape.apply(Operation.MAX, a, b));
        assertThat(RandomGraph.gradients(tape, y, a, b)).containsExactly(Double.POSITIVE_INFINITY, 0);
    }

    @Test
    void aDerivativeThatHappensToBeZeroTurnsAnInfiniteGradientIntoNaN() {
        int x = tape.input(0);
        int y = tape.apply(Operation.SQRT, tape.apply(Operation.ABS, x));
        assertThat(RandomGraph.gradients(tape, y, x)[0]).isNaN();
        assertThat(tape.value(GradientGraph.reverse(tape, y, new int[] {x}).nodes()[0]))
                .isNaN();
    }

    @Test
    void reachIsForgottenByTheNextBackwardPass() {
        int a = tape.input(2);
        int b = tape.input(3);
        int ofA = tape.negate(a);
        int ofB = tape.negate(b);
        tape.backward(ofA);
        tape.backward(ofB);
        assertThat(tape.isReached(a)).isFalse();
        assertThat(tape.isReached(b)).isTrue();
    }

    @Test
    void settingAnInputReachesFormulasOfFormulas() {
        int a = tape.input(2);
        int square = tape.multiply(a, a);
        int cube = tape.multiply(square, a);
        tape.set(a, 3);
        assertThat(tape.value(cube)).isEqualTo(27);
        assertThat(tape.value(square)).isEqualTo(9);
        assertThat(RandomGraph.gradients(tape, cube, a)).containsExactly(27);
    }

    @Test
    void whatIsBuiltAfterAChangeUsesTheNewValue() {
        int a = tape.input(2);
        int square = tape.multiply(a, a);
        tape.set(a, 3);
        int sum = tape.add(square, tape.constant(1));
        assertThat(tape.value(sum)).isEqualTo(10);
    }

    /** A way to build on two nodes. */
    record Building(String name, Build build, DoubleBinaryOperator value) {
        @FunctionalInterface
        interface Build {
            int on(Tape tape, int a, int b);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Building> buildings() {
        return Stream.of(
                new Building("add", Tape::add, (a, b) -> a + b),
                new Building("subtract", Tape::subtract, (a, b) -> a - b),
                new Building("multiply", Tape::multiply, (a, b) -> a * b),
                new Building("divide", Tape::divide, (a, b) -> a / b),
                new Building("negate", (tape, a, _) -> tape.negate(a), (a, _) -> -a),
                new Building("abs", (tape, a, _) -> tape.apply(Operation.ABS, a), (a, _) -> Math.abs(a)),
                new Building("max", (tape, a, b) -> tape.apply(Operation.MAX, a, b), Math::max),
                new Building("sum", (tape, a, b) -> tape.reduce(Operation.SUM, a, b), (a, b) -> a + b),
                new Building("dot", (tape, a, b) -> tape.dotRuns(a, b, 1), (a, b) -> a * b));
    }

    @ParameterizedTest
    @MethodSource("buildings")
    void whateverIsBuiltAfterAChangeUsesTheNewValues(Building building) {
        int a = tape.input(2);
        int square = tape.multiply(a, a);
        tape.set(a, 3);
        int fresh = tape.input(-5);
        assertThat(tape.value(building.build().on(tape, square, fresh)))
                .isEqualTo(building.value().applyAsDouble(9, -5));
        tape.set(a, 4);
        assertThat(tape.value(building.build().on(tape, fresh, square)))
                .isEqualTo(building.value().applyAsDouble(-5, 16));
        tape.set(a, 6);
        assertThat(tape.value(building.build().on(tape, square, square)))
                .isEqualTo(building.value().applyAsDouble(36, 36));
    }

    @Test
    void aDotProductOfRunsSeesAChangeOfAnyOfTheirElements() {
        int[] v = {tape.input(1), tape.input(2), tape.input(3)};
        int[] w = Arrays.stream(v).map(tape::negate).toArray();
        tape.set(v[2], 10);
        assertThat(tape.value(tape.dotRuns(v[0], w[0], 3))).isEqualTo(-105);
        tape.set(v[0], 2);
        assertThat(tape.value(tape.dotRuns(w[0], v[0], 3))).isEqualTo(-108);
    }

    @Test
    void aGradientThatIsNotFiniteIsTold() {
        int a = tape.input(4);
        int b = tape.input(1);
        int root = tape.apply(Operation.SQRT, a);
        tape.backward(root);
        assertThat(tape.isGradientFinite()).isTrue();
        tape.set(a, 0);
        tape.backward(root);
        assertThat(tape.isGradientFinite()).isFalse();
        tape.backward(tape.negate(tape.apply(Operation.SQRT, a)));
        assertThat(tape.isGradientFinite()).isFalse();
        int undefined = tape.apply(Operation.LOG, tape.negate(b));
        tape.backward(tape.multiply(undefined, undefined));
        assertThat(tape.gradient(b)).isNaN();
        assertThat(tape.isGradientFinite()).isFalse();
        tape.backward(b);
        assertThat(tape.isGradientFinite()).isTrue();
    }

    @Test
    void theSlopeIsTheOneThatABackwardPassUses() {
        int a = tape.input(2);
        int b = tape.input(5);
        int y = tape.multiply(a, b);
        assertThat(tape.slope(y, 0)).isEqualTo(5);
        assertThat(tape.slope(y, 1)).isEqualTo(2);
        tape.inject(new Supposition(Operation.MULTIPLY, Rule.parse("7"), null));
        assertThat(tape.slope(y, 0)).isEqualTo(7);
    }

    @Test
    void aNodeKnowsWhatKindItIsAfterABackwardPassToo() {
        int a = tape.input(2);
        int k = tape.constant(3);
        int y = tape.multiply(a, k);
        for (int pass = 0; pass < 2; pass++) {
            assertThat(List.of(tape.isInput(a), tape.isConstant(a), tape.isLeaf(a)))
                    .containsExactly(true, false, true);
            assertThat(List.of(tape.isInput(k), tape.isConstant(k), tape.isLeaf(k)))
                    .containsExactly(false, true, true);
            assertThat(List.of(tape.isInput(y), tape.isConstant(y), tape.isLeaf(y)))
                    .containsExactly(false, false, false);
            assertThat(tape.operation(y)).isEqualTo(Operation.MULTIPLY);
            tape.backward(y);
        }
    }

    @Test
    void severalChangesWorkTogether() {
        int a = tape.input(2);
        int b = tape.input(3);
        int y = tape.subtract(tape.multiply(a, b), a);
        tape.set(b, 10);
        tape.set(a, 4);
        int z = tape.negate(y);
        tape.set(a, 5);
        assertThat(tape.value(z)).isEqualTo(-45);
    }

    @Test
    void onlyAnInputCanBeSet() {
        int k = tape.constant(1);
        int y = tape.negate(tape.input(1));
        assertThatThrownBy(() -> tape.set(k, 2)).hasMessage("only an input can be set");
        assertThatThrownBy(() -> tape.set(y, 2)).hasMessage("only an input can be set");
    }

    @Test
    void rewindingDropsWhatWasMadeSinceTheMark() {
        int a = tape.input(2);
        int mark = tape.mark();
        int y = tape.multiply(a, a);
        tape.backward(y);
        tape.rewind(mark);
        assertThat(tape.size()).isEqualTo(1);
        assertThat(tape.gradientRoot()).isEqualTo(-1);
        assertThat(tape.isReached(a)).isFalse();
        assertThat(tape.value(tape.negate(a))).isEqualTo(-2);
        tape.rewind(tape.mark());
        assertThat(tape.size()).isEqualTo(2);
        assertThatThrownBy(() -> tape.rewind(99)).hasMessageContaining("beyond the end");
    }

    @Test
    void aGradientBelowTheMarkSurvivesRewinding() {
        int a = tape.input(3);
        int y = tape.multiply(a, a);
        tape.backward(y);
        int mark = tape.mark();
        tape.negate(y);
        tape.rewind(mark);
        assertThat(tape.gradient(a)).isEqualTo(6);
    }

    @Test
    void aChangeBeforeRewindingIsNotLost() {
        int a = tape.input(2);
        int y = tape.multiply(a, a);
        int mark = tape.mark();
        tape.negate(y);
        tape.set(a, 5);
        tape.rewind(mark);
        tape.constant(0);
        assertThat(tape.value(y)).isEqualTo(25);
    }

    @Test
    void reductionsThatAreRewoundGiveTheirRoomBack() {
        int[] v = {tape.input(1), tape.input(2), tape.input(3)};
        tape.reduce(Operation.SUM, v);
        long before = tape.bytes();
        for (int i = 0; i < 10_000; i++) {
            int mark = tape.mark();
            tape.reduce(Operation.SUM, v);
            tape.dotRuns(v[0], v[0], 3);
            tape.rewind(mark);
        }
        assertThat(tape.bytes()).isEqualTo(before);
    }

    @Test
    void aValueBornNotFiniteIsToldOnceAndNotWhereItIsOnlyPassedOn() {
        List<Integer> born = new ArrayList<>();
        Tape listened = new Tape(16, false, born::add);
        int zero = listened.input(0);
        int log = listened.apply(Operation.LOG, zero);
        int sum = listened.add(log, zero);
        listened.multiply(sum, sum);
        assertThat(born).containsExactly(log);
        listened.set(zero, 1);
        listened.value(sum);
        listened.set(zero, -1);
        listened.value(sum);
        assertThat(born).containsExactly(log, log);
    }

    @Test
    void eachNodeKnowsWhereItCameFrom() {
        Tape withOrigins = new Tape(16, true, NonFiniteListener.NONE);
        withOrigins.origin(7);
        int a = withOrigins.input(1);
        withOrigins.origin(8);
        int b = withOrigins.negate(a);
        assertThat(withOrigins.origin()).isEqualTo(8);
        assertThat(withOrigins.originOf(a)).isEqualTo(7);
        assertThat(withOrigins.originOf(b)).isEqualTo(8);
        assertThat(tape.originOf(tape.input(1))).isZero();
    }

    @Test
    void anInputKeepsTheNumbersOfItsOwner() {
        int a = tape.input(1.5, 12, 3);
        assertThat(tape.owner(a)).isEqualTo(12);
        assertThat(tape.element(a)).isEqualTo(3);
        assertThat(tape.isInput(a)).isTrue();
        assertThat(tape.isLeaf(a)).isTrue();
        assertThat(tape.operands(a)).isEmpty();
    }

    @Test
    void aChainOfTenMillionOperationsIsDifferentiatedWithoutAStack() {
        int length = 10_000_000;
        Tape chain = new Tape(length + 2);
        int x = chain.input(1);
        int one = chain.constant(1);
        int y = x;
        for (int i = 0; i < length; i++) {
            y = chain.add(y, one);
        }
        assertThat(chain.value(y)).isEqualTo(length + 1.0);
        chain.backward(y);
        assertThat(chain.gradient(x)).isEqualTo(1);
        // 17 bytes for a node and 8 for its gradient, with no more than the rest of a chunk to spare.
        assertThat(chain.bytes()).isLessThanOrEqualTo(25L * (length + Columns.CHUNK));
    }

    @Test
    void theBytesAreThoseOfTheArrays() {
        long without = new Tape(1000).bytes();
        assertThat(new Tape(2000).bytes() - without).isEqualTo(17_000);
        Tape withOrigins = new Tape(1000, true, NonFiniteListener.NONE);
        assertThat(withOrigins.bytes() - without).isEqualTo(4000);
        int[] v = IntStream.range(0, 900).map(i -> withOrigins.input(i)).toArray();
        int sum = withOrigins.reduce(Operation.SUM, v);
        long before = withOrigins.bytes();
        assertThat(before - without - 4000).isBetween(4L * 700, 4L * 2000);
        withOrigins.backward(sum);
        assertThat(withOrigins.bytes() - before).isBetween(8L * 901, 8L * (901 + 901 / 8 + 16));
        // A bit for each node and a number for each 32 of them, and half of the list of 901 numbers and its room to
        // grow.
        assertThat(withOrigins.bytesToCollect(0)).isBetween(8L * 29 + 2L * 901, 8L * 29 + 2L * 2000);
        assertThat(withOrigins.bytesToCollect(0) - withOrigins.bytesToCollect(900))
                .isEqualTo(8 * 28);
    }

    @Test
    void aTapeThatGrowsByItselfNeedsAtMost32BytesANode() {
        int length = 3_000_000;
        int y = tape.input(0.5);
        for (int i = 0; i < length; i++) {
            y = tape.negate(y);
        }
        tape.backward(y);
        assertThat(tape.bytes()).isLessThan(32L * length);
    }
}
