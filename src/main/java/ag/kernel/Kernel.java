package ag.kernel;

import ag.assist.Suggestion;
import ag.client.Completion;
import ag.client.LiveSession;
import ag.client.MimeBundles;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.reply.CommInfoReply;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.reply.InterruptReply;
import org.dflib.jjava.jupyter.messages.reply.IsCompleteReply;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;
import org.dflib.jjava.jupyter.messages.reply.ShutdownReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.jspecify.annotations.Nullable;

/** Answers Jupyter's messages from a session. */
public final class Kernel {
    private static final String PROTOCOL = "5.3";
    private static final long PAUSE_MILLISECONDS = 50;
    private static final String PAGES = "https://github.com/ag-lang/ag/blob/main/docs/";

    /**
     * How a kernel is started.
     *
     * @param files which files its cells may touch
     * @param seed where the random numbers start; null for the standard place
     * @param version the program's version
     * @param parent the process that it ends with; empty for none
     */
    public record Settings(FileAccess files, @Nullable Long seed, String version, Optional<ProcessHandle> parent) {}

    /** A connection file that is none. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private final Settings settings;
    private final Wire wire;
    private final History history = new History();
    private volatile LiveSession session;
    private int executions;
    /** When a cell failed after which the cells that were waiting are not run. */
    private Instant failed = Instant.MIN;

    private Kernel(Settings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.session = new LiveSession(settings.files(), settings.seed());
    }

    /**
     * Serves until Jupyter says that it is over, or is gone.
     *
     * @param connection the file with the ports, which Jupyter has written
     */
    public static void serve(Path connection, Settings settings) throws Unusable {
        Kernel kernel = new Kernel(settings, wire(connection));
        kernel.listen();
        kernel.wire.connect();
        settings.parent().ifPresent(parent -> {
            var _ = parent.onExit().thenRun(kernel::abandon);
        });
        kernel.wire.waitUntilClose();
    }

    private static Wire wire(Path connection) throws Unusable {
        try {
            KernelConnectionProperties properties = KernelConnectionProperties.parse(Files.readString(connection));
            if (properties == null || properties.getTransport() == null || properties.getKey() == null) {
                throw new Unusable(connection + " is no connection file of Jupyter");
            }
            return new Wire(properties);
        } catch (IOException unreadable) {
            throw new Unusable("cannot read " + connection + ": "
                    + ag.files.ReadFailure.of(unreadable).reason());
        } catch (GeneralSecurityException | RuntimeException wrong) {
            throw new Unusable(connection + " is no connection file of Jupyter: " + wrong.getMessage());
        }
    }

    private void listen() {
        wire.setHandler(MessageType.KERNEL_INFO_REQUEST, (env, _) -> answer(env, info()));
        wire.setHandler(MessageType.EXECUTE_REQUEST, (env, message) -> {
            env.setBusyDeferIdle();
            try {
                execute(env, message);
            } catch (RuntimeException ours) {
                fail(env, message.getContent(), Failed.of(ours), executions);
            }
        });
        wire.setHandler(MessageType.COMPLETE_REQUEST, (env, message) -> answer(env, complete(message.getContent())));
        wire.setHandler(MessageType.INSPECT_REQUEST, (env, message) -> answer(env, inspect(message.getContent())));
        wire.setHandler(
                MessageType.IS_COMPLETE_REQUEST,
                (env, message) -> answer(env, isComplete(message.getContent().getCode())));
        wire.setHandler(MessageType.HISTORY_REQUEST, (env, message) -> history(env, message.getContent()));
        wire.setHandler(MessageType.COMM_INFO_REQUEST, (env, _) -> answer(env, new CommInfoReply(Map.of())));
        wire.setHandler(MessageType.INTERRUPT_REQUEST, (env, _) -> {
            session.interrupt();
            answer(env, new InterruptReply());
        });
        wire.setHandler(MessageType.SHUTDOWN_REQUEST, this::shutDown);
    }

    private void history(ShellReplyEnvironment env, HistoryRequest request) {
        env.setBusyDeferIdle();
        reply(env, MessageType.HISTORY_REPLY, Map.of("status", "ok", "history", history.answer(request)));
    }

