package ag.lsp;

import ag.help.Help;
import ag.lang.resolve.Occurrence;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Answers what an editor asks about an open document. Each answer is made from the text as it stands, one after the other. */
final class DocumentService implements TextDocumentService {
    private final DocumentWatch watch;
    private final Answers answers;
    private final Explained explained;
    private final Signatures signatures;
    private final Completions completions;

    DocumentService(DocumentWatch watch, Answers answers, Help help) {
        this.watch = watch;
        this.answers = answers;
        this.explained = new Explained(help);
        this.signatures = new Signatures(help);
        this.completions = new Completions(help);
    }

    private <T> CompletableFuture<T> answer(TextDocumentIdentifier document, T nothing, Function<Watched, T> answer) {
        return CompletableFutures.computeAsync(answers.now(), cancelled -> {
            cancelled.checkCanceled();
            return watch.find(document.getUri())
                    .map(watched -> safely(watched, nothing, answer))
                    .orElse(nothing);
        });
    }

    /** Where a text is nested too deeply to be read, there is nothing to say about it. */
    private static <T> T safely(Watched watched, T nothing, Function<Watched, T> answer) {
        try {
            return answer.apply(watched);
        } catch (AgException deep) {
            return nothing;
        }
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams opened) {
        var document = opened.getTextDocument();
        watch.open(OpenDocument.of(document.getUri(), document.getVersion(), document.getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams changed) {
        var document = changed.getTextDocument();
        watch.change(document.getUri(), before -> before.changed(document.getVersion(), changed.getContentChanges()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams closed) {
        watch.close(closed.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams saved) {
        // All that is known comes with the changes.
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams asked) {
        return answer(
                asked.getTextDocument(),
                Either.forLeft(List.of()),
                watched -> Either.forLeft(completions.at(
                        watched.analysis(), watched.analysis().offset(asked.getPosition()), watched.run())));
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return CompletableFutures.computeAsync(answers.now(), _ -> completions.explained(item));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams asked) {
        return answer(
                        asked.getTextDocument(),
                        Optional.<Hover>empty(),
                        watched -> explained.hover(
                                watched.analysis(), watched.analysis().offset(asked.getPosition()), watched.run()))
                .thenApply(DocumentService::orNull);
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams asked) {
        return answer(
                        asked.getTextDocument(),
                        Optional.<SignatureHelp>empty(),
                        watched -> signatures.at(
                                watched.analysis(), watched.analysis().offset(asked.getPosition())))
                .thenApply(DocumentService::orNull);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams asked) {
        return answer(
                asked.getTextDocument(),
                Either.forLeft(List.of()),
                watched -> Either.forLeft(watched
                        .analysis()
                        .nameAt(asked.getPosition())
                        .flatMap(name -> watched.analysis().names().definition(name))
                        .map(made -> location(watched, made))
                        .stream()
                        .toList()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams asked) {
        return answer(
                asked.getTextDocument(),
                List.of(),
                watched -> places(watched, watched.analysis().nameAt(asked.getPosition())).stream()
                        .filter(place -> asked.getContext().isIncludeDeclaration() || !place.isDefinition())
                        .map(place -> location(watched, place))
                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams asked) {
        return answer(
                asked.getTextDocument(),
                List.of(),
                watched -> places(watched, watched.analysis().nameAt(asked.getPosition())).stream()
                        .map(place -> new DocumentHighlight(
                                Positions.of(place.span()),
                                place.use() == Occurrence.Use.READ
                                        ? DocumentHighlightKind.Read
                                        : DocumentHighlightKind.Write))
                        .toList());
    }

    private static List<Occurrence> places(Watched watched, Optional<Occurrence> name) {
        return name.map(found -> watched.analysis().names().of(found.symbol())).orElse(List.of());
    }

    private static Location location(Watched watched, Occurrence place) {
        return new Location(watched.document().uri(), Positions.of(place.span()));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams asked) {
        return answer(
                        asked.getTextDocument(),
                        Optional.<Range>empty(),
                        watched -> own(watched, asked.getPosition()).map(name -> Positions.of(name.span())))
                .thenApply(range -> {
                    if (range.isEmpty()) {
                        throw refused("there is no name of this program here");
                    }
                    return Either3.forFirst(range.get());
                });
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams asked) {
        return answer(
                        asked.getTextDocument(),
                        List.<TextEdit>of(),
                        watched -> own(watched, asked.getPosition())
                                .map(name -> {
                                    try {
                                        return Renaming.of(watched.analysis(), name.symbol(), asked.getNewName());
                                    } catch (Renaming.Refused refused) {
                                        throw refused(String.valueOf(refused.getMessage()));
                                    }
                                })
                                .orElse(List.of()))
                .thenApply(edits -> new WorkspaceEdit(
                        java.util.Map.of(asked.getTextDocument().getUri(), edits)));
    }

    private static Optional<Occurrence> own(Watched watched, org.eclipse.lsp4j.Position position) {
        return watched.analysis()
                .nameAt(position)
                .filter(name ->
                        !watched.analysis().names().definitions(name.symbol()).isEmpty()
                                || !Analysis.library().containsKey(name.name()));
    }

    private static ResponseErrorException refused(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams asked) {
        return answer(
                asked.getTextDocument(),
                List.of(),
                watched -> Outline.symbols(watched.analysis()).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams asked) {
        return answer(asked.getTextDocument(), List.of(), watched -> Outline.foldings(watched.analysis()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams asked) {
        return answer(
                asked.getTextDocument(), new SemanticTokens(List.of()), watched -> Colours.of(watched.analysis()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams asked) {
        return answer(asked.getTextDocument(), List.of(), watched -> {
            var source = watched.analysis().source();
            String layout = Session.layout(source);
            return layout.equals(source.text()) ? List.of() : List.of(new TextEdit(Positions.all(source), layout));
        });
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams asked) {
        return answer(asked.getTextDocument(), List.of(), watched -> DocumentViews.lenses(watched.analysis()));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams asked) {
        return answer(asked.getTextDocument(), List.of(), watched -> {
            Analysis analysis = watched.analysis();
            int start = analysis.offset(asked.getRange().getStart());
            int end = analysis.offset(asked.getRange().getEnd());
            List<CodeAction> actions = new ArrayList<>();
            Fixes fixes = new Fixes(source -> Mistakes.of(source, DocumentWatch.beside(analysis.uri())));
            for (Diagnostic problem : watched.checked()) {
                if (problem.span().start() <= end && start <= problem.span().end()) {
                    actions.addAll(fixes.of(analysis, problem, watched.checked().size()));
                }
            }
            actions.addAll(DocumentViews.actions(analysis, start));
            return actions.stream().map(Either::<Command, CodeAction>forRight).toList();
        });
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams asked) {
        return answer(asked.getTextDocument(), List.of(), watched -> InlayHints.of(watched, asked.getRange()));
    }

    @SuppressWarnings("NullAway") // The protocol says nothing by null.
    private static <T> T orNull(Optional<T> answer) {
        return answer.orElse(null);
    }
}
