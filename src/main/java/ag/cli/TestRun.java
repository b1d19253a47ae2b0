package ag.cli;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.machine.DeepThread;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs the tests of a file apart from each other: each in a session of its own, in which the statements before it, other tests
 * aside, have run. Each has the time to itself that the settings allow, so that an endless one costs no other its verdict.
 */
final class TestRun {
    /** How long a test may take where the call does not say. */
    private static final long STANDARD_NANOSECONDS = 60_000_000_000L;

    private final RunSettings settings;

    TestRun(RunSettings settings) {
        this.settings = settings;
    }

    /**
     * The outcome of each test of a program, in order; each is told as it comes about. A test that is wrongly written fails alone.
     *
     * @throws AgException at a statement outside of tests that is none
     */
    List<Outcome> of(SourceText program, Goodbye goodbye, Consumer<Outcome> told) {
        Parser.Reading reading = new DeepThread().call(() -> Session.parse(program));
        SortedMap<Integer, Supplier<Outcome>> turns = new TreeMap<>();
        for (Parser.Broken broken : reading.broken()) {
            if (broken.test().isEmpty()) {
                throw new AgException(broken.problem());
            }
            turns.put(broken.span().start(), () -> none(broken));
        }
        List<Statement> before = new ArrayList<>();
        for (Statement statement : reading.statements()) {
            if (statement instanceof ControlStatement.Test test) {
                List<Statement> setup = List.copyOf(before);
                turns.put(test.span().start(), () -> run(test, setup, goodbye));
            } else {
                before.add(statement);
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Supplier<Outcome> turn : turns.values()) {
            if (goodbye.isSaid()) {
                break;
            }
            Outcome outcome = turn.get();
            outcomes.add(outcome);
            told.accept(outcome);
        }
        return outcomes;
    }

    private static Outcome none(Parser.Broken broken) {
        return new Outcome(new Result.Tested(broken.test(), false, broken.problem(), broken.span()), false, 0);
    }

    /**
     * How a test went.
     *
     * @param result whether it passed, and if not, why
     * @param reached whether the statements before it worked, so that it could begin
     */
    record Outcome(Result.Tested result, boolean reached, double seconds) {}

    private Outcome run(ControlStatement.Test test, List<Statement> setup, Goodbye goodbye) {
        long limit = settings.nanoseconds() == Long.MAX_VALUE ? STANDARD_NANOSECONDS : settings.nanoseconds();
        Interruption interruption =
                goodbye.over(Interruption.limits(limit, settings.nodes(), System::nanoTime), test.span());
        long began = System.nanoTime();
        return TimeWatch.over(() -> alone(test, setup, interruption), interruption, limit)
                .orElseGet(() -> new Outcome(
                        new Result.Tested(test.name(), false, Interruption.tooLate(test.span()), test.span()),
                        true,
                        since(began)));
    }

    private Outcome alone(ControlStatement.Test test, List<Statement> before, Interruption interruption) {
        long began = System.nanoTime();
        List<Result.Tested> verdict = new ArrayList<>();
        FileAccess access = settings.sandbox() ? FileAccess.NONE : FileAccess.ALL;
        Session session = new Session(
                result -> {
                    if (result instanceof Result.Tested tested && tested.span().equals(test.span())) {
                        verdict.add(tested);
                    }
                },
                ThisMachine.host(access),
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
