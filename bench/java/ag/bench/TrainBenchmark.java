package ag.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trainings beside hand-written C programs of the same work: milliseconds and their ratio, warm. Both take turns, round after
 * round, so that whatever else the machine does falls on both; a round counts its fastest run, which is the one least disturbed.
 * A plain harness, because what is compared runs in two processes.
 *
 * <p>Run it in the project's folder. Arguments: the folder with the data, the folder with the C programs, the number of rounds; then, if only some are
 * wanted, the names of workloads. With {@code cold} as the third argument: one training in this fresh process, then the next.
 */
public final class TrainBenchmark {
    private static final Pattern BEST = Pattern.compile("min ([0-9.]+) ms");
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int ROUND_MILLIS = 400;

    private TrainBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        Path programs = Path.of(arguments[1]);
        List<String> names = Arrays.asList(arguments).subList(3, arguments.length);
        for (Workload workload : Workload.all()) {
            if (!names.isEmpty() && !names.contains(workload.name())) {
                continue;
            }
            workload.prepare();
            if (arguments[2].equals("cold")) {
                cold(workload);
            } else {
                compare(workload, data, programs, Integer.parseInt(arguments[2]), 1);
                if (workload.name().equals("w5")) {
                    compare(workload, data, programs, Integer.parseInt(arguments[2]), 2);
                }
            }
        }
    }

    private static void cold(Workload workload) {
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            workload.train(1);
            System.out.printf(
                    Locale.ROOT, "%s run %d: %.1f ms%n", workload.name(), run, (System.nanoTime() - start) / 1e6);
        }
    }

    private static void compare(Workload workload, Path data, Path programs, int rounds, int threads)
            throws IOException, InterruptedException {
        warmUp(workload, threads);
        int runs = (int) Math.max(5, ROUND_MILLIS / best(workload, threads, 5));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double c = peer(workload, data, programs, runs);
            double ag = best(workload, threads, runs);
            theirs.add(c);
            ours.add(ag);
            ratios.add(ag / c);
        }
        double[] losses = workload.train(threads);
        System.out.printf(
                Locale.ROOT,
                "%-4s %d thread%s  C %.3f ms  ag %.3f ms  ratio %.2f (%.2f to %.2f)  loss %.10f -> %.10f%n",
                workload.name(),
                threads,
                threads == 1 ? " " : "s",
                middle(theirs),
                middle(ours),
                middle(ratios),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow(),
                losses[0],
                losses[losses.length - 1]);
    }

    private static void warmUp(Workload workload, int threads) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            workload.train(threads);
        }
    }

    private static double best(Workload workload, int threads, int runs) {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            workload.train(threads);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times.stream().min(Double::compare).orElseThrow();
    }

    private static double middle(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    private static double peer(Workload workload, Path data, Path programs, int runs)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(
                programs.resolve(workload.peer().getFirst()).toAbsolutePath().toString());
        command.addAll(workload.peer().subList(1, workload.peer().size()));
        command.add(Integer.toString(runs));
        Process process = new ProcessBuilder(command).directory(data.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        Matcher matcher = BEST.matcher(output);
        if (!matcher.find()) {
            throw new IOException("no time in what %s said: %s".formatted(command, output));
        }
        return Double.parseDouble(matcher.group(1));
    }
}
