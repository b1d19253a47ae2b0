package ag.cli;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.Result;
import java.io.InputStream;

/** A command that does one thing to each file of a call. One that fails keeps no other from its turn. */
abstract class FileCommand {
    protected final Request request;
    protected final ResultWriter results;
    protected final LineOutput out;
    private final InputStream input;

    FileCommand(Request request, InputStream input, ResultWriter results, LineOutput out) {
        this.request = request;
        this.input = input;
        this.results = results;
        this.out = out;
    }

    final ExitStatus run() throws WrongCall {
        if (request.files().isEmpty()) {
            throw new WrongCall("ag " + request.command().word() + " needs a file: ag "
                    + request.command().word() + " program.ag");
        }
        try (Goodbye goodbye = new Goodbye(results)) {
            return all(goodbye);
        }
    }

    private ExitStatus all(Goodbye goodbye) throws WrongCall {
        ExitStatus status = ExitStatus.OK;
        for (String file : request.files()) {
            try {
                status = status.and(one(Programs.read(file, input, request.settings(), goodbye), goodbye));
            } catch (Programs.Unreadable problem) {
                results.accept(problem.result());
                status = status.and(problem.status());
            }
        }
        return status.and(end());
    }

    /** What is done to a file. */
    abstract ExitStatus one(SourceText program, Goodbye goodbye);

    /** What is done when all files have had their turn. */
    ExitStatus end() throws WrongCall {
        return ExitStatus.OK;
    }

    final ExitStatus failed(Diagnostic problem) {
        results.accept(new Result.Failed(problem, problem.span()));
        return ExitStatus.FAILED;
    }

    /** A line for people, where neither JSON nor quiet was asked for. */
    final void say(String line) {
        if (!request.settings().json() && !request.settings().quiet()) {
            out.print(line);
        }
    }
}
