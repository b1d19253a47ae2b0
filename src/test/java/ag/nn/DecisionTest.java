package ag.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionTest {
    @Test
    void howAnAnswerIsReadFollowsTheLoss() {
        assertThat(new Loss.Bce().decision()).contains(Decision.PROBABILITY);
        assertThat(new Loss.BceLogits().decision()).contains(Decision.LOGIT);
        assertThat(new Loss.Hinge().decision()).contains(Decision.SIGN);
        assertThat(new Loss.CrossEntropy().decision()).contains(Decision.LARGEST);
        assertThat(new Loss.Mse().decision()).isEmpty();
    }

    /** A single answer, what is right, and the classes both are read as. */
    @ParameterizedTest
    @CsvSource({
        "PROBABILITY, 0.4, 0, 0, 0",
        "PROBABILITY, 0.6, 1, 1, 1",
        "PROBABILITY, 0.9, 0, 1, 0",
        "PROBABILITY, 0.5, 0, 0, 0",
        "LOGIT, -2, 0, 0, 0",
        "LOGIT, 0.1, 1, 1, 1",
        "LOGIT, 3, 0, 1, 0",
        "LOGIT, 0, 0, 0, 0",
        "SIGN, -2, -1, 0, 0",
        "SIGN, 0.1, 1, 1, 1",
        "SIGN, 3, -1, 1, 0",
        "SIGN, 0, 1, 0, 1"
    })
    void aSingleAnswerSaysYesAboveItsThreshold(Decision decision, double answer, double target, int said, int right) {
        double[] answers = {answer};
        double[] targets = {target};
        assertThat(decision.predictedClass(answers, 0, 1)).isEqualTo(said);
        assertThat(decision.targetClass(targets, 0, 1, 1)).isEqualTo(right);
        assertThat(decision.isRight(answers, 0, 1, targets, 0, 1)).isEqualTo(said == right);
    }

    @Test
    void theLargestScoreNamesTheClassAndTheFirstOfEqualOnes() {
        double[] scores = {1, 5, 2, 7, 7, 0, 0, 1, 2};
        double[] targets = {1, 0, 1};
        assertThat(Decision.LARGEST.predictedClass(scores, 0, 3)).isEqualTo(1);
        assertThat(Decision.LARGEST.predictedClass(scores, 3, 3)).isEqualTo(0);
        assertThat(Decision.LARGEST.predictedClass(scores, 6, 3)).isEqualTo(2);
        assertThat(Decision.LARGEST.targetClass(targets, 2, 3, 1)).isEqualTo(1);
        assertThat(Decision.LARGEST.isRight(scores, 3, 3, targets, 1, 1)).isTrue();
        assertThat(Decision.LARGEST.isRight(scores, 6, 3, targets, 2, 1)).isFalse();
    }

    @Test
    void severalAnswersAreRightOnlyTogether() {
        double[] answers = {1, 1, 0, 1, 0, 0};
        double[] targets = {1, 1, 0, 1, 1, 0};
        assertThat(Decision.PROBABILITY.isRight(answers, 0, 3, targets, 0, 1)).isTrue();
        assertThat(Decision.PROBABILITY.isRight(answers, 3, 3, targets, 3, 1)).isFalse();
    }
}
