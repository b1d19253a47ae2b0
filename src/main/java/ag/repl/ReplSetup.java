package ag.repl;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a REPL begins.
 *
 * @param files the files it may touch
 * @param seed where the random numbers start; null for the standard place
 * @param colour whether the terminal shows colours, where it can
 * @param unicode whether the terminal shows more than ASCII
 * @param version the program's, for the greeting
 * @param environment the environment variables
 * @param columns how wide the terminal is where it does not tell itself
 * @param first what runs before the first prompt
 */
public record ReplSetup(
        FileAccess files,
        @Nullable Long seed,
        boolean colour,
        boolean unicode,
        String version,
        Map<String, String> environment,
        IntSupplier columns,
        List<SourceText> first) {
    public ReplSetup {
        environment = Map.copyOf(environment);
        first = List.copyOf(first);
    }

    /** The folder for what is kept between sessions; empty where no folder can be told, or no file may be touched. */
    Optional<Path> stateFolder() {
        if (files.equals(FileAccess.NONE)) {
            return Optional.empty();
        }
        String chosen = environment.getOrDefault("XDG_STATE_HOME", "");
        if (chosen.startsWith("/")) {
            return Optional.of(Path.of(chosen, "ag"));
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!local.isEmpty()) {
            return Optional.of(Path.of(local, "ag"));
        }
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".local", "state", "ag"));
    }
}
