package ag.lang.resolve;

import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All names of a program: where each is given a meaning, where it is read and changed.
 *
 * <pre>{@code
 * Resolution names = Resolution.of(Parser.read(source).statements(), library::contains);
 * names.at(offset).map(names::definitions);
 * }</pre>
 *
 * @param occurrences in the order of the text
 */
public record Resolution(List<Occurrence> occurrences) {
    public Resolution {
        occurrences = List.copyOf(occurrences);
    }

    /**
     * The names of a program.
     *
     * @param outside whether a name means something without the program, as those of the library do
     */
    public static Resolution of(List<Statement> statements, Predicate<String> outside) {
        Scopes scopes = new Scopes(outside);
        StatementNames names = new StatementNames(scopes);
        statements.forEach(names::of);
        List<Occurrence> found = new ArrayList<>(scopes.occurrences());
        found.sort(Comparator.comparingInt(occurrence -> occurrence.span().start()));
        return new Resolution(found);
    }

    /** The name that stands at an offset or ends there. */
    public Optional<Occurrence> at(int offset) {
        Optional<Occurrence> found = Optional.empty();
        for (Occurrence occurrence : occurrences) {
            Span span = occurrence.span();
            boolean closer = found.isEmpty()
                    || span.length() < found.get().span().length()
                    || (span.length() == found.get().span().length() && occurrence.isDefinition());
            if (span.start() <= offset && offset <= span.end() && closer) {
                found = Optional.of(occurrence);
            }
        }
        return found;
    }

    /** All places of a symbol, each once. */
    public List<Occurrence> of(Symbol symbol) {
        List<Occurrence> all = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            boolean again = !all.isEmpty()
                    && all.getLast().span().start() == occurrence.span().start();
            if (occurrence.symbol().equals(symbol) && !again) {
                all.add(occurrence);
            }
        }
        return all;
    }

    public List<Occurrence> definitions(Symbol symbol) {
        return occurrences.stream()
                .filter(occurrence ->
                        occurrence.isDefinition() && occurrence.symbol().equals(symbol))
                .toList();
    }

    /** The definition that a place reads: the last one before it, or the first of all, as for what a function reads when it is called. */
    public Optional<Occurrence> definition(Occurrence used) {
        if (used.isDefinition()) {
            return Optional.of(used);
        }
        List<Occurrence> definitions = definitions(used.symbol());
        return definitions.stream()
                .filter(made -> made.span().start() < used.span().start())
                .reduce((_, later) -> later)
                .or(() -> definitions.stream().findFirst());
    }

    /** The names known at an offset, the innermost first: those defined before it, and those of the whole program defined behind it. */
    public List<Occurrence> visible(int offset) {
        Map<Symbol, Occurrence> visible = new LinkedHashMap<>();
        for (Occurrence made : occurrences) {
            Span extent = made.symbol().extent();
            boolean within = extent == null || (extent.start() <= offset && offset <= extent.end());
            if (made.isDefinition() && within) {
                visible.putIfAbsent(made.symbol(), made);
            }
        }
        return List.copyOf(visible.values());
    }

    /** What each symbol was first made as; letters without a value and names of the library are not among them. */
    public Map<Symbol, Symbol.Kind> kinds() {
        Map<Symbol, Symbol.Kind> kinds = new HashMap<>();
        for (Occurrence made : occurrences) {
            if (made.isDefinition() && made.kind() != null) {
                kinds.putIfAbsent(made.symbol(), made.kind());
            }
        }
        return kinds;
    }
}
