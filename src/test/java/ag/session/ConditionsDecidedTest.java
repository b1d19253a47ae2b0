package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.FormulaResult.Derived;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Algebra that decides a part of a condition, or leaves it, keeps the case that the program takes. */
final class ConditionsDecidedTest {
    private static final List<String> PARTS = List.of("1 < 2", "3 >= 4", "2 == 2", "x > 1", "x < 1");

    @Test
    void aDerivativeTakesTheCaseThatTheValueTakes() {
        List<String> conditions = new ArrayList<>(PARTS);
        for (String left : PARTS) {
            for (String right : PARTS) {
                conditions.add(left + " and " + right);
                conditions.add(left + " or not (" + right + ")");
                conditions.add("not (" + left + " or " + right + ")");
            }
        }
        Answers answers = new Answers();
        for (String condition : conditions) {
            answers.run("f(x) = if " + condition + " then x^2 else 5x; derive f");
            String derivative = ((Derived) answers.results().getLast()).formula();
            answers.run("f'(0.5); f'(1.5); (%s) at x = 0.5; (%<s) at x = 1.5".formatted(derivative));
            List<String> slopes = answers.values();
            assertThat(slopes.subList(2, 4)).as("%s: %s", condition, derivative).isEqualTo(slopes.subList(0, 2));
        }
    }
}
