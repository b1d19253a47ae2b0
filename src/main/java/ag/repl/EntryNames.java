package ag.repl;

import ag.lang.reading.WrittenTogether;
import ag.lang.source.Span;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Lexeme.Kind;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names in an entry as mathematics writes them: {@code theta} and θ are one name, {@code xsin} is x and sin, and in {@code dy/dx}
 * stand y and x.
 */
final class EntryNames {
    private final Function<String, Optional<String>> roles;
    private final List<Lexeme> lexemes;

    /**
     * @param roles what a name stands for, such as {@code input}; empty where it stands for nothing
     * @param lexemes the pieces of the whole entry
     */
    EntryNames(Function<String, Optional<String>> roles, List<Lexeme> lexemes) {
        this.roles = roles;
        this.lexemes = lexemes;
    }

    /** What a name is. */
    enum Standing {
        /** It stands for something. */
        KNOWN,
        /** A letter that may have no value yet. */
        LETTER,
        /** The d of {@code dy/dx}. */
        DIFFERENTIAL,
        UNKNOWN
    }

    /**
     * A name in the text.
     *
     * @param name as the session knows it
     * @param at where it stands
     */
    record Part(String name, Span at, Standing standing) {}

    /** The names in a piece of the entry. */
    List<Part> of(int index) {
        Lexeme lexeme = lexemes.get(index);
        if (lexeme.names().size() != 1 || lexeme.kind() == Kind.OPERATOR) {
            return lexeme.names().stream()
                    .map(name -> part(name, lexeme.span()))
                    .toList();
        }
        String name = lexeme.names().getFirst();
        Span at = lexeme.span();
        if (isKnown(name)) {
            return List.of(part(name, at));
        }
        if (isDifferential(index)) {
            int second = at.start() + 1;
            return List.of(
                    new Part("d", new Span(at.source(), at.start(), second), Standing.DIFFERENTIAL),
                    part(name.substring(1), new Span(at.source(), second, at.end())));
        }
        List<String> together = at.length() == name.length()
                ? new WrittenTogether(this::meansSomething, WrittenNames::isFunction).parts(name)
                : List.of();
        if (together.isEmpty()) {
            return List.of(part(name, at));
        }
        List<Part> parts = new ArrayList<>();
        int start = at.start();
        for (String each : together) {
            parts.add(part(each, new Span(at.source(), start, start + each.length())));
            start += each.length();
        }
        return parts;
    }

    private Part part(String written, Span at) {
        String name = spelled(written);
        boolean function = WrittenNames.isFunction(name) || Character.isDigit(name.charAt(0));
        Standing standing = roles.apply(name).isPresent() || function
                ? Standing.KNOWN
                : WrittenNames.mayBeFree(WrittenNames.greek(name)) ? Standing.LETTER : Standing.UNKNOWN;
        return new Part(name, at, standing);
    }

    /** The name under which the session knows it; the name itself where it knows none. */
    private String spelled(String name) {
        return List.of(name, WrittenNames.known(name), WrittenNames.greek(name), WrittenNames.greekName(name)).stream()
                .filter(each -> roles.apply(each).isPresent())
                .findFirst()
                .orElse(name);
    }

    private boolean isKnown(String name) {
        return roles.apply(spelled(name)).isPresent();
    }

    private boolean meansSomething(String letter) {
        return isKnown(letter)
                || lexemes.stream().anyMatch(lexeme -> lexeme.names().contains(letter));
    }

    /** Whether it is the dy or the dx of {@code dy/dx}, or the dx of {@code d(x^2)/dx}. */
    private boolean isDifferential(int index) {
        if (!beginsWithD(index)) {
            return false;
        }
        boolean above = isDivision(index + 1) && beginsWithD(index + 2) && touches(index + 1) && touches(index + 2);
        boolean below = isDivision(index - 1)
                && touches(index)
                && touches(index - 1)
                && (beginsWithD(index - 2)
                        || (index > 1 && lexemes.get(index - 2).kind() == Kind.CLOSING));
        return above || below;
    }

    private boolean beginsWithD(int index) {
        return index >= 0
                && index < lexemes.size()
                && lexemes.get(index).isWord()
                && lexemes.get(index).text().length() > 1
                && lexemes.get(index).text().startsWith("d");
    }

    private boolean isDivision(int index) {
        return index > 0 && index < lexemes.size() && lexemes.get(index).text().equals("/");
    }

    /** Whether no space stands before it. */
    private boolean touches(int index) {
        return lexemes.get(index - 1).span().end() == lexemes.get(index).span().start();
    }
}