    /** The library's own replies lack a field, or have others than Jupyter wants. */
    @SuppressWarnings("unchecked") // A message type is a name; nothing is read by its class.
    private static void reply(ShellReplyEnvironment env, MessageType<?> type, Map<String, Object> content) {
        Message<?> reply =
                new Message<>(env.getContext(), (MessageType<Map<String, Object>>) (MessageType<?>) type, content);
        env.reply(reply);
    }

    private static <T extends ContentType<T>> void answer(ShellReplyEnvironment env, T reply) {
        env.setBusyDeferIdle();
        env.reply(reply);
    }

    /** The library leaves out that all is well. */
    private static final class Info extends KernelInfoReply {
        @SuppressWarnings("unused") // The library writes its fields as JSON.
        private final String status = "ok";

        Info(String name, String version, LanguageInfo language, String banner, List<HelpLink> links) {
            super(PROTOCOL, name, version, language, banner, links);
        }
    }

    private KernelInfoReply info() {
        LanguageInfo language = new LanguageInfo.Builder("ag")
                .version(settings.version())
                .mimetype("text/x-ag")
                .fileExtension(".ag")
                .pygments("julia")
                .codemirror("julia")
                .exporter("script")
                .build();
        return new Info(
                "ag",
                settings.version(),
                language,
                "ag " + settings.version() + ": a math language in which every number knows how it was made",
                List.of(
                        new HelpLink("The language", PAGES + "language.md"),
                        new HelpLink("A tour in ten lessons", PAGES + "tour.md"),
                        new HelpLink("Mathematics as it is written", PAGES + "notation.md")));
    }

    /** When Jupyter sent a message; the end of time where it does not say so. */
    private static Instant sent(Message<?> message) {
        try {
            return OffsetDateTime.parse(message.getHeader().getTimestamp().getDateString())
                    .toInstant();
        } catch (DateTimeParseException unsaid) {
            return Instant.MAX;
        }
    }

    private void execute(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        if (sent(message).isBefore(failed)) {
            env.replyError(
                    MessageType.EXECUTE_REPLY.error(),
                    new ErrorReply("Aborted", "a cell before this one has failed", List.of()));
            return;
        }
        boolean counts = !request.isSilent() && request.shouldStoreHistory();
        executions += counts ? 1 : 0;
        int number = executions;
        Outlet outlet = new Outlet(env, number, request.isSilent());
        if (!request.isSilent()) {
            env.publish(new PublishExecuteInput(request.getCode(), number));
        }
        session.answersFrom(prompt -> request.isStdinEnabled() ? ask(message, prompt) : Optional.empty());
        MimeBundles documents = new MimeBundles(
                Style.PLAIN,
                session.format(),
                ThisMachine.host(settings.files()).pictures());
        Runnable reset = () -> {
            session = session.fresh();
            session.answersFrom(prompt -> request.isStdinEnabled() ? ask(message, prompt) : Optional.empty());
        };
        NotebookCell cell = new NotebookCell(() -> session, reset, settings.files(), documents, outlet);
        Optional<Failed> failure = run(cell, request.getCode(), "cell " + number);
        if (counts) {
            history.add(number, request.getCode(), cell.output());
        }
        failure.ifPresentOrElse(
                problem -> fail(env, request, problem, number),
                () -> reply(
                        env,
                        MessageType.EXECUTE_REPLY,
                        outlet.reply(new UserExpressions(session, documents).values(expressions(request)))));
    }

    @SuppressWarnings("NullAway") // The library fills its fields from JSON, which may lack this one.
    private static Map<String, String> expressions(ExecuteRequest request) {
        return Objects.requireNonNullElse(request.getUserExpr(), Map.of());
    }

    private Optional<String> ask(MessageContext cell, String prompt) {
        return wire.ask(cell, prompt, () -> session.interruption().isRequested());
    }

    /** What ended a cell: the kind of mistake, what it is in a line, and the whole message. */
    private record Failed(String kind, String line, String text) {
        static Failed of(Diagnostic diagnostic) {
            return new Failed(
                    diagnostic.code(),
                    diagnostic.message(),
                    new DiagnosticPrinter(new Style(true, true)).print(diagnostic));
        }

