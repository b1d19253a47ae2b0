package ag.lang.statements;

import ag.fit.FitLoss;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import java.util.List;

/** The line {@code robust huber(1.5)} of a fit: from what size on a residual counts less than by its square. */
record RobustLoss(String word, Code scale, Span scaleSpan) {
    static final String EXAMPLE = "robust huber(1.5)";

    static RobustLoss compile(Setting setting, StatementCompiler compiler, Scope scope) {
        if (setting.values().getFirst() instanceof Expr.Call(Expr.Name name, List<Expr.Argument> arguments, Span _)
                && List.of("huber", "soft_l1").contains(name.name())
                && arguments.size() == 1
                && arguments.getFirst().name() == null) {
            Expr value = arguments.getFirst().value();
            return new RobustLoss(name.name(), compiler.expressions().compile(value, scope), value.span());
        }
        throw new AgException(
                ErrorCode.BAD_SETTING,
                "'robust' is not written like this",
                setting.span(),
                "write: " + EXAMPLE + ", or robust soft_l1(1.5), with the size from which on a residual counts less");
    }

    FitLoss at(Frame frame) {
        Datum datum = scale.run(frame);
        double size = Arithmetic.isNumber(datum) ? frame.machine.workspace.shown(datum) : Double.NaN;
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new AgException(
                    ErrorCode.BAD_ARGUMENT,
                    "the size from which on a residual counts less is a number above 0",
                    scaleSpan,
                    "write: " + EXAMPLE);
        }
        return word.equals("huber") ? new FitLoss.Huber(size) : new FitLoss.SoftL1(size);
    }
}
