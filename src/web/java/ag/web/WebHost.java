package ag.web;

import ag.host.Content;
import ag.host.Files;
import ag.host.Host;
import ag.host.Stack;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.nn.training.Parallel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser as a session sees it: files are those that were dropped on the page, what a program writes can be downloaded. */
final class WebHost implements Files {
    private final Options options;
    private final Map<String, Content> written = new HashMap<>();

    WebHost(Options options) {
        this.options = options;
    }

    Host host() {
        return new Host(
                this, new WebFormats(this), new WebPictures(), Parallel.ONE, WebHost::nanoseconds, Stack.CALLER);
    }

    static long nanoseconds() {
        return (long) (Js.now() * 1e6);
    }

    @Nullable
    Content written(String path) {
        return written.get(path);
    }

    @Override
    public String read(String path, Span span, Runnable pause) {
        String text = options.file(path);
        if (text != null) {
            return text;
        }
        if (written.get(path) instanceof Content.Text own) {
            return own.text();
        }
        throw new AgException(
                ErrorCode.FILE, "there is no file " + path + " on this page", span, "drop the file on the page first");
    }

    @Override
    public void write(String path, Content content, Span span) {
        written.put(path, content);
    }

    @Override
    public String identity(String path, Span span) {
        return path;
    }
}