        static Failed of(RuntimeException ours) {
            String message = "ag itself has failed here, and not your program: " + ours;
            return new Failed("internal", message, new Style(true, true).error("error: ") + message);
        }

        static Failed of(NotebookCell.Failure failure) {
            String message = String.valueOf(failure.getMessage());
            return new Failed("magic", message, new Style(true, true).error("error: ") + message);
        }
    }

    private Optional<Failed> run(NotebookCell cell, String code, String name) {
        try {
            for (CellPart part : CellPart.of(code)) {
                Optional<Diagnostic> mistake = switch (part) {
                    case CellPart.Program(String text) -> cell.run(new SourceText(name, text));
                    case CellPart.Command command -> cell.run(command, name);
                };
                if (mistake.isPresent()) {
                    return mistake.map(Failed::of);
                }
            }
            return Optional.empty();
        } catch (NotebookCell.Failure failure) {
            return Optional.of(Failed.of(failure));
        }
    }

    private void fail(ShellReplyEnvironment env, ExecuteRequest request, Failed problem, int number) {
        if (request.shouldStopOnError()) {
            // Before the notebook can answer to what follows.
            failed = Instant.now();
        }
        List<String> lines = List.of(problem.text());
        if (!request.isSilent()) {
            env.publish(new PublishError(problem.kind(), problem.line(), lines));
        }
        ErrorReply reply = new ErrorReply(problem.kind(), problem.line(), lines);
        reply.setExecutionCount(number);
        env.replyError(MessageType.EXECUTE_REPLY.error(), reply);
    }

    private CompleteReply complete(CompleteRequest request) {
        String code = request.getCode();
        Completion completion = session.complete(code, units(code, request.getCursorPos()));
        List<String> matches =
                completion.suggestions().stream().map(Suggestion::text).toList();
        List<Map<String, Object>> types = completion.suggestions().stream()
                .map(suggestion -> Map.<String, Object>of(
                        "start", code.codePointCount(0, completion.start()),
                        "end", code.codePointCount(0, completion.end()),
                        "text", suggestion.text(),
                        "type", suggestion.group(),
                        "signature", suggestion.shown().contains("(") ? suggestion.shown() : ""))
                .toList();
        return new CompleteReply(
                matches,
                code.codePointCount(0, completion.start()),
                code.codePointCount(0, completion.end()),
                Map.of("_jupyter_types_experimental", types));
    }

    private InspectReply inspect(InspectRequest request) {
        String code = request.getCode();
        Optional<String> told = session.inspect(code, units(code, request.getCursorPos()));
        DisplayData data = new DisplayData();
        told.ifPresent(data::putText);
        return new InspectReply(told.isPresent(), data);
    }

    /** Jupyter counts characters of Unicode, and Java units of UTF-16. */
    private static int units(String code, int characters) {
        return code.offsetByCodePoints(0, Math.clamp(characters, 0, code.codePointCount(0, code.length())));
    }

    private static IsCompleteReply isComplete(String code) {
        List<CellPart> parts = CellPart.of(code);
        if (!parts.isEmpty() && parts.getFirst() instanceof CellPart.Command) {
            return IsCompleteReply.VALID_CODE;
        }
        return switch (LiveSession.completeness(code)) {
            case COMPLETE -> IsCompleteReply.VALID_CODE;
            case INCOMPLETE -> IsCompleteReply.getIncompleteReplyWithIndent("  ");
            case INVALID -> IsCompleteReply.INVALID_CODE;
        };
    }

    private void shutDown(ShellReplyEnvironment env, Message<ShutdownRequest> message) {
        endCells();
        env.setBusyDeferIdle();
        env.reply(message.getContent().isRestart() ? ShutdownReply.SHUTDOWN_AND_RESTART : ShutdownReply.SHUTDOWN);
        env.markForShutdown();
    }

    /** Jupyter itself is gone. */
    private void abandon() {
        endCells();
        wire.close();
    }

    /** Has the cell that runs end, and those that begin yet, until the process is over. */
    private void endCells() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    session.interrupt();
                    Thread.sleep(PAUSE_MILLISECONDS);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
