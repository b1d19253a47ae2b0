package ag.lang.statements;

import ag.lang.interpreter.OpenQuestion;
import ag.lang.interpreter.PracticeTally;
import ag.lang.source.Span;
import ag.lang.values.Dialogue;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.Locale;
import java.util.Optional;

/** A question of {@code practice}: for a number of the graph, or for a formula. */
interface PracticeQuestion {
    /** What is written before an answer is typed. */
    String prompt();

    /** What helps on, one after the other, and the answer with its steps. */
    OpenQuestion help();

    /** The right answer, shown when the question is skipped. */
    Result solution();

    /** What an answer looks like, shown when something else was typed. */
    String wanted();

    /** Whether a line answers it; empty where it is no answer at all. */
    Optional<Boolean> judged(String line);

    /** Asks until the answer is right or the question is skipped; whether the round goes on. */
    default boolean ask(Dialogue dialogue, Workspace workspace, PracticeTally tally, Span span) {
        boolean first = true;
        OpenQuestion help = help();
        while (true) {
            workspace.checkStop(span);
            String line = dialogue.ask(prompt()).orElse("q").strip();
            switch (line.toLowerCase(Locale.ROOT)) {
                case "q", "quit" -> {
                    return false;
                }
                case "s", "skip" -> {
                    tally.skipped();
                    workspace.show(solution());
                    return true;
                }
                case "show" -> {
                    tally.skipped();
                    help.answer().forEach(step -> workspace.show(new Result.Printed(step, span)));
                    return true;
                }
                case "", "h", "hint" -> {
                    String hint = help.hint().orElse("these were all hints; show tells the answer and its steps");
                    workspace.show(new Result.Printed(hint, span));
                    help = help.hinted();
                }
                default -> {
                    Optional<Boolean> right = judged(line);
                    if (right.isEmpty()) {
                        workspace.show(new Result.Printed(wanted(), span));
                    } else if (right.get()) {
                        tally.answered(first, help.given() > 0);
                        return true;
                    } else {
                        first = false;
                    }
                }
            }
        }
    }
}
