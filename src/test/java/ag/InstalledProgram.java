package ag;

import java.io.IOException;

/** What a machine has beside Java: tests of the real thing are skipped where it is missing. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /** Whether the call ends with status 0. */
    public static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
