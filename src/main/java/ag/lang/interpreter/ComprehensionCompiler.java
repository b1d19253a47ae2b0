package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles comprehensions: where their items come from, the condition, and what is made of each item. */
record ComprehensionCompiler(ExpressionCompiler expressions, Machine machine) {
    Code compile(Expr.Comprehension comprehension, Scope scope) {
        List<Collections.Source> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable Integer> hidden = new ArrayList<>();
        for (Expr.Clause clause : comprehension.clauses()) {
            Code items = expressions.build(clause.source(), scope);
            Code numbers = expressions.isForNumbers() ? expressions.alike(clause.source(), scope) : items;
            int[] slots = new int[clause.names().size()];
            for (int i = 0; i < slots.length; i++) {
                String name = clause.names().get(i);
                names.add(name);
                hidden.add(scope.hide(name));
                slots[i] = Objects.requireNonNull(scope.slot(name));
            }
            sources.add(new Collections.Source(
                    items, numbers, slots, clause.source().span()));
        }
        Expr filter = comprehension.filter();
        Code condition = filter == null ? null : expressions.build(filter, scope);
        Code element = expressions.alike(comprehension.element(), scope);
        Set<Cell> called = expressions.isForNumbers() ? calledOnItems(comprehension, scope) : null;
        for (int i = names.size() - 1; i >= 0; i--) {
            scope.restore(names.get(i), hidden.get(i));
        }
        return new Collections.Comprehended(
                sources,
                condition,
                filter == null ? comprehension.span() : filter.span(),
                element,
                NumberProgram.ofExpression(element),
                called,
                comprehension.inBrackets(),
                comprehension.span());
    }

    /** The names that are called for each item; null where there is more to it than operators and calls of names. */
    private @Nullable Set<Cell> calledOnItems(Expr.Comprehension comprehension, Scope scope) {
        List<Expr> parts = new ArrayList<>(List.of(comprehension.element()));
        comprehension.clauses().stream().skip(1).map(Expr.Clause::source).forEach(parts::add);
        if (comprehension.filter() != null) {
            parts.add(comprehension.filter());
        }
        Set<Cell> called = new LinkedHashSet<>();
        boolean[] plain = {true};
        for (Expr each : parts) {
            Parts.each(each, part -> {
                if (part instanceof Expr.Call(Expr.Name callee, List<Expr.Argument> _, Span _)
                        && !scope.isLocal(callee.name())) {
                    called.add(machine.globals.cell(callee.name()));
                } else {
                    plain[0] &= isOperator(part);
                }
            });
        }
        return plain[0] ? called : null;
    }

    /** Whether it does with the values of its parts what can be done with plain numbers too. */
    private static boolean isOperator(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral _, Expr.BooleanLiteral _, Expr.Name _, Expr.Unary _, Expr.Binary _ -> true;
            case Expr.Conditional _, Expr.Index _, Expr.Range _, Expr.Stepped _, Expr.Whole _, Expr.Vector _ -> true;
            case Expr.TextLiteral _, Expr.Call _, Expr.Prime _, Expr.Member _, Expr.Anonymous _ -> false;
            case Expr.Comprehension _, Expr.Notation _ -> false;
        };
    }
}
