package ag.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The editor that the environment names, or a common one. */
record ExternalEditor(Map<String, String> environment) implements TextEditor {
    @Override
    public String edit(String text) throws IOException {
        Path file = Files.createTempFile("entry-", ".ag");
        try {
            Files.writeString(file, text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
            List<String> command = new ArrayList<>(List.of(program().split(" +")));
            command.add(file.toString());
            int status = started(command).waitFor();
            if (status != 0) {
                throw new IOException(command.getFirst() + " ended with " + status);
            }
            return Files.readString(file);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", interrupted);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Process started(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException impossible) {
            throw new IOException("'" + command.getFirst() + "' cannot be started", impossible);
        }
    }

    private String program() {
        for (String variable : List.of("VISUAL", "EDITOR")) {
            String named = environment.getOrDefault(variable, "").strip();
            if (!named.isEmpty()) {
                return named;
            }
        }
        return environment.containsKey("SystemRoot") ? "notepad" : "vi";
    }
}
