package ag.cli;

import ag.files.StoreException;
import ag.files.WholeFile;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.DeepThread;
import ag.result.print.Visible;
import ag.session.Session;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code ag fmt}: lays files out in the one way; what comes in goes out again, laid out. */
final class FormatCommand extends FileCommand {
    FormatCommand(Request request, InputStream input, ResultWriter results, LineOutput out) {
        super(request, input, results, out);
    }

    @Override
    ExitStatus one(SourceText program, Goodbye goodbye) {
        String layout;
        try {
            layout = new DeepThread().call(() -> Session.layout(program));
        } catch (AgException problem) {
            return failed(problem.diagnostic());
        }
        boolean changes = !layout.equals(program.text());
        if (request.dry()) {
            if (changes) {
                say(Visible.of(program.name()) + ": not in ag's layout");
            }
            return changes ? ExitStatus.FAILED : ExitStatus.OK;
        }
        if (program.name().equals(Programs.STANDARD_INPUT)) {
            out.print(layout.stripTrailing());
            return ExitStatus.OK;
        }
        return changes ? write(program, layout) : ExitStatus.OK;
    }

    private ExitStatus write(SourceText program, String layout) {
        try {
            WholeFile.write(Path.of(program.name()), layout.getBytes(StandardCharsets.UTF_8));
            say("laid out " + Visible.of(program.name()));
            return ExitStatus.OK;
        } catch (StoreException problem) {
            return failed(new Diagnostic(
                    ErrorCode.FILE,
                    program.name() + ": " + problem.problem(),
                    new Span(new SourceText(program.name(), ""), 0, 0),
                    problem.hint().orElse("")));
        }
    }
}
