package ag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.explain.Judge.Judgement;
import ag.result.PracticeResult.Misconception;
import ag.result.PracticeResult.Slip;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private final Tape tape = new Tape();

    private NodeNames names() {
        return new NodeNames(tape, List.of(), Set.of());
    }

    private Judgement judge(int root, int node, double guess) {
        tape.backward(root);
        return new Judge(tape, names(), "L").of(node, new Answer(guess, 0));
    }

    private static List<Slip> slips(Judgement judgement) {
        return judgement.found().stream().map(Misconception::slip).distinct().toList();
    }

    @Test
    void aLostPathIsToldFromTheNumber() {
        int a = tape.input(2);
        int b = tape.input(3);
        int root = tape.multiply(tape.multiply(a, b), tape.add(a, tape.constant(5)));

        assertThat(judge(root, a, 27).right()).isTrue();
        assertThat(slips(judge(root, a, 21))).containsExactly(Slip.LOST_PATH);
        assertThat(slips(judge(root, a, 6))).containsExactly(Slip.LOST_PATH);
    }

    @Test
    void aMissingInnerDerivativeIsToldFromTheNumber() {
        int a = tape.input(0.7);
        int root = tape.apply(Operation.SIN, tape.multiply(tape.constant(3), a));

        assertThat(slips(judge(root, a, StrictMath.cos(3 * 0.7)))).contains(Slip.MISSING_LOCAL);
    }

    @Test
    void aDerivativeAtTheWrongPointIsToldFromTheNumber() {
        int a = tape.input(0.7);
        int root = tape.apply(Operation.SIN, tape.multiply(tape.constant(3), a));

        assertThat(slips(judge(root, a, 3 * StrictMath.cos(0.7)))).containsExactly(Slip.WRONG_POINT);
    }

    @Test
    void swappedFactorsAreToldFromTheNumber() {
        int a = tape.input(2);
        int b = tape.input(7);
        int root = tape.apply(Operation.SIN, tape.multiply(a, b));

        assertThat(slips(judge(root, a, 2 * StrictMath.cos(14)))).contains(Slip.SWAPPED_FACTORS);
    }

    @Test
    void everyMistakeThatWasMadeIsFoundAgain() {
        Random random = new Random(5);
        int found = 0;
        for (int round = 0; round < 60; round++) {
            Tape own = new Tape();
            int a = own.input(random.nextDouble(0.3, 1.5));
            int b = own.input(random.nextDouble(0.3, 1.5));
            for (int i = 0; i < 7; i++) {
                int x = random.nextInt(own.size());
                int y = random.nextInt(own.size());
                switch (random.nextInt(4)) {
                    case 0 -> own.add(x, y);
                    case 1 -> own.multiply(x, y);
                    case 2 -> own.subtract(x, y);
                    default -> own.apply(Operation.TANH, x);
                }
            }
            int root = own.size() - 1;
            own.backward(root);
            double right = own.gradient(a);
            if (right == 0 || own.isLeaf(root)) {
                continue;
            }
            NodeNames names = new NodeNames(own, List.of(), Set.of());
            for (Suspects.Suspect suspect : Suspects.of(own, names, new Between(own, a), "L")) {
                own.inject(suspect.fault());
                own.backward(root);
                double wrong = own.gradient(a);
                own.inject(null);
                own.backward(root);
                Answer answer = new Answer(wrong, 0);
                if (!answer.isMeant(right)) {
                    Judgement judgement = new Judge(own, names, "L").of(a, answer);
                    assertThat(judgement.right()).isFalse();
                    assertThat(judgement.found())
                            .as(suspect.misconception().text() + " gives " + wrong)
                            .isNotEmpty();
                    assertThat(own.gradient(a)).isEqualTo(right);
                    found++;
                }
            }
            assertThat(b).isNotEqualTo(a);
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void aNumberThatNoMistakeGivesIsAnsweredWithTheRelationAndNeverWithTheNumber() {
        int a = tape.input(2);
        int b = tape.input(3);
        int root = tape.multiply(tape.multiply(a, b), tape.add(a, tape.constant(5)));
        Judgement judgement = judge(root, a, 1234.5);

        assertThat(judgement.found()).isEmpty();
        assertThat(judgement.relation()).isEqualTo("∂L/∂t1 = ∂L/∂t4·∂t4/∂t1 + ∂L/∂t3·∂t3/∂t1");
        assertThat(judgement.hint()).isEqualTo("what is ∂t4/∂t1 for t4 = t1 + 5?");
        assertThat(judgement.relation() + judgement.hint()).doesNotContain("27");
    }

    @Test
    void aDecimalMeansWhatRoundsToIt() {
        assertThat(Answer.of(0.786, "0.786").isMeant(0.78645)).isTrue();
        assertThat(Answer.of(0.787, "0.787").isMeant(0.78645)).isFalse();
        assertThat(Answer.of(0.79, "0.79").isMeant(0.78645)).isFalse();
        assertThat(Answer.of(4, "4").isMeant(4.4)).isFalse();
        assertThat(Answer.of(400, "400").isMeant(400.4)).isFalse();
        assertThat(Answer.of(Double.NaN, "0/0").isMeant(Double.NaN)).isTrue();
    }
}
