package ag.files;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.values.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The files of this machine; paths count from the folder the program was started in. */
public record LocalFiles() implements Files {
    @Override
    public Path path(String path, Span span) {
        if (path.isEmpty()) {
            throw new AgException("file", "a file has a name, and this is empty", span, "write it: \"data.csv\"");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException impossible) {
            throw new AgException("file", "no file can have this name", span, "leave out characters such as \\0");
        }
    }
}
