package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.result.PassStep;
import ag.result.PracticeResult;
import ag.result.PracticeResult.Judged;
import ag.result.PracticeResult.Question;
import ag.result.PracticeResult.Score;
import ag.result.PracticeResult.Slip;
import ag.result.PracticeResult.Stepped;
import ag.result.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The statements that ask: a script answers in the place of a person. */
final class DialogueTest {
    private static final String PRODUCT = "let a = 2, b = 3\nL = a*b + a\n";

    /** What a program shows when its questions are answered so; afterwards the person leaves. */
    private static List<Result> talk(String program, String... answers) {
        List<Result> results = new ArrayList<>();
        Deque<String> lines = new ArrayDeque<>(List.of(answers));
        Session session = new Session(results::add, Host.PLAIN, Interruption.none());
        session.answersFrom(prompt -> Optional.ofNullable(lines.poll()));
        assertThat(session.run(new SourceText("test", program))).isEmpty();
        assertThat(lines).as("answers nobody asked for").isEmpty();
        return results;
    }

    private static <T extends Result> List<T> only(Class<T> kind, List<Result> results) {
        return results.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Score score(List<Result> results) {
        return (Score) results.getLast();
    }

    @Test
    void practiceAsksForEachValueAndGradientInOrder() {
        List<Result> results = talk(PRODUCT + "practice L", "6", "8", "1", "1", "2", "4");

        assertThat(only(Question.class, results)).extracting(Question::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(only(Judged.class, results))
                .extracting(Judged::asked)
                .containsExactly("a·b", "L", "∂L/∂L", "∂L/∂(a·b)", "∂L/∂b", "∂L/∂a");
        assertThat(only(Judged.class, results)).allMatch(Judged::right);
        assertThat(score(results).round().right()).isEqualTo(6);
        assertThat(score(results).round().done()).isEqualTo(6);
    }

    @Test
    void noNumberIsShownBeforeItIsAnswered() {
        List<Result> results = talk(PRODUCT + "practice L", "h", "q");

        assertThat(((Result.Printed) results.get(3)).text()).isEqualTo("a·b with a = 2, b = 3");
        assertThat(only(Question.class, results)).hasSize(1);
    }

    @Test
    void aWrongAnswerIsExplainedAndAskedAgain() {
        List<Result> results = talk(PRODUCT + "practice L", "6", "8", "1", "1", "2", "1", "4");
        Judged wrong = only(Judged.class, results).get(5);

        assertThat(wrong.right()).isFalse();
        assertThat(wrong.found()).extracting(PracticeResult.Misconception::slip).contains(Slip.LOST_PATH);
        assertThat(score(results).round().right()).isEqualTo(5);
        assertThat(score(results).round().done()).isEqualTo(6);
    }

    @Test
    void aHintForAGradientIsTheRuleAndNotTheNumber() {
        List<Result> results = talk(PRODUCT + "practice L", "6", "8", "1", "1", "2", "hint", "q");
        Result.Printed hint = only(Result.Printed.class, results).getFirst();

        assertThat(hint.text()).isEqualTo("∂L/∂a = 1 + ∂L/∂(a·b)·∂(a·b)/∂a; for L = a·b + a, ∂L/∂a = 1");
    }

    @Test
    void arithmeticIsAnAnswerAndANameIsNone() {
        List<Result> results = talk(PRODUCT + "practice L", "a*b", "2 + ", "2*3", "q");

        assertThat(only(Result.Printed.class, results)).hasSize(2);
        assertThat(only(Judged.class, results)).singleElement().matches(Judged::right);
    }

    @Test
    void whatIsSkippedIsToldAndCountsAsDone() {
        List<Result> results = talk(PRODUCT + "practice L", "s", "8", "q");

        assertThat(only(PracticeResult.Stated.class, results))
                .extracting(PracticeResult.Stated::name, PracticeResult.Stated::value)
                .endsWith(org.assertj.core.api.Assertions.tuple("a·b", 6.0));
        assertThat(score(results))
                .matches(score -> score.round().right() == 1 && score.round().done() == 2);
    }

    @Test
    void practiceEndsWhenThePersonGoes() {
        List<Result> results = talk(PRODUCT + "practice L\nL", "6");

        assertThat(results).anyMatch(Score.class::isInstance);
        assertThat(results.getLast()).isInstanceOf(Result.Value.class);
    }

    @Test
    void whatIsSupposedMakesNoWrongAnswerRight() {
        List<Result> results =
                talk("let q = 0\nsuppose sin'(x) = 5 { practice sin(q) }\ngrad(sin(q), q)", "0", "1", "5", "1");

        assertThat(only(Judged.class, results)).extracting(Judged::right).containsExactly(true, true, false, true);
    }

    @Test
    void stepGoesForthAndBackAndWhereItIsTold() {
        List<Result> results = talk(PRODUCT + "step L", "", "n", "b", "8", "b", "99", "what", "q");

        assertThat(only(Stepped.class, results)).extracting(Stepped::number).containsExactly(1, 2, 3, 2, 8, 7);
    }

    @Test
    void stepEndsBehindTheLastStep() {
        List<Result> results = talk(PRODUCT + "step L", "8", "");

        assertThat(only(Stepped.class, results)).extracting(Stepped::number).containsExactly(1, 8);
    }

    @Test
    void theBackwardPassOfAWalkAgreesWithTheGradient() {
        PassStep.Backward last = (PassStep.Backward) only(Stepped.class, Programs.results(PRODUCT + "step L"))
                .getLast()
                .step();

        assertThat(last.node()).isEqualTo("a");
        assertThat(last.contributions().stream()
                        .mapToDouble(use -> use.gradient() * use.factor())
                        .sum())
                .isEqualTo(last.gradient())
                .isEqualTo(4);
    }

    @Test
    void aFunctionIsPractisedRuleByRuleAndThenAtAPoint() {
        // By sympy: diff(x**2*sin(3*x), x) = 3*x**2*cos(3*x) + 2*x*sin(3*x), at 2 it is 10.4043818.
        List<Result> results = talk(
                "f(x) = x^2 sin(3x)\npractice f",
                "2x",
                "3",
                "cos(3x)",
                "3 cos 3x",
                "2x sin(3x) + 3x^2 cos(3x)",
                "4sin(6) + 12cos(6)");

        assertThat(only(PracticeResult.FormulaQuestion.class, results))
                .extracting(PracticeResult.FormulaQuestion::asked)
                .containsExactly(
                        "d/dx (x²)", "d/dx (3x)", "d/dx (sin(3x))", "d/dx (x²·sin(3x))", "d/dx (x²·sin(3x)) at x = 2");
        assertThat(only(PracticeResult.Marked.class, results))
                .extracting(PracticeResult.Marked::right)
                .containsExactly(true, true, false, true, true, true);
        assertThat(score(results).round()).isEqualTo(new PracticeResult.Counts(4, 0, 0, 5));
    }

    @Test
    void aPlaceTakesAnyFormOfTheNumber() {
        for (String nine : List.of("12", "3x^2", "6*x", "24/2", "12.0")) {
            List<Result> results = talk("f(x) = x^3\npractice f", "3x²", nine);
            assertThat(score(results).round().right()).as(nine).isEqualTo(2);
        }
    }

    @Test
    void hintsAndSkipsCountAndTheSessionIsAddedUp() {
        List<Result> results =
                talk("f(x) = sin(x^2)\npractice f\npractice chain rule seed 1", "h", "2x", "s", "4cos(4)", "s", "q");
        List<Score> scores = only(Score.class, results);

        assertThat(scores.getFirst().round()).isEqualTo(new PracticeResult.Counts(1, 1, 1, 3));
        assertThat(scores.getFirst().session()).isNull();
        assertThat(scores.getLast().round()).isEqualTo(new PracticeResult.Counts(0, 0, 1, 1));
        assertThat(scores.getLast().session()).isEqualTo(new PracticeResult.Counts(1, 1, 2, 4));
    }

    @Test
    void exercisesAreAsOftenAsOneLikes() {
        String[] answers = new String[60];
        java.util.Arrays.fill(answers, "s");
        List<Result> results = talk("practice mixed rules level 2 seed 3", answers);

        assertThat(only(PracticeResult.FormulaQuestion.class, results))
                .extracting(PracticeResult.FormulaQuestion::asked)
                .hasSize(61)
                .doesNotHaveDuplicates();
    }

    @Test
    void aHintForAFormulaIsTheRuleAndNotTheDerivative() {
        List<Result> results = talk("f(x) = x^2 sin(x)\npractice f", "s", "s", "h", "q");

        assertThat(only(Result.Printed.class, results))
                .extracting(Result.Printed::text)
                .last()
                .isEqualTo("product rule, with x² and sin(x): (u·v)' = u'·v + u·v'");
    }

    /** As after a wrong guess: the rule, then the parts, never the answer; and the answer with its steps when it is asked for. */
    @Test
    void hintsGoOnFromTheRuleToThePartsAndShowTellsTheSteps() {
        List<Result> results =
                talk("f(x) = x^2 sin(x)\npractice f", "s", "s", "2x cos(x)", "hint", "hint", "h", "hint", "show", "q");
        List<String> printed = only(Result.Printed.class, results).stream()
                .map(Result.Printed::text)
                .toList();

        assertThat(printed)
                .containsSubsequence(
                        "product rule, with x² and sin(x): (u·v)' = u'·v + u·v'",
                        "d/dx (x²) = 2x",
                        "d/dx (sin(x)) = cos(x)",
                        "these were all hints; show tells the answer and its steps",
                        "d/dx (x²·sin(x))",
                        "d/dx (x²·sin(x)) = x·(x·cos(x) + 2·sin(x))");
        assertThat(only(Score.class, results).getLast().round()).isEqualTo(new PracticeResult.Counts(0, 0, 3, 3));
    }

    @Test
    void anAnswerMayBeginWithWhatItIsTheDerivativeOf() {
        List<Result> results = talk("f(x) = x^2\npractice f", "d/dx (x^2) = x", "y' = 2x", "= 2^2");

        assertThat(only(PracticeResult.Marked.class, results))
                .extracting(PracticeResult.Marked::answer)
                .containsExactly("x", "2x", "2^2");
        assertThat(only(PracticeResult.Marked.class, results))
                .extracting(PracticeResult.Marked::right)
                .containsExactly(false, true, true);
    }
}
