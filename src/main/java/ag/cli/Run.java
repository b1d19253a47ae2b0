package ag.cli;

import ag.files.LocalFiles;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.values.Files;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import ag.session.TrainingAhead;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs programs, each in a session of its own or, with {@code -i}, all in one: one that fails keeps no other from running.
 */
final class Run {
    private static final long LONGEST_GOODBYE_SECONDS = 2;

    private final Settings settings;
    private final ResultWriter results;
    private final Output out;
    private volatile Interruption running = Interruption.none();

    Run(Settings settings, ResultWriter results, Output out) {
        this.settings = settings;
        this.results = results;
        this.out = out;
    }

    ExitStatus all(Request request, InputStream input) {
        CountDownLatch done = new CountDownLatch(1);
        Thread goodbye = new Thread(() -> interrupt(done), "goodbye");
        Runtime.getRuntime().addShutdownHook(goodbye);
        ExitStatus status = request.interactive()
                ? together(request, input)
                : each(request, input, program -> inOneSession(List.of(program)));
        out.flush();
        done.countDown();
        return status;
    }

    private ExitStatus together(Request request, InputStream input) {
        List<SourceText> programs = new ArrayList<>();
        ExitStatus reading = each(request, input, program -> {
            programs.add(program);
            return ExitStatus.OK;
        });
        return programs.isEmpty() ? reading : reading.and(inOneSession(programs));
    }

    private ExitStatus each(Request request, InputStream input, Function<SourceText, ExitStatus> use) {
        ExitStatus status = ExitStatus.OK;
        for (String program : request.programs()) {
            status = status.and(use.apply(new SourceText(Programs.IN_THE_CALL, program)));
        }
        for (String file : request.files()) {
            try {
                status = status.and(use.apply(Programs.read(file, input)));
            } catch (Programs.Unreadable problem) {
                results.accept(problem.result());
                status = status.and(problem.status());
            }
        }
        return status;
    }

    private ExitStatus inOneSession(List<SourceText> programs) {
        Interruption interruption = Interruption.limits(settings.nanoseconds(), settings.nodes());
        if (running.isRequested()) {
            interruption.request();
        }
        running = interruption;
        programs.forEach(TrainingAhead::prepare);
        AtomicBoolean leftBehind = new AtomicBoolean();
        Consumer<Result> shown = result -> {
            if (!leftBehind.get()) {
                results.accept(result, interruption);
            }
            if (out.isClosed()) {
                interruption.request();
            }
        };
        return Watch.over(() -> run(programs, shown, interruption), interruption, settings.nanoseconds())
                .orElseGet(() -> {
                    leftBehind.set(true);
                    Diagnostic late = Interruption.tooLate(new Span(programs.getFirst(), 0, 0));
                    results.accept(new Result.Failed(late, late.span()));
                    return ExitStatus.LIMIT_REACHED;
                });
    }

    private ExitStatus run(List<SourceText> programs, Consumer<Result> shown, Interruption interruption) {
        Files files = settings.sandbox() ? Files.NONE : new LocalFiles();
        Session session = new Session(shown, files, interruption);
        Long seed = settings.seed();
        if (seed != null) {
            session.seed(seed);
        }
        ExitStatus status = ExitStatus.OK;
        for (SourceText program : programs) {
            status = status.and(session.run(program).map(ExitStatus::of).orElse(ExitStatus.OK));
        }
        return status;
    }

    /**
     * Runs when the process is told to end: by then the program should end too, and what it has printed be written. The JVM ends
     * with 130 after Ctrl-C by itself.
     */
    private void interrupt(CountDownLatch done) {
        running.request();
        try {
            if (!done.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                out.flush();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
