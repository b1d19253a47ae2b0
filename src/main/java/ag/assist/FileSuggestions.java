package ag.assist;

import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.FileAccess;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of files, as far as they are typed; none where files may not be read. */
public record FileSuggestions(FileAccess files) {
    private static final String GROUP = "files";

    /** The files of the folder that the typed path leads into; hidden ones only where a dot is typed. */
    public List<Suggestion> of(String typed) {
        int slash = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, slash);
        boolean hidden = typed.startsWith(".", slash);
        List<Suggestion> found = new ArrayList<>();
        try {
            Path in = files.path(folder.isEmpty() ? "." : folder, new Span(new SourceText("", ""), 0, 0));
            try (DirectoryStream<Path> entries = java.nio.file.Files.newDirectoryStream(in)) {
                for (Path entry : entries) {
                    String name = entry.getFileName() + (java.nio.file.Files.isDirectory(entry) ? "/" : "");
                    if (hidden || !name.startsWith(".")) {
                        found.add(new Suggestion(folder + name, name, GROUP, ""));
                    }
                }
            }
        } catch (AgException | IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        found.sort(Comparator.comparing(Suggestion::shown));
        return found;
    }
}
