package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input that is fitted.
 *
 * @param low what it must not fall below; null where it may be anything, and {@code high} too
 */
record FitParameter(
        Derivations.Asked name,
        @Nullable Code low,
        @Nullable Code high,
        Span range) {
    /** A number that is fitted. */
    record Leaf(String name, int node, double low, double high) {}

    static FitParameter compile(LearningStatement.Bounded bounded, StatementCompiler compiler, Scope scope) {
        Derivations.Asked name = Derivations.Asked.of(bounded.name(), compiler, scope);
        Expr range = bounded.range();
        if (range == null) {
            return new FitParameter(name, null, null, bounded.name().span());
        }
        if (range instanceof Expr.Range ends) {
            return new FitParameter(
                    name,
                    compiler.expressions().compile(ends.low(), scope),
                    compiler.expressions().compile(ends.high(), scope),
                    ends.span());
        }
        throw new AgException(
                ErrorCode.BAD_RANGE,
                "the bounds of a parameter are a range",
                range.span(),
                "write: over " + bounded.name().name() + " in 0..1000, or in 0..inf");
    }

    /** The input. */
    Input input(Frame frame) {
        return name.input(frame, "fit changes inputs, which are made with let: let " + name.text() + " = 1");
    }

    /** The numbers of all inputs, each once. */
    static List<Leaf> leaves(Frame frame, List<FitParameter> parameters) {
        List<Leaf> leaves = new ArrayList<>();
        for (FitParameter parameter : parameters) {
            for (Leaf leaf : parameter.leaves(frame)) {
                if (leaves.stream().anyMatch(other -> other.node() == leaf.node())) {
                    throw new AgException(
                            ErrorCode.REPEATED_SETTING,
                            "'" + parameter.name.text() + "' is fitted twice",
                            parameter.name.span(),
                            "name it once");
                }
                leaves.add(leaf);
            }
        }
        return leaves;
    }

    private List<Leaf> leaves(Frame frame) {
        Input input = input(frame);
        double least = end(frame, low, Double.NEGATIVE_INFINITY);
        double most = end(frame, high, Double.POSITIVE_INFINITY);
        if (!(least < most)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "the bounds of a parameter run from one number to a larger one",
                    range,
                    "write: over " + name.text() + " in 0..1000");
        }
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            leaves.add(new Leaf(input.nameOf(i), input.node(i), least, most));
        }
        return leaves;
    }

    private double end(Frame frame, @Nullable Code code, double standard) {
        if (code == null) {
            return standard;
        }
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "the ends of a range are numbers, and this is " + Kinds.article(datum),
                    range,
                    "write: over " + name.text() + " in 0..1000");
        }
        return frame.machine.workspace.number(datum);
    }
}
