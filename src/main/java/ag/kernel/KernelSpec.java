package ag.kernel;

import ag.files.StoreException;
import ag.files.WholeFile;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The file that tells Jupyter of the kernel. */
public final class KernelSpec {
    private static final String NAME = "ag";

    private KernelSpec() {}

    /**
     * Writes it where Jupyter looks for the kernels of a user.
     *
     * @param command starts the program
     * @param environment the variables that say where that is
     * @param system what the system is called: {@code Linux}, {@code Mac OS X}
     * @return the folder it was written to
     */
    public static Path install(List<String> command, Map<String, String> environment, String system)
            throws IOException {
        Path folder = dataFolder(environment, system).resolve("kernels").resolve(NAME);
        List<String> arguments = new java.util.ArrayList<>(command);
        arguments.addAll(List.of("kernel", "{connection_file}"));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", arguments);
        spec.put("display_name", "ag");
        spec.put("language", "ag");
        spec.put("interrupt_mode", "message");
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(spec);
        Files.createDirectories(folder);
        try {
            WholeFile.write(folder.resolve("kernel.json"), (json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (StoreException unwritable) {
            throw new IOException(unwritable.getMessage(), unwritable);
        }
        return folder;
    }

    private static Path dataFolder(Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", "."));
        return variable(environment, "JUPYTER_DATA_DIR")
                .map(Path::of)
                .orElseGet(() -> name.contains("mac")
                        ? Path.of(home, "Library", "Jupyter")
                        : name.contains("windows")
                                ? Path.of(environment.getOrDefault("APPDATA", home), "jupyter")
                                : variable(environment, "XDG_DATA_HOME")
                                        .map(data -> Path.of(data, "jupyter"))
                                        .orElse(Path.of(home, ".local", "share", "jupyter")));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
