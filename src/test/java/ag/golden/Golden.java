package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in a file with the output that stands beside it. A first line such as {@code # ag --sandbox} runs it with these
 * options of the command line.
 */
record Golden(Path program) {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final String OPTIONS = "# ag ";

    /** Whether expected outputs are rewritten instead of compared. */
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** The subfolders of a folder of programs. */
    static List<Path> folders(String folder) {
        try (Stream<Path> found = java.nio.file.Files.list(RESOURCES.resolve(folder))) {
            return found.filter(java.nio.file.Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The programs directly in a folder. Files in folders below belong to them: data, or what they import. */
    static List<Golden> in(Path folder) {
        try (Stream<Path> found = java.nio.file.Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".ag"))
                    .sorted()
                    .map(Golden::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All programs of a folder. */
    static Stream<Golden> all(String folder) {
        return folders(folder).stream().flatMap(feature -> in(feature).stream());
    }

    String name() {
        return program.getFileName().toString().replace(".ag", "");
    }

    String source() {
        return read(program);
    }

    /** What a program printed, and the mistake that ended it. */
    private record Run(String output, Optional<Diagnostic> failure) {}

    /** The runs so far: several tests ask what a program did, and most of their time goes into running it. */
    private static final Map<Golden, Run> RUNS = new ConcurrentHashMap<>();

    private static final Map<Golden, Run> PLAIN_RUNS = new ConcurrentHashMap<>();

    private Run onThisMachine() {
        return RUNS.computeIfAbsent(this, golden -> golden.run(golden.machine()));
    }

    private Run withoutAMachine() {
        return PLAIN_RUNS.computeIfAbsent(this, golden -> golden.run(Host.PLAIN));
    }

    /** The mistake that ends the program, if any does. */
    Optional<Diagnostic> failure() {
        return onThisMachine().failure();
    }

    /** What the command line prints, results, notes and mistakes in the order they come about. */
    String output() {
        return onThisMachine().output();
    }

    /** What the program prints on the plain host: one thread, no files, no clock. */
    String outputWithoutAMachine() {
        return withoutAMachine().output();
    }

    /** What the program says on the plain host as {@code --json} writes it, under a name. */
    String linesWithoutAMachine(String name) {
        JsonPrinter json = new JsonPrinter(true);
        StringBuilder lines = new StringBuilder();
        new Session(
                        result -> {
                            String line = json.line(result);
                            lines.append(line).append(line.isEmpty() ? "" : "\n");
                        },
                        Host.PLAIN,
                        limits(options()))
                .run(new SourceText(name, source()));
        return lines.toString();
    }

    /** How many values the program's options let it hold. */
    long mostNodes() {
        int nodes = options().indexOf("--max-nodes");
        return nodes < 0 ? Long.MAX_VALUE : Long.parseLong(options().get(nodes + 1));
    }

    /** Whether the program needs what the plain host does not have: files, a clock, a deep stack. */
    boolean needsAMachine() {
        boolean deep = name().equals("endless_recursion");
        return deep
                || options().contains("--max-time")
                || withoutAMachine()
                        .failure()
                        .filter(problem -> problem.code().equals("no-files"))
                        .isPresent();
    }

    String expected() {
        return read(program.resolveSibling(name() + ".out"));
    }

    private Run run(Host host) {
        Function<Result, String> printer = options().contains("--json")
                ? new JsonPrinter(true)::line
                : new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS))::text;
        List<String> lines = new ArrayList<>();
        Optional<Diagnostic> failure = run(result -> lines.add(printer.apply(result)), host);
        String output = lines.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return new Run(output, failure);
    }

    /** Compares the output with the file beside the program. A missing file is written, and the test fails once: read it. */
    void check() {
        Path expected = program.resolveSibling(name() + ".out");
        String output = output();
        boolean missing = !java.nio.file.Files.exists(expected);
        if (UPDATE || missing) {
            write(expected, output);
        }
        assertThat(missing && !UPDATE)
                .as("%s was missing and has been written: read it, then run the test again", expected)
                .isFalse();
        assertThat(output).isEqualTo(expected());
    }

    private Host machine() {
        return ThisMachine.host(
                options().contains("--sandbox") ? FileAccess.NONE : (path, _) -> program.resolveSibling(path));
    }

    Optional<Diagnostic> run(java.util.function.Consumer<Result> results, Host host) {
        Session session = new Session(results, host, limits(options()));
        return session.run(new SourceText(program.getFileName().toString(), source()));
    }

    private static Interruption limits(List<String> options) {
        int nodes = options.indexOf("--max-nodes");
        int seconds = options.indexOf("--max-time");
        return Interruption.limits(
                seconds < 0
                        ? Long.MAX_VALUE
                        : Long.parseLong(options.get(seconds + 1).replace("ms", "")) * 1_000_000,
                nodes < 0 ? Long.MAX_VALUE : Long.parseLong(options.get(nodes + 1)),
                System::nanoTime);
    }

    private List<String> options() {
        String first = source().lines().findFirst().orElse("");
        return first.startsWith(OPTIONS)
                ? List.of(first.substring(OPTIONS.length()).split(" "))
                : List.of();
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            java.nio.file.Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return java.util.Objects.requireNonNull(program.getParent()).getFileName() + "/" + name();
    }
}
