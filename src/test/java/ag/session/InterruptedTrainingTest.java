package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.host.Host;
import ag.lang.interpreter.Interpreter;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Stop;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.result.NetworkResult;
import ag.result.Plain;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InterruptedTrainingTest {
    private final List<Result> results = new ArrayList<>();
    private final Interruption interruption = Interruption.none();
    private final Session session = new Session(this::take, Host.PLAIN, interruption);

    private void take(Result result) {
        results.add(result);
        if (result instanceof NetworkResult.Progress progress && progress.done() == 3) {
            interruption.request();
        }
    }

    /** How many samples are right would take a while to say where there are many of them, and nobody waits for it. */
    @Test
    void itEndsAtOnceAndKeepsWhatWasLearned() {
        Optional<Diagnostic> ending = run("""
            data d = make_moons(n = 3000, seed = 1)
            mlp net { input 2; layer 4 tanh; layer 1; seed 1 }
            train net on d { loss bce_logits; optimizer sgd(lr = 0.5); epochs 1000; log every 1 }
            """);

        assertThat(ending).map(Interruption::ending).contains(Interruption.Ending.REQUEST);
        NetworkResult.Trained trained = results.stream()
                .filter(NetworkResult.Trained.class::isInstance)
                .map(NetworkResult.Trained.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(trained.epochs()).isEqualTo(3);
        assertThat(trained.accuracy()).isNull();

        interruption.clear();
        double[] kept = parameters("net");
        run("""
            mlp again { input 2; layer 4 tanh; layer 1; seed 1 }
            train again on d { loss bce_logits; optimizer sgd(lr = 0.5); epochs 3 }
            """);
        assertThat(kept).hasSize(17).isEqualTo(parameters("again"));
    }

    /**
     * What is told of a training that was ended is a program that gives the same, to the last digit, be it ended within an epoch or
     * between two; so are the random numbers behind it.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 20, 21, 22, 45, 60})
    void whatIsToldOfItGivesTheSameAgain(int questions) {
        String before = """
            data d = make_moons(n = 100, seed = 1)
            mlp net { input 2; layer 4 tanh; layer 1; seed 1 }
            let w = 3
            """;
        String after = "print net.parameters, net.losses, w, random()";
        String training =
                "train net on d { loss bce_logits; optimizer adam(lr = 0.1*(1 - epoch/epochs)); batch 32; epochs 90;"
                        + " threads 1 }";
        String minimization =
                "minimize (w - random())^2 over w { optimizer sgd(lr = 0.1/(1 + epoch)); stop when loss > 100 }";
        for (String statement : List.of(training, minimization)) {
            Told cut = new Told(questions);
            cut.run(before);
            cut.stops = true;
            assertThatThrownBy(() -> cut.run(statement)).hasMessage("enough");
            cut.stops = false;
            cut.run(after);

            Told again = new Told(0);
            cut.told.forEach(again::run);
            assertThat(again.printed).as(String.join("\n", cut.told)).isEqualTo(cut.printed);
        }
    }

    @Test
    void aTrainingInALoopIsNotTold() {
        Told cut = new Told(5);
        cut.run("data d = xor(); mlp net { input 2; layer 1; seed 1 }");
        cut.stops = true;
        assertThatThrownBy(() -> cut.run("repeat 3 { train net on d { optimizer sgd(lr = 0.1); threads 1 } }"))
                .hasMessage("enough");
        assertThat(cut.told).hasSize(2);
    }

    /** An interpreter that is ended when it has asked so often, and what it tells of the statements that worked. */
    private static final class Told {
        private final List<String> told = new ArrayList<>();
        private final List<String> printed = new ArrayList<>();
        private final Interpreter interpreter;
        private boolean stops;
        private int asked;

        Told(int questions) {
            Stop stop = (span, nodes) -> {
                if (stops && ++asked > questions) {
                    throw new Stopped(new Diagnostic(ErrorCode.INTERRUPTED, "enough", span, ""));
                }
            };
            interpreter = new Interpreter(new Workspace(this::take, Host.PLAIN, stop), new StandardLanguage());
            interpreter.onFinished(statement -> told.add(statement.span().text()));
        }

        private void take(Result result) {
            if (result instanceof Result.Printed text) {
                printed.add(text.text());
            }
        }

        void run(String program) {
            interpreter.run(new SourceText("program", program));
        }
    }

    private double[] parameters(String net) {
        run(net + ".parameters");
        return results.getLast() instanceof Result.Value value && value.value() instanceof Plain.Vector vector
                ? vector.values()
                : new double[0];
    }

    private Optional<Diagnostic> run(String program) {
        return session.run(new SourceText("program", program));
    }
}
