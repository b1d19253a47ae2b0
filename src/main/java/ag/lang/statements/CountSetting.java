package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Indexing;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import ag.lang.values.Seeds;
import org.jspecify.annotations.Nullable;

/** A line of a block that says how many, such as {@code epochs 100}. */
record CountSetting(String word, Code code, Span span) {
    /** The line that begins with the word; null where there is none. */
    static @Nullable CountSetting find(
            BlockSettings settings, String word, ExpressionCompiler expressions, Scope scope) {
        return settings.find(word)
                .map(setting -> of(word, setting.values().getFirst(), expressions, scope))
                .orElse(null);
    }

    static CountSetting of(String word, Expr value, ExpressionCompiler expressions, Scope scope) {
        return new CountSetting(word, expressions.compile(value, scope), value.span());
    }

    int at(Frame frame, int least) {
        Datum datum = code.run(frame);
        int number = Indexing.whole(frame.machine.workspace, datum, span);
        if (number < least) {
            throw new AgException(
                    ErrorCode.BAD_ARGUMENT,
                    "'" + word + "' is a whole number from " + least + " up, and this is " + number,
                    span,
                    "write: " + word + " 10");
        }
        return number;
    }

    /** The random numbers that a line such as {@code seed 7} asks for. */
    RandomSource random(Frame frame) {
        return Seeds.source(frame.machine.workspace, code.run(frame), span);
    }
}
