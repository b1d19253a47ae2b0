package ag.lsp;

import ag.help.Help;
import ag.machine.FileAccess;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The server of one editor: says what it can do, and begins and ends. */
final class AgLanguageServer implements LanguageServer, LanguageClientAware {
    private final Answers answers;
    private final DocumentWatch watch;
    private final DocumentService documents;
    private final String version;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private @Nullable LanguageClient client;
    private boolean shutDown;

    AgLanguageServer(Answers answers, String version) {
        this.answers = answers;
        this.version = version;
        this.watch = new DocumentWatch(answers);
        this.documents = new DocumentService(watch, answers, Help.standard());
    }

    /** Comes when the editor ends the server, with whether it has said so before. */
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    @Override
    public void connect(LanguageClient newClient) {
        client = newClient;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams asked) {
        if (client != null) {
            watch.connect(client, EditorPreferences.of(asked.getInitializationOptions()));
        }
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setCompletionProvider(new CompletionOptions(true, List.of(".", "\"")));
        can.setHoverProvider(true);
        can.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",")));
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(Colours.legend(), true));
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(true);
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setInlayHintProvider(true);
        can.setExecuteCommandProvider(new ExecuteCommandOptions(Arrays.stream(DocumentViews.View.values())
                .map(DocumentViews.View::command)
                .toList()));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("ag", version)));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public void exit() {
        ended.complete(shutDown);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new Commands();
    }

    /** Carries out the commands of lenses and actions. */
    private final class Commands implements WorkspaceService {
        @Override
        public CompletableFuture<Object> executeCommand(ExecuteCommandParams asked) {
            Optional<DocumentViews.View> view = DocumentViews.View.of(asked.getCommand());
            List<String> arguments = asked.getArguments().stream()
                    .map(argument ->
                            argument instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(argument))
                    .toList();
            if (view.isEmpty() || arguments.size() != 2) {
                return CompletableFuture.completedFuture("");
            }
            return CompletableFutures.computeAsync(answers.meanwhile(), _ -> {
                String uri = arguments.getFirst();
                FileAccess files = watch.preferences().files() ? DocumentWatch.beside(uri) : FileAccess.NONE;
                String text = watch.find(uri)
                        .map(watched -> new DocumentViews(files).text(watched.analysis(), view.get(), arguments.get(1)))
                        .orElse("");
                if (client != null && !watch.preferences().showsResults()) {
                    client.showMessage(new MessageParams(MessageType.Info, text));
                }
                return text;
            });
        }

        @Override
        public void didChangeConfiguration(DidChangeConfigurationParams changed) {
            // What an editor wants is said when it starts the server.
        }

        @Override
        public void didChangeWatchedFiles(DidChangeWatchedFilesParams changed) {
            // Imported files are read again at each check.
        }
    }
}
