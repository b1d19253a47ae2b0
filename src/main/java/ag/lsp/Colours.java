package ag.lsp;

import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Piece;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

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

    static SemanticTokens of(Analysis analysis) {
        Encoder encoder = new Encoder(analysis.source());
        analysis.pieces().forEach(piece -> encoder.add(piece.span(), type(piece.kind()), modifiers(piece)));
        return new SemanticTokens(encoder.data);
    }

    private static String type(Piece.Kind kind) {
        return switch (kind) {
            case KEYWORD -> SemanticTokenTypes.Keyword;
            case FUNCTION -> SemanticTokenTypes.Function;
            case VARIABLE -> SemanticTokenTypes.Variable;
            case PARAMETER -> SemanticTokenTypes.Parameter;
            case NUMBER -> SemanticTokenTypes.Number;
            case TEXT -> SemanticTokenTypes.String;
            case COMMENT -> SemanticTokenTypes.Comment;
            case OPERATOR -> SemanticTokenTypes.Operator;
            case PART -> SemanticTokenTypes.Property;
            case MODEL -> SemanticTokenTypes.Class;
            case DATA -> SemanticTokenTypes.Struct;
        };
    }

    private static int modifiers(Piece piece) {
        Occurrence name = piece.name();
        if (name == null) {
            return 0;
        }
        return (name.isDefinition() ? DECLARATION : 0)
                | (name.use() == Occurrence.Use.CHANGED ? MODIFICATION : 0)
                | (piece.isOfLibrary() ? LIBRARY : 0)
                | (piece.isOfLibrary() && piece.kind() == Piece.Kind.VARIABLE ? READONLY : 0);
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

        void add(Span span, String type, int modifiers) {
            int last = source.line(Math.max(span.start(), span.end() - 1));
            for (int line = span.line(); line <= last; line++) {
                int lineStart = source.lineStart(line);
                int from = Math.max(span.start(), lineStart);
                int to = Math.min(span.end(), lineStart + source.lineText(line).length());
                if (to > from) {
                    add(line - 1, from - lineStart, to - from, type, modifiers);
                }
            }
        }

        private void add(int line, int start, int length, String type, int modifiers) {
            data.add(line - lastLine);
            data.add(line == lastLine ? start - lastStart : start);
            data.add(length);
            data.add(TYPES.indexOf(type));
            data.add(modifiers);
            lastLine = line;
            lastStart = start;
        }
    }
}
