package ag.machine;

import ag.host.Files;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which files of this machine a program may touch, and where they lie. */
@FunctionalInterface
public interface FileAccess {
    /** None: a sandbox. No lambda, since Java's start-up cache leaves out what Java makes of one here. */
    FileAccess NONE = new FileAccess() {
        @Override
        public Path path(String path, Span span) {
            throw Files.refused(span);
        }
    };

    /** All of them; paths count from the folder the program was started in. */
    FileAccess ALL = new FileAccess() {
        @Override
        public Path path(String path, Span span) {
            if (path.isEmpty()) {
                throw new AgException(
                        ErrorCode.FILE, "a file has a name, and this is empty", span, "write it: \"data.csv\"");
            }
            try {
                return Path.of(path);
            } catch (InvalidPathException impossible) {
                throw new AgException(
                        ErrorCode.FILE, "no file can have this name", span, "leave out characters such as \\0");
            }
        }
    };

    /**
     * Where a path that a program names lies.
     *
     * @throws AgException where the program may not touch it
     */
    Path path(String path, Span span);
}
