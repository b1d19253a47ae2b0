package ag.serve;

import ag.assist.Suggestion;
import ag.client.Completion;
import ag.client.LiveSession;
import ag.client.MimeBundle;
import ag.client.MimeBundles;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.JsonPrinter;
import ag.result.print.Style;
import ag.serve.ClientRequest.Malformed;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Serves a session over two streams: a line of JSON for each request, lines of events and one of the end for each answer. Requests
 * are done one after the other; only {@code interrupt} and {@code answer} are heard while a program runs.
 */
public final class Server {
    /** An answer for a program that asks; empty where the client is gone. */
    private record Answer(Optional<String> text) {}

    /**
     * How to serve.
     *
     * @param files which files its programs may touch
     * @param seed where the random numbers start; null for the standard place
     * @param unicode whether to write more than ASCII
     * @param quiet whether to leave remarks and progress out
     */
    public record Settings(FileAccess files, @Nullable Long seed, boolean unicode, boolean quiet) {}

    private final InputStream input;
    private final OutputStream output;
    private final Settings settings;
    private final BlockingQueue<Optional<ClientRequest>> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final JsonPrinter printer;
    private final Style style;
    private volatile LiveSession session;
    private volatile boolean closed;
    /** The answered request; null between two. */
    private volatile @Nullable String asking;

    private Server(InputStream input, OutputStream output, Settings settings) {
        this.input = input;
        this.output = output;
        this.settings = settings;
        this.printer = new JsonPrinter(settings.unicode());
        this.style = new Style(false, settings.unicode());
        this.session = new LiveSession(settings.files(), settings.seed());
    }

    /** Serves until the client says {@code quit}, or has closed the input and everything it asked before is done. */
    public static void serve(InputStream input, OutputStream output, Settings settings) {
        new Server(input, output, settings).run();
    }

    private void run() {
        // What was asked before the input ended is answered, unless the client is gone.
        ProcessHandle.current().parent().ifPresent(client -> {
            var _ = client.onExit().thenRun(this::abandon);
        });
        Thread reader = new Thread(this::read, "requests");
        reader.setDaemon(true);
        reader.start();
        try {
            for (Optional<ClientRequest> call = waiting.take(); call.isPresent() && !closed; call = waiting.take()) {
                perform(call.get());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void abandon() {
        closed = true;
        session.interrupt();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    take(line);
                }
            }
        } catch (IOException gone) {
            // The client has ended.
        }
        answers.add(new Answer(Optional.empty()));
        waiting.add(Optional.empty());
    }

    private void take(String line) {
        try {
            ClientRequest call = ClientRequest.read(line);
            Optional<Action> action = Action.of(call.action());
            if (action.filter(Action::isUrgent).isPresent()) {
                perform(call);
            } else {
                waiting.add(Optional.of(call));
            }
        } catch (Malformed problem) {
            refuse("null", problem);
        }
    }

    private void perform(ClientRequest call) {
        try {
            Action action = Action.of(call.action())
                    .orElseThrow(() -> new Malformed(
                            "there is nothing called '" + call.action() + "' to do; there are " + Action.words()));
            switch (action) {
                case EVALUATE -> evaluate(call);
                case INTERRUPT -> interrupt(call);
                case ANSWER -> answer(call);
                case COMPLETE -> complete(call);
                case INSPECT -> inspect(call);
                case IS_COMPLETE -> isComplete(call);
                case FORMAT -> format(call);
                case CHECK -> check(call);
                case NAMES -> names(call);
                case RESET -> {
                    session = session.fresh();
                    end(call);
                }
                case QUIT -> {
                    end(call);
                    closed = true;
                }
            }
        } catch (Malformed problem) {
            refuse(call.id(), problem);
        }
    }

    private void evaluate(ClientRequest call) throws Malformed {
        String code = call.required("code");
        String name = call.fields().getOrDefault("name", "input");
        LiveSession running = session;
        MimeBundles documents = new MimeBundles(
                style, running.format(), ThisMachine.host(settings.files()).pictures());
        boolean definitions = call.isTrue("definitions");
        running.onFinished(statement -> {
            if (definitions) {
                running.definedBy(statement).forEach(each -> result(call, documents, each));
            }
        });
        running.answersFrom(prompt -> ask(call, prompt));
        asking = call.id();
        Optional<Diagnostic> mistake =
                running.evaluate(new SourceText(name, code), result -> result(call, documents, result));
        asking = null;
        mistake.ifPresentOrElse(
                diagnostic -> write(Reply.line(call.id(), "end", json -> {
                    json.writeBooleanField("ok", false);
                    json.writeObjectFieldStart("error");
                    Reply.diagnostic(json, diagnostic);
                    json.writeStringField("text", text(diagnostic));
                    json.writeEndObject();
                })),
                () -> end(call));
    }

    private String text(Diagnostic diagnostic) {
        return new DiagnosticPrinter(style).print(diagnostic);
    }

