package ag.fuzz;

import ag.files.StoreException;
import ag.host.Host;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.DeepThread;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One program, run in a folder of its own under limits, with everything it says written as text and as JSON. Whatever the
 * program, it ends in time, in results or in a message.
 */
final class Trial implements AutoCloseable {
    private static final long TIME_LIMIT_NANOSECONDS = 300_000_000;
    private static final int NODES = 200_000;

    /** The processor time of all threads: one operation is not cut short, and the collector may have much to do besides. */
    private static final long MOST_NANOSECONDS = 20_000_000_000L;

    private static final int ANSWERS = 30;
    private static final int NAMES = 8;
    private static final Set<String> EXTENSIONS = Set.of("svg", "png", "dot", "html", "onnx", "ag", "csv", "json");

    private final Path folder;
    private final JsonFactory json = new JsonFactory();
    private final JsonPrinter jsonPrinter = new JsonPrinter(false);
    private final TextPrinter textPrinter = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
    private int answers;

    Trial() {
        try {
            folder = java.nio.file.Files.createTempDirectory("ag-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a file into the folder, under the name a program knows it by. */
    Path file(String name, byte[] content) {
        try {
            return java.nio.file.Files.write(place(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program; what it says is looked at and forgotten. */
    void run(String program) {
        Session session =
                new Session(this::accept, host(), Interruption.limits(TIME_LIMIT_NANOSECONDS, NODES, System::nanoTime));
        session.seed(1);
        session.answersFrom(_ -> answers++ < ANSWERS ? Optional.of("1") : Optional.empty());
        timed(() -> session.run(new SourceText("program", program)));
        session.definitions().forEach(this::accept);
    }

    /** Looks for the mistakes that show before a program runs. */
    void check(String program) {
        timed(() -> new DeepThread().call(() -> Session.isUnfinished(program)));
        timed(() -> Session.check(new SourceText("program", program), host()))
                .forEach(problem -> accept(new Result.Failed(problem, problem.span())));
    }

    /** The program in its layout, where it is one. */
    Optional<String> layout(String program) {
        try {
            return Optional.of(timed(
                    () -> new DeepThread().call(() -> Session.layout(new SourceText("program", program)))));
        } catch (AgException problem) {
            accept(new Result.Failed(problem.diagnostic(), problem.diagnostic().span()));
            return Optional.empty();
        }
    }

    /**
     * Has a file read and written, twice; the second time nothing may change.
     *
     * @param again reads the file and writes what it has read
     */
    static void rewrite(Path file, Runnable again) {
        try {
            again.run();
            byte[] once = java.nio.file.Files.readAllBytes(file);
            again.run();
            if (!Arrays.equals(once, java.nio.file.Files.readAllBytes(file))) {
                throw new BrokenPromise("what was saved and loaded is saved otherwise");
            }
        } catch (StoreException _) {
            // It says what is wrong with the file.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T timed(Supplier<T> work) {
        long before = processorTime();
        T result = work.get();
        long took = processorTime() - before;
        if (took > MOST_NANOSECONDS) {
            throw new BrokenPromise("it took " + took / 1_000_000 + " ms");
        }
        return result;
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The program's own folder: whatever path it names, the file lies there. */
    private Host host() {
        return ThisMachine.host((path, _) -> place(path));
    }

    private Path place(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return folder.resolve(
                "f" + Math.floorMod(path.hashCode(), NAMES) + (EXTENSIONS.contains(extension) ? "." + extension : ""));
    }

    private void accept(Result result) {
        if (result instanceof Result.Failed failed) {
            judge(failed.diagnostic());
        }
        String text = textPrinter.text(result);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new BrokenPromise("a control character is printed: " + text);
        }
        String line = jsonPrinter.line(result);
        try (JsonParser parser = json.createParser(line)) {
            while (parser.nextToken() != null) {
                parser.currentToken();
            }
        } catch (IOException e) {
            throw new BrokenPromise("this is not JSON: " + line);
        }
    }

    private static void judge(Diagnostic problem) {
        if (problem.code().equals("internal")) {
            throw new BrokenPromise(problem.message());
        }
        Span span = problem.span();
        int length = span.source().text().length();
        if (span.start() < 0 || span.end() < span.start() || span.end() > length) {
            throw new BrokenPromise("the place " + span.start() + " to " + span.end() + " of " + problem.message());
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = java.nio.file.Files.walk(folder).sorted(Comparator.reverseOrder())) {
            for (Path file : files.toList()) {
                java.nio.file.Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
