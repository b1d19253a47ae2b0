package ag.cli;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.machine.TrainingAhead;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs programs, each in a session of its own or, with {@code -i}, all in one: one that fails keeps no other from running.
 */
final class Run {
    private final RunSettings settings;
    private final ResultWriter results;
    private final LineOutput out;

    Run(RunSettings settings, ResultWriter results, LineOutput out) {
        this.settings = settings;
        this.results = results;
        this.out = out;
    }

    ExitStatus all(Request request, InputStream input) {
        try (Goodbye goodbye = new Goodbye(results)) {
            return request.interactive()
                    ? together(request, input, goodbye)
                    : each(request, input, goodbye, program -> inOneSession(List.of(program), goodbye));
        }
    }

    private ExitStatus together(Request request, InputStream input, Goodbye goodbye) {
        List<SourceText> programs = new ArrayList<>();
        ExitStatus reading = each(request, input, goodbye, program -> {
            programs.add(program);
            return ExitStatus.OK;
        });
        return programs.isEmpty() ? reading : reading.and(inOneSession(programs, goodbye));
    }

    private ExitStatus each(Request request, InputStream input, Goodbye goodbye, Function<SourceText, ExitStatus> use) {
        ExitStatus status = ExitStatus.OK;
        for (String program : request.programs()) {
            status = status.and(use.apply(new SourceText(Programs.IN_THE_CALL, program)));
        }
        for (String file : request.files()) {
            try {
                status = status.and(use.apply(Programs.read(file, input, settings, goodbye)));
            } catch (Programs.Unreadable problem) {
                results.accept(problem.result());
                status = status.and(problem.status());
            }
        }
        return status;
    }

    private ExitStatus inOneSession(List<SourceText> programs, Goodbye goodbye) {
        Interruption interruption = goodbye.over(
                Interruption.limits(settings.nanoseconds(), settings.nodes(), System::nanoTime),
                new Span(programs.getFirst(), 0, 0));
        programs.forEach(TrainingAhead::prepare);
        AtomicBoolean leftBehind = new AtomicBoolean();
        Consumer<Result> shown = result -> {
            if (!leftBehind.get() && !goodbye.isOver()) {
                results.accept(result, interruption);
            }
            if (out.isClosed()) {
                interruption.request();
            }
        };
        return TimeWatch.over(() -> run(programs, shown, interruption), interruption, settings.nanoseconds())
                .orElseGet(() -> {
                    leftBehind.set(true);
                    Diagnostic late = Interruption.tooLate(new Span(programs.getFirst(), 0, 0));
                    results.accept(new Result.Failed(late, late.span()));
                    return ExitStatus.LIMIT_REACHED;
                });
    }

    private ExitStatus run(List<SourceText> programs, Consumer<Result> shown, Interruption interruption) {
        FileAccess access = settings.sandbox() ? FileAccess.NONE : FileAccess.ALL;
        Session session = new Session(shown, ThisMachine.host(access), interruption);
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
}
