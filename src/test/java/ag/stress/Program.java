package ag.stress;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a program in a session of its own prints, and the mistakes among it. */
record Program(String output, List<Diagnostic> mistakes) {
    static Program run(String text) {
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
        List<Result> results = new ArrayList<>();
        new Session(results::add, ThisMachine.host(FileAccess.NONE), Interruption.none())
                .run(new SourceText("program", text));
        return new Program(
                results.stream()
                        .map(printer::text)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")),
                results.stream()
                        .filter(Result.Failed.class::isInstance)
                        .map(result -> ((Result.Failed) result).diagnostic())
                        .toList());
    }
}
