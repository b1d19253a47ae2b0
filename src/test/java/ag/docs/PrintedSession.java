package ag.docs;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A session whose results, remarks and mistakes are gathered in the order they come about, as the command line prints them. */
final class PrintedSession {
    private final List<Result> results = new ArrayList<>();
    private final Path scratch;
    private final Session session =
            new Session(results::add, ThisMachine.host((path, _) -> place(path)), Interruption.none());

    /** @param scratch a folder for the files that programs write */
    PrintedSession(Path scratch) {
        this.scratch = scratch;
    }

    /** Runs a program; the mistake that ended it, if one did. */
    Optional<Diagnostic> run(String name, String program) {
        results.clear();
        return session.run(new SourceText(name, program));
    }

    /** What the last program printed, line by line. */
    List<String> text() {
        return lines(new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS))::text);
    }

    /** What the last program printed as JSON; how long a training took is told as 0.02 seconds. */
    List<String> json() {
        return lines(new JsonPrinter(true)::line).stream()
                .map(line -> line.replaceAll("\"seconds\":[-+.\\dE]+", "\"seconds\":0.02"))
                .toList();
    }

    private List<String> lines(Function<Result, String> printer) {
        return results.stream()
                .map(printer)
                .flatMap(String::lines)
                .map(String::stripTrailing)
                .toList();
    }

    /** Files of the examples are read where they are; everything else is written to, and read from, the scratch folder. */
    private Path place(String path) {
        return path.startsWith("examples/") && Files.exists(Path.of(path)) ? Path.of(path) : scratch.resolve(path);
    }
}
