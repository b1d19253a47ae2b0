package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A product of two roots is the product of their values, with its slopes, whether both are of the same numbers or not. */
final class ProductsOfRootsTest {
    private static final List<String> ROOTS = List.of(
            "abs(a)",
            "abs(b)",
            "abs(-a)",
            "hypot(a, b)",
            "hypot(b, c)",
            "hypot(a, a)",
            "norm([a, b])",
            "norm([b, c])",
            "norm(v)",
            "sqrt(a)",
            "sqrt(b)");

    @Test
    void areProducts() {
        Answers answers = Answers.after("let a = 3, b = 0.5, c = 2, v = [1, 4]");
        for (String left : ROOTS) {
            for (String right : ROOTS) {
                answers.run("p = %1$s*%2$s; p; grad(p, a); %1$s; %2$s; grad(%1$s, a)*%2$s + grad(%2$s, a)*%1$s"
                        .formatted(left, right));
                List<Double> values =
                        answers.values().stream().map(Double::valueOf).toList();
                assertThat(values.get(0))
                        .as("%s*%s", left, right)
                        .isCloseTo(values.get(2) * values.get(3), within(1e-12));
                assertThat(values.get(1)).as("slope of %s*%s", left, right).isCloseTo(values.get(4), within(1e-12));
            }
        }
    }
}
