package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Datum;
import ag.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code hint} and {@code show} after a wrong guess: the rule that is due, then its parts, and the answer only when it is asked for.
 *
 * @param answer whether the answer is asked for
 */
record GuessHelping(boolean answer, Span span) implements Code {
    static Code compile(PracticeStatement.GuessHelp help, StatementCompiler compiler, Scope scope) {
        return compiler.means(help.word().name())
                ? Sayings.Evaluate.compile(help.word(), compiler, scope)
                : new GuessHelping(help.answer(), help.span());
    }

    @Override
    public Datum run(Frame frame) {
        Machine machine = frame.machine;
        OpenQuestion question = machine.question;
        if (question == null) {
            throw new AgException(
                    ErrorCode.NO_OPEN_GUESS,
                    "no guess is open: all were right, or none was made",
                    span,
                    "guess a derivative first, as in: guess d/dx x^2 = x");
        }
        if (answer) {
            question.answer().forEach(line -> show(machine, line));
        } else {
            show(
                    machine,
                    question.hint().orElse("these were all hints for " + question.asked() + "; show tells the answer"));
            machine.question = question.hinted();
        }
        return Loops.NOTHING;
    }

    /**
     * Remembers what was guessed wrongly; at a terminal, says how to get help.
     *
     * @param question null where the guess was right
     */
    static void leaveOpen(Machine machine, @Nullable OpenQuestion question, Span span) {
        OpenQuestion before = machine.question;
        boolean again = question != null && before != null && question.isSame(before);
        machine.question = again ? before : question;
        if (question != null && !again && machine.workspace.dialogue().isPresent()) {
            machine.workspace.show(new Result.Printed("  hint helps on, show tells the answer", span));
        }
    }

    private void show(Machine machine, String line) {
        machine.workspace.show(new Result.Printed(line, span));
    }
}
