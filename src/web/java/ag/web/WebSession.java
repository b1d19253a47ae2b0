package ag.web;

import ag.host.Content;
import ag.lang.source.SourceText;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;

/** A session with a page or a program of JavaScript around it. */
final class WebSession implements SessionObject {
    static final String NAME = "program";

    private final WebHost host;
    private final Session session;
    private final JsonPrinter json = new JsonPrinter(true);
    private final Shown shown;
    private final List<Consumer<Result>> listeners = new ArrayList<>();
    private int answered;
    private long idle;
    private long since = WebHost.nanoseconds();
    private @Nullable String waiting;

    WebSession(Options options) {
        host = new WebHost(options);
        shown = new Shown(json, options.columns());
        session = new Session(
                result -> listeners.forEach(listener -> listener.accept(result)),
                host.host(),
                options.limits(this::timeRun));
        if (!Double.isNaN(options.seed())) {
            session.seed((long) options.seed());
        }
        if (options.hasAnswers()) {
            session.answersFrom(prompt -> answer(options, prompt));
        }
        Consumer<JSObject> listener = options.listener();
        listeners.add(result -> listener.accept(shown.of(result)));
    }

    private Optional<String> answer(Options options, String prompt) {
        String answer = options.answer(answered);
        if (answer == null) {
            waiting = waiting == null ? prompt : waiting;
            return Optional.empty();
        }
        answered++;
        return Optional.of(answer);
    }

    @Override
    public @Nullable JSObject waiting() {
        return waiting == null ? null : Js.string(waiting);
    }

    @Override
    public String lines(String program) {
        StringBuilder lines = new StringBuilder();
        collect(program, result -> {
            String line = json.line(result);
            if (!line.isEmpty()) {
                lines.append(line).append('\n');
            }
        });
        return lines.toString();
    }

    @Override
    public JSObject run(String program) {
        return Js.parsedLines(lines(program));
    }

    @Override
    public JSObject show(String program) {
        JSObject results = Js.list();
        collect(program, result -> Js.push(results, shown.of(result)));
        return results;
    }

    @Override
    public JSObject definitions() {
        JSObject results = Js.list();
        session.definitions().forEach(defined -> Js.push(results, shown.of(defined)));
        return results;
    }

    /** Nanoseconds that programs have run: what happens between two of them counts for neither. */
    private long timeRun() {
        return WebHost.nanoseconds() - idle;
    }

    private void collect(String program, Consumer<Result> sink) {
        idle += WebHost.nanoseconds() - since;
        waiting = null;
        listeners.add(sink);
        try {
            session.run(new SourceText(NAME, program));
        } finally {
            listeners.remove(sink);
            since = WebHost.nanoseconds();
        }
    }

    @Override
    public @Nullable JSObject file(String path) {
        return host.written(path) instanceof Content.Text text ? Js.string(text.text()) : null;
    }
}
