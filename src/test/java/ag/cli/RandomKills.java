package ag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills programs that do nothing but write files, at random moments, as {@code kill -9} does. {@code -Dkills=200} kills more
 * often, which {@code docs/reliability.md} tells the result of.
 */
public final class RandomKills {
    /** What a program says each time it has written everything. */
    public static final String WRITTEN = "all written";

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int AT_ONCE = 3;
    private static final int LONGEST_MILLISECONDS = 400;

    /** So many kills in a row do not all fall between two files: at the least one in ten falls into the middle of one. */
    private static final int ENOUGH_TO_CATCH_ONE = 90;

    private RandomKills() {}

    /** How a program is started in a folder of its own. */
    @FunctionalInterface
    public interface Start {
        List<String> command(Path place) throws Exception;
    }

    /** Looks at what a program has left. */
    @FunctionalInterface
    public interface Examination {
        /**
         * Fails where a file is neither the old one nor the new one.
         *
         * @return whether the program was killed in the middle of a file
         */
        boolean caughtWriting(Path place) throws Exception;
    }

    /**
     * Starts programs, kills them once they have written everything and a random while longer, and looks at what is left. It
     * goes on until one of them was in the middle of a file: without that, nothing has been tried.
     */
    public static void of(Path folder, Start start, Examination examination) throws Exception {
        Random random = new Random(8);
        int killed = 0;
        int caught = 0;
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            while (killed < KILLS || (caught == 0 && killed < ENOUGH_TO_CATCH_ONE)) {
                List<Callable<Boolean>> runs = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    Path place = Files.createDirectory(folder.resolve("run" + killed++));
                    int delay = random.nextInt(LONGEST_MILLISECONDS);
                    runs.add(() -> {
                        kill(start.command(place), place, delay);
                        return examination.caughtWriting(place);
                    });
                }
                for (Future<Boolean> run : several.invokeAll(runs)) {
                    caught += run.get() ? 1 : 0;
                }
            }
        }
        System.out.printf("killed %d times, %d times while a file was being written%n", killed, caught);
        assertThat(caught).as("moments in the middle of a file, of %d", killed).isPositive();
    }

    private static void kill(List<String> command, Path place, int milliseconds) throws Exception {
        Process child = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            while (!said.contains(WRITTEN)) {
                String line = output.readLine();
                assertThat(line).as("the program ended after %s", said).isNotNull();
                said.add(line);
            }
            Thread.sleep(milliseconds);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
