package ag.session;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Plain;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;

/** Runs a program in a session of its own. */
public final class Programs {
    private Programs() {}

    /** All results of a program, a mistake that ended it included. */
    public static List<Result> results(String program) {
        List<Result> results = new ArrayList<>();
        new Session(results::add, ThisMachine.host(FileAccess.NONE), Interruption.none())
                .run(new SourceText("program", program));
        return results;
    }

    /** The values that the program's bare expressions have. */
    public static List<Plain> values(String program) {
        return results(program).stream()
                .map(result -> switch (result) {
                    case Result.Value value -> value.value();
                    case Result.Failed failed ->
                        throw new AssertionError(failed.diagnostic().message());
                    default -> throw new AssertionError("not a value: " + result);
                })
                .toList();
    }

    /** The number that the last bare expression of a program is. */
    public static double number(String program) {
        return ((Plain.Real) values(program).getLast()).value();
    }

    /** Whether two numbers are the same but for a relative error, or an absolute one below 1. */
    public static boolean agree(double a, double b, double error) {
        return Math.abs(a - b) <= error * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }
}
