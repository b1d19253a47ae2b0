package ag.lang.resolve;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a statement or an expression does with the names of its program.
 *
 * @param defines the names it gives a meaning
 * @param changes the names whose values it changes, as {@code set x = 2} and {@code c += 1} do
 * @param reads the names it reads at once, or when a function written in it is called; the words of a block too, as a program may
 *     have given them a meaning
 * @param changesInputs whether it changes inputs, by {@code set}, by training or by loading a model
 */
public record Effects(Set<String> defines, Set<String> changes, Set<String> reads, boolean changesInputs) {
    /** What a statement does, those in its blocks too. */
    public static Effects of(Statement statement) {
        return of(names -> names.of(statement));
    }

    /** What the body of a function does when it is called. */
    public static Effects of(Statement.Body body) {
        return of(names -> names.body(body));
    }

    public static Effects of(Expr expression) {
        return of(new Statement.Formula(expression));
    }

    private static Effects of(Consumer<StatementNames> walk) {
        Scopes scopes = new Scopes(_ -> true);
        StatementNames names = new StatementNames(scopes);
        walk.accept(names);
        List<Occurrence> found = scopes.occurrences();
        return new Effects(
                names(found, Occurrence::isDefinition),
                names(found, occurrence -> occurrence.use() == Occurrence.Use.CHANGED),
                names(found, occurrence -> occurrence.isReading() || occurrence.use() == Occurrence.Use.PERHAPS),
                names.changesInputs());
    }

    private static Set<String> names(List<Occurrence> found, Predicate<Occurrence> wanted) {
        return found.stream()
                .filter(occurrence -> occurrence.symbol().isGlobal() && wanted.test(occurrence))
                .map(Occurrence::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
