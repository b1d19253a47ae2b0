package ag.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A call, read.
 *
 * @param files the files it names, {@code -} for what comes in
 * @param programs the texts behind {@code -e}
 * @param interactive whether the REPL follows
 * @param junit the file for a report in JUnit's XML; empty for none
 * @param pytorch the file that a training is exported to; empty for none
 * @param dry whether files stay as they are
 */
record Request(
        Command command,
        List<String> files,
        List<String> programs,
        boolean help,
        boolean version,
        boolean interactive,
        String junit,
        String pytorch,
        boolean dry,
        RunSettings settings) {
    Request {
        files = List.copyOf(files);
        programs = List.copyOf(programs);
    }

    /** The same with one file more. */
    Request reading(String file) {
        List<String> all = new ArrayList<>(files);
        all.add(file);
        return new Request(command, all, programs, help, version, interactive, junit, pytorch, dry, settings);
    }
}
