package ag.lang.resolve;

import ag.lang.source.Span;
import ag.lang.syntax.Lexeme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a program with what it is, as far as the text tells without running it: what editors colour.
 *
 * @param name where the piece is a name, what is done with it there; otherwise null
 * @param isOfLibrary whether it is a name of the library
 */
public record Piece(Span span, Kind kind, @Nullable Occurrence name, boolean isOfLibrary) {
    /** What a piece is. */
    public enum Kind {
        KEYWORD,
        FUNCTION,
        VARIABLE,
        PARAMETER,
        NUMBER,
        TEXT,
        COMMENT,
        OPERATOR,
        /** What stands behind a dot, or names an argument. */
        PART,
        MODEL,
        DATA
    }

    /** What a name is without the program. */
    public enum Known {
        FUNCTION,
        VALUE,
        UNKNOWN
    }

    /**
     * The pieces of a program that are something of these, in their order.
     *
     * @param library what a name is without the program
     */
    public static List<Piece> of(List<Lexeme> lexemes, Resolution names, Function<String, Known> library) {
        Map<Integer, Occurrence> places = new HashMap<>();
        for (Occurrence occurrence : names.occurrences()) {
            places.merge(occurrence.span().start(), occurrence, (first, other) -> other.isDefinition() ? other : first);
        }
        Map<Symbol, Symbol.Kind> kinds = names.kinds();
        List<Piece> pieces = new ArrayList<>();
        for (Lexeme lexeme : lexemes) {
            Occurrence name = places.get(lexeme.span().start());
            if (name != null && lexeme.isWord() && isName(lexeme)) {
                pieces.add(named(lexeme.span(), name, kinds.get(name.symbol()), library));
            } else {
                Kind kind = kind(lexeme);
                if (kind != null) {
                    pieces.add(new Piece(lexeme.span(), kind, null, false));
                }
            }
        }
        return pieces;
    }

    private static boolean isName(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case NAME, DEFINED, TENTATIVE, PART -> true;
            default -> false;
        };
    }

    private static Piece named(
            Span span, Occurrence name, Symbol.@Nullable Kind kind, Function<String, Known> library) {
        if (kind != null) {
            return new Piece(span, kind(kind), name, false);
        }
        return switch (library.apply(name.name())) {
            case FUNCTION -> new Piece(span, Kind.FUNCTION, name, true);
            case VALUE -> new Piece(span, Kind.VARIABLE, name, true);
            case UNKNOWN -> new Piece(span, Kind.VARIABLE, name, false);
        };
    }

    private static Kind kind(Symbol.Kind kind) {
        return switch (kind) {
            case FUNCTION -> Kind.FUNCTION;
            case PARAMETER, VARIABLE -> Kind.PARAMETER;
            case MODEL -> Kind.MODEL;
            case DATA -> Kind.DATA;
            case INPUT, VALUE -> Kind.VARIABLE;
        };
    }

    private static @Nullable Kind kind(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case NUMBER -> Kind.NUMBER;
            case TEXT -> Kind.TEXT;
            case COMMAND, CLAUSE, KEYWORD -> Kind.KEYWORD;
            case COMMENT -> Kind.COMMENT;
            case SIGN, OPERATOR -> Kind.OPERATOR;
            case PART -> Kind.PART;
            case NAME, DEFINED, TENTATIVE -> Kind.VARIABLE;
            case OPENING, CLOSING, STRANGE -> null;
        };
    }
}
