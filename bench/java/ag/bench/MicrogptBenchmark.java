package ag.bench;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.session.Interruption;
import ag.session.Session;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** W4: milliseconds of processor time for a training step of examples/microgpt.ag, in blocks of steps, the first ones cold. */
public final class MicrogptBenchmark {
    private static final String LOOP = "for step in 1..steps {";
    private static final String AFTER = "# ---- inventing";
    private static final int STEPS = 500;

    private MicrogptBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        String example = Files.readString(Path.of("examples", "microgpt.ag")).replace("steps = 1000", "steps = 100000");
        int loop = example.indexOf(LOOP);
        Session session = new Session(result -> {}, ThisMachine.host(FileAccess.ALL), Interruption.none());
        run(session, example.substring(0, loop));
        String body = example.substring(loop + LOOP.length(), example.indexOf(AFTER));
        OperatingSystemMXBean clock = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int block = 0; block < Integer.parseInt(arguments[0]); block++) {
            long start = clock.getProcessCpuTime();
            run(session, "for step in %d..%d {".formatted(block * STEPS + 1, (block + 1) * STEPS) + body);
            double milliseconds = (clock.getProcessCpuTime() - start) / 1e6 / STEPS;
            System.out.printf(Locale.ROOT, "microgpt block %d: %.3f ms a step%n", block, milliseconds);
        }
    }

    private static void run(Session session, String program) {
        session.run(new SourceText("microgpt.ag", program)).ifPresent(problem -> {
            throw new IllegalStateException(problem.message());
        });
    }
}
