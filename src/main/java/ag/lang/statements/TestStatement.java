package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.CutShort;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import ag.result.Result;

/** Runs {@code test "name" { … }}: a failure inside is reported and ends the test, not the program; what ends the program from outside does. */
public record TestStatement(String name, Code body, Span span) implements Code {
    static Code compile(ControlStatement.Test test, StatementCompiler compiler, Scope scope) {
        return new TestStatement(test.name(), compiler.block(test.body(), scope), test.span());
    }

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
