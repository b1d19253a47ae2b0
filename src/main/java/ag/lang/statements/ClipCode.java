package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.optimize.Clipping;
import java.util.List;
import java.util.Optional;

/** The {@code clip} lines of a training or a minimization. */
record ClipCode(List<Line> lines) {
    static final BlockSettings.Form FORM = new BlockSettings.Form("clip", "clip norm 1, or clip value 0.5", 2, 2);

    /** One line. */
    private record Line(boolean isNorm, Code limit, PlainFormula formula, Span span) {
        double at(Frame frame) {
            Datum datum = limit.run(frame);
            double number = Arithmetic.isNumber(datum) ? frame.machine.workspace.number(datum) : Double.NaN;
            if (!(number > 0)) {
                throw new AgException(
                        ErrorCode.BAD_ARGUMENT,
                        "gradients are clipped to a number above 0, and this is "
                                + (Arithmetic.isNumber(datum) ? span.text() : Kinds.article(datum)),
                        span,
                        "write: clip norm 1");
            }
            return number;
        }
    }

    static ClipCode compile(
            BlockSettings settings, OptimizerCode optimizer, ExpressionCompiler expressions, Scope scope) {
        List<Setting> given = settings.all(FORM.word());
        if (!given.isEmpty() && optimizer.needs().settles()) {
            throw new AgException(
                    ErrorCode.BAD_SETTING,
                    optimizer.rule() + " finds the length of its steps by itself, and clips no gradients",
                    given.getFirst().span(),
                    "leave 'clip' out");
        }
        return new ClipCode(given.stream()
                .map(setting -> {
                    boolean norm = BlockSettings.isWord(setting.values().getFirst(), "norm");
                    if (!norm) {
                        BlockSettings.requireWord(setting, 0, "value", FORM.example());
                    }
                    return new Line(
                            norm,
                            expressions.compile(setting.values().get(1), scope),
                            PlainFormula.of(setting.values().get(1), expressions, scope),
                            setting.values().get(1).span());
                })
                .toList());
    }

    /** What stands in the program for the limit of the norm, or of each number; nothing where several lines limit it. */
    Optional<PlainFormula> formula(boolean ofNorm) {
        List<Line> those = lines.stream().filter(line -> line.isNorm == ofNorm).toList();
        return those.size() == 1 ? Optional.of(those.getFirst().formula) : Optional.empty();
    }

    Clipping at(Frame frame) {
        double value = Double.POSITIVE_INFINITY;
        double norm = Double.POSITIVE_INFINITY;
        for (Line line : lines) {
            if (line.isNorm) {
                norm = Math.min(norm, line.at(frame));
            } else {
                value = Math.min(value, line.at(frame));
            }
        }
        return new Clipping(value, norm);
    }
}
