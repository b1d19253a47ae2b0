package ag.cli;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.print.Visible;
import ag.session.Session;
import java.io.InputStream;
import java.util.List;

/** {@code ag check}: the mistakes that show before anything runs. */
final class CheckCommand extends FileCommand {
    CheckCommand(Request request, InputStream input, ResultWriter results, LineOutput out) {
        super(request, input, results, out);
    }

    @Override
    ExitStatus one(SourceText program, Goodbye goodbye) {
        FileAccess access = request.settings().sandbox() ? FileAccess.NONE : FileAccess.ALL;
        List<Diagnostic> problems = Session.check(program, ThisMachine.host(access));
        problems.forEach(this::failed);
        if (problems.isEmpty()) {
            say(Visible.of(program.name()) + ": no mistakes found");
        }
        return problems.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
