package ag.lang.eval;

import ag.lang.result.Result;
import ag.lang.runtime.Datum;
import ag.lang.runtime.Stopped;
import ag.lang.source.AgException;
import ag.lang.source.Span;

/** Runs {@code test "name" { … }}: a failure inside is reported and ends the test, not the program; what ends the program from outside does. */
record Tests(String name, Code body, Span span) implements Code {
    @Override
    public Datum run(Frame frame) {
        try {
            body.run(frame);
            frame.machine.workspace.show(new Result.Tested(name, true, null, span));
        } catch (Stopped | CutShort ended) {
            throw ended;
        } catch (AgException problem) {
            frame.machine.workspace.show(new Result.Tested(name, false, problem.diagnostic(), span));
        }
        return Loops.NOTHING;
    }
}
