package ag.lsp;

import ag.cli.ChildProcess;
import ag.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** An editor with one document open, at the other end of the protocol. */
final class Editor implements LanguageClient, AutoCloseable {
    static final String URI = "file:///tmp/t.ag";

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> refreshed = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final LanguageServer server;
    private final InitializeResult able;
    private final OutputStream output;
    private final @Nullable Process process;
    private int version;
    private String text = "";

    private Editor(InputStream input, OutputStream output, Map<String, Boolean> options, @Nullable Process process) {
        this.output = output;
        this.process = process;
        var launcher = LSPLauncher.createClientLauncher(this, input, output);
        var _ = launcher.startListening();
        server = launcher.getRemoteProxy();
        InitializeParams begin = new InitializeParams();
        begin.setCapabilities(new ClientCapabilities());
        begin.setInitializationOptions(options);
        able = server.initialize(begin).join();
    }

    /** A server on a thread of its own. */
    static Editor here() throws IOException {
        PipedInputStream toServer = new PipedInputStream(1 << 20);
        PipedInputStream toClient = new PipedInputStream(1 << 20);
        OutputStream fromClient = new PipedOutputStream(toServer);
        OutputStream fromServer = new PipedOutputStream(toClient);
        Thread thread = new Thread(() -> LanguageServerProcess.serve(toServer, fromServer, "test"));
        thread.setDaemon(true);
        thread.start();
        return new Editor(toClient, fromClient, Map.of(), null);
    }

    /** {@code ag lsp} in a process of its own. */
    static Editor ofProcess() throws IOException {
        Process process = new ProcessBuilder(ChildProcess.java(List.of("-XX:TieredStopAtLevel=1"), Main.class, "lsp"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Editor(process.getInputStream(), process.getOutputStream(), Map.of("results", true), process);
    }

    LanguageServer server() {
        return server;
    }

    TextDocumentService documents() {
        return server.getTextDocumentService();
    }

    InitializeResult able() {
        return able;
    }

    TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(URI);
    }

    Editor open(String newText) {
        text = newText;
        published.clear();
        refreshed.clear();
        documents().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "ag", ++version, text)));
        return this;
    }

    /** Types something in the place of something else. */
    void type(String before, String after) {
        int at = text.indexOf(before);
        published.clear();
        refreshed.clear();
        documents()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(URI, ++version),
                        List.of(new TextDocumentContentChangeEvent(
                                new Range(position(at), position(at + before.length())), after))));
        text = text.substring(0, at) + after + text.substring(at + before.length());
    }

    String text() {
        return text;
    }

    /** The position of a text in the document, or of the place in it that {@code |} marks. */
    Position position(String marked) {
        int mark = marked.indexOf('|');
        String plain = marked.replace("|", "");
        int at = text.indexOf(plain);
        if (at < 0) {
            throw new IllegalArgumentException(marked);
        }
        return position(at + Math.max(mark, 0));
    }

    Position position(int offset) {
        String before = text.substring(0, offset);
        return new Position((int) before.chars().filter(c -> c == '\n').count(), offset - before.lastIndexOf('\n') - 1);
    }

    int offset(Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + position.getCharacter();
    }

    String in(Range range) {
        return text.substring(offset(range.getStart()), offset(range.getEnd()));
    }

    /** The mistakes that were told of the text as it stands; waits for them. */
    List<Diagnostic> mistakes() throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was told");
            }
            if (next.getVersion() == version) {
                return next.getDiagnostics();
            }
        }
    }

    /** Waits until the program has run. */
    void awaitRun() throws InterruptedException {
        if (refreshed.poll(60, TimeUnit.SECONDS) == null) {
            throw new AssertionError("the program has not run");
        }
    }

    String message() throws InterruptedException {
        return String.valueOf(messages.poll(60, TimeUnit.SECONDS));
    }

    /** Ends the server as an editor does; the status of its process, 0 where it has none. */
    int end() throws InterruptedException {
        server.shutdown().join();
        server.exit();
        return process == null ? 0 : process.waitFor();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            return;
        }
        try {
            end();
            // The threads of both ends wait for more as long as the stream is open.
            output.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public CompletableFuture<Void> refreshInlayHints() {
        refreshed.add(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public void logMessage(MessageParams message) {}
}
