package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.explain.NamedNodes.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the steps of a graph are called. */
final class NodeNamesTest {
    private final Tape tape = new Tape();
    private final int x = tape.input(2);

    private NodeNames names(int root) {
        tape.backward(root);
        NamedNodes input = new NamedNodes("x", Shape.NUMBER, 1, new int[] {x});
        return new NodeNames(tape, List.of(input), Set.of());
    }

    @Test
    void aStepIsCalledByItsFormula() {
        int square = tape.apply(Operation.POWER, x, tape.constant(2));
        int sine = tape.apply(Operation.SIN, square);
        NodeNames names = names(sine);
        assertThat(names.of(sine)).isEqualTo("sin(x²)");
        assertThat(new StepText(tape, names).of(sine)).isEqualTo(names.of(sine));
    }

    @Test
    void aLongFormulaIsNoName() {
        int step = x;
        for (int i = 0; i < 5; i++) {
            step = tape.apply(Operation.SIN, step);
        }
        NodeNames names = names(step);
        assertThat(names.of(step)).isEqualTo("t2");
        assertThat(new StepText(tape, names).of(step)).isEqualTo("sin(t1)");
    }

    @Test
    void twoStepsWithOneFormulaHaveTwoNames() {
        int one = tape.multiply(x, x);
        int other = tape.multiply(x, x);
        int sum = tape.add(tape.apply(Operation.SIN, one), tape.apply(Operation.COS, other));
        NodeNames names = names(sum);
        assertThat(names.of(one)).isEqualTo("x·x");
        assertThat(names.of(other)).isEqualTo("second x·x");
        assertThat(new StepText(tape, names).of(other)).isEqualTo("x·x");
    }

    @Test
    void noTwoStepsOfAnyGraphHaveOneName() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Tape own = new Tape();
            int input = own.input(0.5);
            int last = input;
            for (int i = 0; i < 12; i++) {
                int other = random.nextBoolean() ? input : last;
                last = switch (random.nextInt(5)) {
                    case 0 -> own.add(last, other);
                    case 1 -> own.multiply(other, last);
                    case 2 -> own.apply(Operation.SIN, other);
                    case 3 -> own.negate(last);
                    default -> own.add(last, own.constant(2));
                };
            }
            own.backward(last);
            NodeNames names =
                    new NodeNames(own, List.of(new NamedNodes("x", Shape.NUMBER, 1, new int[] {input})), Set.of());
            Set<String> seen = new HashSet<>();
            for (int node = 0; node <= last; node++) {
                if (own.isReached(node) && !own.isConstant(node)) {
                    assertThat(seen.add(names.of(node))).as(names.of(node)).isTrue();
                }
            }
        }
    }
}
