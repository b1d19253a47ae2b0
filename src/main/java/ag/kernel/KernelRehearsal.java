package ag.kernel;

import ag.machine.FileAccess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Runs a kernel and asks it what a notebook asks first. The launcher lets the JVM record its start-up cache for kernels meanwhile: only what has
 * been used gets into it.
 */
public final class KernelRehearsal {
    private static final String KEY = "rehearsal";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final ZMQ.Socket shell;
    private int sent;

    private KernelRehearsal(ZMQ.Socket shell) {
        this.shell = shell;
    }

    public static void main(String... arguments) throws Exception {
        Path folder = Files.createTempDirectory("ag-kernel");
        Path file = folder.resolve("connection.json");
        try {
            int[] ports = ports();
            Files.writeString(file, """
                {"ip": "127.0.0.1", "transport": "tcp", "key": "%s", "signature_scheme": "hmac-sha256", "shell_port": %d,
                 "iopub_port": %d, "stdin_port": %d, "control_port": %d, "hb_port": %d}
                """.formatted(KEY, ports[0], ports[1], ports[2], ports[3], ports[4]));
            Thread asking = Thread.ofPlatform().daemon().start(() -> ask(ports[0]));
            Kernel.serve(file, new Kernel.Settings(FileAccess.NONE, 1L, "rehearsal", Optional.empty()));
            asking.join(PATIENCE_MILLISECONDS);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** Ports that were free a moment ago. */
    private static int[] ports() {
        int[] ports = new int[5];
        try (ZContext context = new ZContext()) {
            for (int i = 0; i < ports.length; i++) {
                ports[i] = context.createSocket(SocketType.DEALER).bindToRandomPort("tcp://127.0.0.1");
            }
        }
        return ports;
    }

    private static void ask(int port) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket shell = context.createSocket(SocketType.DEALER);
            shell.setReceiveTimeOut(PATIENCE_MILLISECONDS);
            shell.connect("tcp://127.0.0.1:" + port);
            KernelRehearsal rehearsal = new KernelRehearsal(shell);
            rehearsal.ask("kernel_info_request", "{}");
            for (String cell : List.of(
                    "let a = 2; L = a^2*sin(a)\\ngrad L",
                    "derive x^2 sin(x)\\nL",
                    "plot sin(x) for x in 0..1",
                    "nosuch + 1")) {
                rehearsal.ask(
                        "execute_request",
                        "{\"code\": \"" + cell
                                + "\", \"silent\": false, \"store_history\": true, \"user_expressions\": {},"
                                + " \"allow_stdin\": false, \"stop_on_error\": false}");
            }
            rehearsal.ask("complete_request", "{\"code\": \"tan\", \"cursor_pos\": 3}");
            rehearsal.ask("inspect_request", "{\"code\": \"tanh\", \"cursor_pos\": 3, \"detail_level\": 0}");
            rehearsal.ask("is_complete_request", "{\"code\": \"1 + 2\"}");
            rehearsal.ask("shutdown_request", "{\"restart\": false}");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends a message, and waits for its answer. */
    private void ask(String type, String content) throws GeneralSecurityException {
        sent++;
        String header = "{\"msg_id\": \"" + sent + "\", \"session\": \"rehearsal\", \"username\": \"ag\", \"date\":"
                + " \"2025-01-01T00:00:00Z\", \"msg_type\": \"" + type + "\", \"version\": \"5.3\"}";
        List<String> parts = List.of(header, "{}", "{}", content);
        byte[][] bytes = parts.stream()
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        shell.sendMore("<IDS|MSG>");
        shell.sendMore(new HMACGenerator(ALGORITHM, KEY).calculateSignature(bytes));
        for (int i = 0; i < parts.size(); i++) {
            shell.send(parts.get(i), i < parts.size() - 1 ? ZMQ.SNDMORE : 0);
        }
        do {
            var _ = shell.recvStr();
        } while (shell.hasReceiveMore());
    }
}
