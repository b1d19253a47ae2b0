package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.result.Plain;
import ag.lang.result.Result;
import ag.lang.runtime.Files;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InterruptedTrainingTest {
    private final List<Result> results = new ArrayList<>();
    private final Interruption interruption = Interruption.none();
    private final Session session = new Session(this::take, Files.NONE, interruption);

    private void take(Result result) {
        results.add(result);
        if (result instanceof Result.Progress progress && progress.done() == 3) {
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
        Result.Trained trained = results.stream()
                .filter(Result.Trained.class::isInstance)
                .map(Result.Trained.class::cast)
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
