package ag.bench;

import ag.result.NetworkResult;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Result;
import ag.lang.source.SourceText;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A training as an {@code ag} script that is also written in C. What stands in the script before the line {@link #MEASURED} is run
 * once, what stands behind it is run again and again.
 */
final class Workload {
    private static final String MEASURED = "# ---- measured\n";

    private final String name;
    private final List<String> peer;
    private final String script;
    private final List<Result> results = new ArrayList<>();
    private final Session session = new Session(results::add, ThisMachine.host(FileAccess.ALL), Interruption.none());
    /**
     * @param name the name of the script
     * @param peer the C program with its arguments, but for the last, the number of runs
     */
    private Workload(String name, String... peer) throws IOException {
        this.name = name;
        this.peer = List.of(peer);
        this.script = Files.readString(Path.of("bench", "ag", name + ".ag"));
    }

    /** Runs what comes before what is measured. */
    Workload prepare() {
        run(script.substring(0, script.indexOf(MEASURED)));
        return this;
    }

    /** W1, W5, W2, and one with a user's own activation and loss. */
    static List<Workload> all() throws IOException {
        return List.of(
                new Workload("w1", "mlp16", "moons100.txt", "mlp16.txt", "100", "0.01"),
                new Workload("w5", "mlp64", "moons10000.txt", "mlp64.txt", "10", "0.0001"),
                new Workload("w2", "linear4", "blobs100.txt", "lin4.txt", "500", "1.0"),
                new Workload("own", "custom", "moons100.txt", "mlp16.txt", "100", "0.5"));
    }

    String name() {
        return name;
    }

    List<String> peer() {
        return peer;
    }

    /** Runs what is measured and gives its losses. */
    double[] train(int threads) {
        int cut = script.indexOf(MEASURED) + MEASURED.length();
        run(script.substring(cut).replace("threads 1", "threads " + threads));
        return ((NetworkResult.Trained) results.getLast()).losses();
    }

    private void run(String program) {
        results.clear();
        session.run(new SourceText(name + ".ag", program)).ifPresent(problem -> {
            throw new IllegalStateException(problem.message());
        });
    }
}
