package ag.bench;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.session.Interruption;
import ag.session.Session;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * W3 typed in the language: the same graph from a {@code repeat} loop; nanoseconds of processor time for each
 * node, evaluator and collector included: the first time, and the mean of the second half of twice so many rounds.
 */
public final class LoopBenchmark {
    private LoopBenchmark() {}

    public static void main(String[] arguments) {
        int turns = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        String program = """
                let a = 0.9, b = 0.1, c = -0.5, x0 = 0.5
                x = x0; s = 0
                repeat %d { x = tanh(a*x + b); s = s + x*exp(c*x) }
                grad s wrt a
                """.formatted(turns);
        OperatingSystemMXBean clock = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = clock.getProcessCpuTime();
        long half = start;
        double first = 0;
        for (int round = 0; round < 2 * rounds; round++) {
            Session session = new Session(result -> {}, ThisMachine.host(FileAccess.NONE), Interruption.none());
            session.run(new SourceText("w3.ag", program));
            first = round == 0 ? clock.getProcessCpuTime() - start : first;
            half = round == rounds - 1 ? clock.getProcessCpuTime() : half;
        }
        double nodes = 7.0 * turns;
        double warm = (clock.getProcessCpuTime() - half) / rounds;
        System.out.printf(
                Locale.ROOT, "ag loop nodes %.0f first %.1f warm %.1f ns/node%n", nodes, first / nodes, warm / nodes);
    }
}
