package ag.bench;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.session.Interruption;
import ag.session.Session;
import java.util.Arrays;
import java.util.Locale;

/** W3 typed in the language: the same graph from a {@code repeat} loop; nanoseconds for each node, evaluator included. */
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
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            Session session = new Session(result -> {}, ThisMachine.host(FileAccess.NONE), Interruption.none());
            session.run(new SourceText("w3.ag", program));
            times[round] = (System.nanoTime() - start) / (7.0 * turns);
        }
        System.out.printf(Locale.ROOT, "ag loop nodes %d first %.1f", 7 * turns, times[0]);
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, " median %.1f ns/node%n", times[rounds / 2]);
    }
}
