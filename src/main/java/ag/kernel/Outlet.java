package ag.kernel;

import ag.client.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;

/** Publishes what a cell shows below it in the notebook. */
final class Outlet implements CellScreen {
    private final ShellReplyEnvironment env;
    private final int number;
    private final boolean silent;
    private final List<Map<String, Object>> payload = new ArrayList<>();
    /** The name of the line that is passing; empty before the first. */
    private String passing = "";

    Outlet(ShellReplyEnvironment env, int number, boolean silent) {
        this.env = env;
        this.number = number;
        this.silent = silent;
    }

    @Override
    public void print(String text) {
        stream(PublishStream.StreamType.OUT, text);
    }

    @Override
    public void remark(String text) {
        stream(PublishStream.StreamType.ERR, text);
    }

    private void stream(PublishStream.StreamType type, String text) {
        if (!silent) {
            env.publish(new PublishStream(type, text + "\n"));
        }
    }

    @Override
    public void show(MimeBundle document) {
        if (!silent) {
            env.publish(new PublishDisplayData(data(document)));
        }
    }

    @Override
    public void result(MimeBundle document) {
        if (!silent) {
            env.publish(new PublishExecuteResult(number, data(document)));
        }
    }

    @Override
    public void pass(String line) {
        if (silent) {
            return;
        }
        DisplayData data = new DisplayData(line);
        if (passing.isEmpty()) {
            passing = UUID.randomUUID().toString();
            data.setDisplayId(passing);
            env.publish(new PublishDisplayData(data));
        } else {
            data.setDisplayId(passing);
            env.publish(new PublishUpdateDisplayData(data));
        }
    }

    @Override
    public void replaceCell(String text) {
        payload.add(Map.of("source", "set_next_input", "text", text, "replace", true));
    }

    /**
     * The reply to a cell that has worked.
     *
     * @param expressions the values of what was asked for beside it
     */
    Map<String, Object> reply(Map<String, Object> expressions) {
        return Map.of("status", "ok", "execution_count", number, "payload", payload, "user_expressions", expressions);
    }

    private static DisplayData data(MimeBundle document) {
        DisplayData data = new DisplayData();
        document.forms().forEach(data::putData);
        return data;
    }
}
