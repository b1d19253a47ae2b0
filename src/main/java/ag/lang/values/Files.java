package ag.lang.values;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files a program may read and write. */
public interface Files {
    /** A session that may touch no file: a sandbox. No lambda, since what Java makes of one here its start-up cache leaves out. */
    Files NONE = new Files() {
        @Override
        public Path path(String path, Span span) {
            throw new AgException(
                    "no-files",
                    "files are not allowed here",
                    span,
                    "--sandbox refuses every file; leave it out for a program you trust");
        }
    };

    /**
     * Where a path that a program names lies.
     *
     * @throws AgException where the program may not touch it
     */
    Path path(String path, Span span);

    /**
     * The text of a file, which must be UTF-8.
     *
     * @param pause run now and then while it is read; it throws where the program has to end
     */
    default String read(String path, Span span, Runnable pause) {
        try {
            return TextFile.read(path(path, span), pause);
        } catch (IOException problem) {
            throw new AgException(
                    "file",
                    "cannot read " + path + ": " + TextFile.reason(problem),
                    span,
                    problem instanceof NoSuchFileException ? "give the path from the folder you are in" : "");
        }
    }
}
