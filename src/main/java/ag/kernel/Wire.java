package ag.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/** Jupyter's five sockets, where waiting for a person's answer can be ended. */
final class Wire extends JupyterConnection {
    private static final long PAUSE_MILLISECONDS = 20;

    Wire(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
    }

    /**
     * Asks the person before the notebook for a line.
     *
     * @param cell the request of the cell that asks
     * @param ended whether to wait no longer
     * @return empty where it was ended
     */
    Optional<String> ask(MessageContext cell, String prompt, BooleanSupplier ended) {
        while (isAnswered()) {
            stdin.readMessage();
        }
        stdin.sendMessage(new Message<>(cell, MessageType.INPUT_REQUEST, new InputRequest(prompt, false)));
        try {
            while (!isAnswered()) {
                if (ended.getAsBoolean()) {
                    return Optional.empty();
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        InputReply reply = stdin.readMessage(MessageType.INPUT_REPLY).getContent();
        return Optional.of(reply.getValue());
    }

    private boolean isAnswered() {
        return (stdin.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
