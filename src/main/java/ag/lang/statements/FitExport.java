package ag.lang.statements;

import ag.fit.Problem;
import ag.host.Content;
import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Workspace;
import ag.result.Result;
import ag.torch.FitProgram;
import ag.torch.NoTorchForm;
import ag.torch.PythonLibrary;
import ag.torch.TorchFit;
import org.jspecify.annotations.Nullable;

/** {@code export fit to "fit.py"}: the last fit as a program for PyTorch. */
final class FitExport {
    private FitExport() {}

    static void run(FitThing fit, Frame frame, Expr.@Nullable Name library, String path, Span span) {
        if (FormulaExport.library(library) != PythonLibrary.TORCH || !path.endsWith(".py")) {
            throw new AgException(
                    ErrorCode.BAD_FILE,
                    "a fit is exported as a program for PyTorch",
                    library == null ? span : library.span(),
                    "write: export fit to \"fit.py\"");
        }
        Workspace workspace = frame.machine.workspace;
        String program;
        try {
            program = FitProgram.of(torch(fit, span));
        } catch (NoTorchForm missing) {
            throw refused(missing.what() + " cannot leave for PyTorch", fit, span);
        }
        workspace.host().files().write(path, new Content.Text(program), span);
        workspace.show(new Result.FileWritten("PyTorch program", path, span));
    }

    private static TorchFit torch(FitThing fit, Span span) {
        FitColumns columns = fit.recorded().columns();
        if (columns == null) {
            throw refused(
                    "a program needs a model that says of each sample by itself what it says of all together, by one"
                            + " course for all parameters",
                    fit,
                    span);
        }
        Problem problem = fit.recorded().problem();
        Span place = fit.result().span();
        return new TorchFit(
                fit.result().of(),
                place.source().name() + ", line " + place.line(),
                fit.parameters(),
                problem.low(),
                problem.high(),
                columns.columns(),
                columns.model(),
                problem.data(),
                new TorchFit.Weights(problem.roots(), problem.absolute()),
                problem.loss(),
                fit.most());
    }

    private static AgException refused(String problem, FitThing fit, Span span) {
        return new AgException(
                new Diagnostic(ErrorCode.NOT_EXPORTABLE, problem, fit.result().span(), "")
                        .with(new Diagnostic.Label(span, "exported here")));
    }
}
