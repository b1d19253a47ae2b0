package ag.lang.resolve;

import ag.lang.resolve.Occurrence.Use;
import ag.lang.source.Span;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names known at a place of a program, while it is walked from its beginning to its end. */
final class Scopes {
    /** A function, whose definitions end with it, or a loop, which holds its own variables only. */
    private record Local(Span extent, boolean function, Set<String> names) {}

    private final Predicate<String> outside;
    private final Set<String> globals = new HashSet<>();
    private final Deque<Local> open = new ArrayDeque<>();
    private final List<Occurrence> occurrences = new ArrayList<>();

    /** @param outside whether a name means something without the program, as those of the library do */
    Scopes(Predicate<String> outside) {
        this.outside = outside;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    void enter(Span extent, boolean function) {
        open.push(new Local(extent, function, new HashSet<>()));
    }

    void leave() {
        open.pop();
    }

    boolean isInFunction() {
        return open.stream().anyMatch(Local::function);
    }

    /** A name that the innermost function or loop makes for itself. */
    void bind(String name, Span place, Symbol.Kind kind) {
        Local local = open.element();
        local.names().add(WrittenNames.key(name));
        add(new Symbol(WrittenNames.key(name), local.extent()), name, place, Use.DEFINED, kind, place);
    }

    /** A name that a statement makes: one of the function it stands in, or of the program. */
    void define(String name, Span place, Symbol.Kind kind, Span whole) {
        String key = WrittenNames.key(name);
        for (Local local : open) {
            if (local.names().contains(key) || local.function()) {
                local.names().add(key);
                add(new Symbol(key, local.extent()), name, place, Use.DEFINED, kind, whole);
                return;
            }
        }
        globals.add(key);
        add(new Symbol(key, null), name, place, Use.DEFINED, kind, whole);
    }

    void use(String name, Span place, Use use) {
        Optional<Symbol> known = known(name);
        if (known.isEmpty() && !outside.test(name) && use == Use.READ) {
            List<Span> factors = factors(name, place);
            if (!factors.isEmpty()) {
                factors.forEach(factor -> use(factor.text(), factor, use));
                return;
            }
        }
        add(known.orElseGet(() -> new Symbol(WrittenNames.key(name), null)), name, place, use, null, null);
    }

    private Optional<Symbol> known(String name) {
        String key = WrittenNames.key(name);
        for (Local local : open) {
            if (local.names().contains(key)) {
                return Optional.of(new Symbol(key, local.extent()));
            }
        }
        return globals.contains(key) ? Optional.of(new Symbol(key, null)) : Optional.empty();
    }

    /** The letters and functions whose product a word is that means nothing itself, as {@code xy}; none where it is no product. */
    private List<Span> factors(String name, Span place) {
        if (WrittenNames.isLetter(name) || !place.text().equals(name)) {
            return List.of();
        }
        List<Span> factors = new ArrayList<>();
        int start = 0;
        while (start < name.length()) {
            int end = name.length();
            while (end > start && !(end - start < name.length() && isFactor(name.substring(start, end)))) {
                end--;
            }
            if (end == start) {
                return List.of();
            }
            factors.add(new Span(place.source(), place.start() + start, place.start() + end));
            start = end;
        }
        return factors;
    }

    private boolean isFactor(String part) {
        return (WrittenNames.isLetter(part) && (known(part).isPresent() || outside.test(part)))
                || WrittenNames.isFunction(part);
    }

    private void add(
            Symbol symbol, String name, Span place, Use use, Symbol.@Nullable Kind kind, @Nullable Span whole) {
        occurrences.add(new Occurrence(symbol, name, place, use, kind, whole, isInFunction()));
    }
}
