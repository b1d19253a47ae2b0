package ag.fuzz;

import ag.files.TextFile;
import ag.lang.syntax.Trees;
import java.io.IOException;

/** Any bytes as a program: it is parsed, checked, laid out and run. */
public final class ProgramTarget {
    private ProgramTarget() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String program;
        try {
            program = TextFile.decode(bytes);
        } catch (IOException _) {
            return; // It is refused by the name of its encoding.
        }
        try (Trial trial = new Trial()) {
            trial.check(program);
            trial.layout(program).ifPresent(layout -> sameProgram(trial, program, layout));
            trial.run(program);
        }
    }

    /** A layout means what the program means, and is its own. */
    private static void sameProgram(Trial trial, String program, String layout) {
        String again = trial.layout(layout).orElseThrow(() -> new BrokenPromise("the layout is no program: " + layout));
        if (!again.equals(layout)) {
            throw new BrokenPromise("a layout is laid out otherwise: " + layout + " as " + again);
        }
        try {
            if (!Trees.of(program).equals(Trees.of(layout))) {
                throw new BrokenPromise("the layout means something else: " + layout);
            }
        } catch (StackOverflowError tooDeepToCompareHere) {
            // A session reads it on a deeper stack.
        }
    }
}
