package ag.cli;

import ag.files.LocalFiles;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.values.Files;
import ag.result.print.Visible;
import ag.session.Session;
import java.io.InputStream;
import java.util.List;

/** {@code ag check}: the mistakes that show before anything runs. */
final class CheckCommand extends FileCommand {
    CheckCommand(Request request, InputStream input, ResultWriter results, Output out) {
        super(request, input, results, out);
    }

    @Override
    ExitStatus one(SourceText program, Goodbye goodbye) {
        Files files = request.settings().sandbox() ? Files.NONE : new LocalFiles();
        List<Diagnostic> problems = Session.check(program, files);
        problems.forEach(this::failed);
        if (problems.isEmpty()) {
            say(Visible.of(program.name()) + ": no mistakes found");
        }
        return problems.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
