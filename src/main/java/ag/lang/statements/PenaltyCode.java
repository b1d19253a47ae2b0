package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement.Setting;
import ag.nn.training.Penalty;
import java.util.List;
import java.util.Objects;

/** The {@code regularize} lines. */
final class PenaltyCode {
    private final List<Setting> lines;
    private final List<Code> sizes;

    PenaltyCode(List<Setting> lines, ExpressionCompiler expressions, Scope scope) {
        this.lines = lines;
        this.sizes = lines.stream()
                .map(line -> expressions.compile(argument(line), scope))
                .toList();
    }

    private static Expr argument(Setting line) {
        if (line.values().getFirst() instanceof Expr.Call call
                && (BlockSettings.isWord(call.callee(), "l1") || BlockSettings.isWord(call.callee(), "l2"))
                && call.arguments().size() == 1) {
            return call.arguments().getFirst().value();
        }
        throw new AgException(
                ErrorCode.BAD_SETTING,
                "'regularize' is not written like this",
                line.span(),
                "write: " + TrainStatement.REGULARIZE.example());
    }

    Penalty at(Frame frame) {
        double l1 = 0;
        double l2 = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double size = frame.machine.workspace.number(sizes.get(i).run(frame));
            if (((Expr.Call) Objects.requireNonNull(lines.get(i).values().getFirst()))
                    .callee()
                    .span()
                    .text()
                    .equals("l1")) {
                l1 += size;
            } else {
                l2 += size;
            }
        }
        return new Penalty(l1, l2);
    }
}
