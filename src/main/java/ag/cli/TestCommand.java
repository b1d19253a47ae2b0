package ag.cli;

import ag.files.StoreException;
import ag.files.WholeFile;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.result.print.Visible;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ag test}: a verdict on each test of each file, and how many there were of either kind. */
final class TestCommand extends FileCommand {
    private final TestRun tests;
    private final Map<String, List<TestRun.Outcome>> outcomes = new LinkedHashMap<>();

    TestCommand(Request request, InputStream input, ResultWriter results, LineOutput out) {
        super(request, input, results, out);
        this.tests = new TestRun(request.settings());
    }

    @Override
    ExitStatus one(SourceText program, Goodbye goodbye) {
        List<TestRun.Outcome> found;
        try {
            found = tests.of(program, goodbye, outcome -> results.accept(outcome.result()));
        } catch (AgException problem) {
            outcomes.put(program.name(), List.of(TestRun.unreadable(program, problem)));
            return failed(problem.diagnostic());
        }
        outcomes.put(program.name(), found);
        if (found.isEmpty()) {
            say(Visible.of(program.name()) + ": there are no tests; write: test \"name\" { assert 1 + 1 == 2 }");
        }
        boolean passed = found.stream().allMatch(outcome -> outcome.result().passed());
        return passed && !found.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    }

    @Override
    ExitStatus end() throws WrongCall {
        long all = outcomes.values().stream().mapToLong(List::size).sum();
        long passed = outcomes.values().stream()
                .flatMap(List::stream)
                .filter(outcome -> outcome.result().passed())
                .count();
        say(passed + " passed, " + (all - passed) + " failed");
        if (!request.junit().isEmpty()) {
            try {
                WholeFile.write(Path.of(request.junit()), JUnitReport.of(outcomes));
            } catch (StoreException problem) {
                throw new WrongCall("cannot write " + problem.file() + ": " + problem.problem());
            }
        }
        return ExitStatus.OK;
    }
}
