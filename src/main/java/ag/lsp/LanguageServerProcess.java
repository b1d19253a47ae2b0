package ag.lsp;

import ag.machine.DeepThread;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** {@code ag lsp}: answers an editor over two streams until it ends the server, or is gone. */
public final class LanguageServerProcess {
    private LanguageServerProcess() {}

    /**
     * Serves one editor.
     *
     * @param version the version of the program, which the editor is told
     * @return whether the editor has ended the server as the protocol says
     */
    public static boolean serve(InputStream input, OutputStream output, String version) {
        try (Answers answers = Answers.start()) {
            AgLanguageServer server = new AgLanguageServer(answers, version);
            // The thread that reads must not keep the process: it waits for an editor that may say no more.
            Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(
                    server, input, output, Executors.newCachedThreadPool(DeepThread::daemon), consumer -> consumer);
            server.connect(launcher.getRemoteProxy());
            Future<Void> gone = launcher.startListening();
            // A thread of its own, as it waits as long as the editor lives: the common pool has other work.
            DeepThread.daemon(() -> {
                        await(gone);
                        server.ended().complete(false);
                    })
                    .start();
            return server.ended().join();
        }
    }

    private static void await(Future<Void> gone) {
        try {
            gone.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException broken) {
            // The editor is gone, whichever way the stream has ended.
        }
    }
}
