package ag.lsp;

import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Symbol;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.SymbolKind;

/** The outline of a document: what it defines, and what can be folded. */
final class Outline {
    private Outline() {}

    /** The names of the whole program where each is first defined, and the tests, in their order. */
    static List<DocumentSymbol> symbols(Analysis analysis) {
        Set<Symbol> seen = new HashSet<>();
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (Occurrence made : analysis.names().occurrences()) {
            Span whole = made.whole();
            if (made.isDefinition() && made.symbol().isGlobal() && whole != null && seen.add(made.symbol())) {
                symbols.add(symbol(made.name(), kind(made), whole, made.span()));
            }
        }
        for (Statement statement : analysis.statements()) {
            if (statement instanceof ControlStatement.Test test) {
                Span head = new Span(
                        test.span().source(), test.span().start(), test.span().start() + "test".length());
                symbols.add(symbol(test.name(), SymbolKind.Event, test.span(), head));
            }
        }
        symbols.sort(Comparator.comparingInt(
                symbol -> analysis.offset(symbol.getSelectionRange().getStart())));
        return symbols;
    }

    private static DocumentSymbol symbol(String name, SymbolKind kind, Span whole, Span place) {
        return new DocumentSymbol(name, kind, Positions.of(whole.to(place)), Positions.of(place));
    }

    private static SymbolKind kind(Occurrence made) {
        return switch (Optional.ofNullable(made.kind()).orElse(Symbol.Kind.VALUE)) {
            case FUNCTION -> SymbolKind.Function;
            case MODEL -> SymbolKind.Class;
            case DATA -> SymbolKind.Array;
            case INPUT -> SymbolKind.Field;
            case VALUE, PARAMETER, VARIABLE -> SymbolKind.Variable;
        };
    }

    /** Blocks and lists over several lines, and comments of several lines. */
    static List<FoldingRange> foldings(Analysis analysis) {
        List<FoldingRange> foldings = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        int firstComment = -1;
        int lastComment = -1;
        for (Lexeme lexeme : analysis.lexemes()) {
            int line = lexeme.span().line() - 1;
            switch (lexeme.kind()) {
                case OPENING -> open.push(line);
                case CLOSING -> {
                    int from = open.isEmpty() ? line : open.pop();
                    if (line - 1 > from) {
                        foldings.add(new FoldingRange(from, line - 1));
                    }
                }
                case COMMENT -> {
                    boolean goesOn = lastComment >= 0 && line == lastComment + 1;
                    if (!goesOn) {
                        comment(foldings, firstComment, lastComment);
                        firstComment = line;
                    }
                    lastComment = line;
                }
                default -> {}
            }
        }
        comment(foldings, firstComment, lastComment);
        return foldings;
    }

    private static void comment(List<FoldingRange> foldings, int first, int last) {
        if (last > first && first >= 0) {
            FoldingRange folding = new FoldingRange(first, last);
            folding.setKind(FoldingRangeKind.Comment);
            foldings.add(folding);
        }
    }
}
