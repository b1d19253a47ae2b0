package ag.bench;

import ag.engine.Operation;
import ag.engine.Tape;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * W3: a dynamic graph built and differentiated through the Java API, {@code x = tanh(a*x + b); s = s + x*exp(c*x)}, seven
 * nodes a turn (with {@code chain} as the third argument: {@code s = s*a + x}); nanoseconds of processor time for each node, beside the C++ tape of the same program. A plain harness, because the
 * measured call takes up to a tenth of a second and needs its own warm-up, one after another in one process.
 */
public final class TapeBenchmark {
    private TapeBenchmark() {}

    public static void main(String[] arguments) {
        int nodes = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        boolean chain = arguments.length > 2 && arguments[2].equals("chain");
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Tape tape = new Tape(nodes + 64);
        double[] build = new double[rounds];
        double[] backward = new double[rounds];
        double s = 0;
        double slope = 0;
        int count = 1;
        for (int round = 0; round < rounds; round++) {
            tape.rewind(0);
            long start = clock.getCurrentThreadCpuTime();
            int a = tape.input(0.9);
            int b = tape.input(0.1);
            int c = tape.input(-0.5);
            int x = tape.input(0.5);
            int sum = tape.input(0);
            for (int i = 0; chain && i + 2 <= nodes; i += 2) {
                sum = tape.add(tape.multiply(sum, a), x);
            }
            for (int i = 0; !chain && i + 7 <= nodes; i += 7) {
                x = tape.apply(Operation.TANH, tape.add(tape.multiply(a, x), b));
                sum = tape.add(sum, tape.multiply(x, tape.apply(Operation.EXP, tape.multiply(c, x))));
            }
            long built = clock.getCurrentThreadCpuTime();
            tape.backward(sum);
            long end = clock.getCurrentThreadCpuTime();
            count = tape.size();
            build[round] = (double) (built - start) / count;
            backward[round] = (double) (end - built) / count;
            s = tape.value(sum);
            slope = tape.gradient(a);
        }
        Arrays.sort(build);
        Arrays.sort(backward);
        System.out.printf(
                Locale.ROOT,
                "ag tape nodes %d build %.2f ns/node backward %.2f ns/node %d B/node s %.10g da %.10g%n",
                count,
                build[rounds / 2],
                backward[rounds / 2],
                tape.bytes() / count,
                s,
                slope);
    }
}
