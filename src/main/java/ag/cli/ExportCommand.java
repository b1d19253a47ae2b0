package ag.cli;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.NetworkResult;
import ag.result.OptimizationResult;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.InputStream;
import java.util.Optional;

/**
 * {@code ag export moons.ag --pytorch train.py}: runs a program, and writes its last training, minimization or fit as one for
 * PyTorch.
 */
final class ExportCommand extends FileCommand {
    ExportCommand(Request request, InputStream input, ResultWriter results, LineOutput out) throws WrongCall {
        super(request, input, results, out);
        if (request.pytorch().isEmpty()) {
            throw new WrongCall("ag export says what it writes: ag export moons.ag --pytorch train.py");
        }
        if (request.files().size() > 1) {
            throw new WrongCall("ag export takes one file, as it writes one: ag export moons.ag --pytorch train.py");
        }
    }

    /** What to export of a result: a network, a formula that was minimized, a fit. */
    private static Optional<String> exported(Result result) {
        return switch (result) {
            case NetworkResult.Trained training -> Optional.of(training.model());
            case OptimizationResult.Minimized minimized -> Optional.of(minimized.of());
            case OptimizationResult.Fitted _ -> Optional.of("fit");
            default -> Optional.empty();
        };
    }

    @Override
    ExitStatus one(SourceText program, Goodbye goodbye) {
        Span beginning = new Span(program, 0, 0);
        Interruption interruption = goodbye.over(Interruption.none(), beginning);
        String[] last = {""};
        Session session = new Session(
                result -> {
                    last[0] = exported(result).orElse(last[0]);
                    results.accept(result, interruption);
                },
                ThisMachine.host(request.settings().sandbox() ? FileAccess.NONE : FileAccess.ALL),
                interruption);
        Optional<ExitStatus> failure = session.run(program).map(ExitStatus::of);
        if (failure.isPresent()) {
            return failure.get();
        }
        if (last[0].isEmpty()) {
            return failed(new Diagnostic(
                    ErrorCode.NOT_TRAINED,
                    "this program trains no network, and neither minimizes nor fits anything that could be exported",
                    beginning,
                    "write in it: train net on d { … }; a formula leaves by a statement: export L to \"l.py\""));
        }
        if (!last[0].codePoints().allMatch(Character::isUnicodeIdentifierPart)) {
            return failed(new Diagnostic(
                    ErrorCode.NOT_EXPORTABLE,
                    "'" + last[0] + "' has no name, which an exported function needs",
                    beginning,
                    "write in the program: L = " + last[0] + "; and minimize L"));
        }
        String path =
                request.pytorch().replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "\\{");
        String statement = "export %s to \"%s\"".formatted(last[0], path);
        return session.run(new SourceText("--pytorch", statement))
                .map(ExitStatus::of)
                .orElse(ExitStatus.OK);
    }
}
