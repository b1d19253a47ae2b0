package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.engine.Domain;
import ag.engine.Operation;
import ag.engine.Rule;
import ag.engine.Supposition;
import ag.engine.Tape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page computes is what the engine computes, to the last digit and for every row of the operation table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class PageEngineTest {
    /** What a library computes by functions of the platform, whose last digits Java does not define. */
    private static final Set<Operation> BY_PLATFORM = EnumSet.of(
            Operation.ERF,
            Operation.ERFC,
            Operation.NORMAL_CDF,
            Operation.NORMAL_QUANTILE,
            Operation.GAMMA,
            Operation.FACTORIAL,
            Operation.LGAMMA,
            Operation.DIGAMMA,
            Operation.POLYGAMMA,
            Operation.BETA,
            Operation.LBETA,
            Operation.GELU);

    private static final double TOLERANCE = 1e-13;

    /** Kinks, ties and poles of most functions lie at whole numbers and halves. */
    private static final List<Double> SPECIAL = List.of(-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 40.0);

    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("empty.html"), "<!DOCTYPE html><title>empty</title>");
        browser = Browser.open(page, Files.createDirectory(folder.resolve("profile")));
        browser.evaluate("const engine = (() => { const exports = {}; " + Template.read("engine.js")
                + "; return exports; })();" + Template.read("tapes.js"));
    }

    @AfterAll
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Operation> rows() {
        return Arrays.stream(Operation.values()).filter(operation -> operation.kind() != Operation.Kind.LEAF);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void valueAndDerivativesAreTheEngines(Operation operation) throws Exception {
        for (double[] point : points(operation)) {
            Tape tape = new Tape();
            int[] inputs = Arrays.stream(point).mapToInt(tape::input).toArray();
            int result = switch (operation.partials().arity()) {
                case 1 -> tape.apply(operation, inputs[0]);
                case 2 -> tape.apply(operation, inputs[0], inputs[1]);
                default -> tape.reduce(operation, inputs);
            };
            tape.backward(result);

            double[] shown = computed(tape);
            String at = operation + " at " + Arrays.toString(point);
            double tolerance = BY_PLATFORM.contains(operation) ? TOLERANCE : 0;
            same(shown[0], tape.value(result), tolerance, "the value of " + at);
            for (int input : inputs) {
                same(
                        shown[1 + input],
                        tape.gradient(input),
                        tolerance,
                        "the derivative of " + at + " in number " + input);
            }
        }
    }

    @Test
    void aSupposedDerivativeIsTaken() throws Exception {
        Rule rule = Rule.parse("if x > 0 and x <= 2 then -3e-05 * x^2 else y - 1");
        Tape tape = new Tape();
        int x = tape.input(1.3);
        int y = tape.apply(Operation.TANH, x);
        tape.inject(new Supposition(Operation.TANH, rule, null));
        tape.backward(y);

        String gradient = browser.evaluate("(() => { const tape = makeTape([{op:'INPUT',value:1.3},"
                + "{op:'TANH',operands:[0]}], [{op:'TANH',rule:'" + rule.source() + "'}]); tape.backward(1);"
                + " return tape.gradient(0); })()");
        same(Double.parseDouble(gradient), tape.gradient(x), 0, rule.source());
    }

    @Test
    void valuesFollowALeafThatRunsAndComesBack() throws Exception {
        String values = browser.evaluate("(() => { const tape = makeTape([{op:'INPUT',value:2},{op:'INPUT',value:3},"
                + "{op:'MULTIPLY',operands:[0,1]}], []); const xs = tape.along(2, 0, [1, 4]);"
                + " tape.follow(new Map([[0, 5], [1, 3]])); return [...xs, tape.value(2)].join(' '); })()");

        assertThat(values).isEqualTo("3 12 15");
    }

    @Test
    void aDerivativeThatIsZeroByItsRuleStopsAnInfiniteGradient() throws Exception {
        Tape tape = new Tape();
        int x = tape.input(-1);
        int y = tape.multiply(tape.apply(Operation.RELU, x), tape.constant(Double.POSITIVE_INFINITY));
        tape.backward(y);

        assertThat(tape.gradient(x)).isZero();
        assertThat(computed(tape)[1 + x]).isZero();
    }

    private static List<double[]> points(Operation operation) {
        Domain domain = operation.domain();
        double third = (domain.high() - domain.low()) / 3;
        List<Double> numbers = new ArrayList<>(SPECIAL);
        for (int i = 0; i <= 3; i++) {
            numbers.add(domain.low() + i * third);
        }
        List<double[]> points = new ArrayList<>();
        for (double a : numbers) {
            switch (operation.partials().arity()) {
                case 1 -> points.add(new double[] {a});
                case 2 -> numbers.forEach(b -> points.add(new double[] {a, b}));
                default -> numbers.forEach(b -> points.add(new double[] {a, b, 0.7, b}));
            }
        }
        return points;
    }

    /** The value of the tape's last node and the gradient of every node, as the page has them. */
    private double[] computed(Tape tape) throws Exception {
        StringBuilder nodes = new StringBuilder();
        for (int node = 0; node < tape.size(); node++) {
            nodes.append("{op:'").append(tape.operation(node).name()).append("',");
            nodes.append(
                    tape.isLeaf(node)
                            ? "value:" + tape.value(node)
                            : "operands:" + Arrays.toString(tape.operands(node)));
            nodes.append("},");
        }
        String numbers = browser.evaluate(
                "(() => { const nodes = [" + nodes + "]; const root = nodes.length - 1; const tape = makeTape(nodes,"
                        + " []); tape.backward(root); return [tape.value(root),"
                        + " ...tape.gradients()].map((x) => (Object.is(x, -0) ? '-0.0' :"
                        + " x)).join(' '); })()");
        return Stream.of(numbers.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void same(double shown, double expected, double tolerance, String what) {
        if (Double.isFinite(expected) && expected != 0) {
            assertThat(shown).as(what).isCloseTo(expected, within(tolerance * Math.abs(expected)));
        } else {
            assertThat(Double.toString(shown)).as(what).isEqualTo(Double.toString(expected));
        }
    }
}
