package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Plain;
import ag.result.Result;
import org.junit.jupiter.api.Test;

/**
 * Where one class is nearly certain, what is left to learn is as small as the other classes: a difference of two numbers near 1
 * has none of its digits. The numbers are mpmath's.
 */
final class SureClassTest {
    private static final String SCORES = "let v = [0, -40, -38.5]; ";

    @Test
    void theProbabilityOfASureClassHasTheGradientOfTheOthers() {
        assertThat(gradient("softmax(v)[0]"))
                .containsExactly(2.3288157088156112e-17, -4.248354255291589e-18, -1.9039802832864523e-17);
    }

    @Test
    void soHaveItsLogarithmAndItsLoss() {
        assertThat(gradient("log_softmax(v)[0]"))
                .containsExactly(2.3288157088156112e-17, -4.248354255291589e-18, -1.9039802832864523e-17);
        assertThat(gradient("cross_entropy(v, 0)"))
                .containsExactly(-2.3288157088156112e-17, 4.248354255291589e-18, 1.9039802832864523e-17);
    }

    private static double[] gradient(String formula) {
        return numbers(SCORES + "grad(" + formula + ", v)");
    }

    /** A loss of one's own is recorded once for all samples, before anybody knows which class is the sure one. */
    @Test
    void aLossOfOnesOwnLearnsAsMuch() {
        for (String own : new String[] {
            "cross_entropy(p, t)", "-log_softmax(p)[t]", "-log(softmax(p)[t])", "cross_entropy(p, [1 - t, t])"
        }) {
            assertThat(biasesAfterAStep("f(p, t) = " + own + "; ", "f", 0))
                    .as(own)
                    .containsExactly(4.248354255291589e-18, -4.248354255291589e-18);
            assertThat(biasesAfterAStep("f(p, t) = " + own + "; ", "f", 1))
                    .as(own)
                    .containsExactly(-4.248354255291589e-18, 4.248354255291589e-18);
        }
        assertThat(biasesAfterAStep("", "cross_entropy", 0))
                .containsExactly(4.248354255291589e-18, -4.248354255291589e-18);
    }

    private static double[] biasesAfterAStep(String before, String loss, int sure) {
        return numbers(before + "mlp n { input 1; layer 2 }; set n.parameters = [" + 40 * (1 - sure) + ", " + 40 * sure
                + ", 0, 0]; data d = dataset([[1]], [" + sure + "]); "
                + "train n on d { loss " + loss + "; optimizer sgd(lr = 1); epochs 1 }; n.parameters[2..3]");
    }

    /** The activation of a layer and the function of the same name share their digits, near 0 and far out. */
    @Test
    void aTrainedNetworkComputesTanhAsAProgramDoes() {
        String net = "mlp n { input 1; layer 1 tanh }; set n.parameters = [1, 0]; "
                + "X = [[x/7] for x in -140..140]; data d = dataset(X, [0 for _ in X]); ";
        String train = "train n on d { loss mse; optimizer sgd(lr = 0); epochs 1 }; ";
        double[] inTraining = numbers(net + train + "n.losses");
        double[] inProgram = numbers(net + "[mean([n(x)^2 for x in X])]");
        double[] byFunction = numbers(net + "[mean([tanh(x[0])^2 for x in X])]");
        assertThat(inTraining[0]).isEqualTo(inProgram[0]).isEqualTo(byFunction[0]);
    }

    /** Every step of a training of one sample at a time against the same by hand: a digit lost anywhere would show. */
    @Test
    void aStepThroughTanhIsThatOfTheFormula() {
        for (double x : new double[] {0.01, -0.3, 0.7, 1.1, -2.5, 6, -11, 15.5, 19, -25, 300}) {
            String start = "mlp n { input 1; layer 1 tanh }; set n.parameters = [1, 0]; ";
            double[] trained = numbers(start + "data d = dataset([[" + x + "]], [2]); "
                    + "train n on d { loss mse; optimizer sgd(lr = 1); epochs 1 }; n.parameters[1..1]");
            double[] byHand = numbers("let b = 0; L = (tanh(" + x + " + b) - 2)^2; [0 - grad(L, b)]");
            assertThat(trained).as("at %s", x).containsExactly(byHand);
        }
    }

    private static double[] numbers(String program) {
        return switch (Programs.results(program).getLast()) {
            case Result.Value value when value.value() instanceof Plain.Vector vector -> vector.values();
            case Result result -> throw new AssertionError("no vector: " + result);
        };
    }
}
