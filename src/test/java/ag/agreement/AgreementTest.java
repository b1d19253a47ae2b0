package ag.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.syntax.SourceLayout;
import ag.lang.syntax.Trees;
import ag.result.DerivativeResult;
import ag.result.FormulaResult;
import ag.result.NetworkResult;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On random programs, five ways to a derivative agree: the backward pass, forward mode, the engine that trains networks, the
 * symbolic derivative, and differences of values. {@code -Dprograms=100000} tries more.
 */
@Tag("slow")
final class AgreementTest {
    private static final int PROGRAMS = Integer.getInteger("programs", 10_000);

    /** A power of two, so that nothing is rounded when a gradient is read off a step; large, so that the parameter drowns. */
    private static final double RATE = 0x1p40;

    private static final double STEP = 1e-3;

    @Test
    void everyWayToADerivativeGivesTheSame() {
        int finite = 0;
        int smooth = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            RandomProgram program = RandomProgram.of(seed);
            Run run = new Run(program);
            run.execute();
            if (!run.isFinite()) {
                continue;
            }
            finite++;
            run.assertAgreement();
            smooth += run.agreesWithDifferences() ? 1 : 0;
        }
        assertThat(finite).as("programs without overflow").isGreaterThan(PROGRAMS * 95 / 100);
        assertThat(smooth).as("programs that differences could judge").isGreaterThan(PROGRAMS * 90 / 100);
    }

    @Test
    void theLayoutOfAProgramMeansTheSameAndIsItsOwn() {
        for (int seed = 0; seed < PROGRAMS; seed++) {
            String program = RandomProgram.of(seed).definition("f");
            String layout = SourceLayout.of(new SourceText("program", program));
            assertThat(Trees.of(layout)).as(program).isEqualTo(Trees.of(program));
            assertThat(SourceLayout.of(new SourceText("layout", layout))).isEqualTo(layout);
        }
    }

    /** What each of the ways says about one program. */
    private static final class Run {
        private final RandomProgram program;
        private final String source;
        private final List<Result> results = new ArrayList<>();
        private double value;
        private double[] gradient = {};
        private double forward;
        private double formula;
        private double loss;
        private double[] trained = {};
        private double[] near = {};

        Run(RandomProgram program) {
            this.program = program;
            String point = list(program.point());
            this.source = program.definition("f") + "\n"
                    + "let x = " + program.point()[0] + ", a = " + program.point()[1] + ", b = " + program.point()[2]
                    + "\n"
                    + "L = f(x, a, b)\n"
                    + "grad L wrt x, a, b\n"
                    + "jvp(f, " + point + ", " + list(program.direction()) + ")\n"
                    + "[f(p[0], p[1], p[2]) for p in " + neighbours() + "]\n"
                    + "derive L wrt x\n"
                    + program.loss("g") + "\n"
                    + "data one { 1 -> 0 }\n"
                    + "mlp net { input 1; layer 3 no bias; seed 1 }\n"
                    + "set net.parameters = " + point + "\n"
                    + "train net on one { loss g; optimizer sgd(lr = " + RATE + "); epochs 1 }\n"
                    + "net.parameters\n";
        }

        void execute() {
            Session session = new Session(results::add, Host.PLAIN, Interruption.none());
            run(session, source);
            DerivativeResult.Gradient backward = only(DerivativeResult.Gradient.class);
            value = backward.value();
            gradient = backward.slopes().stream()
                    .mapToDouble(slope -> ((Plain.Real) slope.gradient()).value())
                    .toArray();
            List<Plain> values = values();
            forward = ((Plain.Real) values.get(0)).value();
            near = ((Plain.Vector) values.get(1)).values();
            loss = only(NetworkResult.Trained.class).losses()[0];
            double[] after = ((Plain.Vector) values.get(2)).values();
            trained = new double[after.length];
            Arrays.setAll(trained, i -> (program.point()[i] - after[i]) / RATE);
            run(session, only(FormulaResult.Derived.class).formula());
            formula = ((Plain.Real) values().getLast()).value();
        }

        private void run(Session session, String text) {
            Optional<Diagnostic> failure = session.run(new SourceText("program", text));
            assertThat(failure.map(Diagnostic::message)).as(source).isEmpty();
        }

        private <R extends Result> R only(Class<R> kind) {
            return results.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList()
                    .getLast();
        }

        private List<Plain> values() {
            return results.stream()
                    .filter(Result.Value.class::isInstance)
                    .map(result -> ((Result.Value) result).value())
                    .toList();
        }

        boolean isFinite() {
            return Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
        }

        void assertAgreement() {
            double along = 0;
            for (int i = 0; i < gradient.length; i++) {
                along += gradient[i] * program.direction()[i];
                same("the training engine's gradient " + i, trained[i], gradient[i]);
            }
            same("forward mode", forward, along);
            same("the symbolic derivative", formula, gradient[0]);
            same("the training engine's value", loss, value);
        }

        private void same(String what, double actual, double expected) {
            double size = DoubleStream.concat(DoubleStream.of(1, value), Arrays.stream(gradient))
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            assertThat(Math.abs(actual - expected) <= 1e-11 * size)
                    .as("%s is %s, and the backward pass says %s:%n%s", what, actual, expected, source)
                    .isTrue();
        }

        /** Whether differences of values give the derivative along the direction; false where a kink is near. */
        boolean agreesWithDifferences() {
            double wide = difference(near[0], near[1], near[2], near[3], STEP);
            double narrow = difference(near[1], near[4], near[5], near[2], STEP / 2);
            double size = Math.max(1, Math.abs(forward));
            if (!(Math.abs(wide - narrow) <= 1e-5 * size)) {
                return false;
            }
            assertThat(Math.abs(narrow - forward) <= 1e-6 * size + Math.abs(wide - narrow))
                    .as("differences say %s, and forward mode %s:%n%s", narrow, forward, source)
                    .isTrue();
            return true;
        }

        /** The five-point central difference, from values at -2h, -h, h and 2h. */
        private static double difference(double left2, double left, double right, double right2, double h) {
            return (left2 - 8 * left + 8 * right - right2) / (12 * h);
        }

        /** Points along the direction: at -2, -1, 1 and 2 steps, and at half a step to both sides. */
        private String neighbours() {
            List<String> points = new ArrayList<>();
            for (double steps : new double[] {-2, -1, 1, 2, -0.5, 0.5}) {
                double[] point = program.point().clone();
                Arrays.setAll(point, i -> point[i] + steps * STEP * program.direction()[i]);
                points.add(list(point));
            }
            return "[" + String.join(", ", points) + "]";
        }

        private static String list(double[] numbers) {
            return Arrays.toString(numbers);
        }
    }
}
