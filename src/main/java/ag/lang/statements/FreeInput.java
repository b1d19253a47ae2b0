package ag.lang.statements;

import ag.lang.interpreter.Cell;
import ag.lang.interpreter.FunctionCode;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one name behind {@code wrt}: where it means nothing, the formula is taken as a function of it.
 *
 * @param function of the name, which gives the formula
 * @param fits whether the name stands in the formula as it was typed, or none of the program: 5 and pi are constant in any
 */
record FreeInput(Cell cell, FunctionCode function, boolean fits) {
    /** Null where a derivative is asked for by several names, or by a local one. */
    static @Nullable FreeInput of(
            DerivativeStatement.Derive derive, Subject subject, StatementCompiler compiler, Scope scope) {
        if (subject.inputs().size() != 1
                || !(subject.inputs().getFirst().expression() instanceof Expr.Name name)
                || scope.slot(name.name()) != null) {
            return null;
        }
        Statement.FunctionDefinition function = new Statement.FunctionDefinition(
                "f",
                derive.of().span(),
                List.of(new Statement.Parameter(name.name(), null, name.span())),
                new Statement.Formula(derive.of()),
                derive.span());
        Cell cell = compiler.machine().globals.cell(name.name());
        Collection<Cell> names = compiler.namesIn(derive.of(), scope);
        return new FreeInput(
                cell, compiler.functions().code(function, scope), names.contains(cell) || isFixed(derive.of(), names));
    }

    /** Whether a formula is built of numbers and what the language names alone; sin itself is no formula. */
    private static boolean isFixed(Expr formula, Collection<Cell> names) {
        return names.stream()
                .allMatch(used -> used.builtin != null
                        && !(formula instanceof Expr.Name && used.builtin instanceof Datum.Function));
    }
}
