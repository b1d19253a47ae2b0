package ag.cli;

import java.util.stream.Stream;

/**
 * Runs a program twice in one process, with its results as text and as JSON. The launcher lets the JVM record its start-up cache
 * meanwhile: only what has been used gets into it.
 */
public final class WarmUpRun {
    private WarmUpRun() {}

    public static void main(String... arguments) {
        Main.run(arguments);
        Main.run(Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new));
    }
}
