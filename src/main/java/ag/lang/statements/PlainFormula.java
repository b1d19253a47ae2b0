package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import ag.torch.PythonExpression;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A formula of a training's block, for a program elsewhere: what is written, and where the other names in it have their values.
 *
 * @param names the names in it that may stand for numbers, beside those of the block
 */
record PlainFormula(Expr expression, Map<String, Code> names) {
    private static final Set<String> BLOCK = Set.of("epoch", "epochs", "loss");

    static PlainFormula of(Expr expression, ExpressionCompiler expressions, Scope scope) {
        Map<String, Code> names = new LinkedHashMap<>();
        for (Expr.Name name : PythonExpression.names(expression)) {
            if (!BLOCK.contains(name.name())) {
                names.computeIfAbsent(name.name(), word -> expressions.name(word, name.span(), scope));
            }
        }
        return new PlainFormula(expression, names);
    }

    /** The formula in Python; nothing where it has no translation. */
    Optional<String> python(Frame frame) {
        return python(frame, Set.of());
    }

    /** The same where these names, too, are those of the block. */
    Optional<String> python(Frame frame, Set<String> more) {
        Set<String> block = new HashSet<>(BLOCK);
        block.addAll(more);
        // A name of Python's means the same only where it is not the program's own function.
        boolean ownFunctions = PythonExpression.functions(expression).stream()
                .anyMatch(name -> frame.machine.globals.cell(name).value != null);
        return ownFunctions
                ? Optional.empty()
                : new PythonExpression(block, name -> number(frame, name)).of(expression);
    }

    /** The number that a name stands for; nothing for another value, or a name in a way that may never be taken. */
    private OptionalDouble number(Frame frame, String name) {
        Code code = names.get(name);
        if (code == null) {
            return OptionalDouble.empty();
        }
        try {
            Datum value = code.run(frame);
            return Arithmetic.isNumber(value)
                    ? OptionalDouble.of(frame.machine.workspace.number(value))
                    : OptionalDouble.empty();
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return OptionalDouble.empty();
        }
    }

    Span span() {
        return expression.span();
    }
}
