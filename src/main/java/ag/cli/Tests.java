package ag.cli;

import ag.lang.result.Result;
import ag.lang.runtime.Files;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Statement;
import ag.session.Interruption;
import ag.session.LocalFiles;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the tests of a file apart from each other: each in a session of its own, in which the statements before it, other tests
 * aside, have run. Each has the time to itself that the settings allow, so that an endless one costs no other its verdict.
 */
final class Tests {
    /** How long a test may take where the call does not say. */
    private static final long STANDARD_NANOSECONDS = 60_000_000_000L;

    private final Settings settings;

    Tests(Settings settings) {
        this.settings = settings;
    }

    /** The outcome of each test of a program, in order; each is told as it comes about. */
    List<Outcome> of(SourceText program, Consumer<Outcome> told) {
        List<Statement> before = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Statement statement : Session.parse(program)) {
            if (statement instanceof Statement.Test test) {
                Outcome outcome = run(test, before);
                outcomes.add(outcome);
                told.accept(outcome);
            } else {
                before.add(statement);
            }
        }
        return outcomes;
    }

    /**
     * How a test went.
     *
     * @param result whether it passed, and if not, why
     * @param reached whether the statements before it worked, so that it could begin
     */
    record Outcome(Result.Tested result, boolean reached, double seconds) {}

    private Outcome run(Statement.Test test, List<Statement> before) {
        long limit = settings.nanoseconds() == Long.MAX_VALUE ? STANDARD_NANOSECONDS : settings.nanoseconds();
        Interruption interruption = Interruption.limits(limit, settings.nodes());
        List<Statement> setup = List.copyOf(before);
        long began = System.nanoTime();
        return Watch.over(() -> alone(test, setup, interruption), interruption, limit)
                .orElseGet(() -> new Outcome(
                        new Result.Tested(test.name(), false, Interruption.tooLate(test.span()), test.span()),
                        true,
                        since(began)));
    }

    private Outcome alone(Statement.Test test, List<Statement> before, Interruption interruption) {
        long began = System.nanoTime();
        List<Result.Tested> verdict = new ArrayList<>();
        Files files = settings.sandbox() ? Files.NONE : new LocalFiles();
        Session session = new Session(
                result -> {
                    if (result instanceof Result.Tested tested && tested.span().equals(test.span())) {
                        verdict.add(tested);
                    }
                },
                files,
                interruption);
        Long seed = settings.seed();
        if (seed != null) {
            session.seed(seed);
        }
        Optional<Diagnostic> failure = session.rerun(before);
        boolean reached = failure.isEmpty();
        if (reached) {
            failure = session.rerun(List.of(test));
        }
        Result.Tested result = failure.map(problem -> new Result.Tested(test.name(), false, problem, test.span()))
                .orElseGet(() -> verdict.getFirst());
        return new Outcome(result, reached, since(began));
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The outcome of a file that is no program: one test of its name, which could not begin. */
    static Outcome unreadable(SourceText program, AgException problem) {
        Span span = problem.diagnostic().span();
        return new Outcome(new Result.Tested(program.name(), false, problem.diagnostic(), span), false, 0);
    }
}
