package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.result.Result;

/** Runs {@code test "name" { … }}: a failure inside is reported and ends the test, not the program. */
public record Tests(String name, Code body, Span span) implements Code {
    @Override
    public Datum run(Frame frame) {
        try {
            body.run(frame);
            frame.machine.workspace.show(new Result.Tested(name, true, null, span));
        } catch (AgException problem) {
            frame.machine.workspace.show(new Result.Tested(name, false, problem.diagnostic(), span));
        }
        return Loops.NOTHING;
    }
}