    private void result(ClientRequest call, MimeBundles documents, Result result) {
        switch (result) {
            case Result.Failed _ -> {} // The end says it.
            case Result.Note _ when settings.quiet() -> {}
            case NetworkResult.Progress progress -> {
                if (!settings.quiet()) {
                    progress(call, progress);
                }
            }
            default -> {
                MimeBundle document = documents.of(result);
                String data = printer.line(result);
                write(Reply.line(call.id(), "result", json -> {
                    if (!data.isEmpty()) {
                        json.writeFieldName("result");
                        json.writeRawValue(data);
                    }
                    if (result instanceof Result.Defined defined) {
                        json.writeStringField("defines", defined.name());
                        json.writeStringField("role", defined.role());
                        json.writeNumberField("line", defined.span().line());
                    }
                    Reply.document(json, document);
                }));
            }
        }
    }

    private void progress(ClientRequest call, NetworkResult.Progress progress) {
        write(Reply.line(call.id(), "progress", json -> {
            json.writeNumberField("done", progress.done());
            json.writeNumberField("epochs", progress.epochs());
            if (Double.isFinite(progress.loss())) {
                json.writeNumberField("loss", progress.loss());
            }
            json.writeNumberField("seconds", progress.seconds());
        }));
    }

    private Optional<String> ask(ClientRequest call, String prompt) {
        answers.clear();
        write(Reply.line(call.id(), "question", json -> json.writeStringField("prompt", prompt)));
        try {
            return answers.take().text();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void interrupt(ClientRequest call) {
        session.interrupt();
        answers.add(new Answer(Optional.empty()));
        end(call);
    }

    private void answer(ClientRequest call) throws Malformed {
        if (asking == null) {
            throw new Malformed("no program asks anything now");
        }
        answers.add(new Answer(Optional.ofNullable(call.fields().get("text"))));
        end(call);
    }

    private void complete(ClientRequest call) throws Malformed {
        String code = call.required("code");
        Completion completion = session.complete(code, call.cursor(code));
        end(call, json -> {
            json.writeNumberField("start", code.codePointCount(0, completion.start()));
            json.writeNumberField("end", code.codePointCount(0, completion.end()));
            json.writeArrayFieldStart("suggestions");
            for (Suggestion suggestion : completion.suggestions()) {
                json.writeStartObject();
                json.writeStringField("text", suggestion.text());
                json.writeStringField("shown", suggestion.shown());
                json.writeStringField("group", suggestion.group());
                json.writeStringField("description", suggestion.description());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("lack", completion.lack());
        });
    }

    private void inspect(ClientRequest call) throws Malformed {
        String code = call.required("code");
        Optional<String> told = session.inspect(code, call.cursor(code));
        end(call, json -> {
            json.writeBooleanField("found", told.isPresent());
            json.writeStringField("text", told.orElse(""));
        });
    }

    private void isComplete(ClientRequest call) throws Malformed {
        String status = LiveSession.completeness(call.required("code")).name().toLowerCase(Locale.ROOT);
        end(call, json -> json.writeStringField("status", status));
    }

    private void format(ClientRequest call) throws Malformed {
        SourceText source = new SourceText("input", call.required("code"));
        try {
            String laid = LiveSession.layout(source);
            end(call, json -> json.writeStringField("code", laid));
        } catch (AgException problem) {
            problems(call, List.of(problem.diagnostic()), false);
        }
    }

    private void check(ClientRequest call) throws Malformed {
        String name = call.fields().getOrDefault("name", "input");
        problems(call, session.check(new SourceText(name, call.required("code"))), true);
    }

    private void problems(ClientRequest call, List<Diagnostic> problems, boolean ok) {
        write(Reply.line(call.id(), "end", json -> {
            json.writeBooleanField("ok", ok);
            json.writeArrayFieldStart("problems");
            for (Diagnostic problem : problems) {
                json.writeStartObject();
                Reply.diagnostic(json, problem);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private void names(ClientRequest call) {
        List<Result.Defined> defined = session.definitions();
        LiveSession asked = session;
        end(call, json -> {
            json.writeArrayFieldStart("names");
            for (Result.Defined each : defined) {
                json.writeStartObject();
                json.writeStringField("name", each.name());
                json.writeStringField("role", each.role());
                json.writeStringField("value", asked.format().text(each.value()));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void end(ClientRequest call) {
        end(call, _ -> {});
    }

    private void end(ClientRequest call, Reply.Fields fields) {
        write(Reply.line(call.id(), "end", (JsonGenerator json) -> {
            json.writeBooleanField("ok", true);
            fields.write(json);
        }));
    }

    private void refuse(String id, Malformed problem) {
        write(Reply.line(id, "end", json -> {
            json.writeBooleanField("ok", false);
            json.writeObjectFieldStart("error");
            json.writeStringField("code", "bad-request");
            json.writeStringField("message", String.valueOf(problem.getMessage()));
            json.writeEndObject();
        }));
    }

    /** Outside of texts JSON is ASCII, and in them a code means the character it stands for. */
    private static String escaped(String line) {
        StringBuilder ascii = new StringBuilder();
        line.chars().forEach(c -> ascii.append(c < 0x7f ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }

    private synchronized void write(String line) {
        if (closed) {
            return;
        }
        try {
            output.write(((settings.unicode() ? line : escaped(line)) + "\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException gone) {
            closed = true;
            session.interrupt();
        }
    }
}
