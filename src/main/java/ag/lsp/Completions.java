package ag.lsp;

import ag.assist.FileSuggestions;
import ag.assist.ProgramSuggestions;
import ag.assist.Suggestion;
import ag.assist.WordAtCursor;
import ag.help.Help;
import ag.lang.interpreter.Interpreter;
import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Symbol;
import ag.lang.syntax.Lexeme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What can stand at the cursor: what the REPL suggests there, with the names of the program that the last run knows, and the names
 * that the text alone tells of, parameters among them.
 */
record Completions(Help help) {
    private static final int LONGEST_STATEMENT = 4000;

    List<CompletionItem> at(Analysis analysis, int offset, BoundedRun run) {
        boolean comment = analysis.lexemes().stream()
                .anyMatch(lexeme -> lexeme.kind() == Lexeme.Kind.COMMENT
                        && lexeme.span().start() < offset
                        && offset <= lexeme.span().end());
        return comment ? List.of() : items(analysis, offset, run);
    }

    private List<CompletionItem> items(Analysis analysis, int offset, BoundedRun run) {
        String text = analysis.text();
        // What stands above the statement does not change what fits into it.
        int start = Math.max(start(analysis, offset), offset - LONGEST_STATEMENT);
        WordAtCursor word = WordAtCursor.of(text.substring(start, offset));
        List<CompletionItem> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Suggestion suggestion : suggestions(analysis, word, run.interpreter())) {
            if (suggestion.text().startsWith(word.text()) && seen.add(suggestion.text())) {
                items.add(item(suggestion));
            }
        }
        boolean names = !word.quoted() && !word.before().endsWith(".");
        if (names) {
            for (Occurrence made : analysis.names().visible(offset)) {
                if (made.name().startsWith(word.text()) && seen.add(made.name())) {
                    items.add(item(analysis, made));
                }
            }
        }
        Range typed = Positions.of(analysis.source(), offset - word.text().length(), offset);
        for (CompletionItem item : items) {
            String inserted = Optional.ofNullable(item.getInsertText()).orElse(item.getLabel());
            item.setTextEdit(Either.forLeft(new TextEdit(typed, inserted)));
        }
        return items;
    }

    private List<Suggestion> suggestions(Analysis analysis, WordAtCursor word, Interpreter interpreter) {
        return word.quoted()
                ? new FileSuggestions(DocumentWatch.beside(analysis.uri())).of(word.text())
                : new ProgramSuggestions(() -> interpreter, () -> help).of(word);
    }

    /** Where the statement begins that holds the offset, or a line from which the text can be read. */
    private static int start(Analysis analysis, int offset) {
        return analysis.statementAt(offset)
                .map(statement -> statement.span().start())
                .orElseGet(() -> opening(analysis, offset));
    }

    /** Outside of statements: the end of the last one before, so that one that is broken is read from its beginning. */
    private static int opening(Analysis analysis, int offset) {
        return analysis.statements().stream()
                .mapToInt(statement -> statement.span().end())
                .filter(end -> end <= offset)
                .max()
                .orElse(0);
    }

    private static CompletionItem item(Suggestion suggestion) {
        CompletionItem item = new CompletionItem(suggestion.text());
        item.setInsertText(suggestion.text());
        item.setKind(
                switch (suggestion.group()) {
                    case "statements", "words" -> CompletionItemKind.Keyword;
                    case "functions" -> CompletionItemKind.Function;
                    case "constants" -> CompletionItemKind.Constant;
                    case "files" -> CompletionItemKind.File;
                    case "members" -> CompletionItemKind.Property;
                    case "yours" -> CompletionItemKind.Variable;
                    default -> CompletionItemKind.Text;
                });
        item.setDetail(suggestion.shown().equals(suggestion.text()) ? suggestion.description() : suggestion.shown());
        item.setSortText((suggestion.group().equals("yours") ? "0" : "1") + suggestion.text());
        return item;
    }

    private static CompletionItem item(Analysis analysis, Occurrence made) {
        CompletionItem item = new CompletionItem(made.name());
        Symbol.Kind kind = Optional.ofNullable(made.kind()).orElse(Symbol.Kind.VALUE);
        item.setKind(
                switch (kind) {
                    case FUNCTION -> CompletionItemKind.Function;
                    case MODEL -> CompletionItemKind.Class;
                    case DATA -> CompletionItemKind.Struct;
                    case INPUT, VALUE, PARAMETER, VARIABLE -> CompletionItemKind.Variable;
                });
        item.setDetail(Signatures.own(analysis, made.name())
                .orElse("line " + made.span().line()));
        item.setSortText("0" + made.name());
        return item;
    }

    /** The item with what the help says of it. */
    CompletionItem explained(CompletionItem item) {
        help.topic(item.getLabel())
                .map(Explained::markdown)
                .ifPresent(text -> item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text)));
        return item;
    }
}
