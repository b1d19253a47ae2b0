package ag.lsp;

import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Symbol;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Lexeme;
import ag.lang.values.Callable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.jspecify.annotations.Nullable;

/** What each piece of a program is, for colours: semantic tokens. */
final class Colours {
    private static final List<String> TYPES = List.of(
            SemanticTokenTypes.Keyword,
            SemanticTokenTypes.Function,
            SemanticTokenTypes.Variable,
            SemanticTokenTypes.Parameter,
            SemanticTokenTypes.Number,
            SemanticTokenTypes.String,
            SemanticTokenTypes.Comment,
            SemanticTokenTypes.Operator,
            SemanticTokenTypes.Property,
            SemanticTokenTypes.Class,
            SemanticTokenTypes.Struct);
    private static final List<String> MODIFIERS = List.of(
            SemanticTokenModifiers.Declaration,
            SemanticTokenModifiers.Readonly,
            SemanticTokenModifiers.DefaultLibrary,
            SemanticTokenModifiers.Modification);
    private static final int DECLARATION = 1;
    private static final int READONLY = 2;
    private static final int LIBRARY = 4;
    private static final int MODIFICATION = 8;

    private Colours() {}

    static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TYPES, MODIFIERS);
    }

    private record Colour(String type, int modifiers) {}

    static SemanticTokens of(Analysis analysis) {
        Map<Integer, Occurrence> names = new HashMap<>();
        for (Occurrence occurrence : analysis.names().occurrences()) {
            names.merge(occurrence.span().start(), occurrence, (first, other) -> other.isDefinition() ? other : first);
        }
        Map<Symbol, Symbol.Kind> kinds = analysis.kinds();
        Encoder encoder = new Encoder(analysis.source());
        for (Lexeme lexeme : analysis.lexemes()) {
            Occurrence name = names.get(lexeme.span().start());
            Optional<Colour> colour = lexeme.isWord() && name != null && isName(lexeme)
                    ? Optional.of(colour(name, kinds.get(name.symbol())))
                    : colour(lexeme);
            colour.ifPresent(found -> encoder.add(lexeme.span(), found));
        }
        return new SemanticTokens(encoder.data);
    }

    private static boolean isName(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case NAME, DEFINED, TENTATIVE, PART -> true;
            default -> false;
        };
    }

    private static Colour colour(Occurrence name, Symbol.@Nullable Kind kind) {
        int modifiers =
                (name.isDefinition() ? DECLARATION : 0) | (name.use() == Occurrence.Use.CHANGED ? MODIFICATION : 0);
        if (kind == null) {
            var known = Analysis.library().get(name.name());
            return known instanceof Callable
                    ? new Colour(SemanticTokenTypes.Function, LIBRARY)
                    : new Colour(SemanticTokenTypes.Variable, known == null ? 0 : LIBRARY | READONLY);
        }
        return new Colour(
                switch (kind) {
                    case FUNCTION -> SemanticTokenTypes.Function;
                    case PARAMETER, VARIABLE -> SemanticTokenTypes.Parameter;
                    case MODEL -> SemanticTokenTypes.Class;
                    case DATA -> SemanticTokenTypes.Struct;
                    case INPUT, VALUE -> SemanticTokenTypes.Variable;
                },
                modifiers);
    }

    private static Optional<Colour> colour(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case NUMBER -> Optional.of(new Colour(SemanticTokenTypes.Number, 0));
            case TEXT -> Optional.of(new Colour(SemanticTokenTypes.String, 0));
            case COMMAND, CLAUSE, KEYWORD -> Optional.of(new Colour(SemanticTokenTypes.Keyword, 0));
            case COMMENT -> Optional.of(new Colour(SemanticTokenTypes.Comment, 0));
            case SIGN, OPERATOR -> Optional.of(new Colour(SemanticTokenTypes.Operator, 0));
            case PART -> Optional.of(new Colour(SemanticTokenTypes.Property, 0));
            case NAME, DEFINED, TENTATIVE -> Optional.of(new Colour(SemanticTokenTypes.Variable, 0));
            case OPENING, CLOSING, STRANGE -> Optional.empty();
        };
    }

    /** Writes tokens as the protocol wants them: each counted from the one before, and none over several lines. */
    private static final class Encoder {
        private final SourceText source;
        private final List<Integer> data = new ArrayList<>();
        private int lastLine;
        private int lastStart;

        Encoder(SourceText source) {
            this.source = source;
        }

        void add(Span span, Colour colour) {
            int last = source.line(Math.max(span.start(), span.end() - 1));
            for (int line = span.line(); line <= last; line++) {
                int lineStart = source.lineStart(line);
                int from = Math.max(span.start(), lineStart);
                int to = Math.min(span.end(), lineStart + source.lineText(line).length());
                if (to > from) {
                    add(line - 1, from - lineStart, to - from, colour);
                }
            }
        }

        private void add(int line, int start, int length, Colour colour) {
            data.add(line - lastLine);
            data.add(line == lastLine ? start - lastStart : start);
            data.add(length);
            data.add(TYPES.indexOf(colour.type()));
            data.add(colour.modifiers());
            lastLine = line;
            lastStart = start;
        }
    }
}
